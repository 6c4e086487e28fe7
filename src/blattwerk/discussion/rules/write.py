"""A layer's values as plain data."""

from collections.abc import Callable
from typing import Any

from blattwerk.discussion.rules.days import Holidays, Special
from blattwerk.discussion.rules.hours import WEEKDAYS, Week, Windows
from blattwerk.discussion.rules.layers import Layer
from blattwerk.discussion.rules.life import Closing, Span
from blattwerk.discussion.rules.moderation import Moderation, PolicyHours, Queue


def to_plain(layer: Layer) -> dict[str, Any]:
    """What is set, and nothing else; `read.from_plain` reads it."""
    values = {name: getattr(layer, name) for name in _WRITERS}
    return {
        name: write(values[name])
        for name, write in _WRITERS.items()
        if values[name] not in (None, ())
    }


def _as_is(value: Any) -> Any:
    return value


def _span(span: Span) -> dict[str, Any]:
    until = span.until.isoformat() if span.until else None
    return {"since": span.since.isoformat(), "until": until}


def _closing(closing: Closing) -> dict[str, Any]:
    return {**_span(closing), "reason": closing.reason}


def _windows(windows: Windows) -> list[str]:
    return [str(window) for window in windows]


def _week(week: Week) -> dict[str, list[str]]:
    return {name: _windows(day) for name, day in zip(WEEKDAYS, week.days, strict=True)}


def _holidays(holidays: Holidays) -> dict[str, Any]:
    return {
        "country": holidays.country,
        "subdivision": holidays.subdivision,
        "apply": str(holidays.apply),
    }


def _special(special: Special) -> dict[str, Any]:
    return {
        "first": special.first.isoformat(),
        "last": special.last.isoformat(),
        "windows": _windows(special.windows),
        "name": special.name,
    }


def _hours(hours: PolicyHours) -> dict[str, Any]:
    days = [WEEKDAYS[number] for number in hours.days]
    return {"days": days, "window": str(hours.window), "policy": str(hours.policy)}


def _moderation(moderation: Moderation) -> dict[str, Any]:
    hours = [_hours(each) for each in moderation.hours]
    return {"policy": str(moderation.policy), "hours": hours}


def _queue(queue: Queue) -> dict[str, Any]:
    return {"limit": queue.limit, "then": str(queue.then)}


_WRITERS: dict[str, Callable[[Any], Any]] = {
    "on": _as_is,
    "months": _as_is,
    "kept_open": _span,
    "week": _week,
    "holidays": _holidays,
    "exceptions": lambda specials: [_special(each) for each in specials],
    "outside": str,
    "moderation": _moderation,
    "pace": _as_is,
    "queue": _queue,
    "closed": _closing,
    "zone": str,
}
