"""A forum at noon on a Tuesday; the clock stands still until a test moves it."""

from collections.abc import Iterator

import pytest
import time_machine

from blattwerk.newsroom.models import Article, Section
from tests.discussion.forum import NOW, an_article_to_discuss


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    """Noon."""
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def article(section: Section) -> Article:
    return an_article_to_discuss(section)
