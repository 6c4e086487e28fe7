"""Author pages, and what stands where a page is missing or broken."""

import pytest
from django.test import Client, RequestFactory
from pytest_django.fixtures import Settings

from blattwerk.newsroom.models import Paper, Section
from blattwerk.reading.errors import broken
from tests import factories
from tests.reading.pages import BeautifulSoup, all_words, opened


def test_an_author_has_a_page_with_face_role_story_and_articles(
    client: Client, section: Section
) -> None:
    mira = factories.an_author(
        "Mira Feldner",
        biography="Schreibt aus Triest.\n\nUnd fährt gern Rad.",
        email="mira@probeblatt.example",
        portrait=factories.a_picture(),
    )
    factories.an_article(section, headline="Von ihr", authors=[mira])
    factories.an_article(section, headline="Von jemandem sonst")
    page = opened(client, "/autor/mira-feldner/")
    assert all_words(page, "h1") == ["Mira Feldner"]
    assert all_words(page, ".person__role") == ["Redakteurin"]
    assert all_words(page, ".person__about p") == ["Schreibt aus Triest.", "Und fährt gern Rad."]
    assert [link["href"] for link in page.select(".person__mail a")] == [
        "mailto:mira@probeblatt.example"
    ]
    assert len(page.select(".person__face img")) == 1
    assert all_words(page, ".listing h3 a") == ["Von ihr"]


def test_an_unknown_author_is_not_found(client: Client, paper: Paper) -> None:
    assert client.get("/autor/niemand/").status_code == 404


def test_where_a_page_is_missing_there_are_ways_on(client: Client, section: Section) -> None:
    article = factories.an_article(section, headline="Das Neueste")
    page = opened(client, "/gibt-es-nicht/", status=404)
    assert [link["href"] for link in page.select(".lost__ways a")] == [
        "/",
        "/ausland/",
        "/politik/",
    ]
    assert [link["href"] for link in page.select(".lost__latest a")] == [article.get_url()]
    assert [form["action"] for form in page.select("main form[role=search]")] == ["/suche/"]
    assert [tag["content"] for tag in page.select("meta[name=robots]")] == ["noindex"]


@pytest.mark.django_db
def test_before_the_paper_is_founded_a_missing_page_still_stands(client: Client) -> None:
    assert all_words(opened(client, "/x/", status=404), "header .nameplate__name") == ["Blattwerk"]


def test_a_broken_page_needs_no_database() -> None:
    response = broken(RequestFactory().get("/"))
    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 500
    assert len(page.select("h1")) == 1
    assert [link["href"] for link in page.select(".nameplate a")] == ["/"]


def test_a_broken_page_stands_even_without_static_files(settings: Settings) -> None:
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "blattwerk.config.staticfiles.HashedFiles"},
    }

    response = broken(RequestFactory().get("/"))

    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 500
    assert [heading.text for heading in page.select("h1")] == ["Da ist etwas kaputt"]
