"""Windows, holidays and exceptions, over midnight and through the nights the clocks change."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from blattwerk.discussion.rules.days import Holidays, OnHolidays
from blattwerk.discussion.rules.hours import Week
from blattwerk.discussion.rules.layers import Layer, lay
from blattwerk.discussion.rules.life import Page
from blattwerk.discussion.rules.moderation import Instead
from blattwerk.discussion.rules.state import Kind, state_of
from tests.discussion.rules.household import VIENNA, at, special, state, windows

LATE = Week.daily("20:00-03:00")
IN_VIENNA = Holidays("AT", "9", OnHolidays.CLOSED)


@pytest.mark.parametrize(
    ("now", "accepts"),
    [
        ("2026-02-03 05:59:59.999999", False),
        ("2026-02-03 06:00", True),
        ("2026-02-03 22:59:59.999999", True),
        ("2026-02-03 23:00", False),
    ],
)
def test_a_forum_is_open_from_six_to_eleven(now: str, accepts: bool) -> None:
    assert state(now).accepts == accepts


def test_at_night_it_says_since_when_and_until_when() -> None:
    night = state("2026-02-03 23:30")

    assert night.kind is Kind.NIGHT
    assert night.since == at("2026-02-03 23:00")
    assert night.until == night.opens_at == at("2026-02-04 06:00")


def test_an_hour_before_closing_it_warns() -> None:
    before, notice = state("2026-02-03 21:59"), state("2026-02-03 22:00")

    assert (before.warns, before.until, before.closes_at) == (
        False,
        at("2026-02-03 22:00"),
        at("2026-02-03 23:00"),
    )
    assert (notice.warns, notice.until) == (True, at("2026-02-03 23:00"))


def test_a_window_that_is_shorter_than_the_notice_warns_from_its_beginning() -> None:
    assert state("2026-02-03 12:00", week=Week.daily("12:00-12:30")).warns


def test_a_window_passes_midnight_and_belongs_to_the_day_it_began_on() -> None:
    only_saturday = Week((*[()] * 5, windows("20:00-02:00"), ()))

    assert state("2026-02-08 01:59", week=only_saturday).closes_at == at("2026-02-08 02:00")
    assert state("2026-02-08 02:00", week=only_saturday).opens_at == at("2026-02-14 20:00")


def test_windows_that_meet_at_midnight_are_one() -> None:
    round_the_clock = state("2026-02-03 23:59", week=Week.daily("00:00-24:00"), months="never")

    assert (round_the_clock.until, round_the_clock.closes_at) == (None, None)


def test_a_day_may_have_several_windows_and_another_none() -> None:
    week = Week((*[windows("07:00-09:00", "17:00-21:00")] * 5, (), ()))

    assert state("2026-02-06 10:00", week=week).opens_at == at("2026-02-06 17:00")
    assert state("2026-02-06 21:00", week=week).opens_at == at("2026-02-09 07:00")


@pytest.mark.parametrize(
    ("evening", "hours"),
    [
        ("2026-03-27", 7),
        ("2026-03-28", 6),  # 2 to 3 is left out
        ("2026-10-24", 8),  # 2 to 3 comes twice
        ("2026-10-25", 7),
    ],
)
def test_a_night_until_three_is_as_long_as_the_clocks_make_it(evening: str, hours: int) -> None:
    closes = state(f"{evening} 20:00", week=LATE).closes_at

    assert closes is not None
    assert closes - at(f"{evening} 20:00").astimezone(UTC) == timedelta(hours=hours)
    assert closes.astimezone(VIENNA).hour == 3


def test_until_half_past_two_closes_when_that_first_comes() -> None:
    closes = state("2026-10-24 22:00", week=Week.daily("20:00-02:30")).closes_at

    assert closes == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert state("2026-10-25 02:45", week=Week.daily("20:00-02:30")).kind is Kind.NIGHT


def test_the_second_of_two_equal_hours_opens_nothing_again() -> None:
    week = Week.daily("02:00-02:30")
    second = datetime(2026, 10, 25, 1, 15, tzinfo=UTC)  # the clock shows 2:15 again

    again = state_of(lay(site=Layer(week=week)), Page(at("2026-01-10 12:00")), second)

    assert again.kind is Kind.NIGHT
    assert again.opens_at == at("2026-10-26 02:00")


def test_a_window_in_the_hour_that_is_left_out_falls_away() -> None:
    assert state("2026-03-28 12:00", week=Week.daily("02:00-03:00")).opens_at == at(
        "2026-03-30 02:00"
    )


@pytest.mark.parametrize(
    ("apply", "opens"),
    [
        (OnHolidays.CLOSED, "2026-12-09 06:00"),
        (OnHolidays.SUNDAY, "2026-12-08 10:00"),
        (OnHolidays.USUAL, "2026-12-08 06:00"),
    ],
)
def test_a_holiday_is_closed_or_like_sunday_or_usual(apply: OnHolidays, opens: str) -> None:
    week = Week((*[windows("06:00-23:00")] * 6, windows("10:00-18:00")))
    holidays = Holidays("AT", "9", apply)

    before = state("2026-12-07 23:00", week=week, holidays=holidays)  # Mary's day is a Tuesday

    assert before.opens_at == at(opens)


def test_a_part_of_a_country_has_holidays_of_its_own() -> None:
    epiphany = "2027-01-06 12:00"

    bavaria, berlin = (
        state(epiphany, holidays=Holidays("DE", part, OnHolidays.CLOSED)) for part in ("BY", "BE")
    )

    assert (bavaria.accepts, berlin.accepts) == (False, True)


def test_an_exception_goes_before_a_holiday_and_before_the_week() -> None:
    election = special("2026-10-26", "06:00-02:00", name="Wahl")  # a holiday in Austria

    night = state("2026-10-27 01:00", holidays=IN_VIENNA, exceptions=(election,))

    assert night.closes_at == at("2026-10-27 02:00")


def test_a_range_may_be_closed() -> None:
    days = special("2026-12-24", last="2026-12-26")

    assert state("2026-12-23 23:00", exceptions=(days,)).opens_at == at("2026-12-27 06:00")


def test_an_opening_years_ahead_is_found() -> None:
    far: dict[str, Any] = {"week": Week(((),) * 7), "months": "never"}
    day = special("2031-05-04", "06:00-23:00")

    closed = state("2026-02-03 12:00", exceptions=(day,), **far)

    assert (closed.since, closed.opens_at) == (at("2026-01-10 12:00"), at("2031-05-04 06:00"))
    assert state("2033-02-03 12:00", exceptions=(day,), **far).since == at("2031-05-04 23:00")


@pytest.mark.parametrize(
    ("day", "window", "since", "opens"),
    [
        ("2026-01-24", "20:00-02:00", "2026-01-25 02:00", None),
        ("2026-03-08", "00:00-12:00", "2026-01-10 12:00", "2026-03-08 00:00"),
    ],
)
def test_what_is_some_weeks_away_is_found(
    day: str, window: str, since: str, opens: str | None
) -> None:
    never = Week(((),) * 7)

    closed = state("2026-02-03 12:00", week=never, exceptions=(special(day, window),))

    assert closed.since == at(since)
    assert closed.opens_at == (opens and at(opens))


def test_a_forum_round_the_clock_closes_on_the_next_holiday() -> None:
    round_the_clock = {"week": Week.daily("00:00-24:00"), "months": "never"}

    open_ = state("2026-11-23 12:00", holidays=IN_VIENNA, **round_the_clock)

    assert open_.since == at("2026-11-02 00:00")
    assert open_.closes_at == at("2026-12-08 00:00")


def test_a_week_without_windows_never_opens() -> None:
    closed = state("2026-02-03 12:00", week=Week(((),) * 7), months="never")

    assert (closed.kind, closed.until, closed.opens_at) == (Kind.NIGHT, None, None)


@pytest.mark.parametrize(
    ("outside", "kind", "pace"),
    [(Instead.PRE_MODERATED, Kind.PRE_MODERATED, 0), (Instead.SLOW, Kind.SLOW, 600)],
)
def test_the_night_may_be_read_before_or_slow(outside: Instead, kind: Kind, pace: int) -> None:
    night = state("2026-02-03 23:30", outside=outside, pace=600)

    assert (night.kind, night.pace) == (kind, pace)
    assert (night.since, night.until) == (at("2026-02-03 23:00"), at("2026-02-04 06:00"))
    assert night.closes_at == at("2027-07-10 12:00")  # by age


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="A moment needs its offset"):
        state_of(lay(), Page(None), datetime(2026, 2, 3))  # noqa: DTZ001
