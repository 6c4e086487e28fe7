"""What holds when: a pattern on the wall's clock, as a course of moments.

A month's course is made once and kept, with a week on either side; so a question is two bisections.
"""

from bisect import bisect_right
from collections.abc import Collection, Hashable, Iterable
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple, Protocol
from zoneinfo import ZoneInfo

from blattwerk.discussion.rules.hours import Window
from blattwerk.discussion.rules.wall import minutes_into

SEARCHED = 14  # months: every yearly holiday comes round in them
KEPT = 256  # months
TICK = timedelta(microseconds=1)


class Pattern[T](Protocol):
    """What a course is made of."""

    @property
    def zone(self) -> ZoneInfo: ...

    def spans(self, day: date) -> Iterable[tuple[Window, Any]]:
        """The windows that begin on a day, each with a mark."""

    def value(self, marks: Collection[Any]) -> T:
        """What holds while the windows with these marks are open."""

    def landmarks(self) -> tuple[date, ...]:
        """Days, in order, about which something changes that comes neither weekly nor yearly."""

    def is_steady(self) -> bool:
        """Whether it is known that the value never changes."""


class Hold[T](NamedTuple):
    """What holds at a moment, from when, until when; None: no change is known."""

    value: T
    since: datetime | None
    until: datetime | None


class Stretch[T](NamedTuple):
    """Changes between two moments; `values[n]` holds up to `points[n]`."""

    low: datetime
    high: datetime
    points: list[datetime]
    values: list[T]


class Course[T]:
    """The course of a pattern; `at` answers for a moment in UTC."""

    def __init__(self, pattern: Pattern[T]) -> None:
        self.pattern = pattern
        self.steady = pattern.is_steady()
        self.constant = pattern.value([mark for _, mark in pattern.spans(date(2000, 1, 1))])
        self.landmarks = tuple(minutes_into(day, 0, pattern.zone) for day in pattern.landmarks())
        self._months: dict[tuple[int, int], Stretch[T]] = {}
        self._beyond: dict[tuple[datetime, bool], datetime | None] = {}

    def at(self, moment: datetime) -> Hold[T]:
        if self.steady:
            return Hold(self.constant, None, None)
        stretch = self._around(moment)
        place = bisect_right(stretch.points, moment)
        since = stretch.points[place - 1] if place else self._far(stretch.low, ahead=False)
        within = place < len(stretch.points)
        until = stretch.points[place] if within else self._far(stretch.high, ahead=True)
        return Hold(stretch.values[place], since, until)

    def _far(self, edge: datetime, *, ahead: bool) -> datetime | None:
        """What lies beyond a stretch is looked for once."""
        try:
            return self._beyond[edge, ahead]
        except KeyError:
            found = self._beyond[edge, ahead] = self._after(edge) if ahead else self._before(edge)
            return found

    def _after(self, moment: datetime) -> datetime | None:
        """The first change from a moment on; stretches overlap, so none is lost between two."""
        begin = moment
        for _ in range(SEARCHED):
            stretch = self._around(moment)
            place = bisect_right(stretch.points, moment - TICK)
            if place < len(stretch.points):
                return stretch.points[place]
            moment = stretch.high
        for landmark in self.landmarks:
            if landmark > begin and (later := self._later_than(begin, landmark)):
                return later
        return None

    def _later_than(self, moment: datetime, landmark: datetime) -> datetime | None:
        return next((point for point in self._around(landmark).points if point >= moment), None)

    def _before(self, moment: datetime) -> datetime | None:
        """The last change up to a moment."""
        begin = moment
        for _ in range(SEARCHED):
            stretch = self._around(moment)
            if place := bisect_right(stretch.points, moment):
                return stretch.points[place - 1]
            moment = stretch.low
        for landmark in reversed(self.landmarks):
            points = self._around(landmark).points
            if landmark < begin and (place := bisect_right(points, begin)):
                return points[place - 1]
        return None

    def _around(self, moment: datetime) -> Stretch[T]:
        wall = moment.astimezone(self.pattern.zone)
        month = wall.year, wall.month
        found = self._months.get(month)
        if found is None:
            if len(self._months) >= KEPT:
                self._months.clear()
                self._beyond.clear()
            found = self._months[month] = self._stretch(*month)
        return found

    def _stretch(self, year: int, month: int) -> Stretch[T]:
        first = date(year, month, 1).toordinal()
        after = date(year + month // 12, month % 12 + 1, 1).toordinal()
        zone = self.pattern.zone
        low = minutes_into(date.fromordinal(first - 7), 0, zone)
        high = minutes_into(date.fromordinal(after + 7), 0, zone)
        points: list[datetime] = []
        values = [self.pattern.value(())]
        marks: list[Any] = []
        for moment, changes in groupby(self._changes(first - 9, after + 9), key=itemgetter(0)):
            for _, begins, mark in changes:
                marks.append(mark) if begins else marks.remove(mark)
            value = self.pattern.value(marks)
            if moment >= high:
                break
            if moment <= low:
                values = [value]
            elif value != values[-1]:
                points.append(moment)
                values.append(value)
        return Stretch(low, high, points, values)

    def _changes(self, first: int, after: int) -> list[tuple[datetime, bool, Any]]:
        """When windows begin and end, in order; those that last no moment are left out."""
        changes = []
        for number in range(first, after):
            day = date.fromordinal(number)
            for window, mark in self.pattern.spans(day):
                begin = minutes_into(day, window.start, self.pattern.zone)
                end = minutes_into(day, window.end, self.pattern.zone)
                if begin < end:
                    changes += [(begin, True, mark), (end, False, mark)]
        return sorted(changes, key=itemgetter(0))


class HashablePattern[T](Pattern[T], Hashable, Protocol):
    """A pattern whose course can be kept."""


@lru_cache(maxsize=256)
def course_of[T](pattern: HashablePattern[T]) -> Course[T]:
    """The one course of equal patterns."""
    return Course(pattern)
