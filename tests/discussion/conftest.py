"""What most tests of the forum talk about."""

import pytest

from blattwerk.newsroom.models import Article, Section
from tests.discussion.forum import an_article_to_discuss


@pytest.fixture
def article(section: Section) -> Article:
    """Published at eight this morning."""
    return an_article_to_discuss(section)
