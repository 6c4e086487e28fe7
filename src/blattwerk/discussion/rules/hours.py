"""Opening hours on the wall's clock: windows of a day, and a week of them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Self

from blattwerk.discussion.rules.errors import BadRule, field, gettext_noop

DAY = 24 * 60  # minutes
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WINDOW = re.compile(r"(\d{1,2}):(\d{2}) ?[-–] ?(\d{1,2}):(\d{2})")

NO_WINDOW = gettext_noop("“%(text)s” is no window; write it like 06:00-23:00.")
NO_TIME = gettext_noop("%(text)s is no time of day; write one from 00:00 to 24:00.")
EMPTY = gettext_noop(
    "%(text)s begins and ends at the same time; write 00:00-24:00 for a whole day, or leave it out."
)
NO_START = gettext_noop("A window cannot begin at 24:00; let it begin at 00:00 of the day after.")
OUTSIDE = gettext_noop(
    "A window begins on its day and lasts less than 24 hours, or is 00:00-24:00; shorten it."
)
OVERLAP = gettext_noop("%(first)s and %(second)s overlap; make one window of them.")
SEVEN = gettext_noop("A week has seven days, Monday first; give each its windows.")


@dataclass(frozen=True, order=True, slots=True)
class Window:
    """Minutes of a day, the end not in it; an end above 1440 lies on the day after."""

    start: int
    end: int

    def __post_init__(self) -> None:
        shorter = 0 <= self.start < DAY and self.start < self.end < self.start + DAY
        if not shorter and (self.start, self.end) != (0, DAY):
            raise BadRule(OUTSIDE)

    @classmethod
    def read(cls, text: str) -> Self:
        """Of “20:00-02:00”; what ends before it begins ends on the day after."""
        match = _WINDOW.fullmatch(text.strip())
        if match is None:
            raise BadRule(NO_WINDOW, text=text)
        start, end = (_minutes(*match.group(part, part + 1)) for part in (1, 3))
        if start == DAY:
            raise BadRule(NO_START)
        if start == end:
            raise BadRule(EMPTY, text=text)
        return cls(start, end if end > start else end + DAY)

    def __str__(self) -> str:
        end = self.end - DAY if self.end > DAY else self.end
        return f"{_clock(self.start)}-{_clock(end)}"


Windows = tuple[Window, ...]
ALL_DAY: Windows = (Window(0, DAY),)


@dataclass(frozen=True, slots=True)
class Week:
    """The windows of each weekday, Monday first; a window belongs to the day it begins on."""

    days: tuple[Windows, ...]

    def __post_init__(self) -> None:
        if len(self.days) != len(WEEKDAYS):
            raise BadRule(SEVEN)
        for name, windows in zip(WEEKDAYS, self.days, strict=True):
            with field(name):
                refuse_overlap(windows)
        for yesterday, (name, today) in zip(
            (self.days[-1], *self.days), zip(WEEKDAYS, self.days, strict=True), strict=False
        ):
            with field(name):
                refuse_meeting(yesterday, today)

    @classmethod
    def daily(cls, *texts: str) -> Self:
        """The same windows each day."""
        return cls((tuple(Window.read(text) for text in texts),) * 7)


def refuse_overlap(windows: Iterable[Window]) -> None:
    """Windows of one day stand in order and apart."""
    for one, other in pairwise(windows):
        if other.start < one.end:
            raise BadRule(OVERLAP, first=one, second=other)


def refuse_meeting(yesterday: Windows, today: Windows) -> None:
    """A window that passes midnight ends before the next day's first begins."""
    if yesterday and today and yesterday[-1].end - DAY > today[0].start:
        raise BadRule(OVERLAP, first=yesterday[-1], second=today[0])


def both(one: Windows, other: Windows) -> Windows:
    """What lies in windows of both, of the same day."""
    return tuple(
        Window(start, end)
        for first in one
        for second in other
        if (start := max(first.start, second.start)) < (end := min(first.end, second.end))
    )


def both_weeks(one: Week, other: Week) -> Week:
    """What lies in windows of both, over midnights too."""
    days: list[list[Window]] = [[] for _ in WEEKDAYS]
    for start, end in chain.from_iterable(
        _common(first, second) for first in _in_week(one) for second in _in_week(other)
    ):
        day, minute = divmod(start, DAY)
        days[day % 7].append(Window(minute, minute + end - start))
    return Week(tuple(tuple(sorted(set(windows))) for windows in days))


def _in_week(week: Week) -> Iterator[tuple[int, int]]:
    for number, windows in enumerate(week.days):
        for window in windows:
            yield number * DAY + window.start, number * DAY + window.end


def _common(one: tuple[int, int], other: tuple[int, int]) -> Iterator[tuple[int, int]]:
    for shift in (-7 * DAY, 0, 7 * DAY):
        start, end = max(one[0], other[0] + shift), min(one[1], other[1] + shift)
        if start < end:
            yield start, end


def _minutes(hours: str, minutes: str) -> int:
    total = int(hours) * 60 + int(minutes)
    if total > DAY or int(minutes) > 59:
        raise BadRule(NO_TIME, text=f"{hours}:{minutes}")
    return total


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
