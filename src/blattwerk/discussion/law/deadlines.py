"""By when something is to be decided, and how near that is; pure.

Days are the wall clock's: what comes in on Friday at noon is due on the next Friday at noon, also
when the clocks change between.
"""

from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from blattwerk.discussion.models import Notice
from blattwerk.discussion.rules.wall import moment_of, months_after

COMPLAINT_DAYS = 7
NOTICE_DAYS = {Notice.Kind.DANGER: 1, Notice.Kind.LAW: 7, Notice.Kind.RULES: 7}
NEAR = timedelta(days=3)
COMPLAIN_WITHIN = 6  # months: Art. 20(1)


class Light(StrEnum):
    """Green: there is time; amber: three days or less; red: too late."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


def days_after(moment: datetime, days: int, zone: ZoneInfo) -> datetime:
    """The same time on the wall so many days on."""
    wall = moment.astimezone(zone).replace(tzinfo=None, fold=0)
    return moment_of(wall + timedelta(days=days), zone)


def complaint_due(at: datetime, zone: ZoneInfo) -> datetime:
    """When a complaint made then is to be decided."""
    return days_after(at, COMPLAINT_DAYS, zone)


def notice_due(kind: str, at: datetime, zone: ZoneInfo) -> datetime:
    """When a notice given then is to be decided."""
    return days_after(at, NOTICE_DAYS[Notice.Kind(kind)], zone)


def complaints_until(at: datetime, zone: ZoneInfo) -> datetime:
    """Until when a decision of then can be complained about."""
    return months_after(at, COMPLAIN_WITHIN, zone)


def light(due: datetime, now: datetime) -> Light:
    """How near it is."""
    if now >= due:
        return Light.RED
    return Light.AMBER if due - now <= NEAR else Light.GREEN
