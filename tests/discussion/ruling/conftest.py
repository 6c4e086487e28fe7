"""The lead at her pages, and an article to rule."""

import pytest
from django.test import Client

from blattwerk.accounts.models import User
from blattwerk.newsroom.models import Article, Section
from tests.discussion.forum import a_moderator, an_article_to_discuss


@pytest.fixture
def article(section: Section) -> Article:
    return an_article_to_discuss(section)


@pytest.fixture
def lead(db: None) -> User:
    return a_moderator(lead=True)


@pytest.fixture
def ruling(lead: User) -> Client:
    """Her browser."""
    client = Client(headers={"host": "localhost"})
    client.force_login(lead)
    return client
