"""What people at work and watchers see of the paper's health."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from blattwerk.desk.models import Strike
from blattwerk.desk.queries import coming
from blattwerk.desk.strike import strike
from blattwerk.newsroom.models import Article, Section
from tests.factories import an_article
from tests.newsroom.roles import browser, person

HOME = "/redaktion/"
HEALTH = "/gesundheit/"


def planned(section: Section, headline: str, hours: int) -> Article:
    """An article to be published in so many hours."""
    article = an_article(section, headline=headline, publish=False)
    article.go_live_at = timezone.now() + timedelta(hours=hours)
    article.save_revision().publish()
    return article


def test_watchers_hear_that_all_is_well(db: None, client: Client) -> None:
    strike(now=timezone.now(), worker="a")

    answer = client.get(HEALTH)

    assert (answer.status_code, answer.json()) == (
        200,
        {"status": "ok", "database": "ok", "worker": "ok"},
    )
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("silent", [timedelta(minutes=3), None])
def test_watchers_hear_that_no_worker_runs(
    db: None, client: Client, silent: timedelta | None
) -> None:
    if silent:
        strike(now=timezone.now() - silent, worker="a")

    answer = client.get(HEALTH)

    assert (answer.status_code, answer.json()) == (
        503,
        {"status": "failed", "database": "ok", "worker": "failed"},
    )


def test_the_health_address_takes_no_post(db: None, client: Client) -> None:
    assert client.post(HEALTH).status_code == 405


def test_the_first_page_is_red_when_no_worker_runs(section: Section) -> None:
    page = browser("foreign").get(HOME).content.decode()

    assert "bw-state--bad" in page
    assert "blattwerk serve" in page


def test_the_first_page_is_calm_when_the_worker_runs(section: Section) -> None:
    strike(now=timezone.now(), worker="a")

    page = browser("foreign").get(HOME).content.decode()

    assert "bw-state--bad" not in page
    assert "newsroom.publish_scheduled" in page


def test_the_first_page_names_what_failed(section: Section) -> None:
    strike(now=timezone.now(), worker="a")
    Strike.objects.update(complaint="<b>Es ging nicht.</b>")

    page = browser("foreign").get(HOME).content.decode()

    assert "bw-state--bad" in page
    assert "&lt;b&gt;Es ging nicht.&lt;/b&gt;" in page


def test_what_comes_within_a_day_is_told_in_order(section: Section) -> None:
    now = timezone.now()
    planned(section, "Am Abend", 8)
    planned(section, "Gleich", 1)
    planned(section, "Übermorgen", 40)
    ending = an_article(section, headline="Läuft ab")
    Article.objects.filter(pk=ending.pk).update(expire_at=now + timedelta(hours=3))

    events = coming(user=person("foreign"), now=now)

    assert [(event.kind, event.article.title) for event in events] == [
        ("publish", "Gleich"),
        ("expire", "Läuft ab"),
        ("publish", "Am Abend"),
    ]


def test_what_is_overdue_stands_first(section: Section) -> None:
    planned(section, "Gleich", 1)
    planned(section, "Liegengeblieben", 2)
    later = timezone.now() + timedelta(hours=3)

    assert [event.article.title for event in coming(user=person("admin"), now=later)] == [
        "Gleich",
        "Liegengeblieben",
    ]


def test_a_desk_is_told_of_its_own_section_only(section: Section) -> None:
    planned(section, "Ausland", 1)
    planned(Section.objects.get(slug="politik"), "Politik", 1)
    now = timezone.now()

    told = {
        role: [event.article.title for event in coming(user=person(role), now=now)]
        for role in ("foreign", "politics", "chief")
    }

    assert told == {
        "foreign": ["Ausland"],
        "politics": ["Politik"],
        "chief": ["Ausland", "Politik"],
    }
