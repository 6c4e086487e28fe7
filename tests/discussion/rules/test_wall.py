"""Times on the wall and the moments they stand for, summer time and leap days included."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blattwerk.discussion.rules.wall import minutes_into, moment_of, months_after
from tests.discussion.rules.given import moments, zones

VIENNA = ZoneInfo("Europe/Vienna")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")
walls = moments.map(lambda moment: moment.replace(tzinfo=None))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("wall", "moment"),
    [
        ("2026-01-15T06:00", "2026-01-15T06:00+01:00"),
        ("2026-07-15T06:00", "2026-07-15T06:00+02:00"),
        ("2026-03-29T01:59", "2026-03-29T01:59+01:00"),
        ("2026-03-29T02:00", "2026-03-29T03:00+02:00"),  # left out: when the clocks go forward
        ("2026-03-29T02:59", "2026-03-29T03:00+02:00"),
        ("2026-03-29T03:00", "2026-03-29T03:00+02:00"),
        ("2026-10-25T01:59", "2026-10-25T01:59+02:00"),
        ("2026-10-25T02:30", "2026-10-25T02:30+02:00"),  # comes twice: the first
        ("2026-10-25T03:00", "2026-10-25T03:00+01:00"),
    ],
)
def test_a_time_on_the_wall_in_vienna_is_this_moment(wall: str, moment: str) -> None:
    assert moment_of(at(wall), VIENNA) == at(moment)


def test_half_an_hour_is_left_out_on_lord_howe() -> None:
    assert moment_of(at("2025-10-05T02:10"), LORD_HOWE) == at("2025-10-05T02:30+11:00")


def test_a_day_that_samoa_left_out_lasts_no_moment() -> None:
    apia = ZoneInfo("Pacific/Apia")

    ends = [minutes_into(date(2011, 12, 30), minutes, apia) for minutes in (0, 1440)]

    assert ends == [datetime(2011, 12, 30, 10, tzinfo=UTC)] * 2


@given(wall=walls, zone=zones)
def test_it_is_the_first_moment_at_which_the_clock_shows_the_time_or_a_later(
    wall: datetime, zone: ZoneInfo
) -> None:
    moment = moment_of(wall, zone)
    day_before = [moment - timedelta(minutes=15 * number, microseconds=1) for number in range(96)]

    assert moment.astimezone(zone).replace(tzinfo=None) >= wall
    assert all(each.astimezone(zone).replace(tzinfo=None) < wall for each in day_before)


@given(one=walls, other=walls, zone=zones)
def test_a_later_time_is_no_earlier_moment(one: datetime, other: datetime, zone: ZoneInfo) -> None:
    first, second = sorted([one, other])

    assert moment_of(first, zone) <= moment_of(second, zone)


@pytest.mark.parametrize(
    ("published", "months", "closes"),
    [
        ("2021-04-13T20:25+02:00", 18, "2022-10-13T20:25+02:00"),
        ("2021-08-31T06:00+02:00", 18, "2023-02-28T06:00+01:00"),
        ("2022-08-31T06:00+02:00", 18, "2024-02-29T06:00+01:00"),
        ("2024-02-29T12:00+01:00", 12, "2025-02-28T12:00+01:00"),
        ("2024-02-29T12:00+01:00", 48, "2028-02-29T12:00+01:00"),
        ("2024-09-29T02:30+02:00", 18, "2026-03-29T03:00+02:00"),  # left out
        ("2025-04-25T02:30+02:00", 18, "2026-10-25T02:30+02:00"),  # twice: the first
        ("2025-10-26T02:30+01:00", 12, "2026-10-26T02:30+01:00"),
        ("2025-10-26T02:30:00.5+01:00", 1, "2025-11-26T02:30:00.5+01:00"),
        ("2025-12-31T23:30+01:00", 1, "2026-01-31T23:30+01:00"),
    ],
)
def test_months_are_counted_on_the_calendar(published: str, months: int, closes: str) -> None:
    assert months_after(at(published), months, VIENNA) == at(closes)


def test_the_papers_zone_says_which_day_it_is() -> None:
    published = at("2021-08-31T22:30+00:00")  # the first of September in Vienna

    assert months_after(published, 18, VIENNA) == at("2023-03-01T00:30+01:00")


@given(published=moments, months=st.integers(1, 300), zone=zones)
def test_an_older_page_closes_on_no_later_day(
    published: datetime, months: int, zone: ZoneInfo
) -> None:
    older = [published - timedelta(hours=hours) for hours in range(0, 96, 5)]

    closes = [months_after(moment, months, zone).astimezone(zone).date() for moment in older]

    assert closes == sorted(closes, reverse=True)


@given(published=moments, months=st.integers(1, 300), zone=zones)
def test_more_months_close_later(published: datetime, months: int, zone: ZoneInfo) -> None:
    fewer = months_after(published, months, zone)

    assert published < fewer < months_after(published, months + 1, zone)
