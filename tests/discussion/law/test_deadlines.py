"""Deadlines are days on the wall's clock, also when the clocks change between."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blattwerk.discussion.law.deadlines import (
    COMPLAINT_DAYS,
    Light,
    complaint_due,
    complaints_until,
    light,
    notice_due,
)
from blattwerk.discussion.models import Notice

VIENNA = ZoneInfo("Europe/Vienna")
FIRST, LAST = (datetime(year, 1, 1) for year in (2026, 2031))  # noqa: DTZ001
MOMENTS = st.datetimes(FIRST, LAST, timezones=st.just(UTC))
HOUR = timedelta(hours=1)


def wall(moment: datetime) -> datetime:
    return moment.astimezone(VIENNA).replace(tzinfo=None, fold=0)


@given(MOMENTS)
def test_a_complaint_is_due_at_the_same_time_a_week_on(at: datetime) -> None:
    due = complaint_due(at, VIENNA)
    there = wall(at) + timedelta(days=COMPLAINT_DAYS)

    # In the hour that March leaves out, when the clocks go forward.
    left_out = there.replace(tzinfo=VIENNA).astimezone(UTC).astimezone(VIENNA).hour != there.hour
    assert (wall(due) == there) is not left_out
    assert wall(due) >= there
    assert abs(due - at - timedelta(days=COMPLAINT_DAYS)) <= HOUR


@given(MOMENTS, st.timedeltas(timedelta(0), timedelta(days=30)))
def test_who_complains_later_is_answered_no_sooner(at: datetime, later: timedelta) -> None:
    assert complaint_due(at, VIENNA) <= complaint_due(at + later, VIENNA) + HOUR


@given(MOMENTS, MOMENTS)
def test_the_light_goes_from_green_over_amber_to_red(at: datetime, now: datetime) -> None:
    due = complaint_due(at, VIENNA)
    lights = [light(due, moment) for moment in sorted([now, now + 3 * HOUR, now + 99 * HOUR])]

    assert [Light(each) for each in sorted(lights, key=list(Light).index)] == lights
    assert (light(due, now) is Light.RED) == (now >= due)


@pytest.mark.parametrize(
    ("left", "shown"),
    [
        (timedelta(days=3, seconds=1), Light.GREEN),
        (timedelta(days=3), Light.AMBER),
        (timedelta(seconds=1), Light.AMBER),
        (timedelta(0), Light.RED),
    ],
)
def test_amber_comes_three_days_before(left: timedelta, shown: Light) -> None:
    due = datetime(2026, 11, 30, 12, tzinfo=VIENNA)

    assert light(due, due - left) is shown


def test_a_week_over_the_change_of_the_clocks_in_march() -> None:
    friday = datetime(2026, 3, 27, 12, tzinfo=VIENNA)

    due = complaint_due(friday, VIENNA)

    assert due == datetime(2026, 4, 3, 12, tzinfo=VIENNA)
    assert due.astimezone(UTC) - friday.astimezone(UTC) == timedelta(days=7) - HOUR


def test_a_danger_to_life_is_due_the_next_day() -> None:
    at = datetime(2026, 10, 24, 12, tzinfo=VIENNA)

    due = notice_due(Notice.Kind.DANGER, at, VIENNA)

    assert due == datetime(2026, 10, 25, 12, tzinfo=VIENNA)


def test_complaints_are_taken_for_six_calendar_months() -> None:
    at = datetime(2026, 8, 31, 12, tzinfo=VIENNA)

    assert complaints_until(at, VIENNA) == datetime(2027, 2, 28, 12, tzinfo=VIENNA)
