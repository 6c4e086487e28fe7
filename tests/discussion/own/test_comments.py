"""A reader finds all that they wrote, what became of it, and what others answered."""

import pytest
import time_machine
from bs4 import BeautifulSoup, Tag
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from blattwerk.accounts.models import User
from blattwerk.discussion.change import delete_comment
from blattwerk.discussion.decide import hold, refuse
from blattwerk.discussion.models import Mute, Statement
from blattwerk.discussion.threads import thread_of
from blattwerk.newsroom.models import Article
from tests.discussion.forum import (
    MINUTE,
    NOW,
    a_moderator,
    a_reader,
    a_reason,
    browser,
    ruled,
    sent,
)
from tests.discussion.own.rows import comments_of

pytestmark = pytest.mark.django_db


def shown(client: Client, name: str, query: str = "") -> list[Tag]:
    """The comments on the page."""
    return soup(client.get(reverse(name) + query)).select("article.own-comment")


def soup(answer: HttpResponse) -> BeautifulSoup:
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def texts(cards: list[Tag]) -> list[str]:
    return [part.get_text() for card in cards for part in card.select(".comment__text")]


def test_all_of_ones_own_comments_are_there_the_newest_first(
    at_home: Client, anna: User, article: Article
) -> None:
    sent(article, "Zuerst das.", writer=anna)
    sent(article, "Dann das.", writer=anna, now=NOW + MINUTE)
    sent(article, "Das sagt wer anderer.")

    assert texts(shown(at_home, "own_comments")) == ["Dann das.", "Zuerst das."]


def test_each_comment_tells_its_state(at_home: Client, anna: User, article: Article) -> None:
    ruled({})
    waiting = sent(article, "Das wartet.", writer=anna)
    ruled({"moderation": {"policy": "post"}})
    public = sent(article, "Das steht da.", writer=anna, now=NOW + MINUTE)
    held = sent(article, "Das wird noch einmal gelesen.", writer=anna, now=NOW + 2 * MINUTE)
    hold(comment_id=held.pk, by=a_moderator(), now=NOW + 2 * MINUTE)
    gone = sent(article, "Das nehme ich zurück.", writer=anna, now=NOW + 3 * MINUTE)
    delete_comment(comment_id=gone.pk, by=anna, now=NOW + 3 * MINUTE)

    cards = shown(at_home, "own_comments")

    kinds = [card.select(".own-comment__state")[0]["class"][1] for card in cards]
    assert [str(kind).split("--")[1] for kind in kinds] == ["deleted", "held", "public", "waiting"]
    links = [[link["href"] for link in card.select(".own-comment__ways a")] for card in cards]
    delete = [reverse("comment_delete", args=[each.pk]) for each in (held, public, waiting)]
    assert links == [[], [delete[0]], [public.get_absolute_url(), delete[1]], [delete[2]]]
    assert not cards[0].select(".comment__text")


def test_for_five_minutes_a_comment_can_be_edited_from_there(anna: User, article: Article) -> None:
    comment = sent(article, "Mit Tippfeler.", writer=anna)
    edit = reverse("comment_edit", args=[comment.pk])
    found = []

    for minutes in (4, 6):
        with time_machine.travel(NOW + minutes * MINUTE, tick=False):
            (card,) = shown(browser(anna), "own_comments")
        found.append([link["href"] for link in card.select(f"a[href='{edit}']")])

    assert found == [[edit], []]


def test_a_rejected_comment_leads_to_its_reasons(
    at_home: Client, anna: User, article: Article
) -> None:
    ruled({})
    comment = sent(article, "Das geht nicht.", writer=anna)
    refuse(comment_id=comment.pk, by=a_moderator(), now=NOW, reason=a_reason(clause="Regel 7"))
    statement = Statement.objects.get()

    (card,) = shown(at_home, "own_comments")

    (why,) = card.select(".own-comment__why")
    assert "Regel 7" in why.get_text()
    assert [link["href"] for link in why.select("a")] == [
        reverse("statement", args=[statement.token])
    ]


def test_what_was_taken_back_is_no_reason_any_more(
    at_home: Client, anna: User, article: Article
) -> None:
    ruled({})
    comment = sent(article, "Das ging doch.", writer=anna)
    refuse(comment_id=comment.pk, by=a_moderator(), now=NOW, reason=a_reason())
    Statement.objects.update(withdrawn_at=NOW)

    (card,) = shown(at_home, "own_comments")

    assert not card.select(".own-comment__why")


def test_a_page_that_readers_cannot_open_is_no_link(
    at_home: Client, anna: User, article: Article
) -> None:
    answered = sent(article, "Ich fange an.", writer=anna)
    sent(article, "Ich antworte.", parent_id=answered.pk)
    article.unpublish()

    (card,) = shown(at_home, "own_comments")
    assert "Der See sinkt" in card.get_text()
    assert not card.select("a")
    assert shown(at_home, "own_replies") == []  # what others wrote there is no longer to be read


def test_replies_of_others_stand_with_what_they_answer(
    at_home: Client, anna: User, article: Article
) -> None:
    mine = sent(article, "Ich fange an.", writer=anna)
    other = a_reader("Bruno Buche")
    reply = sent(article, "Ich widerspreche.", writer=other, parent_id=mine.pk)
    sent(article, "Ich mir auch.", writer=anna, parent_id=mine.pk, now=NOW + MINUTE)
    sent(article, "Ich dem Bruno.", parent_id=reply.pk)
    sent(article, "Ich niemandem.")

    (card,) = shown(at_home, "own_replies")

    assert texts([card]) == ["Ich widerspreche."]
    assert [part.get_text() for part in card.select("blockquote, .comment__name")] == [
        "Ich fange an.",
        "Bruno Buche",
    ]
    assert card.select(f"a[href='{reply.get_absolute_url()}']")


def test_a_reply_that_is_not_public_is_not_shown(
    at_home: Client, anna: User, article: Article
) -> None:
    mine = sent(article, "Ich fange an.", writer=anna)
    ruled({})
    sent(article, "Das liest erst das Team.", parent_id=mine.pk)

    assert shown(at_home, "own_replies") == []


def test_muted_readers_answers_are_left_out(at_home: Client, anna: User, article: Article) -> None:
    mine, loud = sent(article, "Ich fange an.", writer=anna), a_reader()
    sent(article, "LAUT!", writer=loud, parent_id=mine.pk)
    Mute.objects.create(reader=anna, muted=loud, at=NOW)

    assert shown(at_home, "own_replies") == []


@pytest.mark.parametrize("name", ["own_comments", "own_replies"])
def test_every_row_comes_once_page_by_page(
    at_home: Client, anna: User, article: Article, name: str
) -> None:
    thread = thread_of(article)
    mine = comments_of(anna, thread, 61 if name == "own_comments" else 1)
    if name == "own_replies":
        comments_of(a_reader(), thread, 61, parent=mine[0], root=mine[0])
    found, address = [], reverse(name)

    while address:
        page = soup(at_home.get(address))
        found += texts(page.select("article.own-comment"))
        further = page.select_one("a[rel=next]")
        address = reverse(name) + str(further["href"]) if further else ""

    assert found == [f"Wort Nummer {number}." for number in reversed(range(61))]


def test_large_numbers_in_addresses_have_no_points(
    at_home: Client, anna: User, article: Article
) -> None:
    thread = thread_of(article)
    for number in range(1_234_567, 1_234_598):
        comments_of(anna, thread, 1, pk=number)

    page = soup(at_home.get(reverse("own_comments")))

    assert [link["href"] for link in page.select("a[rel=next]")] == ["?vor=1234568"]
    assert page.select_one("#k1234568")
