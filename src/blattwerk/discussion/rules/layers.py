"""What desks set, and how it adds up: site, section, topics, page, each over the one before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from functools import cached_property, lru_cache, reduce
from typing import Any, Literal
from zoneinfo import ZoneInfo

from blattwerk.discussion.rules import days
from blattwerk.discussion.rules.course import Course, course_of
from blattwerk.discussion.rules.days import Holidays, OnHolidays, Specials, refuse_twice
from blattwerk.discussion.rules.errors import BadRule, field, gettext_noop
from blattwerk.discussion.rules.hours import Week, both_weeks
from blattwerk.discussion.rules.life import Closing, Span
from blattwerk.discussion.rules.moderation import (
    INSTEAD,
    PRE,
    Instead,
    Moderation,
    Moderations,
    Policy,
    Queue,
)
from blattwerk.discussion.rules.timetable import Timetable

NO_MONTHS = gettext_noop("%(count)s months are no age; write 1 to 1200, or never.")
NO_PACE = gettext_noop("%(count)s seconds are no pace; write 1 to 86400.")
ONE_ZONE = gettext_noop("A paper has one time zone; set it for the site alone.")
VIENNA = ZoneInfo("Europe/Vienna")
DAYTIME = Week.daily("06:00-23:00")
_HOLIDAYS = {apply: rank for rank, apply in enumerate(OnHolidays)}
Months = int | Literal["never"]


@dataclass(frozen=True, slots=True)
class Layer:
    """What one desk sets; None, or empty: it falls through to the layer below."""

    on: bool | None = None
    months: Months | None = None  # of age, after which the discussion closes
    kept_open: Span | None = None  # in spite of its age
    week: Week | None = None
    holidays: Holidays | None = None
    exceptions: Specials = ()
    outside: Instead | None = None  # what holds outside the windows
    moderation: Moderation | None = None
    pace: int | None = None  # seconds between two comments of a reader, where it is slow
    queue: Queue | None = None
    closed: Closing | None = None
    zone: ZoneInfo | None = None

    def __post_init__(self) -> None:
        if isinstance(self.months, int) and not 1 <= self.months <= 1200:
            raise BadRule(NO_MONTHS, "months", count=self.months)
        if self.pace is not None and not 1 <= self.pace <= 86400:
            raise BadRule(NO_PACE, "pace", count=self.pace)
        with field("exceptions"):
            refuse_twice(self.exceptions)


EMPTY = Layer()


@dataclass(frozen=True)
class Rules:
    """All that holds for a page; made by `lay`."""

    zone: ZoneInfo = VIENNA
    on: bool = True
    months: int | None = 18
    kept_open: Span | None = None
    week: Week = DAYTIME
    holidays: Holidays | None = None
    exceptions: Specials = ()
    outside: Instead = Instead.CLOSED
    moderations: tuple[Moderation, ...] = (Moderation(PRE),)
    pace: int = 180
    queues: tuple[Queue, ...] = ()
    closings: tuple[Closing, ...] = ()

    @cached_property
    def hours(self) -> Course[bool]:
        """When the windows are open."""
        return course_of(Timetable(self.zone, self.week, self.holidays, self.exceptions))

    @cached_property
    def policies(self) -> Course[Policy]:
        return course_of(Moderations(self.zone, self.moderations))


DEFAULTS = Rules()


@lru_cache(maxsize=1024)
def lay(
    *,
    site: Layer = EMPTY,
    sections: tuple[Layer, ...] = (),
    topics: tuple[Layer, ...] = (),
    page: Layer = EMPTY,
) -> Rules:
    """The rules of a page: what is set further up goes before; of several topics the stricter.

    `sections` stand outermost first. Exceptions go before others on their own days only; closings
    of all layers hold.
    """
    with field("zone"):
        if any(layer.zone for layer in (*sections, *topics, page)):
            raise BadRule(ONE_ZONE)
    below = reduce(over, (site, *sections))
    laid = over(over(below, strictest(topics)), page)
    return Rules(
        zone=laid.zone or DEFAULTS.zone,
        on=DEFAULTS.on if laid.on is None else laid.on,
        months=_months(laid.months),
        kept_open=laid.kept_open,
        week=laid.week or DEFAULTS.week,
        holidays=laid.holidays,
        exceptions=laid.exceptions,
        outside=laid.outside or DEFAULTS.outside,
        moderations=_together("moderation", below, topics, page) or DEFAULTS.moderations,
        pace=laid.pace or DEFAULTS.pace,
        queues=_together("queue", below, topics, page),
        closings=tuple(
            layer.closed for layer in (site, *sections, *topics, page) if layer.closed is not None
        ),
    )


def over(lower: Layer, upper: Layer) -> Layer:
    """The upper layer, and the lower one where it sets nothing."""
    taken = {
        each.name: getattr(lower, each.name)
        for each in fields(Layer)
        if getattr(upper, each.name) is None
    }
    exceptions = days.laid_over(upper.exceptions, lower.exceptions)
    return replace(upper, **{**taken, "exceptions": exceptions})


def strictest(topics: Sequence[Layer]) -> Layer:
    """Of each field the strictest of what topics set; moderation and queues hold side by side."""
    return Layer(
        on=_of(topics, "on", lambda one, other: one and other),
        months=_of(topics, "months", _sooner),
        kept_open=_of(topics, "kept_open", _shorter),
        week=_of(topics, "week", both_weeks),
        holidays=_of(topics, "holidays", lambda one, other: max(one, other, key=_by_holidays)),
        exceptions=reduce(days.stricter, (topic.exceptions for topic in topics), ()),
        outside=_of(topics, "outside", lambda one, other: max(one, other, key=INSTEAD.__getitem__)),
        pace=_of(topics, "pace", max),
    )


def _of(topics: Sequence[Layer], name: str, stricter: Callable[[Any, Any], Any]) -> Any:
    found = [value for topic in topics if (value := getattr(topic, name)) is not None]
    return reduce(stricter, found) if found else None


def _sooner(one: Months, other: Months) -> Months:
    if isinstance(one, int) and isinstance(other, int):
        return min(one, other)
    return other if one == "never" else one


def _shorter(one: Span, other: Span) -> Span:
    """What ends first; of two that end together what begins last."""
    return min(
        one, other, key=lambda span: (span.until is None, span.until, -span.since.timestamp())
    )


def _by_holidays(holidays: Holidays) -> tuple[int, str, str]:
    return _HOLIDAYS[holidays.apply], holidays.country, holidays.subdivision or ""


def _months(months: Months | None) -> int | None:
    if months is None:
        return DEFAULTS.months
    return months if isinstance(months, int) else None


def _together(name: str, below: Layer, topics: Sequence[Layer], page: Layer) -> tuple[Any, ...]:
    """The page's own; else those of all topics that set one; else what lies below."""
    for layers in ((page,), topics, (below,)):
        found = tuple(value for layer in layers if (value := getattr(layer, name)) is not None)
        if found:
            return found
    return ()
