"""What can go wrong with topics, as sentences."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from blattwerk.topics.models import Topic


class Moved(Exception):
    """The topic stands at another address now: `topic.get_absolute_url()`."""

    def __init__(self, topic: "Topic") -> None:
        super().__init__(topic.slug)
        self.topic = topic


class TopicError(ValueError):
    """Something that cannot be done with topics; its text is meant for people."""


class NameMissing(TopicError):
    """A topic without a name."""

    def __init__(self) -> None:
        super().__init__(_("The topic has no name; give it one."))


class NameTooLong(TopicError):
    """A name of more than 120 characters."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("“%(name)s…” is too long: a name has at most 120 characters.") % {"name": name[:40]}
        )


class NameTaken(TopicError):
    """Another topic is called so."""

    def __init__(self, name: str, other: "Topic") -> None:
        super().__init__(
            _("“%(name)s” is a name of the topic “%(topic)s”; choose another, or merge the two.")
            % {"name": name, "topic": other.name}
        )


class SameTopic(TopicError):
    """A topic merged into itself."""

    def __init__(self) -> None:
        super().__init__(_("A topic cannot be merged into itself; choose another one."))


class TopicGone(TopicError):
    """The topic is not there any more: deleted or merged meanwhile."""

    def __init__(self) -> None:
        super().__init__(_("This topic is not there any more; look at the list of topics."))


class SuggestionGone(TopicError):
    """The suggestion is not there any more."""

    def __init__(self) -> None:
        super().__init__(
            _("This suggestion is not there any more: the article or the topic has changed.")
        )


class ArticleGone(TopicError):
    """The article is not there any more."""

    def __init__(self) -> None:
        super().__init__(_("This article is not there any more."))
