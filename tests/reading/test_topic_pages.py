"""Topics as readers meet them: chips, a page of their own, the overview."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from blattwerk.newsroom.models import Article, Paper, Section
from blattwerk.reading.letters import MOST_ON_A_PAGE, grouped, index
from blattwerk.reading.pager import PER_PAGE
from blattwerk.topics.models import Topic
from blattwerk.topics.queries import TopicLine
from blattwerk.topics.rename import rename_topic
from tests import factories
from tests.reading.pages import all_words, opened, shown


def filed(topic: Topic, *articles: Article) -> Topic:
    """The topic with these articles under it."""
    for article in articles:
        topic.assignments.create(article=article)
    return topic


def a_line(name: str) -> TopicLine:
    return TopicLine(topic=Topic(name=name), count=1, newest_at=timezone.now(), liveliness=0.0)


@pytest.fixture
def some(section: Section) -> list[Topic]:
    """Three topics; the last was written about most recently."""
    names = ("Österreich", "Bahn", "1. Mai")
    ages = (timedelta(days=40), timedelta(days=20), timedelta(hours=1))
    return [
        filed(factories.a_topic(name), factories.an_article(section, age=age))
        for name, age in zip(names, ages, strict=True)
    ]


def test_an_article_names_its_topics(client: Client, section: Section) -> None:
    article = factories.an_article(section)
    for name in ("Wohnen", "Bahn"):
        filed(factories.a_topic(name), article)
    assert all_words(shown(client, article), ".chip") == ["Bahn", "Wohnen"]
    assert shown(client, factories.an_article(section)).select(".chips") == []


def test_a_topic_shows_what_it_is_and_its_newest_articles(client: Client, section: Section) -> None:
    picture = factories.a_picture(credit="Anna Gruber/APD")
    topic = factories.a_topic("Bahn", description="Schiene und Fahrplan.", picture=picture)
    articles = [factories.an_article(section, age=timedelta(hours=hours)) for hours in (2, 1)]
    filed(topic, *articles, factories.an_article(section, publish=False))
    page = opened(client, "/thema/bahn/")
    assert all_words(page, "h1, .page_head__standfirst") == ["Bahn", "Schiene und Fahrplan."]
    assert len(page.select(".page_head__picture img")) == 1
    assert all_words(page, ".listing h3 a") == [article.title for article in reversed(articles)]
    assert page.select(".affair") == []


def test_a_long_topic_is_read_page_by_page(client: Client, section: Section) -> None:
    filed(factories.a_topic("Bahn"), *(factories.an_article(section) for _ in range(PER_PAGE + 1)))
    assert len(opened(client, "/thema/bahn/?seite=2").select(".listing h3 a")) == 1
    assert client.get("/thema/bahn/?seite=3").status_code == 404


def test_a_renamed_topic_leads_on_from_its_old_address(client: Client, paper: Paper) -> None:
    topic = factories.a_topic("Bahn")
    rename_topic(topic_id=topic.pk, name="Eisenbahn", by=factories.a_chief(), now=timezone.now())
    answer = client.get("/thema/bahn/")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/thema/eisenbahn/")
    assert client.get("/hoeren/liste/thema/bahn.json").json()["title"] == "Eisenbahn"


def test_a_topic_that_is_not_there_is_not_found(client: Client, paper: Paper) -> None:
    assert client.get("/thema/nichts/").status_code == 404


def test_the_overview_goes_from_a_to_z(client: Client, some: list[Topic]) -> None:
    page = opened(client, "/themen/")
    assert all_words(page, ".letter__head") == ["B", "O", "0–9"]
    assert all_words(page, ".topic_line a") == ["Bahn", "Österreich", "1. Mai"]
    links = [link["href"] for link in page.select(".letters a")]
    assert links == [f"#{letter['id']}" for letter in page.select(".letter")]


def test_the_overview_by_liveliness_begins_with_the_liveliest(
    client: Client, some: list[Topic]
) -> None:
    page = opened(client, "/themen/?ordnung=lebhaft")
    assert all_words(page, ".topic_line a") == ["1. Mai", "Bahn", "Österreich"]
    assert all_words(page, ".finder__orders [aria-current]") != []


def test_a_topic_is_found_by_the_beginning_of_a_word(client: Client, some: list[Topic]) -> None:
    page = opened(client, "/themen/?q=oester")
    assert all_words(page, ".topic_line a") == ["Österreich"]
    field = page.select_one("#thema")
    assert field
    assert field["value"] == "oester"


@pytest.mark.parametrize("query", ["xyz", "%00", "%", "'", "a" * 5_000, "<b>"])
def test_nothing_that_can_be_typed_is_an_error(
    client: Client, some: list[Topic], query: str
) -> None:
    page = opened(client, f"/themen/?q={query}&ordnung=quer&buchstabe=%F0")
    assert page.select("b") == []


def test_an_empty_overview_says_so(client: Client, paper: Paper) -> None:
    factories.a_topic("Ohne Artikel")
    assert len(opened(client, "/themen/").select(".notice")) == 1


def test_of_very_many_topics_one_letter_is_shown_at_a_time() -> None:
    groups = grouped([a_line(f"{letter}{n}") for letter in "AB" for n in range(MOST_ON_A_PAGE)])
    letters, first = index(groups, "")
    _letters, second = index(groups, "b")
    assert [(one.address, one.chosen) for one in letters] == [
        ("?buchstabe=a", True),
        ("?buchstabe=b", False),
    ]
    assert [[group.letter for group in page] for page in (first, second)] == [["A"], ["B"]]
