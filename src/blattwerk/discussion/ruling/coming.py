"""What a set of rules means: now, and in the week to come."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from blattwerk.discussion.rules.layers import Rules
from blattwerk.discussion.rules.life import Page as Known
from blattwerk.discussion.rules.state import Kind, State, state_of
from blattwerk.discussion.told import DAYS, told

WEEK = timedelta(days=7)
MOST_CHANGES = 120  # in a week
DAY_OLD = timedelta(days=1)  # an article that stands for all new ones

KINDS = {
    Kind.OPEN: gettext_lazy("open"),
    Kind.PRE_MODERATED: gettext_lazy("read before they appear"),
    Kind.SLOW: gettext_lazy("slow"),
    Kind.AGED: gettext_lazy("closed: too old"),
    Kind.NIGHT: gettext_lazy("closed"),
    Kind.DESK: gettext_lazy("closed by the team"),
    Kind.FULL: gettext_lazy("closed: the queue is full"),
    Kind.OFF: gettext_lazy("off"),
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time of a day in which the same holds; `whole` is a day from midnight to midnight."""

    day: date
    start: str
    end: str
    state: State

    @property
    def whole(self) -> bool:
        return (self.start, self.end) == ("0:00", "24:00")

    @property
    def words(self) -> str:
        """“open”, or “closed: too old”."""
        return str(KINDS[self.state.kind])


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the week to come."""

    day: date
    stretches: list[Stretch]

    @property
    def name(self) -> str:
        """“Mo., 23. 11.” in the reader's language."""
        return _("%(weekday)s, %(day)d/%(month)d") % {
            "weekday": DAYS[self.day.weekday()],
            "day": self.day.day,
            "month": self.day.month,
        }


@dataclass(frozen=True, slots=True)
class Preview:
    """What holds now in a sentence, and day by day."""

    state: State
    sentence: str
    days: list[Day]


def preview_of(rules: Rules, published: datetime | None, waiting: int, now: datetime) -> Preview:
    """For a page that came out then; the queue is taken to stay as long as it is."""
    known = Known(published, waiting)
    state = state_of(rules, known, now)
    stretches = _by_day(_states(rules, known, now), rules, now)
    days = [Day(day, list(same)) for day, same in groupby(stretches, key=_day)]
    return Preview(state, told(state, now), days)


def fresh(now: datetime) -> datetime:
    """When an article came out that stands for all new ones."""
    return now - DAY_OLD


def _states(rules: Rules, known: Known, now: datetime) -> Iterator[tuple[datetime, State]]:
    """Each state with the moment it begins; those that differ in their notice alone are one."""
    moment: datetime | None = now
    last = None
    for _number in range(MOST_CHANGES):
        if moment is None or moment >= now + WEEK:
            return
        state = state_of(rules, known, moment)
        if (state.kind, state.policy) != last:
            yield moment, state
            last = (state.kind, state.policy)
        moment = state.until


def _by_day(
    states: Iterator[tuple[datetime, State]], rules: Rules, now: datetime
) -> Iterator[Stretch]:
    """Cut at midnights of the paper's clock."""
    begun = list(states)
    ends = [moment for moment, _state in begun[1:]] + [now + WEEK]
    for (start, state), end in zip(begun, ends, strict=True):
        wall, last = timezone.localtime(start, rules.zone), timezone.localtime(end, rules.zone)
        while wall.date() < last.date():
            yield Stretch(wall.date(), _clock(wall), "24:00", state)
            following = wall.date() + timedelta(days=1)
            wall = datetime(following.year, following.month, following.day, tzinfo=rules.zone)
        if wall < last:
            yield Stretch(wall.date(), _clock(wall), _clock(last), state)


def _clock(wall: datetime) -> str:
    return f"{wall.hour}:{wall.minute:02}"


def _day(stretch: Stretch) -> date:
    return stretch.day
