"""Sitemaps keep the protocol's rules and tell the truth."""

from datetime import UTC, datetime, timedelta
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from django.utils import timezone

from blattwerk.feeds import sitemaps
from blattwerk.newsroom.models import Article, Paper, Section
from tests.factories import a_picture, an_article, an_author
from tests.feeds.rules import IMAGE, NEWS, SITEMAP, sitemap_faults

ADDRESS = "https://www.probeblatt.example"


@pytest.fixture(autouse=True)
def public_address(settings: object) -> None:
    settings.BLATTWERK_ADDRESS = ADDRESS  # type: ignore[attr-defined]


def sheet(client: Client, path: str) -> ET.Element:
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    assert sitemap_faults(response.content, ADDRESS) == []
    return ET.fromstring(response.content)  # noqa: S314


def addresses(root: ET.Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{SITEMAP}loc")]


def changes(root: ET.Element) -> dict[str, str | None]:
    return {
        element.findtext(f"{SITEMAP}loc", ""): element.findtext(f"{SITEMAP}lastmod")
        for element in root
    }


def test_the_index_leads_to_every_article(client: Client, section: Section) -> None:
    articles = [an_article(section) for _ in range(3)]

    listed = [
        address
        for sitemap in addresses(sheet(client, "/sitemap.xml"))
        for address in addresses(sheet(client, sitemap.removeprefix(ADDRESS)))
    ]

    assert [at for at in listed if at in {ADDRESS + article.url for article in articles}] == [
        ADDRESS + article.url for article in articles
    ]


def test_pages_and_authors_are_listed_and_authors_without_articles_are_not(
    client: Client, section: Section
) -> None:
    an_article(section, authors=[an_author("Mira Feldner")])
    an_author("Noch Nichtgeschrieben")

    assert addresses(sheet(client, "/sitemap-seiten.xml")) == [
        f"{ADDRESS}/",
        f"{ADDRESS}/ausland/",
        f"{ADDRESS}/politik/",
        f"{ADDRESS}/impressum/",
        f"{ADDRESS}/autor/mira-feldner/",
    ]


def test_an_article_never_moves_to_another_sitemap(
    client: Client, section: Section, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemaps, "NUMBERS_PER_SITEMAP", 2)
    articles = [an_article(section) for _ in range(4)]
    number = articles[3].pk // 2
    before = addresses(sheet(client, f"/sitemap-artikel-{number}.xml"))

    articles[0].delete()

    assert addresses(sheet(client, f"/sitemap-artikel-{number}.xml")) == before
    assert ADDRESS + articles[3].url in before


def test_a_changed_text_is_told_and_a_changed_slug_is_not(client: Client, section: Section) -> None:
    morning = datetime(2026, 1, 5, 6, 30, tzinfo=UTC)
    article = an_article(section, published_at=morning)
    path = f"/sitemap-artikel-{article.pk // sitemaps.NUMBERS_PER_SITEMAP}.xml"
    article.slug = "anders"
    article.save_revision().publish()
    renamed = changes(sheet(client, path))
    article.refresh_from_db()
    article.lead = "Jetzt steht hier etwas anderes."
    article.save_revision().publish()

    corrected = changes(sheet(client, path))

    assert renamed == {ADDRESS + article.url: "2026-01-05T07:30:00+01:00"}
    assert str(corrected[ADDRESS + article.url]) > "2026-01-05T07:30:00+01:00"


def test_a_lead_picture_is_listed(client: Client, section: Section) -> None:
    article = an_article(section, picture=a_picture())
    path = f"/sitemap-artikel-{article.pk // sitemaps.NUMBERS_PER_SITEMAP}.xml"

    pictures = [element.text or "" for element in sheet(client, path).iter(f"{IMAGE}loc")]

    assert len(pictures) == 1
    assert client.get(pictures[0].removeprefix(ADDRESS)).status_code == 200


def test_drafts_stand_in_no_sitemap(client: Client, section: Section) -> None:
    an_article(section, publish=False)

    assert addresses(sheet(client, "/sitemap.xml")) == [f"{ADDRESS}/sitemap-seiten.xml"]
    assert client.get("/sitemap-artikel-0.xml").status_code == 404


def test_news_are_those_of_the_last_two_days(client: Client, section: Section) -> None:
    fresh = an_article(section, headline="Frisch & neu", age=timedelta(hours=47))
    an_article(section, headline="Von gestern", age=timedelta(hours=49))

    root = sheet(client, "/sitemap-news.xml")

    assert addresses(root) == [ADDRESS + fresh.url]
    assert root.findtext(f".//{NEWS}title") == "Frisch & neu"
    assert root.findtext(f".//{NEWS}name") == "Probeblatt"
    assert root.findtext(f".//{NEWS}language") == "de"
    local = timezone.localtime(fresh.published_at).replace(microsecond=0)
    assert root.findtext(f".//{NEWS}publication_date") == local.isoformat()


def test_news_known_by_day_are_dated_by_day(client: Client, section: Section) -> None:
    article = an_article(section, day_only=True)

    printed = sheet(client, "/sitemap-news.xml").findtext(f".//{NEWS}publication_date")

    assert printed == timezone.localdate(article.published_at).isoformat()


def test_news_are_at_most_a_thousand(
    client: Client, section: Section, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemaps, "NEWS_MOST", 2)
    for hours in (3, 1, 2):
        an_article(section, headline=f"Vor {hours}", age=timedelta(hours=hours))

    titles = [element.text for element in sheet(client, "/sitemap-news.xml").iter(f"{NEWS}title")]

    assert titles == ["Vor 1", "Vor 2"]


def test_sitemaps_cost_no_more_for_more_articles(
    client: Client, section: Section, django_assert_max_num_queries: Any
) -> None:
    for _ in range(5):
        an_article(section, picture=a_picture())
    shelf = Article.objects.first().pk // sitemaps.NUMBERS_PER_SITEMAP  # type: ignore[union-attr]

    with django_assert_max_num_queries(4):
        client.get(f"/sitemap-artikel-{shelf}.xml")


def test_the_path_from_columns_is_the_articles_own(section: Section, paper: Paper) -> None:
    article = an_article(section, headline="Über Öl & Äpfel")

    assert sitemaps.article_path(article.pk, article.url_path, paper.url_path) == article.url


def test_robots_are_told_of_the_sitemaps_and_of_closed_doors(client: Client, paper: Paper) -> None:
    response = client.get("/robots.txt")

    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert [line for line in response.content.decode().splitlines() if line] == [
        "User-agent: *",
        "Disallow: /redaktion/",
        "Disallow: /konto/",
        "Disallow: /suche/",
        "Disallow: /hoeren/*/ton.",
        "Allow: /",
        f"Sitemap: {ADDRESS}/sitemap.xml",
        f"Sitemap: {ADDRESS}/sitemap-news.xml",
    ]
