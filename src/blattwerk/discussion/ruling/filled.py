"""What is set, as the values of the form's fields; `entered.py` reads them back."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

LOCAL = "%Y-%m-%dT%H:%M"
type Plain = dict[str, Any]
type Writer = Callable[[Any, ZoneInfo], dict[str, str]]


def fields_of(plain: Plain, zone: ZoneInfo) -> dict[str, str]:
    """The form's values for what is set."""
    found: dict[str, str] = {}
    for name, value in plain.items():
        if value is not None:
            found.update(_WRITERS[name](value, zone))
    return {name: text for name, text in found.items() if text}


def local(moment: str, zone: ZoneInfo) -> str:
    """As a field for day and time has it."""
    return datetime.fromisoformat(moment).astimezone(zone).strftime(LOCAL)


def _write_span(name: str) -> Writer:
    def write(value: Plain, zone: ZoneInfo) -> dict[str, str]:
        found = {name: "yes", f"{name}-reason": value.get("reason", "")}
        for edge in ("since", "until"):
            found[f"{name}-{edge}"] = local(value[edge], zone) if value.get(edge) else ""
        return found

    return write


def _write_months(value: int | str, _zone: ZoneInfo) -> dict[str, str]:
    return {"age": "never"} if value == "never" else {"age": "months", "months": str(value)}


def _write_week(value: Plain, _zone: ZoneInfo) -> dict[str, str]:
    found = {"week": "own"}
    for day, windows in value.items():
        found.update(_write_windows(f"week-{day}", windows))
    return found


def _write_windows(prefix: str, windows: list[str]) -> dict[str, str]:
    found = {}
    for number, window in enumerate(windows):
        found.update(_write_window(f"{prefix}-{number}", window))
    return found


def _write_window(prefix: str, window: str) -> dict[str, str]:
    start, _dash, end = window.partition("-")
    return {f"{prefix}-from": start, f"{prefix}-to": "00:00" if end == "24:00" else end}


def _write_holidays(value: Plain, _zone: ZoneInfo) -> dict[str, str]:
    return {
        "holidays": value.get("apply") or "sunday",
        "holidays-country": value["country"],
        "holidays-subdivision": value.get("subdivision") or "",
    }


def _write_exceptions(value: list[Plain], _zone: ZoneInfo) -> dict[str, str]:
    found = {}
    for number, row in enumerate(value):
        prefix = f"exceptions-{number}"
        found[f"{prefix}-first"] = row["first"]
        found[f"{prefix}-last"] = row.get("last") or row["first"]
        found[f"{prefix}-name"] = row.get("name") or ""
        found.update(_write_windows(f"{prefix}-windows", row["windows"]))
    return found


def _write_moderation(value: Plain, _zone: ZoneInfo) -> dict[str, str]:
    found = _write_policy("moderation", value["policy"])
    for number, row in enumerate(value.get("hours") or ()):
        prefix = f"hours-{number}"
        found.update(dict.fromkeys((f"{prefix}-{day}" for day in row["days"]), "on"))
        found.update(_write_window(prefix, row["window"]))
        found.update(_write_policy(prefix, row["policy"]))
    return found


def _write_policy(prefix: str, policy: str) -> dict[str, str]:
    who, _dash, approved = policy.partition("-")
    return {f"{prefix}-policy": who, f"{prefix}-approved": approved}


def _write_queue(value: Plain, _zone: ZoneInfo) -> dict[str, str]:
    limit = value.get("limit")
    found = {"queue": "none" if limit is None else "limit", "queue-then": value.get("then") or ""}
    return {**found, "queue-limit": "" if limit is None else str(limit)}


def _write_as_is(name: str) -> Writer:
    return lambda value, _zone: {name: str(value)}


_WRITERS: dict[str, Writer] = {
    "on": lambda value, _zone: {"on": "yes" if value else "no"},
    "months": _write_months,
    "kept_open": _write_span("kept_open"),
    "week": _write_week,
    "holidays": _write_holidays,
    "exceptions": _write_exceptions,
    "outside": _write_as_is("outside"),
    "moderation": _write_moderation,
    "pace": _write_as_is("pace"),
    "queue": _write_queue,
    "closed": _write_span("closed"),
    "zone": _write_as_is("zone"),
}
