"""An article that is discussed, and a reader who looks at the own pages."""

import pytest
from django.test import Client

from blattwerk.accounts.models import User
from blattwerk.newsroom.models import Article, Section
from tests.discussion.forum import AT_ONCE, a_reader, an_article_to_discuss, browser, ruled


@pytest.fixture
def article(section: Section) -> Article:
    ruled(AT_ONCE)
    return an_article_to_discuss(section, headline="Der See sinkt")


@pytest.fixture
def anna(article: Article) -> User:
    return a_reader("Anna Amsel")


@pytest.fixture
def at_home(anna: User) -> Client:
    """Anna's browser."""
    return browser(anna)
