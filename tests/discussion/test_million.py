"""A million comments are stored, and nobody who reads or moderates waits for them.

The suite stores 3,000 and holds them against 300; the proof a million against 3,000.
"""

import os
from collections.abc import Callable
from time import perf_counter, process_time

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from blattwerk.discussion.models import Comment
from blattwerk.discussion.order import Order, cursor_of
from blattwerk.newsroom.models import Article, Section
from tests.discussion.forum import ALWAYS, a_moderator, an_article_to_discuss, ruled
from tests.discussion.heaps import heap_public, heap_waiting

PROOF = os.environ.get("HYPOTHESIS_PROFILE") == "proof"
FEW, STORED = (3_000, 1_000_000) if PROOF else (300, 3_000)
SLOWER = 3  # times, at most; what grows with the comments would take 333 times as long, or 10
TRIES = 15 if PROOF else 5

pytestmark = [pytest.mark.proof, pytest.mark.django_db]


def test_the_first_page_of_the_queue_takes_fifteen_questions_at_most(
    client: Client, section: Section, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    heap_waiting(an_article_to_discuss(section), STORED)
    client.force_login(a_moderator(lead=True))
    client.get(reverse("forumdesk:index"))  # Wagtail learns its sites and types

    with django_assert_max_num_queries(15):
        answer = client.get(reverse("forumdesk:index"))

    assert answer.status_code == 200


def test_a_page_of_a_thread_takes_ten_questions_at_most(
    client: Client, section: Section, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    ruled(ALWAYS)  # at night it would be closed and lead elsewhere
    article = an_article_to_discuss(section)
    heap_public(article, STORED)
    client.get(reverse("thread", args=[article.pk]))

    with django_assert_max_num_queries(10):
        answer = client.get(reverse("thread", args=[article.pk]))

    assert answer.status_code == 200


@pytest.mark.parametrize("order", Order)
def test_a_page_deep_in_a_thread_takes_no_longer_for_being_deep(
    client: Client, section: Section, order: Order
) -> None:
    articles = [an_article_to_discuss(section) for _number in range(2)]
    for article, many in zip(articles, (FEW, STORED), strict=True):
        heap_public(article, many)

    short, long = (quickest(client, deep(article, order)) for article in articles)

    assert long <= SLOWER * short


def test_the_first_page_of_the_queue_takes_no_longer_the_more_waits(
    client: Client, section: Section
) -> None:
    article, address = an_article_to_discuss(section), reverse("forumdesk:index")
    client.force_login(a_moderator(lead=True))
    heap_waiting(article, FEW)
    short = quickest(client, address)

    heap_waiting(article, STORED - FEW)

    assert quickest(client, address) <= SLOWER * short


def deep(article: Article, order: Order) -> str:
    """The address of a page in the middle of the thread."""
    tops = Comment.objects.filter(thread=article.pk, root=None)
    middle = tops.order_by("pk")[tops.count() // 2]
    query = f"reihung={order}&nach={cursor_of(middle, order)}"
    return f"{reverse('thread', args=[article.pk])}?{query}"


def quickest(client: Client, address: str) -> float:
    """Seconds that a page takes when nothing else holds it up.

    SQLite works in this very process: its work can be told from that of others on the machine.
    """
    return min(_seconds(lambda: client.get(address).status_code) for _try in range(TRIES))


def _seconds(deed: Callable[[], int]) -> float:
    clock = process_time if connection.vendor == "sqlite" else perf_counter
    began = clock()
    assert deed() == 200
    return clock() - began
