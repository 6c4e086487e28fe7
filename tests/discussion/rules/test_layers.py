"""How site, sections, topics and a page add up."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blattwerk.discussion.rules.days import Holidays, OnHolidays
from blattwerk.discussion.rules.errors import BadRule
from blattwerk.discussion.rules.hours import Week, Window
from blattwerk.discussion.rules.layers import DEFAULTS, Layer, lay
from blattwerk.discussion.rules.life import Closing, Page, Span
from blattwerk.discussion.rules.moderation import Instead, Moderation, Policy, Queue, Who
from blattwerk.discussion.rules.state import Kind, state_of
from tests.discussion.rules.given import exceptions, layers, moderations, moments, weeks
from tests.discussion.rules.household import VIENNA, at, special, windows

SOONER, LATER = Span(at("2027-01-01"), at("2028-01-01")), Span(at("2027-02-01"), at("2029-01-01"))
POST, PRE = Moderation(Policy(Who.POST)), Moderation(Policy(Who.PRE))
SUNDAY, CLOSED = Holidays("AT"), Holidays("DE", None, OnHolidays.CLOSED)


def test_nothing_set_is_the_house_s_own() -> None:
    assert lay() == DEFAULTS
    assert (DEFAULTS.months, DEFAULTS.week) == (18, Week.daily("06:00-23:00"))
    assert DEFAULTS.zone == VIENNA


def test_each_field_falls_through_by_itself() -> None:
    site = Layer(months=24, pace=60, outside=Instead.SLOW)
    section = Layer(months=12)

    rules = lay(site=site, sections=(section, Layer(pace=90)), page=Layer(outside=Instead.CLOSED))

    assert (rules.months, rules.pace, rules.outside) == (12, 90, Instead.CLOSED)


def test_never_is_set_and_does_not_fall_through() -> None:
    assert lay(site=Layer(months=24), page=Layer(months="never")).months is None


@pytest.mark.parametrize(
    ("name", "one", "other", "stricter"),
    [
        ("on", True, False, False),
        ("months", 6, 18, 6),
        ("months", "never", 18, 18),
        ("kept_open", SOONER, LATER, SOONER),
        ("kept_open", SOONER, Span(at("2027-02-01")), SOONER),
        ("kept_open", Span(at("2027-02-01")), Span(at("2027-01-01")), Span(at("2027-02-01"))),
        ("week", Week.daily("06:00-20:00"), Week.daily("08:00-23:00"), Week.daily("08:00-20:00")),
        ("week", Week.daily("20:00-03:00"), Week.daily("22:00-02:00"), Week.daily("22:00-02:00")),
        ("week", Week.daily("20:00-03:00"), Week.daily("01:00-05:00"), Week.daily("01:00-03:00")),
        ("holidays", SUNDAY, CLOSED, CLOSED),
        ("outside", Instead.SLOW, Instead.PRE_MODERATED, Instead.PRE_MODERATED),
        ("pace", 60, 300, 300),
    ],
)
def test_of_two_topics_the_stricter_holds(name: str, one: Any, other: Any, stricter: Any) -> None:
    topics = [Layer(**{name: one}), Layer(**{name: other}), Layer()]

    both_ways = [lay(topics=tuple(order)) for order in (topics, reversed(topics))]

    assert [getattr(rules, name) for rules in both_ways] == [stricter, stricter]


def test_topics_hold_over_the_section_and_under_the_page() -> None:
    section, page = Layer(months=6, pace=60), Layer(pace=30)

    rules = lay(sections=(section,), topics=(Layer(months=24, pace=90),), page=page)

    assert (rules.months, rules.pace) == (24, 30)


def test_moderations_and_queues_of_topics_hold_side_by_side() -> None:
    topics = (Layer(moderation=POST, queue=Queue(10)), Layer(moderation=PRE, queue=Queue(20)))

    rules = lay(site=Layer(moderation=POST), topics=topics)

    assert rules.moderations == (POST, PRE)
    assert rules.queues == (Queue(10), Queue(20))
    assert lay(topics=topics, page=Layer(moderation=POST)).moderations == (POST,)


def test_of_full_queues_the_strictest_speaks() -> None:
    topics = (Layer(queue=Queue(10, Instead.CLOSED)), Layer(queue=Queue(5, Instead.SLOW)))
    rules, published = lay(topics=topics), at("2026-01-10 12:00")

    kinds = [
        state_of(rules, Page(published, waiting), at("2026-02-03 12:00")).kind
        for waiting in (5, 6, 11)
    ]

    assert kinds == [Kind.PRE_MODERATED, Kind.SLOW, Kind.FULL]


def test_exceptions_go_before_others_on_their_own_days_only() -> None:
    christmas = special("2026-12-24", last="2026-12-26", name="Weihnachten")
    concert = special("2026-12-25", "18:00-22:00", name="Konzert")

    rules = lay(site=Layer(exceptions=(christmas,)), topics=(Layer(exceptions=(concert,)),))

    assert rules.exceptions == (
        replace(christmas, last=concert.first - timedelta(days=1)),
        concert,
        replace(christmas, first=concert.first + timedelta(days=1)),
    )


def test_exceptions_of_topics_on_one_day_leave_what_is_in_both() -> None:
    one = special("2026-10-11", "06:00-02:00", name="Wahl")
    other = special("2026-10-11", "12:00-23:00", name="Derby")

    rules = lay(topics=(Layer(exceptions=(one,)), Layer(exceptions=(other,))))

    assert rules.exceptions == (replace(other, name="Derby / Wahl"),)


def test_closings_of_all_layers_hold_and_the_longest_speaks() -> None:
    night = Closing(at("2026-02-03 00:00"), at("2026-02-04 00:00"), "Wartung.")
    pause = Closing(at("2026-02-03 12:00"), at("2026-02-10 00:00"), "Pause.")
    rules = lay(site=Layer(closed=pause), page=Layer(closed=night))

    morning, afternoon = (
        state_of(rules, Page(at("2026-01-10 12:00")), at(f"2026-02-03 {time}"))
        for time in ("08:00", "13:00")
    )

    assert (morning.reason, morning.until) == ("Wartung.", pause.since)
    assert morning.opens_at == afternoon.opens_at == at("2026-02-10 06:00")
    assert afternoon.reason == "Pause."


def test_a_zone_is_the_site_s_alone() -> None:
    with pytest.raises(BadRule, match="zone: A paper has one time zone"):
        lay(page=Layer(zone=VIENNA))


def windows_are_open(layer: Layer, moment: Any) -> bool:
    return lay(topics=(layer,)).hours.at(moment).value


@given(one=weeks(), other=weeks(), moment=moments)
def test_a_forum_of_two_topics_is_open_when_both_are(one: Week, other: Week, moment: Any) -> None:
    topics = Layer(week=one), Layer(week=other)

    together = lay(topics=topics).hours.at(moment).value

    assert together == all(windows_are_open(topic, moment) for topic in topics)


@given(one=layers, other=layers)
def test_the_order_of_topics_does_not_matter(one: Layer, other: Layer) -> None:
    first, second = lay(topics=(one, other)), lay(topics=(other, one))

    plain = {"moderations": (), "queues": (), "closings": ()}
    assert replace(first, **plain) == replace(second, **plain)
    for name in plain:
        assert set(getattr(first, name)) == set(getattr(second, name))


@given(together=st.lists(moderations, min_size=1, max_size=3), moment=moments)
def test_of_moderations_the_strictest_holds_at_each_moment(
    together: list[Moderation], moment: Any
) -> None:
    topics = tuple(Layer(moderation=moderation) for moderation in together)

    held = lay(topics=topics).policies.at(moment).value

    alone = [lay(topics=(topic,)).policies.at(moment).value for topic in topics]
    assert held == max(alone, key=lambda policy: policy.strictness)


@given(upper=exceptions(), lower=exceptions())
def test_on_each_day_of_an_exception_the_upper_one_holds(upper: Any, lower: Any) -> None:
    laid = lay(site=Layer(exceptions=lower), page=Layer(exceptions=upper))
    edges = [day for each in (*upper, *lower) for day in (each.first, each.last)]
    alone = [lay(page=Layer(exceptions=each)).hours.pattern for each in (upper, lower)]

    for day in edges:
        over = alone[0] if any(each.covers(day) for each in upper) else alone[1]
        assert laid.hours.pattern.windows(day) == over.windows(day)  # type: ignore[attr-defined]


def test_windows_are_written_as_read() -> None:
    texts = ["00:00-24:00", "06:00-23:00", "20:00-02:00", "20:00-24:00", "00:30-00:15"]

    assert [str(window) for window in windows(*texts)] == texts


@pytest.mark.parametrize(("start", "end"), [(-1, 60), (60, 60), (60, 1500), (1440, 1500)])
def test_a_window_that_could_not_be_written_is_refused(start: int, end: int) -> None:
    with pytest.raises(BadRule, match="lasts less than 24 hours, or is 00:00-24:00"):
        Window(start, end)


def test_a_week_has_seven_days() -> None:
    with pytest.raises(BadRule, match="A week has seven days"):
        Week(((),) * 6)
