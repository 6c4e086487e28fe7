"""A reader's browser at the form, with and without a script."""

from typing import Any
from uuid import uuid4

from bs4 import BeautifulSoup, Tag
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from blattwerk.accounts.models import User
from blattwerk.accounts.terms import agree_to_terms
from blattwerk.discussion.models import Comment
from blattwerk.newsroom.models import Article
from tests.discussion.forum import NOW, a_reader
from tests.discussion.forum import browser as browser

WORDS = "Ein Wort zur Sache."
SCRIPT = {"accept": "application/json"}
FRAME = {"turbo-frame": "kommentarformular"}


def a_member(**fields: Any) -> User:
    """A reader with a name, who has agreed to the terms."""
    reader = a_reader(**fields)
    agree_to_terms(user=reader, now=NOW)
    return reader


def form_at(article: Article, query: str = "") -> str:
    return reverse("thread_form", args=[article.pk]) + query


def soup(answer: HttpResponse) -> BeautifulSoup:
    return BeautifulSoup(answer.content, "html.parser")


def fields_of(answer: HttpResponse) -> dict[str, str]:
    """What the comment form on the page would send."""
    form = soup(answer).select_one("comment-form form")
    assert form
    found = {str(each["name"]): str(each.get("value", "")) for each in _sent_by(form)}
    area = form.select_one("textarea[name=text]")
    return {**found, "text": area.text.removeprefix("\n") if area else ""}


def send(client: Client, article: Article, text: str = WORDS, **fields: str) -> HttpResponse:
    """Send it as a program does, in a form of its own."""
    told = {"text": text, "key": str(uuid4()), **fields}
    return client.post(reverse("comment_write", args=[article.pk]), told, headers=SCRIPT)


def typed(article: Article, client: Client, page: HttpResponse, **fields: str) -> HttpResponse:
    """Fill in what the page asks for and send it."""
    told = {**fields_of(page), **fields}
    return client.post(reverse("comment_write", args=[article.pk]), told)


def only_comment() -> Comment:
    return Comment.objects.get()


def _sent_by(form: Tag) -> list[Tag]:
    boxes = form.select("input[name]")
    return [box for box in boxes if box.get("type") != "checkbox" or box.has_attr("checked")]
