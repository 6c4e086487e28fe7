"""A million comments are stored, and nobody who reads or moderates waits for them."""

import os

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from blattwerk.newsroom.models import Section
from tests.discussion.forum import a_moderator, an_article_to_discuss
from tests.discussion.heaps import heap_public, heap_waiting

PROOF = os.environ.get("HYPOTHESIS_PROFILE") == "proof"
STORED = 1_000_000 if PROOF else 3_000

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
    article = an_article_to_discuss(section)
    heap_public(article, STORED)
    client.get(reverse("thread", args=[article.pk]))

    with django_assert_max_num_queries(10):
        answer = client.get(reverse("thread", args=[article.pk]))

    assert answer.status_code == 200
