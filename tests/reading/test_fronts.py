"""The home page and the section fronts."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from blattwerk.fronts.models import Front
from blattwerk.newsroom.models import Paper, Section
from blattwerk.reading.pager import PER_PAGE
from blattwerk.shell import moments
from tests import factories
from tests.reading.pages import all_words, opened, words


def compose(page: Page, *containers: tuple[str, Any]) -> None:
    """Put these containers on a page's front."""
    Front.objects.update_or_create(page=page, defaults={"containers": list(containers)})


def test_the_home_page_carries_the_papers_name_and_the_day(client: Client, paper: Paper) -> None:
    page = opened(client, "/")
    assert all_words(page, "h1") == ["Probeblatt"]
    assert all_words(page, ".nameplate__line span") == [
        moments.dated(timezone.localdate(), "de"),
        "Zeitung zum Ausprobieren",
    ]


def test_a_paper_without_articles_says_so(client: Client, paper: Paper) -> None:
    page = opened(client, "/")
    assert len(page.select(".notice")) == 1
    assert page.select(".container") == []


def test_the_newest_article_leads(client: Client, section: Section) -> None:
    for hours in (3, 1, 2):
        age = timedelta(hours=hours)
        factories.an_article(section, headline=f"Vor {hours} Stunden", age=age)
    page = opened(client, "/")
    assert all_words(page, ".card--top h3 a") == ["Vor 1 Stunden"]


def test_only_the_first_picture_of_a_page_is_fetched_at_once(
    client: Client, section: Section
) -> None:
    for _ in range(6):
        factories.an_article(section, picture=factories.a_picture())
    images = opened(client, "/").select("main img")
    assert [image.get("fetchpriority") for image in images[:2]] == ["high", None]
    assert {image.get("loading") for image in images[1:]} == {"lazy"}


def test_the_latest_stand_by_day_with_their_clock(client: Client, section: Section) -> None:
    noon = timezone.localtime().replace(hour=12, minute=5, second=0, microsecond=0)
    today, before = noon - timedelta(days=1), noon - timedelta(days=2)
    factories.an_article(section, published_at=today)
    factories.an_article(section, published_at=before)
    page = opened(client, "/")
    assert all_words(page, ".ticker__day") == [
        moments.dated(today, "de"),
        moments.dated(before, "de"),
    ]
    assert all_words(page, ".ticker .line time") == ["12.05", "12.05"]


def test_opinion_shows_the_writers_face(client: Client, paper: Paper) -> None:
    from blattwerk.newsroom.found import open_section

    views = open_section(paper=paper, slug="meinung", name="Meinung")
    writer = factories.an_author("Konrad Raab", portrait=factories.a_picture())
    article = factories.an_article(views, headline="Genug geredet", authors=[writer])
    compose(paper, ("section", {"section": views, "articles": [], "size": 4}))
    page = opened(client, "/")
    assert all_words(page, ".container--opinion .voice__name") == ["Konrad Raab"]
    assert len(page.select(".container--opinion .voice__face img")) == 1
    link = page.select_one(".container--opinion h3 a")
    assert link is not None
    assert (words(link), link["href"]) == ("Genug geredet", article.get_url())


def test_the_home_page_asks_the_database_at_most_twelve_times(
    client: Client, paper: Paper, django_assert_max_num_queries: object
) -> None:
    writer = factories.an_author("Konrad Raab", portrait=factories.a_picture())
    for section in Section.objects.all():
        for _ in range(6):
            factories.an_article(section, authors=[writer], picture=factories.a_picture())
    opened(client, "/")
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        opened(client, "/")


def test_a_section_front_names_itself_and_shows_its_articles(
    client: Client, section: Section
) -> None:
    elsewhere = Section.objects.get(slug="politik")
    factories.an_article(elsewhere, headline="Aus der Politik")
    factories.an_article(section, headline="Die ältere", age=timedelta(days=2))
    factories.an_article(section, headline="Die neuere", age=timedelta(days=1))
    page = opened(client, "/ausland/")
    assert all_words(page, "h1") == ["Ausland"]
    assert all_words(page, ".page_head__line") == ["Was in der Welt geschieht."]
    assert all_words(page, ".listing h3 a") == ["Die neuere", "Die ältere"]
    assert all_words(page, ".card--feature h3 a") == ["Die neuere"]


def test_a_long_section_is_read_page_by_page(client: Client, section: Section) -> None:
    for number in range(PER_PAGE + 2):
        factories.an_article(section, headline=f"Nummer {number}", age=timedelta(hours=number + 1))
    first, second = opened(client, "/ausland/"), opened(client, "/ausland/?seite=2")
    assert [link["href"] for link in first.select(".pager a")] == ["?seite=2"]
    assert all_words(second, ".listing h3 a") == [f"Nummer {PER_PAGE}", f"Nummer {PER_PAGE + 1}"]
    assert [link["href"] for link in second.select(".pager a")] == ["/ausland/"]


def test_an_editors_front_stands_above_and_nothing_twice(client: Client, section: Section) -> None:
    chosen = factories.an_article(section, headline="Ausgewählt", age=timedelta(days=9))
    factories.an_article(section, headline="Neu")
    compose(section, ("picks", {"title": "Zum Nachlesen", "articles": [chosen]}))
    page = opened(client, "/ausland/")
    assert all_words(page, ".container--picks h3 a") == ["Ausgewählt"]
    assert all_words(page, ".listing h3 a") == ["Neu"]


def test_an_empty_section_says_so(client: Client, section: Section) -> None:
    assert len(opened(client, "/ausland/").select(".notice")) == 1


@pytest.mark.parametrize("number", ["0", "-1", "zwei", "501", "9" * 40, "2", "١"])
def test_a_page_that_cannot_be_is_not_found(client: Client, section: Section, number: str) -> None:
    assert client.get("/ausland/", {"seite": number}).status_code == 404


def test_an_article_of_which_only_the_day_is_known_shows_no_clock(
    client: Client, section: Section
) -> None:
    factories.an_article(section, day_only=True)
    page = opened(client, "/")
    assert len(page.select(".ticker__day time")) == 1
    assert page.select(".ticker .line time") == []
