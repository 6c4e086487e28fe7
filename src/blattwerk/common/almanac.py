"""German names of days and months as Austria writes them. No setting, no clock: pure words."""

from datetime import date

MONTHS = (
    "Jänner", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")


def weekday(day: date) -> str:
    """ "Dienstag" """
    return WEEKDAYS[day.weekday()]


def month(day: date) -> str:
    """ "Jänner" """
    return MONTHS[day.month - 1]


def day_and_month(day: date) -> str:
    """ "4. März" """
    return f"{day.day}. {month(day)}"
