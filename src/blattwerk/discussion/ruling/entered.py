"""A layer of rules as the fields of a form, and back; names and texts in, plain data out.

What is typed becomes the plain data that `rules.read` reads, so that a rule is refused in one place
and with one sentence. Every field can be left at “as below”: then it is not in the data.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from blattwerk.common.numbered import number_in
from blattwerk.discussion.rules.errors import BadRule, gettext_noop
from blattwerk.discussion.rules.hours import WEEKDAYS
from blattwerk.discussion.rules.read import from_plain
from blattwerk.discussion.rules.wall import moment_of
from blattwerk.discussion.ruling.filled import Plain, local

MOST_ROWS = 60  # of windows a day, exceptions, hours
HALF = gettext_noop("A window has two times; write from when and until when.")
NO_DATE = gettext_noop("Choose a day and a time, or leave both out.")

type Entered = Mapping[str, str]


def plain_of(entered: Entered, zone: ZoneInfo, before: Plain) -> tuple[Plain, dict[str, BadRule]]:
    """What was entered as plain data, and what cannot be, by the field of the layer.

    `before` is what was set: a moment that nobody touched stays to the microsecond.
    """
    plain, bad = {}, {}
    for name, read in _READERS.items():
        try:
            value = read(entered, zone, before.get(name) or {})
            if value is not None:
                from_plain({name: value})
                plain[name] = value
        except BadRule as error:
            bad[name] = error
    return plain, bad


def rows_in(entered: Entered, prefix: str) -> list[int]:
    """The numbers of the rows that were sent under a name, such as `exceptions-3-first`."""
    begins = f"{prefix}-"
    named = (name.removeprefix(begins) for name in entered if name.startswith(begins))
    numbers = {number_in(rest.partition("-")[0], 3) for rest in named}
    return sorted(number for number in numbers if number is not None)[:MOST_ROWS]


def _text(entered: Entered, name: str) -> str:
    return entered.get(name, "").replace("\0", "").strip()


def _number(text: str) -> int | str:
    """What is no number is refused by whoever reads it."""
    number = number_in(text, 9)
    return text if number is None else number


def _read_on(entered: Entered, _zone: ZoneInfo, _before: Plain) -> bool | None:
    return {"yes": True, "no": False}.get(_text(entered, "on"))


def _read_months(entered: Entered, _zone: ZoneInfo, _before: Plain) -> int | str | None:
    chosen = _text(entered, "age")
    if chosen == "months":
        return _number(_text(entered, "months"))
    return "never" if chosen == "never" else None


def _read_kept(entered: Entered, zone: ZoneInfo, before: Plain) -> Plain | None:
    return _span(entered, "kept_open", zone, before)


def _read_closed(entered: Entered, zone: ZoneInfo, before: Plain) -> Plain | None:
    span = _span(entered, "closed", zone, before)
    return {**span, "reason": _text(entered, "closed-reason")} if span else None


def _span(entered: Entered, name: str, zone: ZoneInfo, before: Plain) -> Plain | None:
    if _text(entered, name) != "yes":
        return None
    since, until = (
        _moment(_text(entered, f"{name}-{edge}"), zone, before.get(edge))
        for edge in ("since", "until")
    )
    if since is None:
        raise BadRule(NO_DATE, "since")
    return {"since": since, "until": until}


def _moment(text: str, zone: ZoneInfo, before: str | None) -> str | None:
    if not text:
        return None
    if before is not None and text == local(before, zone):
        return before
    try:
        wall = datetime.fromisoformat(text)
    except ValueError:
        raise BadRule(NO_DATE) from None
    if wall.tzinfo is not None or not 1900 <= wall.year <= 9000:
        raise BadRule(NO_DATE)
    return moment_of(wall, zone).isoformat()


def _read_week(entered: Entered, _zone: ZoneInfo, _before: Plain) -> Plain | None:
    if _text(entered, "week") != "own":
        return None
    return {day: list(_windows(entered, f"week-{day}", day)) for day in WEEKDAYS}


def _windows(entered: Entered, prefix: str, where: str) -> Iterator[str]:
    for number in rows_in(entered, prefix):
        window = _window(entered, f"{prefix}-{number}", where)
        if window:
            yield window


def _window(entered: Entered, prefix: str, where: str) -> str:
    """Two clocks; the same midnight twice is a whole day."""
    start, end = _text(entered, f"{prefix}-from"), _text(entered, f"{prefix}-to")
    if bool(start) != bool(end):
        raise BadRule(HALF, where)
    if start == end == "00:00":
        return "00:00-24:00"
    return f"{start}-{end}" if start else ""


def _read_holidays(entered: Entered, _zone: ZoneInfo, _before: Plain) -> Plain | None:
    apply = _text(entered, "holidays")
    if not apply:
        return None
    part = _text(entered, "holidays-subdivision").upper() or None
    country = _text(entered, "holidays-country").upper()
    return {"country": country, "subdivision": part, "apply": apply}


def _read_exceptions(entered: Entered, _zone: ZoneInfo, _before: Plain) -> list[Plain] | None:
    found = []
    for number in rows_in(entered, "exceptions"):
        prefix = f"exceptions-{number}"
        first, last = _text(entered, f"{prefix}-first"), _text(entered, f"{prefix}-last")
        name = _text(entered, f"{prefix}-name")
        windows = list(_windows(entered, f"{prefix}-windows", str(number + 1)))
        if first or last or name or windows:
            row = {"first": first, "last": last or first, "windows": windows, "name": name}
            found.append(row)
    return found or None


def _read_outside(entered: Entered, _zone: ZoneInfo, _before: Plain) -> str | None:
    return _text(entered, "outside") or None


def _read_moderation(entered: Entered, _zone: ZoneInfo, _before: Plain) -> Plain | None:
    usual = _policy(entered, "moderation")
    hours = [
        row
        for number in rows_in(entered, "hours")
        if (row := _policy_hours(entered, f"hours-{number}", str(number + 1)))
    ]
    if not usual and not hours:
        return None
    return {"policy": usual, "hours": hours}


def _policy(entered: Entered, prefix: str) -> str:
    chosen = _text(entered, f"{prefix}-policy")
    if chosen != "first":
        return chosen
    return f"first-{_number(_text(entered, f'{prefix}-approved')) or 0}"


def _policy_hours(entered: Entered, prefix: str, where: str) -> Plain | None:
    days = [day for day in WEEKDAYS if _text(entered, f"{prefix}-{day}")]
    window, policy = _window(entered, prefix, where), _policy(entered, prefix)
    if not days and not window and not policy:
        return None
    return {"days": days, "window": window, "policy": policy}


def _read_pace(entered: Entered, _zone: ZoneInfo, _before: Plain) -> int | str | None:
    text = _text(entered, "pace")
    return _number(text) if text else None


def _read_queue(entered: Entered, _zone: ZoneInfo, _before: Plain) -> Plain | None:
    chosen = _text(entered, "queue")
    if not chosen:
        return None
    limit = _number(_text(entered, "queue-limit")) if chosen == "limit" else None
    then = _text(entered, "queue-then") or "pre-moderated"
    return {"limit": limit, "then": then}


def _read_zone(entered: Entered, _zone: ZoneInfo, _before: Plain) -> str | None:
    return _text(entered, "zone") or None


_READERS = {
    "on": _read_on,
    "months": _read_months,
    "kept_open": _read_kept,
    "week": _read_week,
    "holidays": _read_holidays,
    "exceptions": _read_exceptions,
    "outside": _read_outside,
    "moderation": _read_moderation,
    "pace": _read_pace,
    "queue": _read_queue,
    "closed": _read_closed,
    "zone": _read_zone,
}
