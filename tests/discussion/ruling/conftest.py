"""The lead at her pages, and an article to rule."""

import pytest
from django.test import Client

from blattwerk.accounts.models import User
from tests.discussion.forum import a_moderator, browser


@pytest.fixture
def lead(db: None) -> User:
    return a_moderator(lead=True)


@pytest.fixture
def ruling(lead: User) -> Client:
    """Her browser."""
    return browser(lead)
