"""How long a reader waits between two comments."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from blattwerk.discussion.guards import DAY, MOST, PACE, seconds_to_wait

NOW = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)  # half an hour before summer time
ago = st.integers(-7200, 90_000).map(lambda seconds: NOW - timedelta(seconds=seconds))


@given(st.lists(ago, max_size=150), st.integers(0, 3600))
def test_who_waits_as_long_as_told_may_write(written: list[datetime], pace: int) -> None:
    wait = seconds_to_wait(written, pace, NOW)

    assert 0 <= wait <= max(pace, PACE, DAY.total_seconds())
    capped = [min(moment, NOW) for moment in written]
    assert seconds_to_wait(capped, pace, NOW + timedelta(seconds=wait)) == 0


@given(st.lists(ago, max_size=40), ago)
def test_one_comment_more_never_shortens_the_wait(written: list[datetime], more: datetime) -> None:
    assert seconds_to_wait([*written, more], 0, NOW) >= seconds_to_wait(written, 0, NOW)


def test_nobody_waits_who_wrote_nothing() -> None:
    assert seconds_to_wait([], 600, NOW) == 0


def test_many_comments_in_an_hour_wait_until_the_first_of_them_is_an_hour_old() -> None:
    span, most = MOST[0]
    written = [NOW - timedelta(minutes=turn + 1) for turn in range(most)]

    assert seconds_to_wait(written, 0, NOW) == (span - timedelta(minutes=most)).total_seconds()
    assert seconds_to_wait(written[:-1], 0, NOW) == 0
