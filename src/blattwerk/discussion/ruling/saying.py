"""Single rules in words, as a desk reads them: “18 months”, “Mon–Fri 6:00–23:00”."""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from blattwerk.discussion.rules.days import Holidays, OnHolidays, Specials
from blattwerk.discussion.rules.hours import Week
from blattwerk.discussion.rules.layers import DEFAULTS
from blattwerk.discussion.rules.life import Closing, Span
from blattwerk.discussion.rules.moderation import Instead, Moderation, Policy, Queue, Who
from blattwerk.discussion.told import DAYS, hours
from blattwerk.shell.moments import day as printed_day
from blattwerk.shell.moments import moment

INSTEAD = {
    Instead.CLOSED: gettext_lazy("closed"),
    Instead.PRE_MODERATED: gettext_lazy("read before they appear"),
    Instead.SLOW: gettext_lazy("slow"),
}
POLICIES = {
    Who.PRE: gettext_lazy("all comments are read before they appear"),
    Who.TRUSTED: gettext_lazy("those of trusted readers appear at once"),
    Who.FIRST: gettext_lazy("a reader's first comments are read before they appear"),
    Who.POST: gettext_lazy("all appear at once and are read afterwards"),
}
ON_HOLIDAYS = {
    OnHolidays.USUAL: gettext_lazy("as on other days"),
    OnHolidays.SUNDAY: gettext_lazy("as on Sundays"),
    OnHolidays.CLOSED: gettext_lazy("closed"),
}


def said(name: str, value: Any) -> str:
    """The value of a layer's field in words; for None what holds where nothing is set."""
    if value is None:
        value = _AS_DELIVERED.get(name)
    return _("none") if value is None else _SAYING[name](value)


def _on(value: bool) -> str:  # a rule's value
    return _("readers can write") if value else _("no discussion")


def _months(value: int | str) -> str:
    if value == "never":
        return _("never closed by age")
    count = int(value)
    return ngettext("%(count)d month", "%(count)d months", count) % {"count": count}


def _span(value: Span) -> str:
    if value.until is None:
        return _("since %(since)s") % {"since": moment(value.since)}
    return _("until %(until)s") % {"until": moment(value.until)}


def _closing(value: Closing) -> str:
    return f"{_span(value)}: {value.reason}" if value.reason else _span(value)


def _week(value: Week) -> str:
    return "; ".join(_days_alike(value))


def _days_alike(week: Week) -> Iterator[str]:
    numbered = enumerate(week.days)
    for windows, same in groupby(numbered, key=lambda each: each[1]):
        numbers = [number for number, _windows in same]
        first, last = DAYS[numbers[0]], DAYS[numbers[-1]]
        days = str(first) if len(numbers) == 1 else f"{first}–{last}"
        yield f"{days} {hours(windows)}"


def _holidays(value: Holidays) -> str:
    where = f"{value.country}-{value.subdivision}" if value.subdivision else value.country
    return f"{where}: {ON_HOLIDAYS[value.apply]}"


def _exceptions(value: Specials) -> str:
    return "; ".join(
        f"{each.name or printed_day(each.first)} {hours(each.windows)}" for each in value
    )


def policy(value: Policy) -> str:
    """What a policy means."""
    if value.who is not Who.FIRST:
        return str(POLICIES[value.who])
    return ngettext(
        "a reader's first comment is read before it appears",
        "a reader's first %(count)d comments are read before they appear",
        value.approved,
    ) % {"count": value.approved}


def _moderation(value: Moderation) -> str:
    more = _("others by the hour") if value.hours else ""
    return "; ".join(text for text in (policy(value.policy), more) if text)


def _pace(value: int) -> str:
    return ngettext("%(count)d second", "%(count)d seconds", value) % {"count": value}


def _queue(value: Queue) -> str:
    if value.limit is None:
        return _("no limit")
    return _("more than %(limit)d waiting: %(then)s") % {
        "limit": value.limit,
        "then": INSTEAD[value.then],
    }


_AS_DELIVERED: dict[str, Any] = {
    "on": DEFAULTS.on,
    "months": DEFAULTS.months,
    "week": DEFAULTS.week,
    "outside": DEFAULTS.outside,
    "moderation": DEFAULTS.moderations[0],
    "pace": DEFAULTS.pace,
    "zone": DEFAULTS.zone,
}
_SAYING: dict[str, Callable[[Any], str]] = {
    "on": _on,
    "months": _months,
    "kept_open": _span,
    "week": _week,
    "holidays": _holidays,
    "exceptions": _exceptions,
    "outside": lambda value: str(INSTEAD[value]),
    "moderation": _moderation,
    "pace": _pace,
    "queue": _queue,
    "closed": _closing,
    "zone": str,
}
