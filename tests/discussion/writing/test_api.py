"""The same deed for programs: what they are told, and what it costs."""

from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import DjangoAssertNumQueries

from blattwerk.accounts.sanctions import sanction_reader
from blattwerk.discussion.models import Comment
from blattwerk.newsroom.models import Article
from tests.discussion.forum import AT_ONCE, NOW, an_article_to_discuss, published, ruled
from tests.discussion.writing.at_the_form import (
    FRAME,
    SCRIPT,
    WORDS,
    a_member,
    browser,
    fields_of,
    form_at,
    only_comment,
    send,
    soup,
)

pytestmark = pytest.mark.django_db
CLOSED = {"closed": {"since": NOW.isoformat(), "reason": "Wahlabend"}}


def test_what_waits_is_told_with_the_way_to_see_it(article: Article) -> None:
    answer = send(browser(a_member()), article)

    comment = only_comment()
    assert answer.json() == {
        "id": comment.pk,
        "state": "waiting",
        "number": article.pk,
        "address": "",
        "form": form_at(article, f"?gesendet={comment.pk}"),
    }


@pytest.mark.parametrize(
    ("accepts", "kind"),
    [
        ("application/json", "application/json"),
        ("application/json, text/html;q=0.5", "application/json"),
        ("text/html, application/json;q=0.9", "text/html; charset=utf-8"),
        ("*/*", "text/html; charset=utf-8"),
        ("", "text/html; charset=utf-8"),
    ],
)
def test_who_asks_for_json_gets_json(article: Article, accepts: str, kind: str) -> None:
    address = reverse("comment_write", args=[article.pk])

    refused = browser(a_member()).post(address, {"text": ""}, headers={"Accept": accepts})

    assert (refused.status_code, refused["Content-Type"]) == (422, kind)


def test_what_is_public_is_told_with_its_place(article: Article) -> None:
    ruled(AT_ONCE)

    told = send(browser(a_member()), article).json()

    place = f"{reverse('thread', args=[article.pk])}#k{only_comment().pk}"
    assert (told["state"], told["address"]) == ("public", place)


def test_a_reply_is_told_with_its_own_page(article: Article) -> None:
    ruled(AT_ONCE)
    above = published(article)

    told = send(browser(a_member()), article, antwort=str(above.pk)).json()

    reply = Comment.objects.get(parent=above)
    assert told["address"] == reverse("comment", args=[reply.pk])


def test_a_closed_thread_refuses_with_its_sentence_and_keeps_the_text(
    article: Article, clock: time_machine.Traveller
) -> None:
    rule = ruled(CLOSED, scope="page", key=article.pk)
    client = browser(a_member())

    answer = send(client, article)
    rule.delete()

    assert answer.status_code == 409
    assert answer.json()["error"].endswith("Wahlabend")
    assert Comment.objects.count() == 0
    assert fields_of(client.get(form_at(article)))["text"] == WORDS


def test_who_is_not_signed_in_is_told_where_to(article: Article) -> None:
    answer = send(browser(), article)

    assert answer.status_code == 401
    assert answer.json()["next"].startswith(f"{reverse('account_login')}?next=%2Fdiskussion")


def test_who_writes_too_fast_is_told_how_long_to_wait(article: Article) -> None:
    client = browser(a_member())
    send(client, article)

    answer = send(client, article, "Und noch etwas ganz anderes.")

    assert (answer.status_code, answer["Retry-After"]) == (429, "10")


def test_a_paused_reader_is_refused(article: Article) -> None:
    reader = a_member()
    sanction_reader(user=reader, kind="ban", reason="Hetze.", by=None, now=NOW)

    answer = send(browser(reader), article)

    assert answer.status_code == 403
    assert answer.json()["error"].endswith("Hetze.")


@pytest.mark.parametrize("parent", ["99999999", str(2**63), "eins", "-1", "1e3", "٣", "\0"])
def test_a_forged_parent_is_refused(article: Article, parent: str) -> None:
    answer = send(browser(a_member()), article, antwort=parent)

    assert (answer.status_code, Comment.objects.count()) == (409, 0)


def test_a_parent_under_another_article_is_refused(article: Article) -> None:
    other = published(an_article_to_discuss(article.section))

    answer = send(browser(a_member()), article, antwort=str(other.pk))

    assert (answer.status_code, Comment.objects.count()) == (409, 1)


def test_without_the_token_of_the_page_nothing_is_written(article: Article) -> None:
    client = Client(headers={"host": "localhost"}, enforce_csrf_checks=True)
    client.force_login(a_member())
    token = client.get(reverse("thread_own", args=[article.pk])).json()["token"]
    address, told = reverse("comment_write", args=[article.pk]), {"text": WORDS, "key": uuid4()}

    without = client.post(address, told, headers=SCRIPT)
    with_it = client.post(address, told, headers={**SCRIPT, "x-csrftoken": token})

    assert (without.status_code, with_it.status_code) == (403, 200)


def test_a_huge_body_is_refused_before_anybody_reads_it(article: Article) -> None:
    client = browser(a_member())

    answer = send(client, article, "a" * 10_000_000)

    assert (answer.status_code, Comment.objects.count()) == (413, 0)


def test_numbers_in_forms_are_written_for_machines(article: Article) -> None:
    client = browser(a_member(), **FRAME)
    send(client, article)
    comment = only_comment()
    comment.pk, comment.key = 1_234_567, uuid4()
    comment.save(force_insert=True)

    news = soup(client.get(form_at(article, "?gesendet=1234567"))).select_one("comment-news")

    assert news
    assert news["data-id"] == "1234567"


def test_writing_asks_the_database_little(
    article: Article, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = browser(a_member())
    send(client, article, "Damit es die Diskussion schon gibt.")
    writer = browser(a_member())

    with django_assert_max_num_queries(20):
        answer = send(writer, article, "Damit ist sie zu zweit.")

    assert answer.status_code == 200
    assert Comment.objects.filter(text="Damit ist sie zu zweit.").count() == 1


def test_the_form_asks_the_database_little(
    article: Article, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    member, stranger = browser(a_member(), **FRAME), browser(**FRAME)
    member.get(form_at(article))

    with django_assert_max_num_queries(11):
        for_member = member.get(form_at(article))
    with django_assert_max_num_queries(5):
        for_stranger = stranger.get(form_at(article))

    assert (for_member.status_code, for_stranger.status_code) == (200, 200)
    assert "text" in fields_of(for_member)
