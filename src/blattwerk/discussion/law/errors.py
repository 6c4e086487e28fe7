"""What can go wrong with notices and complaints, in sentences."""

from django.utils.translation import gettext as _

from blattwerk.discussion.errors import DiscussionError


class IncompleteNotice(DiscussionError):
    """Something is missing that the Act asks of a notice; `field` is where."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


class NoWords(DiscussionError):
    """A complaint, or a decision about one, that says nothing."""

    def __init__(self) -> None:
        super().__init__(_("Say why in a few words; the other side reads it."))


class TooLateToComplain(DiscussionError):
    """More than six months after the decision."""

    def __init__(self) -> None:
        super().__init__(_("This decision is more than six months old. You can still go to court."))


class NothingToComplainAbout(DiscussionError):
    """No restriction holds, or none was refused."""

    def __init__(self) -> None:
        super().__init__(_("This decision no longer stands; there is nothing to complain about."))


class ComplainedAlready(DiscussionError):
    """There is a complaint about it."""

    def __init__(self) -> None:
        super().__init__(_("You have complained about this decision already; once is enough."))


class ComplaintDecided(DiscussionError):
    """Somebody was faster."""

    def __init__(self) -> None:
        super().__init__(_("Somebody has decided this complaint meanwhile."))


class TooManyTries(DiscussionError):
    """From one place within a short time."""

    def __init__(self) -> None:
        super().__init__(
            _("That was very much from one place. Wait a few minutes; nothing is lost.")
        )


class TextGone(DiscussionError):
    """The retention period is over."""

    def __init__(self) -> None:
        super().__init__(_("Its text was deleted when its time was over; it cannot come back."))


class ToldAlready(DiscussionError):
    """An authority was told of this danger."""

    def __init__(self) -> None:
        super().__init__(_("An authority was told of this already."))
