"""A forum at noon on a Tuesday; the clock stands still until a test moves it."""

from collections.abc import Iterator

import pytest
import time_machine

from tests.discussion.forum import NOW


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    """Noon."""
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock
