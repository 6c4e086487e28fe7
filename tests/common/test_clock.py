"""When a periodic deed is due."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from blattwerk.common.clock import is_due

seconds = st.integers(946_684_800, 4_102_444_800)  # the years 2000 to 2100
moments = seconds.map(lambda number: datetime.fromtimestamp(number, UTC))
spans = st.timedeltas(timedelta(seconds=1), timedelta(days=40))


@given(moments, spans)
def test_what_never_ran_is_due(now: datetime, interval: timedelta) -> None:
    assert is_due(None, interval, now)


@given(moments, spans, spans)
def test_it_is_due_again_exactly_after_its_interval(
    last: datetime, interval: timedelta, passed: timedelta
) -> None:
    assert is_due(last, interval, last + passed) == (passed >= interval)


@given(moments, spans, spans)
def test_a_clock_set_back_blocks_it_no_longer_than_one_interval(
    now: datetime, interval: timedelta, ahead: timedelta
) -> None:
    last = now + ahead

    assert is_due(last, interval, now) == (ahead > interval)
