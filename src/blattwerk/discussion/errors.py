"""What can go wrong in a discussion, in sentences for people."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blattwerk.shell.moments import moment


class DiscussionError(Exception):
    """Something that a person wanted cannot be done; str() says why and what to do."""


class ClosedNow(DiscussionError):
    """No comments are taken at this moment; `sentence` says why and when again."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)


class Sanctioned(DiscussionError):
    """The reader is kept from writing."""

    def __init__(self, reason: str, until: datetime | None) -> None:
        if until is None:
            said = _("You can no longer write here. Reason: %(reason)s") % {"reason": reason}
        else:
            said = _("You can write again from %(moment)s. Reason: %(reason)s") % {
                "moment": moment(until),
                "reason": reason,
            }
        super().__init__(said)


class NoName(DiscussionError):
    """A reader without a public name."""

    def __init__(self) -> None:
        super().__init__(_("Choose a public name first; it stands over what you write."))


class NoText(DiscussionError):
    """Nothing, or nothing that can be seen."""

    def __init__(self) -> None:
        super().__init__(_("There is nothing to read in it yet; write a few words."))


class TooLong(DiscussionError):
    """More characters than a comment may have."""

    def __init__(self, length: int, longest: int) -> None:
        over = length - longest
        super().__init__(
            ngettext(
                "Your comment is %(over)d character too long; %(longest)d are possible.",
                "Your comment is %(over)d characters too long; %(longest)d are possible.",
                over,
            )
            % {"over": over, "longest": longest}
        )


class TooManyLinks(DiscussionError):
    """More links than a comment may have."""

    def __init__(self, most: int) -> None:
        super().__init__(
            _("A comment takes %(most)d links at most; leave some out.") % {"most": most}
        )


class TooSoon(DiscussionError):
    """The reader has written only just now, or very much."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        if seconds < 120:
            said = ngettext(
                "Wait %(count)d more second, then send it again; nothing is lost.",
                "Wait %(count)d more seconds, then send it again; nothing is lost.",
                seconds,
            ) % {"count": seconds}
        else:
            minutes = -(-seconds // 60)
            said = ngettext(
                "Wait %(count)d more minute, then send it again; nothing is lost.",
                "Wait %(count)d more minutes, then send it again; nothing is lost.",
                minutes,
            ) % {"count": minutes}
        super().__init__(said)


class Busy(DiscussionError):
    """More is being written at this moment than can be stored."""

    seconds = 5  # to wait before trying again

    def __init__(self) -> None:
        super().__init__(
            _("Very many people are writing right now. Send it again in a moment; nothing is lost.")
        )


class SaidAlready(DiscussionError):
    """The same reader has written the same."""

    def __init__(self) -> None:
        super().__init__(_("You have written this already; once is enough."))


class NoSuchThread(DiscussionError):
    """A number under which nothing is discussed."""

    def __init__(self) -> None:
        super().__init__(_("There is no discussion with this number; look for the article."))


class NoSuchComment(DiscussionError):
    """A number that is no comment's, or that of one which readers cannot see."""

    def __init__(self) -> None:
        super().__init__(_("This comment is not there, or no longer; reload the page."))


class CannotReply(DiscussionError):
    """What is replied to is gone, or stands in another discussion."""

    def __init__(self) -> None:
        super().__init__(
            _("The comment you reply to is no longer there; you can write one of your own.")
        )


class NotYours(DiscussionError):
    """Somebody else's comment, or one's own where it must not be."""

    def __init__(self) -> None:
        super().__init__(_("Only who wrote a comment can change it."))


class OwnComment(DiscussionError):
    """What one cannot do to what one wrote oneself."""

    def __init__(self) -> None:
        super().__init__(_("This is your own comment."))


class TooLateToEdit(DiscussionError):
    """More than five minutes after it was sent."""

    def __init__(self, minutes: int) -> None:
        super().__init__(
            ngettext(
                "A comment can be edited for %(count)d minute; you can still delete it.",
                "A comment can be edited for %(count)d minutes; you can still delete it.",
                minutes,
            )
            % {"count": minutes}
        )


class AlreadyDecided(DiscussionError):
    """Somebody was faster, or the comment is no longer what it was."""

    def __init__(self, state: str) -> None:
        super().__init__(
            _("Somebody has decided this meanwhile: the comment is “%(state)s” now.")
            % {"state": state}
        )


class Claimed(DiscussionError):
    """Another moderator works on it."""

    def __init__(self, who: str, until: datetime) -> None:
        super().__init__(
            _("%(who)s works on this comment until %(moment)s; take the next one.")
            % {"who": who, "moment": moment(until)}
        )


class NoReason(DiscussionError):
    """A restriction without a reason."""

    def __init__(self) -> None:
        super().__init__(_("Choose a reason; the writer is told it."))


class NotUndone(DiscussionError):
    """It cannot be taken back, or was already, or something was decided on top of it."""

    def __init__(self) -> None:
        super().__init__(
            _("This can no longer be undone: it was already, or something was decided later.")
        )


class SamePerson(DiscussionError):
    """Who decided first does not decide a complaint about it."""

    def __init__(self) -> None:
        super().__init__(
            _("You decided this yourself; a complaint about it is decided by somebody else.")
        )


class NotACut(DiscussionError):
    """Words that the writer did not write."""

    def __init__(self) -> None:
        super().__init__(
            _("Only leave words out: mark them and edit them out; what stays must be the writer's.")
        )


class OwnAccount(DiscussionError):
    """A moderator against themselves."""

    def __init__(self) -> None:
        super().__init__(_("This is your own account; let somebody else decide."))


class EndsInThePast(DiscussionError):
    """An end that is over already."""

    def __init__(self) -> None:
        super().__init__(_("Choose an end that is still to come."))


class AlreadyPaused(DiscussionError):
    """A sanction that lasts as long holds already."""

    def __init__(self, until: datetime | None) -> None:
        if until is None:
            said = _("This reader can no longer write already; lift that first.")
        else:
            said = _("This reader cannot write until %(moment)s already; choose a later end.") % {
                "moment": moment(until)
            }
        super().__init__(said)


class NotPaused(DiscussionError):
    """Nothing keeps the reader from writing."""

    def __init__(self) -> None:
        super().__init__(_("Nothing keeps this reader from writing; there is nothing to lift."))


class NoClosingReason(DiscussionError):
    """A discussion closed without a word."""

    def __init__(self) -> None:
        super().__init__(_("Say why; readers see it where they would write."))


class NotClosed(DiscussionError):
    """A discussion that the team has not closed."""

    def __init__(self) -> None:
        super().__init__(_("The team has not closed this discussion; there is nothing to open."))


class EndsTooLate(DiscussionError):
    """A pause that is as good as a ban."""

    def __init__(self) -> None:
        super().__init__(_("A pause lasts two years at most; what is longer is for the lead."))


class OnlyForTheLead(DiscussionError):
    """What a member of the team cannot do alone."""

    def __init__(self) -> None:
        super().__init__(_("Only the lead of the team decides this; leave them a note."))
