"""Rules, pages and moments as hypothesis draws them; with a liking for the nights that matter."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from blattwerk.discussion.rules.days import Holidays, OnHolidays, Special
from blattwerk.discussion.rules.hours import DAY, Week, Window, Windows
from blattwerk.discussion.rules.layers import Layer, Rules, lay
from blattwerk.discussion.rules.life import Closing, Page, Span
from blattwerk.discussion.rules.moderation import (
    Instead,
    Moderation,
    Policy,
    PolicyHours,
    Queue,
    Who,
)

NAMES = (
    "Europe/Vienna",
    "Europe/London",
    "America/New_York",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "UTC",
)
zones = st.sampled_from([ZoneInfo(name) for name in NAMES])

FIRST, LAST = datetime(2015, 1, 1, tzinfo=UTC), datetime(2040, 12, 31, tzinfo=UTC)
CHANGES = (  # of the clocks, and days that not every year has
    datetime(2026, 3, 29, tzinfo=UTC),
    datetime(2026, 10, 25, tzinfo=UTC),
    datetime(2027, 3, 14, tzinfo=UTC),
    datetime(2027, 11, 7, tzinfo=UTC),
    datetime(2025, 4, 5, tzinfo=UTC),
    datetime(2025, 10, 4, tzinfo=UTC),
    datetime(2028, 2, 29, tzinfo=UTC),
    datetime(2032, 12, 31, tzinfo=UTC),
)
anywhere = st.integers(0, int((LAST - FIRST).total_seconds())).map(
    lambda seconds: FIRST + timedelta(seconds=seconds)
)
near_changes = st.builds(
    lambda day, minutes: day + timedelta(minutes=minutes),
    st.sampled_from(CHANGES),
    st.integers(-DAY, 2 * DAY),
)
moments = anywhere | near_changes
minutes = st.integers(0, DAY) | st.integers(0, 16).map(lambda quarter: quarter * 15)


@st.composite
def days(draw: st.DrawFn) -> Windows:
    """Up to three windows of one day."""
    cuts = sorted(draw(st.sets(minutes, max_size=6)))
    return tuple(Window(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False))


@st.composite
def weeks(draw: st.DrawFn) -> Week:
    """Some of the last windows pass midnight, some days have none."""
    plain = draw(st.lists(days(), min_size=7, max_size=7))
    return Week(
        tuple(
            _into_the_night(draw, today, tomorrow)
            for today, tomorrow in zip(plain, (*plain[1:], plain[0]), strict=True)
        )
    )


def _into_the_night(draw: st.DrawFn, today: Windows, tomorrow: Windows) -> Windows:
    if not today or not draw(st.booleans()):
        return today
    longest = min(tomorrow[0].start if tomorrow else DAY, max(today[-1].start - 1, 0))
    return (*today[:-1], Window(today[-1].start, DAY + draw(st.integers(0, longest))))


@st.composite
def exceptions(draw: st.DrawFn) -> tuple[Special, ...]:
    """Up to three, apart from one another."""
    first, found = date(2015, 1, 1), []
    for _ in range(draw(st.integers(0, 3))):
        first += timedelta(days=draw(st.integers(0, 3000)))
        last = first + timedelta(days=draw(st.integers(0, 40)))
        found.append(Special(first, last, draw(days()), draw(st.sampled_from(["", "Wahl"]))))
        first = last + timedelta(days=1)
    return tuple(found)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    since = draw(moments)
    length = draw(st.none() | st.integers(1, 3 * 365 * DAY))
    return Span(since, None if length is None else since + timedelta(minutes=length))


@st.composite
def closings(draw: st.DrawFn) -> Closing:
    """Each with a reason of its own."""
    span = draw(spans())
    return Closing(span.since, span.until, f"{span.since:%c} {span.until}")


policies = st.sampled_from([Who.POST, Who.TRUSTED, Who.PRE]).map(Policy) | st.builds(
    Policy, st.just(Who.FIRST), st.integers(1, 100)
)
policy_hours = st.builds(
    PolicyHours,
    st.sets(st.integers(0, 6), min_size=1).map(sorted).map(tuple),
    st.tuples(st.integers(0, DAY - 1), st.integers(1, DAY - 1)).map(
        lambda drawn: Window(drawn[0], drawn[0] + drawn[1])
    ),
    policies,
)
moderations = st.builds(Moderation, policies, st.lists(policy_hours, max_size=2).map(tuple))
holidays = st.builds(
    Holidays,
    st.sampled_from(["AT", "GB", "US", "IN"]),
    st.none(),
    st.sampled_from(OnHolidays),
) | st.builds(Holidays, st.just("AT"), st.sampled_from("123456789"), st.sampled_from(OnHolidays))
queues = st.builds(Queue, st.none() | st.integers(1, 300), st.sampled_from(Instead))
months = st.just("never") | st.integers(1, 240)

layers = st.builds(
    Layer,
    on=st.sampled_from([None, None, None, None, True, False]),
    months=st.none() | months,
    kept_open=st.none() | spans(),
    week=st.none() | weeks(),
    holidays=st.none() | holidays,
    exceptions=exceptions(),
    outside=st.none() | st.sampled_from(Instead),
    moderation=st.none() | moderations,
    pace=st.none() | st.integers(1, 86400),
    queue=st.none() | queues | queues,
    closed=st.none() | st.none() | closings(),
)


def pages_by(now: datetime) -> st.SearchStrategy[Page]:
    """Most came out in the eight years before; others any time, or not yet."""
    lately = st.integers(0, 8 * 365 * DAY).map(lambda ago: now - timedelta(minutes=ago))
    published = st.one_of(*[lately] * 8, moments, st.none())
    return st.builds(Page, published, st.sampled_from([0, 0, 50, 400]))


def spans_by(now: datetime) -> st.SearchStrategy[Span | None]:
    """Most begin and end within a week."""
    week = 7 * DAY
    begun = st.integers(-week, week).map(lambda minutes: now + timedelta(minutes=minutes))
    lasts = st.integers(1, week).map(lambda minutes: timedelta(minutes=minutes))
    near = st.builds(lambda since, length: Span(since, since + length), begun, lasts)
    return st.none() | near | spans()


def closings_by(now: datetime) -> st.SearchStrategy[Closing | None]:
    return spans_by(now).map(lambda span: span and Closing(span.since, span.until, "Pause."))


@st.composite
def cases(draw: st.DrawFn) -> tuple[Rules, Page, datetime]:
    """The rules of a site and a page that are not switched off, the page, and now."""
    now = draw(moments)
    site = replace(draw(layers), zone=draw(zones), on=None)
    near = replace(
        draw(layers), on=None, closed=draw(closings_by(now)), kept_open=draw(spans_by(now))
    )
    return lay(site=site, page=near), draw(pages_by(now)), now
