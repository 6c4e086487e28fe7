"""What holds for all rules, pages and moments."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from blattwerk.discussion.rules.layers import Layer, Rules, lay
from blattwerk.discussion.rules.life import Page
from blattwerk.discussion.rules.moderation import Instead
from blattwerk.discussion.rules.state import NOTICE, Kind, State, state_of
from blattwerk.discussion.rules.wall import minutes_into, months_after
from tests.discussion.rules.given import cases, moments, zones

usual = settings.default.max_examples  # sixty in the suite, five hundred as a proof
TICK = timedelta(microseconds=1)
Case = tuple[Rules, Page, datetime]
shares = st.lists(st.floats(0, 0.999), min_size=3, max_size=6)


def between(first: datetime, last: datetime, shares: list[float]) -> list[datetime]:
    """Moments from the first on and before the last."""
    length = (last - first) // TICK
    return [first, *(first + int(length * share) * TICK for share in shares), last - TICK]


def a_while_after(moment: datetime) -> datetime:
    return moment + timedelta(days=900)


def manner(state: State) -> tuple[object, ...]:
    """What readers meet, without when."""
    return state.kind, state.cause, state.policy, state.pace, state.reason


@given(case=cases(), shares=shares)
def test_an_answer_holds_until_it_says(case: Case, shares: list[float]) -> None:
    rules, page, now = case
    state = state_of(rules, page, now)

    later = between(now, state.until or a_while_after(now), shares)

    assert [state_of(rules, page, moment) for moment in later] == [state] * len(later)


@given(case=cases())
def test_it_changes_when_it_says(case: Case) -> None:
    rules, page, now = case
    for _ in range(5):
        state = state_of(rules, page, now)
        if state.until is None:
            break
        assert state.until > now
        assert state_of(rules, page, state.until) != state
        now = state.until


@given(case=cases(), shares=shares)
def test_it_began_when_it_says(case: Case, shares: list[float]) -> None:
    rules, page, now = case
    state = state_of(rules, page, now)
    if state.since is None:
        return

    earlier = between(state.since, now + TICK, shares)

    assert {manner(state_of(rules, page, moment)) for moment in earlier} == {manner(state)}
    assert manner(state_of(rules, page, state.since - TICK)) != manner(state)


@given(case=cases(), shares=shares)
def test_readers_may_write_until_it_closes(case: Case, shares: list[float]) -> None:
    rules, page, now = case
    state = state_of(rules, page, now)
    if not state.accepts:
        assert state.closes_at is None
        return

    open_ = between(now, state.closes_at or a_while_after(now), shares)

    assert all(state_of(rules, page, moment).accepts for moment in open_)
    if state.closes_at:
        assert not state_of(rules, page, state.closes_at).accepts


@given(case=cases(), shares=shares)
def test_readers_may_not_write_until_it_opens(case: Case, shares: list[float]) -> None:
    rules, page, now = case
    page = Page(page.published_at)  # how long a queue will be nobody knows
    state = state_of(rules, page, now)
    if state.accepts:
        assert state.opens_at is None
        return

    shut = between(now, state.opens_at or a_while_after(now), shares)

    assert not any(state_of(rules, page, moment).accepts for moment in shut)
    if state.opens_at:
        assert state_of(rules, page, state.opens_at).accepts


@given(case=cases())
def test_it_warns_in_the_hour_before_it_closes(case: Case) -> None:
    rules, page, now = case
    state = state_of(rules, page, now)

    assert state.warns == (state.closes_at is not None and state.closes_at - now <= NOTICE)


@settings(max_examples=usual // 2)
@given(case=cases(), zone=zones)
def test_it_is_the_same_in_whatever_zone_one_asks(case: Case, zone: ZoneInfo) -> None:
    rules, page, now = case
    assert state_of(rules, page, now.astimezone(zone)) == state_of(rules, page, now)


@given(case=cases())
def test_it_is_what_a_plain_reading_of_the_rules_says(case: Case) -> None:
    rules, page, now = case
    assert state_of(rules, page, now).kind in plain_reading(rules, page, now)


def plain_reading(rules: Rules, page: Page, now: datetime) -> set[Kind]:
    """Day by day, with nothing kept and nothing clever; all open kinds are one."""
    if not rules.on or page.published_at is None or page.published_at > now:
        return {Kind.OFF}
    if any(closing.holds(now) for closing in rules.closings):
        return {Kind.DESK}
    old = rules.months and months_after(page.published_at, rules.months, rules.zone) <= now
    if old and not (rules.kept_open and rules.kept_open.holds(now)):
        return {Kind.AGED}
    if rules.outside is Instead.CLOSED and not is_window_open(rules, now):
        return {Kind.NIGHT}
    over = [queue for queue in rules.queues if queue.limit and page.waiting > queue.limit]
    if any(queue.then is Instead.CLOSED for queue in over):
        return {Kind.FULL}
    return {Kind.OPEN, Kind.PRE_MODERATED, Kind.SLOW}


def is_window_open(rules: Rules, now: datetime) -> bool:
    timetable = rules.hours.pattern
    today = now.astimezone(rules.zone).date()
    return any(
        minutes_into(day, window.start, rules.zone)
        <= now
        < minutes_into(day, window.end, rules.zone)
        for day in (today + timedelta(days=number) for number in range(-2, 2))
        for window in timetable.windows(day)  # type: ignore[attr-defined]
    )


@given(published=moments, now=moments, months=st.integers(1, 120))
def test_once_closed_by_age_it_stays_closed(
    published: datetime, now: datetime, months: int
) -> None:
    rules, page = lay(site=Layer(months=months)), Page(published)
    later = [now + timedelta(days=days) for days in (0, 1, 30, 400)]

    kinds = [state_of(rules, page, moment).kind for moment in later]

    if Kind.AGED in kinds:
        assert set(kinds[kinds.index(Kind.AGED) :]) == {Kind.AGED}


@settings(max_examples=usual // 3)
@given(case=cases())
def test_what_is_not_published_is_off(case: Case) -> None:
    rules, _, now = case
    assert state_of(rules, Page(None), now).kind is Kind.OFF
