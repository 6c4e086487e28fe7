"""What is typed and cannot be sent yet is kept, and where it is not, it stands in the answer."""

from uuid import uuid4

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.core.cache import caches
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from blattwerk.accounts.choose_name import drop_names
from blattwerk.discussion.writing.errors import NotKept
from blattwerk.newsroom.models import Article
from tests.discussion.forum import MINUTE, NOW, browser, published, ruled
from tests.discussion.writing.at_the_form import (
    SCRIPT,
    WORDS,
    a_member,
    fields_of,
    form_at,
    send,
    soup,
    typed,
)

pytestmark = pytest.mark.django_db
A_MINUTES = 30  # new sessions for the texts of one network address
CLOSED = {"closed": {"since": NOW.isoformat(), "reason": "Wahlabend"}}


@pytest.fixture(autouse=True)
def nobody_has_typed_yet(db: None) -> None:
    caches["limits"].clear()


@pytest.fixture
def flood(article: Article) -> None:
    """From one address, of browsers that keep no cookie."""
    for _turn in range(A_MINUTES):
        post(browser(), article, "Und noch einer.")


def post(client: Client, article: Article, text: str = WORDS) -> HttpResponse:
    told = {"text": text, "key": str(uuid4())}
    return client.post(reverse("comment_write", args=[article.pk]), told)


@pytest.mark.usefixtures("flood")
def test_a_flood_from_one_address_makes_so_many_sessions_and_no_more(article: Article) -> None:
    for _turn in range(5):
        post(browser(), article)

    assert Session.objects.count() == A_MINUTES


@pytest.mark.usefixtures("flood")
def test_whose_text_cannot_be_kept_finds_it_in_the_answer(article: Article) -> None:
    above = published(article)
    client = browser()
    page = client.get(form_at(article, f"?antwort={above.pk}"))

    answer = typed(article, client, page, text=WORDS)

    fields = fields_of(answer)
    assert (answer.status_code, answer["Retry-After"]) == (429, "60")
    assert (fields["text"], fields["antwort"]) == (WORDS, str(above.pk))
    told = soup(answer).select_one("#text_fehler")
    assert told
    assert told.text.strip() == str(NotKept())


@pytest.mark.usefixtures("flood")
def test_a_minute_later_the_same_text_is_kept(
    article: Article, clock: time_machine.Traveller
) -> None:
    client = browser()
    refused = post(client, article)
    clock.shift(MINUTE)

    away = typed(article, client, refused)

    assert away["Location"].startswith(reverse("account_login"))
    assert fields_of(client.get(form_at(article)))["text"] == WORDS


@pytest.mark.usefixtures("flood")
def test_whose_text_cannot_be_kept_finds_it_though_the_discussion_is_closed(
    article: Article,
) -> None:
    ruled(CLOSED, scope="page", key=article.pk)

    answer = post(browser(), article)

    shown = soup(answer).select_one(".write__kept")
    assert shown
    assert [part.text for part in shown.select("p, blockquote")] == [str(NotKept()), WORDS]


@pytest.mark.usefixtures("flood")
def test_a_program_whose_text_cannot_be_kept_is_not_led_away(article: Article) -> None:
    answer = send(browser(), article)

    assert (answer.status_code, list(answer.json())) == (429, ["error"])


def test_who_has_a_session_keeps_every_text_however_many_came_before(article: Article) -> None:
    client = browser()
    post(client, article)
    for _turn in range(A_MINUTES):
        post(browser(), article)

    away = post(client, article, "Ein besseres Wort.")

    assert away.status_code == 303
    assert fields_of(client.get(form_at(article)))["text"] == "Ein besseres Wort."


@pytest.mark.usefixtures("flood")
def test_a_made_up_cookie_is_no_session(article: Article) -> None:
    client = browser()
    client.cookies["bw_session"] = "a" * 32

    answer = post(client, article)

    assert (answer.status_code, Session.objects.count()) == (429, A_MINUTES)


@pytest.mark.usefixtures("flood")
def test_who_is_signed_in_finds_the_text_behind_every_door(article: Article) -> None:
    reader = a_member()
    drop_names(user=reader)
    client = browser(reader)

    away = post(client, article)
    back = client.post(away["Location"], {"public_name": "Neue Amsel"})

    assert fields_of(client.get(back["Location"]))["text"] == WORDS


@pytest.mark.usefixtures("flood")
@pytest.mark.parametrize("headers", [{}, SCRIPT], ids=["form", "script"])
def test_who_is_signed_in_finds_the_text_when_the_discussion_opens_again(
    article: Article, clock: time_machine.Traveller, headers: dict[str, str]
) -> None:
    client = browser(a_member(), **headers)
    told = {**fields_of(browser(a_member()).get(form_at(article))), "text": WORDS}
    clock.shift(MINUTE)
    rule = ruled(CLOSED, scope="page", key=article.pk)

    answer = client.post(reverse("comment_write", args=[article.pk]), told)
    rule.delete()

    assert answer.status_code == 409
    assert fields_of(client.get(form_at(article)))["text"] == WORDS
