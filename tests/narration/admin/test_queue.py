"""The queue page, the panel on the first page, and what can be done from there."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from blattwerk.narration.models import Narration, State
from blattwerk.newsroom.models import Article, Section
from tests.factories import an_article
from tests.narration.admin.conftest import Row
from tests.newsroom.roles import browser

INDEX = "listening:index"


@pytest.fixture
def abroad(section: Section) -> list[Article]:
    return [an_article(section) for _ in range(5)]


@pytest.fixture
def busy(abroad: list[Article], row: Row, recorded: Callable[..., Narration]) -> list[Article]:
    """One article in each state."""
    failed, running, waiting, ready, off = abroad
    row(failed, state=State.FAILED, reason="Die Stimme schweigt.", finished_at=timezone.now())
    row(running, state=State.RUNNING, done=12, total=31)
    row(waiting, state=State.WAITING)
    recorded(ready)
    row(off, switched_off=True)
    return abroad


def listed(client: Client, asked: str = "") -> list[int]:
    page = client.get(f"{reverse(INDEX)}?{asked}")
    return [one.page_id for one in page.context["object_list"]]


def test_what_has_failed_stands_first_then_what_is_made_and_waits(
    desk: Client, busy: list[Article]
) -> None:
    assert listed(desk) == [article.pk for article in busy]


@pytest.mark.parametrize(
    ("state", "place"), [("failed", 0), ("running", 1), ("waiting", 2), ("ready", 3), ("off", 4)]
)
def test_the_queue_is_narrowed_by_state(
    state: str, place: int, desk: Client, busy: list[Article]
) -> None:
    assert listed(desk, f"state={state}") == [busy[place].pk]


def test_the_queue_tells_reasons_progress_length_and_voice(
    desk: Client, busy: list[Article]
) -> None:
    page = desk.get(reverse(INDEX))
    text = page.content.decode()

    assert "Die Stimme schweigt." in text
    assert '<progress value="12" max="31"' in text
    assert "2:51 · espeak-ng: de" in text
    assert page.context["summary"].count(" · ") == 2
    assert [part.split()[0] for part in page.context["summary"].split(" · ")] == ["1", "1", "1"]


def test_a_desk_sees_its_own_articles_and_counts_no_others(
    strangers: Client, busy: list[Article], row: Row
) -> None:
    own = an_article(Section.objects.get(slug="politik"))
    row(own, state=State.WAITING)

    page = strangers.get(reverse(INDEX))

    assert [one.page_id for one in page.context["object_list"]] == [own.pk]
    assert [part.split()[0] for part in page.context["summary"].split(" · ")] == ["1", "0", "0"]


def test_a_chief_sees_every_desks_articles(chief: Client, busy: list[Article]) -> None:
    assert len(listed(chief)) == 5


def test_the_queue_asks_the_database_the_same_however_much_waits(
    desk: Client, section: Section, recorded: Any, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    recorded(an_article(section))
    desk.get(reverse(INDEX))
    with django_assert_num_queries(60, exact=False) as few:
        desk.get(reverse(INDEX))
    for _ in range(5):
        recorded(an_article(section))
    with django_assert_num_queries(60, exact=False) as many:
        desk.get(reverse(INDEX))

    assert len(many) == len(few)


def test_one_that_failed_is_tried_again(desk: Client, busy: list[Article]) -> None:
    answer = desk.post(reverse("listening:retry", args=[busy[0].pk]), {"next": reverse(INDEX)})

    assert answer["Location"] == reverse(INDEX)
    assert Narration.objects.get(pk=busy[0].pk).state == State.WAITING


def test_all_that_failed_are_tried_again_where_one_may_publish(
    desk: Client, busy: list[Article], row: Row
) -> None:
    foreign = busy[0]
    politics = an_article(Section.objects.get(slug="politik"))
    row(politics, state=State.FAILED)

    desk.post(reverse("listening:retry_all"))

    states = dict(Narration.objects.values_list("page_id", "state"))
    assert [states[foreign.pk], states[politics.pk]] == [State.WAITING, State.FAILED]


def test_nobody_is_led_out_of_the_house(desk: Client, busy: list[Article]) -> None:
    answer = desk.post(
        reverse("listening:retry", args=[busy[0].pk]), {"next": "https://evil.example/"}
    )

    assert answer["Location"] == reverse("listening:page", args=[busy[0].pk])


def test_the_first_page_speaks_only_of_what_has_failed(
    desk: Client, strangers: Client, busy: list[Article]
) -> None:
    told = desk.get(reverse("wagtailadmin_home")).content.decode()
    quiet = strangers.get(reverse("wagtailadmin_home")).content.decode()

    assert "Die Stimme schweigt." in told
    assert f"{reverse(INDEX)}?state=failed" in told
    assert "bw-unheard" not in quiet


def test_the_newest_failures_stand_on_the_first_page(
    desk: Client, section: Section, row: Row
) -> None:
    now = timezone.now()
    articles = [an_article(section) for _ in range(7)]
    for age, article in enumerate(articles):
        row(article, state=State.FAILED, finished_at=now - timedelta(hours=age))

    text = desk.get(reverse("wagtailadmin_home")).content.decode()

    shown = [article.pk for article in articles if article.title in text]
    assert shown == [article.pk for article in articles[:5]]


def test_the_buttons_of_the_rows_bring_their_token(busy: list[Article]) -> None:
    strict = Client(headers={"host": "localhost"}, enforce_csrf_checks=True)
    strict.cookies = browser("foreign").cookies
    rows = strict.get(reverse("listening:results")).content.decode()
    address = reverse("listening:retry", args=[busy[0].pk])
    token = re.search(rf'action="{address}">\s*<input[^>]+value="(\w+)"', rows)
    assert token

    strict.post(address, {"csrfmiddlewaretoken": token[1]})

    assert Narration.objects.get(pk=busy[0].pk).state == State.WAITING
