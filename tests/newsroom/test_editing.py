"""Writing an article: the way to the form, what it asks, and the look before it is stored."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from blattwerk.newsroom.models import Article, Section
from tests.factories import an_article, an_author, an_editor
from tests.newsroom.roles import browser

NEW = "/redaktion/artikel/neu/"


def form(**changes: Any) -> dict[str, Any]:
    """The article form as a browser sends it, with one paragraph."""
    paragraph = {
        "blocks": [
            {
                "key": "a",
                "text": "Es war einmal.",
                "type": "unstyled",
                "depth": 0,
                "inlineStyleRanges": [],
                "entityRanges": [],
            }
        ],
        "entityMap": {},
    }
    fields = {
        "title": "Große Öffnung",
        "slug": "",
        "kicker": "Grenze",
        "lead": "Vorspann.",
        "source": "",
        "lead_caption": "",
        "lead_picture": "",
        "published_at": "",
        "seo_title": "",
        "search_description": "",
        "go_live_at": "",
        "expire_at": "",
        "body-count": "1",
        "body-0-type": "paragraph",
        "body-0-order": "0",
        "body-0-deleted": "",
        "body-0-id": "",
        "body-0-value": json.dumps(paragraph),
        "bylines-TOTAL_FORMS": "0",
        "bylines-INITIAL_FORMS": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }
    return {**fields, **changes}


def add_address(section: Section, name: str = "add") -> str:
    return reverse(f"wagtailadmin_pages:{name}", args=["newsroom", "article", section.pk])


def test_who_has_one_section_comes_straight_to_the_form(section: Section) -> None:
    assert browser("foreign").get(NEW)["Location"] == add_address(section)


def test_who_has_several_chooses_among_them(section: Section) -> None:
    politics = Section.objects.get(slug="politik")
    client = Client(headers={"host": "localhost"})
    client.force_login(an_editor(section, politics))

    choices = client.get(NEW).context["form"].fields["parent_page"].queryset

    assert [found.slug for found in choices] == ["ausland", "politik"]
    answer = client.post(NEW, {"parent_page": politics.pk})
    assert answer["Location"] == add_address(politics)


def test_nobody_chooses_a_section_that_is_not_theirs(section: Section) -> None:
    politics = Section.objects.get(slug="politik")

    answer = browser("foreign").post(NEW, {"parent_page": politics.pk})

    assert answer.status_code == 200
    assert "parent_page" in answer.context["form"].errors


def test_an_article_is_written_and_published_through_the_form(
    section: Section, client: Client
) -> None:
    author = an_author()
    bylines = {
        "bylines-TOTAL_FORMS": "1",
        "bylines-0-author": author.pk,
        "bylines-0-role": "",
        "bylines-0-ORDER": "1",
        "bylines-0-DELETE": "",
        "bylines-0-id": "",
    }

    answer = browser("foreign").post(
        add_address(section), form(**bylines, **{"action-publish": "1"})
    )

    article = Article.objects.get()
    assert answer.status_code == 302, answer.context["form"].errors
    assert (article.live, article.section, article.slug) == (True, section, "grosse-oeffnung")
    assert article.authors == [author]
    assert timezone.now() - article.published_at < timedelta(minutes=1)
    assert client.get(article.url).status_code == 200


def test_the_form_is_called_by_the_trades_words(section: Section) -> None:
    page = browser("foreign").get(add_address(section)).content.decode()

    for name in ("kicker", "title", "lead", "bylines", "source", "body", "lead_picture"):
        assert f"panel-child-content-{name}" in page or f'"{name}' in page, name


def test_a_time_still_to_come_is_not_taken_as_time_of_publication(section: Section) -> None:
    tomorrow = (timezone.now() + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")

    answer = browser("foreign").post(
        add_address(section), form(published_at=tomorrow, **{"action-publish": "1"})
    )

    assert "published_at" in answer.context["form"].errors
    assert Article.objects.count() == 0


def _preview(client: Client, address: str, **changes: Any) -> str:
    told = client.post(address, form(**changes)).json()
    assert told == {"is_valid": True, "is_available": True}
    shown = client.get(address, {"mode": ""})
    assert shown.status_code == 200
    return str(shown.content.decode())


def test_an_article_not_stored_yet_is_previewed_in_its_section(section: Section) -> None:
    page = _preview(browser("foreign"), add_address(section, "preview_on_add"))

    for words in ("Große Öffnung", "Grenze", "Vorspann.", "Es war einmal.", "Ausland"):
        assert words in page
    assert Article.objects.count() == 0


def test_a_first_article_without_headline_is_previewed_too(section: Section) -> None:
    address = add_address(section, "preview_on_add")

    assert "Vorspann." in _preview(browser("foreign"), address, title="")


def test_changes_are_previewed_before_they_are_stored(section: Section) -> None:
    article = an_article(section, headline="Alt")
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[article.pk])

    page = _preview(browser("foreign"), address, title="Neu", slug=article.slug)

    assert "Neu" in page
    assert Article.objects.get().title == "Alt"


@pytest.mark.parametrize("name", ["edit", "history"])
def test_the_admin_speaks_german(section: Section, name: str) -> None:
    article = an_article(section)

    page = browser("foreign").get(reverse(f"wagtailadmin_pages:{name}", args=[article.pk]))

    assert '<html lang="de"' in page.content.decode()
