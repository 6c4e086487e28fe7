"""How a newspaper prints days and times: Austrian German, and English.

Never relative ("two hours ago", "today"): a page is kept and shown again later.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import get_language

MONTHS = {
    "de": "Jänner Februar März April Mai Juni Juli August September Oktober November Dezember",
    "en": "January February March April May June July August September October November December",
}
WEEKDAYS = {
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}


@dataclass(frozen=True)
class Printing:
    """One language's words and patterns."""

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    day: str
    clock: str
    moment: str
    dated: str


PRINTINGS = {
    "de": Printing(
        tuple(MONTHS["de"].split()),
        tuple(WEEKDAYS["de"].split()),
        day="{day}. {month} {year}",
        clock="{hour}.{minute:02}",
        moment="{printed_day}, {printed_clock} Uhr",
        dated="{weekday}, {printed_day}",
    ),
    "en": Printing(
        tuple(MONTHS["en"].split()),
        tuple(WEEKDAYS["en"].split()),
        day="{day} {month} {year}",
        clock="{hour}:{minute:02}",
        moment="{printed_day}, {printed_clock}",
        dated="{weekday}, {printed_day}",
    ),
}


def day(value: datetime | date, language: str | None = None) -> str:
    """“13. April 2021”"""
    when = _in_the_papers_zone(value)
    printing = _printing(language)
    return printing.day.format(day=when.day, month=printing.months[when.month - 1], year=when.year)


def clock(value: datetime, language: str | None = None) -> str:
    """“20.25”"""
    when = timezone.localtime(value)
    return _printing(language).clock.format(hour=when.hour, minute=when.minute)


def moment(value: datetime, language: str | None = None) -> str:
    """“13. April 2021, 20.25 Uhr”"""
    return _printing(language).moment.format(
        printed_day=day(value, language), printed_clock=clock(value, language)
    )


def dated(value: datetime | date, language: str | None = None) -> str:
    """“Dienstag, 13. April 2021”"""
    printing = _printing(language)
    weekday = printing.weekdays[_in_the_papers_zone(value).weekday()]
    return printing.dated.format(weekday=weekday, printed_day=day(value, language))


def machine(value: datetime | date, *, day_only: bool = False) -> str:
    """The same for machines: ISO 8601 with the paper's offset, or the day alone."""
    when = _in_the_papers_zone(value)
    if day_only or not isinstance(when, datetime):
        return f"{when.year:04}-{when.month:02}-{when.day:02}"
    return when.isoformat(timespec="seconds")


def _in_the_papers_zone(value: datetime | date) -> datetime | date:
    return timezone.localtime(value) if isinstance(value, datetime) else value


def _printing(language: str | None) -> Printing:
    return PRINTINGS.get((language or get_language() or "de")[:2], PRINTINGS["en"])
