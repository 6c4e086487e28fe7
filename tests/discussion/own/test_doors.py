"""The own pages belong to one reader, ask few questions, and refuse what is no number."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from blattwerk.accounts.models import User
from blattwerk.accounts.registry import lines_of
from blattwerk.common.made_of import Storing, noted
from blattwerk.discussion.follow import follow
from blattwerk.discussion.models import Comment
from blattwerk.discussion.threads import thread_of
from blattwerk.newsroom.models import Article
from tests.discussion.forum import NOW, a_reader, browser, sent
from tests.discussion.own.rows import (
    comments_of,
    follows_of,
    mutes_of,
    notices_by,
    statements_for,
)

pytestmark = pytest.mark.django_db

OWN = ("own_comments", "own_replies", "own_decisions", "own_notifications")
STRETCHES = (
    *(("own_comments", "vor"), ("own_replies", "vor")),
    *(("own_decisions", "vor"), ("own_decisions", "gemeldet")),
)
GARBAGE = ("", "x", "-1", "1.5", "0x1", "²", "٣", "9" * 19, "9" * 400, "1 OR 1=1", "1%00", "0")


def test_strangers_sign_in_and_come_back() -> None:
    address = reverse("own_comments")

    assert browser().get(address)["Location"] == f"{reverse('account_login')}?next={address}"


@pytest.mark.parametrize("name", OWN)
def test_nobody_stores_an_own_page(at_home: Client, name: str) -> None:
    answer = at_home.get(reverse(name))

    ingredients = noted(answer.wsgi_request)
    assert ingredients
    assert ingredients.storing is Storing.PRIVATE
    assert "no-store" in answer["Cache-Control"]


def much_of(reader: User, article: Article, count: int) -> None:
    """Rows of every kind that an own page shows."""
    thread = thread_of(article)
    mine = comments_of(reader, thread, count)
    others = [a_reader() for _number in range(3)]
    theirs = [
        *comments_of(others[0], thread, count // 3, parent=mine[0], root=mine[0]),
        *comments_of(others[1], thread, count - count // 3, parent=mine[-1], root=mine[-1]),
    ]
    statements_for(reader, mine)
    notices_by(reader, theirs)
    mutes_of(reader, others[2:])
    follows_of(reader, count)


@pytest.mark.parametrize("name", OWN)
def test_nothing_of_others_is_shown(at_home: Client, article: Article, name: str) -> None:
    other = a_reader("Zacharias Zweig")
    much_of(other, article, 3)
    follow(page=article, reader=other, now=NOW)

    page = BeautifulSoup(at_home.get(reverse(name)).content, "html.parser")

    (main,) = page.select("main")
    assert main.select("article, li") == []
    assert "Zacharias" not in main.get_text()
    assert "Der See sinkt" not in main.get_text()


def test_the_account_page_names_the_forums_pages(
    at_home: Client, anna: User, article: Article
) -> None:
    sent(article, writer=anna)
    sent(article)

    page = BeautifulSoup(at_home.get("/konto/").content, "html.parser")

    addresses = [reverse(name) for name in OWN]
    assert [line.url for line in lines_of(anna)] == addresses
    rows = [page.select_one(f".account__row a[href='{address}']") for address in addresses]
    assert all(rows)
    assert lines_of(anna)[0].stands.startswith("1 ")
    assert lines_of(a_reader())[0].stands.startswith("0 ")


def test_erased_comments_are_counted_by_nobody(anna: User, article: Article) -> None:
    sent(article, writer=anna)
    Comment.objects.update(state=Comment.State.ERASED, text="")

    assert lines_of(anna)[0].stands.startswith("0 ")


@pytest.mark.parametrize(("name", "field"), STRETCHES)
def test_what_is_no_number_is_not_found(at_home: Client, name: str, field: str) -> None:
    answers = {text: at_home.get(reverse(name), {field: text}).status_code for text in GARBAGE}

    assert answers == dict.fromkeys(GARBAGE, 404)


def questions(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize("name", ["account", *OWN])
def test_a_page_asks_as_much_for_sixty_rows_as_for_three(article: Article, name: str) -> None:
    asked = []
    for count in (3, 60):
        reader = a_reader()
        client = browser(reader)
        much_of(reader, article, count)
        client.get(reverse(name))  # what is remembered afterwards is not counted
        asked.append(questions(client, reverse(name)))

    assert asked[0] == asked[1]
    assert asked[0] < 16


@pytest.mark.parametrize("name", ["own_unmute", "own_unfollow"])
def test_looking_changes_nothing(at_home: Client, name: str) -> None:
    assert at_home.get(reverse(name, args=[1])).status_code == 405
