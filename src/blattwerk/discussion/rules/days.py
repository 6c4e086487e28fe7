"""Days that are not like other days: holidays, and exceptions that a desk sets."""

import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cache, lru_cache
from itertools import pairwise

import holidays

from blattwerk.discussion.rules.errors import BadRule, gettext_noop
from blattwerk.discussion.rules.hours import (
    Windows,
    both,
    refuse_meeting,
    refuse_overlap,
)

ONE_DAY = timedelta(days=1)
NO_COUNTRY = gettext_noop(
    "“%(text)s” is no country whose holidays are known; write its code, as AT."
)
NO_PART = gettext_noop(
    "“%(text)s” is no part of %(country)s; write one of %(known)s, or none for the whole country."
)
BACKWARDS = gettext_noop("%(last)s lies before %(first)s; exchange the two days.")
TWICE = gettext_noop("Two exceptions cover %(day)s; make one of them.")
FAR = gettext_noop("%(day)s is too far off; write a day from the year 1900 to the year 9000.")


class OnHolidays(StrEnum):
    """What holds on a holiday, the stricter the later."""

    USUAL = "usual"
    SUNDAY = "sunday"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Holidays:
    """Public holidays of a country or a part of it (ISO 3166), and what holds on them."""

    country: str
    subdivision: str | None = None
    apply: OnHolidays = OnHolidays.SUNDAY

    def __post_init__(self) -> None:
        known = _countries()
        if self.country not in known:
            raise BadRule(NO_COUNTRY, "country", text=self.country)
        parts = known[self.country]
        if self.subdivision is not None and self.subdivision not in parts:
            named = ", ".join(parts) or "–"
            values = {"text": self.subdivision, "country": self.country, "known": named}
            raise BadRule(NO_PART, "subdivision", **values)

    def on(self, day: date) -> bool:
        return day in _holidays_of(self.country, self.subdivision, day.year)


@dataclass(frozen=True, slots=True)
class Special:
    """An exception: windows of its own from the first day to the last, whatever days they are."""

    first: date
    last: date
    windows: Windows
    name: str = ""

    def __post_init__(self) -> None:
        for day in (self.first, self.last):
            if not 1900 <= day.year <= 9000:
                raise BadRule(FAR, day=day)
        if self.last < self.first:
            raise BadRule(BACKWARDS, "last", first=self.first, last=self.last)
        refuse_overlap(self.windows)
        if self.last > self.first:
            refuse_meeting(self.windows, self.windows)

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last


Specials = tuple[Special, ...]


def refuse_twice(specials: Iterable[Special]) -> None:
    """No day stands in two exceptions of one desk."""
    for one, other in pairwise(sorted(specials, key=_first)):
        if other.first <= one.last:
            raise BadRule(TWICE, day=other.first)


def laid_over(upper: Specials, lower: Specials) -> Specials:
    """The upper ones, and the lower ones on the days that are left."""
    return _by_day(upper, lower, lambda one, _other: one)


def stricter(one: Specials, other: Specials) -> Specials:
    """Both; on days that stand in both, what lies in windows of both."""
    return _by_day(one, other, _both_of)


def _both_of(one: Special, other: Special) -> Special:
    name = " / ".join(sorted({one.name, other.name} - {""}))
    return replace(one, windows=both(one.windows, other.windows), name=name)


def _by_day(
    one: Specials, other: Specials, chosen: Callable[[Special, Special], Special]
) -> Specials:
    """Cut into ranges that stand apart; `chosen` says what holds where both have one."""
    cuts = sorted({day for each in (*one, *other) for day in (each.first, each.last + ONE_DAY)})
    found = []
    for first, after in pairwise(cuts):
        mine, theirs = covering(one, first), covering(other, first)
        holds = chosen(mine, theirs) if mine and theirs else mine or theirs
        if holds:
            found.append(replace(holds, first=first, last=after - ONE_DAY))
    return tuple(found)


def covering(specials: Specials, day: date) -> Special | None:
    """The exception a day stands in."""
    return next((special for special in specials if special.covers(day)), None)


def _first(special: Special) -> date:
    return special.first


@cache
def _countries() -> dict[str, list[str]]:
    return holidays.list_supported_countries()


@lru_cache(maxsize=256)
def _holidays_of(country: str, subdivision: str | None, year: int) -> frozenset[date]:
    """Where the moon makes holidays, some are not known of far years; the others are."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Requested Holidays are available only")
        found = holidays.country_holidays(country, subdiv=subdivision, years=year, expand=False)
        return frozenset(found)
