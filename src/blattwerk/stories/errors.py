"""What can go wrong at the story desk, in sentences for people."""

from datetime import datetime

from django.utils.translation import gettext as _

from blattwerk.shell.moments import moment


class StoryError(Exception):
    """Something that a person wanted cannot be done; str() says why and what to do."""


class NoSuchStory(StoryError):
    """A number that is no story's, or that of one which went into another."""

    def __init__(self, number: int) -> None:
        super().__init__(
            _("There is no story with the number %(number)s; look it up in the list.")
            % {"number": number}
        )


class NoSuchArticle(StoryError):
    """A number that is no article's, or one that no story knows yet."""

    def __init__(self, number: int) -> None:
        super().__init__(
            _(
                "The article %(number)s is not in any story yet; only published articles are, a "
                "moment after their publication."
            )
            % {"number": number}
        )


class AlreadyThere(StoryError):
    """The article is in that story, placed by a person."""

    def __init__(self, title: str) -> None:
        super().__init__(
            _("The article already stands in “%(title)s”, placed by a person.") % {"title": title}
        )


class SameStory(StoryError):
    """A story cannot go into itself."""

    def __init__(self) -> None:
        super().__init__(_("A story cannot be merged with itself; choose another one."))


class BadSplit(StoryError):
    """Nothing, everything, or what is not in the story was to be split off."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Choose at least one article of this story and leave at least one in it; what is "
                "split off becomes a story of its own."
            )
        )


class NoTitle(StoryError):
    """A story without a title."""

    def __init__(self) -> None:
        super().__init__(_("A story needs a title; write a few words that name the affair."))


class NothingChosen(StoryError):
    """A story of no articles."""

    def __init__(self) -> None:
        super().__init__(_("Choose at least one article for the new story."))


class NothingToChange(StoryError):
    """It is so already."""

    def __init__(self) -> None:
        super().__init__(_("Nothing had to be changed: it is so already."))


class AlreadyUndone(StoryError):
    """Undone before, or an undo itself."""

    def __init__(self) -> None:
        super().__init__(_("This decision has been undone already."))


class LaterDecision(StoryError):
    """Another decision was made on top of this one."""

    def __init__(self, deed: str, at: datetime) -> None:
        super().__init__(
            _(
                "The same articles were decided about later (“%(deed)s”, %(moment)s). Undo "
                "that first."
            )
            % {"deed": deed, "moment": moment(at)}
        )


class AlreadyDecided(StoryError):
    """Somebody was faster, or the proposal has lost its ground."""

    def __init__(self) -> None:
        super().__init__(_("This proposal is no longer open; somebody has decided it already."))
