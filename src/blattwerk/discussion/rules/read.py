"""A layer from plain data, as it is kept in JSON; what cannot be is refused with a sentence."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from blattwerk.discussion.rules.days import Holidays, OnHolidays, Special, Specials
from blattwerk.discussion.rules.errors import BadRule, field, gettext_noop
from blattwerk.discussion.rules.hours import WEEKDAYS, Week, Window, Windows
from blattwerk.discussion.rules.layers import NO_MONTHS, Layer, Months
from blattwerk.discussion.rules.life import Closing, Span
from blattwerk.discussion.rules.moderation import Instead, Moderation, Policy, PolicyHours, Queue

NO_TABLE = gettext_noop("This has no fields; write some of %(known)s.")
UNKNOWN = gettext_noop("“%(text)s” is no field; write one of %(known)s.")
MISSING = gettext_noop("“%(text)s” is missing; add it.")
NO_LIST = gettext_noop("This is no list; write one, and [] for none.")
NO_TEXT = gettext_noop("This is no text; write it in quotation marks.")
NO_SWITCH = gettext_noop("This is neither true nor false; write one of them.")
NO_NUMBER = gettext_noop("This is no whole number; write one.")
NO_CHOICE = gettext_noop("“%(text)s” is not known; write one of %(known)s.")
NO_DAY = gettext_noop("“%(text)s” is no day; write it like 2026-12-24.")
NO_MOMENT = gettext_noop(
    "“%(text)s” is no moment; write it like 2026-01-31T18:00:00+01:00, with its offset."
)
NO_ZONE_NAME = gettext_noop("“%(text)s” is no time zone; write its name, such as Europe/Vienna.")

type Reader = Callable[[Any], Any]


def from_plain(plain: Any) -> Layer:
    """Raises BadRule, which names the field and says what is wrong and what to do."""
    return Layer(**_table(plain, _LAYER))


def _table(plain: Any, readers: Mapping[str, Reader], *needed: str) -> dict[str, Any]:
    """The fields of a table, each read; one that is null is as good as left out."""
    known = ", ".join(readers)
    if not isinstance(plain, dict):
        raise BadRule(NO_TABLE, known=known)
    for name in plain:
        if name not in readers:
            raise BadRule(UNKNOWN, text=name, known=known)
    for name in needed:
        if plain.get(name) is None:
            raise BadRule(MISSING, text=name)
    found = {}
    for name, value in plain.items():
        if value is not None:
            with field(name):
                found[name] = readers[name](value)
    return found


def _list(plain: Any, reader: Reader) -> tuple[Any, ...]:
    if not isinstance(plain, list | tuple):
        raise BadRule(NO_LIST)
    found = []
    for number, value in enumerate(plain, 1):
        with field(str(number)):
            found.append(reader(value))
    return tuple(found)


def _text(plain: Any) -> str:
    if not isinstance(plain, str):
        raise BadRule(NO_TEXT)
    return plain


def _switch(plain: Any) -> bool:
    if not isinstance(plain, bool):
        raise BadRule(NO_SWITCH)
    return plain


def _number(plain: Any) -> int:
    if not isinstance(plain, int) or isinstance(plain, bool):
        raise BadRule(NO_NUMBER)
    return plain


def _choice[E: StrEnum](choices: type[E]) -> Callable[[Any], E]:
    def read(plain: Any) -> E:
        text = _text(plain)
        if text not in set(choices):
            raise BadRule(NO_CHOICE, text=text, known=", ".join(choices))
        return choices(text)

    return read


def _months(plain: Any) -> Months:
    if plain == "never":
        return "never"
    if isinstance(plain, str):
        raise BadRule(NO_MONTHS, count=plain)
    return _number(plain)


def _day(plain: Any) -> date:
    try:
        return date.fromisoformat(_text(plain))
    except BadRule:
        raise
    except ValueError:
        raise BadRule(NO_DAY, text=plain) from None


def _moment(plain: Any) -> datetime:
    try:
        moment = datetime.fromisoformat(_text(plain))
    except BadRule:
        raise
    except ValueError:
        raise BadRule(NO_MOMENT, text=plain) from None
    if moment.tzinfo is None or not 1900 <= moment.year <= 9000:
        raise BadRule(NO_MOMENT, text=plain)
    return moment


def _zone(plain: Any) -> ZoneInfo:
    if _text(plain) not in _zones():
        raise BadRule(NO_ZONE_NAME, text=plain)
    return ZoneInfo(plain)


@cache
def _zones() -> set[str]:
    return available_timezones()


def _window(plain: Any) -> Window:
    return Window.read(_text(plain))


def _windows(plain: Any) -> Windows:
    return tuple(sorted(_list(plain, _window)))


def _week(plain: Any) -> Week:
    days = _table(plain, dict.fromkeys(WEEKDAYS, _windows), *WEEKDAYS)
    return Week(tuple(days[name] for name in WEEKDAYS))


def _weekday(plain: Any) -> int:
    if _text(plain) not in WEEKDAYS:
        raise BadRule(NO_CHOICE, text=plain, known=", ".join(WEEKDAYS))
    return WEEKDAYS.index(plain)


def _weekdays(plain: Any) -> tuple[int, ...]:
    return tuple(sorted(set(_list(plain, _weekday))))


def _policy(plain: Any) -> Policy:
    return Policy.read(_text(plain))


def _span(plain: Any) -> Span:
    return Span(**_table(plain, {"since": _moment, "until": _moment}, "since"))


def _closing(plain: Any) -> Closing:
    readers = {"since": _moment, "until": _moment, "reason": _text}
    return Closing(**_table(plain, readers, "since"))


def _holidays(plain: Any) -> Holidays:
    readers = {"country": _text, "subdivision": _text, "apply": _choice(OnHolidays)}
    return Holidays(**_table(plain, readers, "country"))


def _special(plain: Any) -> Special:
    readers = {"first": _day, "last": _day, "windows": _windows, "name": _text}
    found = _table(plain, readers, "first", "windows")
    return Special(**{"last": found["first"], **found})


def _specials(plain: Any) -> Specials:
    return tuple(sorted(_list(plain, _special), key=lambda special: special.first))


def _policy_hours(plain: Any) -> PolicyHours:
    readers = {"days": _weekdays, "window": _window, "policy": _policy}
    return PolicyHours(**_table(plain, readers, *readers))


def _moderation(plain: Any) -> Moderation:
    readers = {"policy": _policy, "hours": lambda hours: _list(hours, _policy_hours)}
    return Moderation(**_table(plain, readers, "policy"))


def _queue(plain: Any) -> Queue:
    found = _table(plain, {"limit": _number, "then": _choice(Instead)})
    return Queue(**{"limit": None, **found})


_LAYER: dict[str, Reader] = {
    "on": _switch,
    "months": _months,
    "kept_open": _span,
    "week": _week,
    "holidays": _holidays,
    "exceptions": _specials,
    "outside": _choice(Instead),
    "moderation": _moderation,
    "pace": _number,
    "queue": _queue,
    "closed": _closing,
    "zone": _zone,
}
