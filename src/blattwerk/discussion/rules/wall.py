"""The clock on the wall and the moment it stands for.

One rule, so that it can be told in a sentence: a time on the wall is the first moment at which the
clock shows it or a later one. An hour that comes twice in October counts when it first comes; an
hour that is left out in March counts when the clocks are put forward. So a later time on the wall
never means an earlier moment.
"""

from calendar import monthrange
from datetime import UTC, date, datetime, timedelta, tzinfo

MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)


def moment_of(wall: datetime, zone: tzinfo) -> datetime:
    """The moment, in UTC, of a naive time on the wall."""
    moment = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
    if _shown(moment, zone) == wall:
        return moment
    return _forward(wall, zone, after=moment)


def minutes_into(day: date, minutes: int, zone: tzinfo) -> datetime:
    """The moment, in UTC, that many minutes on the wall after a day's midnight."""
    return moment_of(datetime(day.year, day.month, day.day) + minutes * MINUTE, zone)  # noqa: DTZ001


def months_after(moment: datetime, months: int, zone: tzinfo) -> datetime:
    """The same day and time on the wall so many months on; a month's last day where it is shorter.

    Raises OverflowError behind the year 9998.
    """
    wall = _shown(moment, zone)
    years, month = divmod(wall.month - 1 + months, 12)
    year = wall.year + years
    if year > 9998:
        raise OverflowError
    day = min(wall.day, monthrange(year, month + 1)[1])
    return moment_of(wall.replace(year=year, month=month + 1, day=day, fold=0), zone)


def _shown(moment: datetime, zone: tzinfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None, fold=0)


def _forward(wall: datetime, zone: tzinfo, *, after: datetime) -> datetime:
    """When the clocks were put forward over a time; zones do so at whole seconds."""
    before = wall.replace(tzinfo=zone, fold=1).astimezone(UTC).replace(microsecond=0)
    steps = (after - before) // SECOND + 1
    low, high = 0, steps
    while high - low > 1:
        middle = (low + high) // 2
        if _shown(before + middle * SECOND, zone) < wall:
            low = middle
        else:
            high = middle
    return before + high * SECOND
