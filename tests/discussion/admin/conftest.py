"""A queue, and the browsers of who works at it."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from blattwerk.accounts.models import User
from blattwerk.discussion.models import Comment
from blattwerk.newsroom.models import Article, Section
from tests.discussion.forum import a_moderator, an_article_to_discuss, sent


@pytest.fixture
def article(section: Section) -> Article:
    return an_article_to_discuss(section)


@pytest.fixture
def comment(article: Article) -> Comment:
    return sent(article, "Der Minister ist ein Trottel, mit Verlaub.")


@pytest.fixture
def moderator(db: None) -> User:
    return a_moderator()


@pytest.fixture
def lead(db: None) -> User:
    return a_moderator(lead=True)


def browser_of(user: User) -> Client:
    """In which that person is signed in."""
    client = Client(headers={"host": "localhost"})
    client.force_login(user)
    return client


@pytest.fixture
def desk(moderator: User) -> Client:
    return browser_of(moderator)


@pytest.fixture
def lead_desk(lead: User) -> Client:
    return browser_of(lead)


def at(name: str, *numbers: int) -> str:
    return reverse(f"forumdesk:{name}", args=numbers)


def said(answer: Any) -> list[str]:
    """The messages of the page that was led to."""
    return [str(each).split("\n")[0].strip() for each in answer.context["messages"]]


def in_an_hour() -> Any:
    return timezone.now() + timedelta(hours=1)
