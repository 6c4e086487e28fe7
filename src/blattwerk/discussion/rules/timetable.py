"""When a forum is open on the wall's clock: week, holidays, exceptions."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from blattwerk.discussion.rules.days import ONE_DAY, Holidays, OnHolidays, Specials, covering
from blattwerk.discussion.rules.hours import ALL_DAY, Week, Window, Windows

SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Timetable:
    """An exception goes before a holiday, a holiday before the week; a pattern of a course.

    A window belongs to the day it begins on: what opens on Saturday until 2:00 stays open until
    then, whatever holds on Sunday.
    """

    zone: ZoneInfo
    week: Week
    holidays: Holidays | None = None
    exceptions: Specials = ()

    def windows(self, day: date) -> Windows:
        if special := covering(self.exceptions, day):
            return special.windows
        if self._holidays_matter() and self.holidays and self.holidays.on(day):
            return self._on_holidays()
        return self.week.days[day.weekday()]

    def spans(self, day: date) -> Iterator[tuple[Window, None]]:
        return ((window, None) for window in self.windows(day))

    def value(self, marks: Collection[None]) -> bool:
        return bool(marks)

    def landmarks(self) -> tuple[date, ...]:
        edges = {day for each in self.exceptions for day in (each.first, each.last + ONE_DAY)}
        return tuple(sorted(edges))

    def is_steady(self) -> bool:
        days = {*self.week.days, *(special.windows for special in self.exceptions)}
        if self._holidays_matter():
            days.add(self._on_holidays())
        return days in ({ALL_DAY}, {()})

    def _holidays_matter(self) -> bool:
        return self.holidays is not None and self.holidays.apply is not OnHolidays.USUAL

    def _on_holidays(self) -> Windows:
        closed = self.holidays is not None and self.holidays.apply is OnHolidays.CLOSED
        return () if closed else self.week.days[SUNDAY]
