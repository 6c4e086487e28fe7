"""A discussion's state in sentences for readers, and a bad rule's for desks."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from blattwerk.discussion.rules.errors import BadRule
from blattwerk.discussion.rules.hours import Windows
from blattwerk.discussion.rules.moderation import Policy, Who
from blattwerk.discussion.rules.state import Cause, Kind, State
from blattwerk.shell import moments

SOON = timedelta(hours=24)  # within which a time of day is clear without its day
DAYS = (
    gettext_lazy("Mon"),
    gettext_lazy("Tue"),
    gettext_lazy("Wed"),
    gettext_lazy("Thu"),
    gettext_lazy("Fri"),
    gettext_lazy("Sat"),
    gettext_lazy("Sun"),
)


def told(state: State, now: datetime) -> str:
    """What a reader may do and why, and when again; plain text."""
    said = _accepting(state) if state.accepts else [*_closed(state), reopening(state, now)]
    return " ".join(sentence for sentence in said if sentence)


def reopening(state: State, now: datetime) -> str:
    """From when one can write again; "" where it is open, off, or no opening is known."""
    if state.opens_at is None or state.kind is Kind.OFF:
        return ""
    with timezone.override(state.zone):
        time = _clock(state.opens_at)
        if state.opens_at - now >= SOON:
            time = f"{moments.dated(state.opens_at)}, {time}"
    return _("You can write again from %(time)s.") % {"time": time}


def notice(state: State) -> str:
    """In the hour before it closes, when; else ""."""
    if not state.warns or state.closes_at is None:
        return ""
    with timezone.override(state.zone):
        return _("This discussion closes at %(time)s.") % {"time": _clock(state.closes_at)}


def hours(windows: Windows) -> str:
    """The windows of a day: “6:00–12:00, 14:00–23:00”."""
    return ", ".join(str(window).replace("-", "–") for window in windows) or _("closed")


def error(bad: BadRule) -> str:
    """The field, and what is wrong with it and what to do, in the reader's language."""
    sentence = _(bad.message) % bad.values
    return f"{bad.field}: {sentence}" if bad.field else sentence


def _closed(state: State) -> list[str]:
    if state.kind is Kind.AGED:
        return [_aged(state)]
    if state.kind is Kind.DESK:
        return [_("The community team has closed this discussion."), state.reason]
    if state.kind is Kind.NIGHT:
        return [_("The discussion is closed at this hour.")]
    if state.kind is Kind.FULL:
        return [_("So many comments wait to be read that no new ones are taken for now.")]
    if state.cause is Cause.PUBLICATION:
        return [_("The discussion begins once this has been published.")]
    return [_("There is no discussion here.")]


def _aged(state: State) -> str:
    said = ngettext(
        "This came out more than %(months)d month ago; its discussion has been closed since "
        "%(day)s.",
        "This came out more than %(months)d months ago; its discussion has been closed since "
        "%(day)s.",
        state.months or 0,
    )
    with timezone.override(state.zone):
        day = moments.day(state.since) if state.since else ""
    return said % {"months": state.months, "day": day}


def _accepting(state: State) -> list[str]:
    return [_why(state), _slow(state.pace), who_reads(state.policy)]


def _why(state: State) -> str:
    """What makes it other than usual."""
    if state.cause is Cause.HOURS:
        return _("At this hour:")
    if state.cause is Cause.QUEUE:
        return _("Many comments wait to be read.")
    return ""


def _slow(pace: int) -> str:
    if not pace:
        return ""
    minutes, seconds = divmod(pace, 60)
    if seconds:
        length = ngettext("%(count)d second", "%(count)d seconds", pace) % {"count": pace}
    else:
        length = ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes}
    return _("Wait at least %(length)s between two comments.") % {"length": length}


def who_reads(policy: Policy | None) -> str:
    """Whether comments appear before the team has read them."""
    if policy is None:
        return ""
    if policy.who is Who.PRE:
        return _("The community team reads every comment before it appears.")
    if policy.who is Who.TRUSTED:
        return _(
            "Comments of readers the community team trusts appear at once; it reads all others "
            "before they appear."
        )
    if policy.who is Who.POST:
        return _("Comments appear at once; the community team reads them afterwards.")
    return ngettext(
        "The community team reads your first comment before it appears; later ones appear at once.",
        "The community team reads your first %(count)d comments before they appear; later ones "
        "appear at once.",
        policy.approved,
    ) % {"count": policy.approved}


def _clock(moment: datetime) -> str:
    """“6:30”, in German “6.30 Uhr” and “6 Uhr”."""
    when = timezone.localtime(moment)
    if when.minute:
        return _("%(hour)d:%(minute)02d") % {"hour": when.hour, "minute": when.minute}
    return _("%(hour)d:00") % {"hour": when.hour}
