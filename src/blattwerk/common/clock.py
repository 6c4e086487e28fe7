"""Deeds that are due again and again: each room names its own, the worker's clock runs them.

A room registers at start: `@every(timedelta(minutes=1))` on a function that takes `now`. It must be
safe to run twice. The desk keeps the book of strikes, so that one cluster runs each deed once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

Deed = Callable[[datetime], None]


@dataclass(frozen=True)
class Periodic:
    """A named deed and how often it is due."""

    name: str
    interval: timedelta
    deed: Deed


_periodics: dict[str, Periodic] = {}


def every(interval: timedelta, *, name: str) -> Callable[[Deed], Deed]:
    """Register a deed under a lasting name, such as `newsroom.publish_scheduled`."""

    def register(deed: Deed) -> Deed:
        _periodics[name] = Periodic(name, interval, deed)
        return deed

    return register


def periodics() -> tuple[Periodic, ...]:
    """All registered deeds, in order of name."""
    return tuple(_periodics[name] for name in sorted(_periodics))


def is_due(last: datetime | None, interval: timedelta, now: datetime) -> bool:
    """Whether a deed last begun at `last` is due; a clock set back never blocks it for long."""
    if last is None or last > now + interval:
        return True
    return now - last >= interval
