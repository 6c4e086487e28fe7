"""A queue, and the browsers of who works at it."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from blattwerk.accounts.models import User
from blattwerk.discussion.models import Comment
from blattwerk.newsroom.models import Article
from tests.discussion.forum import a_moderator, browser, sent


@pytest.fixture
def comment(article: Article) -> Comment:
    return sent(article, "Der Minister ist ein Trottel, mit Verlaub.")


@pytest.fixture
def moderator(db: None) -> User:
    return a_moderator()


@pytest.fixture
def lead(db: None) -> User:
    return a_moderator(lead=True)


@pytest.fixture
def desk(moderator: User) -> Client:
    return browser(moderator)


@pytest.fixture
def lead_desk(lead: User) -> Client:
    return browser(lead)


def at(name: str, *numbers: int) -> str:
    return reverse(f"forumdesk:{name}", args=numbers)


def said(answer: Any) -> list[str]:
    """The messages of the page that was led to."""
    return [str(each).split("\n")[0].strip() for each in answer.context["messages"]]


def in_an_hour() -> Any:
    return timezone.now() + timedelta(hours=1)
