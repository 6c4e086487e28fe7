"""What a process keeps for itself is not kept for long."""

from datetime import UTC, datetime

import pytest
import time_machine

from blattwerk.common.nearby import NearbyCache

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


@pytest.mark.parametrize(("meant", "kept"), [(None, 60), (3600, 60), (60, 60), (5, 5), (0, 0)])
def test_an_answer_is_kept_as_long_as_meant_but_no_longer_than_a_minute(
    meant: int | None, kept: int
) -> None:
    cache = NearbyCache(f"nearby-{meant}", {})
    with time_machine.travel(NOON, tick=False) as clock:
        cache.set("question", "answer", meant)
        clock.shift(kept - 0.5)
        just_before = cache.get("question")
        clock.shift(1)

        assert (just_before, cache.get("question")) == ("answer" if kept else None, None)
