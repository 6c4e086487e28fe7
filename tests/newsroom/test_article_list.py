"""The flat list: what it shows to whom, how it is narrowed, and what it costs."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries
from wagtail.admin.menu import admin_menu
from wagtail.models import Task, Workflow, WorkflowTask

from blattwerk.newsroom.models import Article, Section
from tests.factories import an_article, an_author
from tests.newsroom.roles import browser, person

LIST = "/redaktion/artikel/"


def shown(client: Client, **asked: Any) -> list[str]:
    """The headlines on the first page of the list, in order."""
    answer = client.get(LIST, asked)
    assert answer.status_code == 200
    return [article.title for article in answer.context["object_list"]]


@pytest.fixture
def politics(paper: Any) -> Section:
    return Section.objects.get(slug="politik")


def test_the_list_stands_at_its_german_address() -> None:
    assert reverse("articles:index") == LIST


def test_drafts_stand_on_top_and_then_the_newest(section: Section) -> None:
    an_article(section, headline="Gestern", age=timedelta(days=1))
    an_article(section, headline="Heute", age=timedelta(minutes=5))
    draft = an_article(section, headline="Entwurf", publish=False)
    Article.objects.filter(pk=draft.pk).update(published_at=None)

    assert shown(browser("chief")) == ["Entwurf", "Heute", "Gestern"]


def test_a_desk_sees_its_own_section_only(section: Section, politics: Section) -> None:
    an_article(section, headline="Ausland")
    an_article(politics, headline="Politik")

    assert shown(browser("foreign")) == ["Ausland"]
    assert shown(browser("politics")) == ["Politik"]
    assert sorted(shown(browser("chief"))) == ["Ausland", "Politik"]


def test_a_desk_cannot_ask_for_another_section(section: Section, politics: Section) -> None:
    an_article(section, headline="Ausland")
    an_article(politics, headline="Politik")

    assert shown(browser("foreign"), section=politics.pk) == ["Ausland"]


def test_the_list_is_narrowed_by_section(section: Section, politics: Section) -> None:
    an_article(section, headline="Ausland")
    an_article(politics, headline="Politik")

    assert shown(browser("chief"), section=politics.pk) == ["Politik"]


def test_the_list_is_narrowed_by_author(section: Section) -> None:
    author = an_author("Judith Paier")
    an_article(section, headline="Von ihr", authors=[author, an_author("Erik Lindqvist")])
    an_article(section, headline="Von niemand")

    assert shown(browser("chief"), author=author.pk) == ["Von ihr"]


def test_the_list_is_narrowed_by_days(section: Section) -> None:
    for day in (1, 2, 3):
        moment = datetime(2026, 3, day, 22, 30, tzinfo=UTC)  # half past eleven in Vienna
        an_article(section, headline=f"Am {day}.", published_at=moment)

    found = shown(browser("chief"), published_at_from="2026-03-02", published_at_to="2026-03-02")

    assert found == ["Am 2."]


def test_the_list_is_narrowed_to_ones_own(section: Section) -> None:
    editor = person("foreign")
    mine, edited = an_article(section, headline="Meine"), an_article(section, headline="Redigiert")
    an_article(section, headline="Fremde")
    Article.objects.filter(pk=mine.pk).update(owner=editor)
    edited.save_revision(user=editor, log_action=True)
    client = Client(headers={"host": "localhost"})
    client.force_login(editor)

    assert sorted(shown(client, mine="1")) == ["Meine", "Redigiert"]


def test_the_list_finds_words_of_headlines(section: Section) -> None:
    an_article(section, headline="Hafenstreik in Triest beendet")
    an_article(section, headline="Streik in Koper")

    assert shown(browser("chief"), q="streik triest") == ["Hafenstreik in Triest beendet"]


def test_each_state_is_found(section: Section) -> None:
    now = timezone.now()
    an_article(section, headline="öffentlich")
    changed = an_article(section, headline="geändert")
    changed.lead = "Neu"
    changed.save_revision()
    an_article(section, headline="Entwurf", publish=False)
    planned = an_article(section, headline="geplant", publish=False)
    planned.go_live_at = now + timedelta(days=1)
    planned.save_revision().publish()
    an_article(section, headline="abgelaufen").unpublish(set_expired=True)
    _submit(an_article(section, headline="im Ablauf", publish=False))
    client = browser("chief")

    states = ("live", "changed", "draft", "scheduled", "workflow", "expired")
    found = {state: sorted(shown(client, state=state)) for state in states}

    assert found == {
        "live": ["geändert", "öffentlich"],
        "changed": ["geändert"],
        "draft": ["Entwurf", "im Ablauf"],
        "scheduled": ["geplant"],
        "workflow": ["im Ablauf"],
        "expired": ["abgelaufen"],
    }


def _submit(article: Article) -> None:
    workflow = Workflow.objects.create(name="Vier Augen")
    WorkflowTask.objects.create(
        workflow=workflow, task=Task.objects.create(name="Gegenlesen"), sort_order=0
    )
    workflow.start(article, person("foreign"))


def test_the_list_shows_kicker_authors_and_source(section: Section) -> None:
    an_article(section, kicker="Nach dem Streik", authors=[an_author("Judith Paier")])
    an_article(section, source="APD")

    page = browser("chief").get(LIST).content.decode()

    assert [
        words for words in ("Nach dem Streik", "Judith Paier", "APD") if words not in page
    ] == []


@pytest.mark.parametrize("role", ["foreign", "chief", "admin"])
def test_the_list_costs_the_same_for_two_articles_and_for_thirty(
    role: str, section: Section, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = browser(role)
    authors = [an_author("Judith Paier"), an_author("Erik Lindqvist")]
    counts = []
    for more in (2, 28):
        for _number in range(more):
            an_article(section, authors=authors)
        client.get(LIST)
        with django_assert_max_num_queries(22) as asked:
            client.get(LIST)
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_exploring_a_section_leads_to_its_list(section: Section) -> None:
    answer = browser("foreign").get(reverse("wagtailadmin_explore", args=[section.pk]))

    assert answer["Location"] == f"{LIST}?section={section.pk}"


def test_the_tree_is_in_the_menu_of_chiefs_only(section: Section) -> None:
    def menu(role: str) -> list[str]:
        asked = RequestFactory().get("/redaktion/")
        asked.user = person(role)
        return [item.name for item in admin_menu.menu_items_for_request(asked)]

    desk = menu("foreign")

    assert ("explorer" in desk, "explorer" in menu("chief")) == (False, True)
    assert "articles" in desk


def test_absurd_pages_and_orders_show_the_list(section: Section) -> None:
    an_article(section, headline="Da")
    client = browser("chief")

    assert shown(client, p="99999") == ["Da"]
    assert shown(client, p="x", ordering="password") == ["Da"]
    assert shown(client, state="gibt-es-nicht", author="x", published_at_from="gestern") == ["Da"]
