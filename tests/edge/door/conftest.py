from collections.abc import Iterator

import pytest

from tests.edge.door.upstream_play import House, Play, open_house


@pytest.fixture
def house() -> Iterator[House]:
    with open_house() as opened:
        yield opened


@pytest.fixture
def play(house: House) -> Play:
    return house.play


@pytest.fixture(scope="module")
def open_all_day() -> Iterator[House]:
    """A house for tests that leave nothing behind."""
    with open_house() as opened:
        yield opened
