"""Feeds, podcasts and structured data of topics and stories."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import feedparser
import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from blattwerk.newsroom.models import Article, Section
from blattwerk.stories.models import Story
from blattwerk.topics.rename import rename_topic
from tests import factories

ADDRESS = "https://www.probeblatt.example"


@pytest.fixture(autouse=True)
def public_address(settings: object) -> None:
    settings.BLATTWERK_ADDRESS = ADDRESS  # type: ignore[attr-defined]


@pytest.fixture
def parts(section: Section) -> list[Article]:
    """Two articles, the older first."""
    return [factories.an_article(section, age=timedelta(hours=hours)) for hours in (5, 1)]


@pytest.fixture
def story(parts: list[Article]) -> Story:
    """Their story, in one chapter."""
    now, first, last = timezone.now(), parts[0].published_at, parts[1].published_at
    fields = {"made_at": now, "public_at": now, "parts": 2, "first_at": first, "last_at": last}
    made = Story.objects.create(title="Der Grünsee", standfirst="Die Mauer.", **fields)
    chapter = made.chapters.create(
        number=1, first_at=first, last_at=last, parts=2, key_line="Risse", key_article=parts[0]
    )
    for article in parts:
        made.memberships.create(article=article, chapter=chapter, at=now)
    return made


def graph(client: Client, path: str) -> Iterator[dict[str, Any]]:
    page = BeautifulSoup(client.get(path).content, "html.parser")
    script = page.select_one("script[type='application/ld+json']")
    assert script
    yield from json.loads(script.text)["@graph"]


@pytest.mark.parametrize("kind", ["rss", "atom"])
def test_a_story_is_followed_by_its_feed(
    client: Client, story: Story, parts: list[Article], kind: str
) -> None:
    feed = feedparser.parse(client.get(f"/{kind}/story/{story.pk}/").content)

    assert feed.bozo == 0
    assert (feed.feed.title, feed.feed.link) == (
        "Der Grünsee – Probeblatt",
        ADDRESS + story.get_absolute_url(),
    )
    assert [entry.link for entry in feed.entries] == [
        ADDRESS + article.url for article in reversed(parts)
    ]


def test_the_feed_of_a_merged_story_goes_on_as_the_other_ones(client: Client, story: Story) -> None:
    other = Story.objects.create(title="Mauer", made_at=timezone.now(), merged_into=story)

    answer = client.get(f"/json/story/{other.pk}/").json()

    assert (answer["title"], len(answer["items"])) == ("Der Grünsee – Probeblatt", 2)


@pytest.mark.parametrize("path", ["rss/story/99999", "rss/thema/nichts", "hoeren/story/x"])
def test_what_is_not_there_has_no_feed(client: Client, section: Section, path: str) -> None:
    assert client.get(f"/{path}/").status_code == 404


def test_a_topics_feed_outlives_its_name(client: Client, parts: list[Article]) -> None:
    topic = factories.a_topic("Bahn")
    topic.assignments.create(article=parts[0])
    rename_topic(topic_id=topic.pk, name="Eisenbahn", by=factories.a_chief(), now=timezone.now())

    for slug in ("bahn", "eisenbahn"):
        feed = feedparser.parse(client.get(f"/rss/thema/{slug}/").content)
        assert feed.feed.title == "Eisenbahn – Probeblatt"
        assert [entry.title for entry in feed.entries] == [parts[0].title]


def test_a_story_is_heard_in_order_and_a_topic_from_its_newest(
    client: Client, story: Story, parts: list[Article]
) -> None:
    topic = factories.a_topic("Bahn")
    for article in parts:
        topic.assignments.create(article=article)
        factories.a_recording(article)
    titles = [article.title for article in parts]

    told = feedparser.parse(client.get(f"/hoeren/story/{story.pk}/podcast.xml").content)
    about = feedparser.parse(client.get("/hoeren/thema/bahn/podcast.xml").content)

    assert (told.feed.itunes_type, [entry.title for entry in told.entries]) == ("serial", titles)
    assert [entry.title for entry in about.entries] == titles[::-1]


def test_a_story_is_a_collection_of_its_articles(
    client: Client, story: Story, parts: list[Article]
) -> None:
    page, trail = graph(client, story.get_absolute_url())

    assert (page["@type"], page["name"], page["description"]) == (
        "CollectionPage",
        "Der Grünsee",
        "Die Mauer.",
    )
    assert [item["url"] for item in page["mainEntity"]["itemListElement"]] == [
        ADDRESS + article.url for article in reversed(parts)
    ]
    assert [step["item"] for step in trail["itemListElement"]] == [
        f"{ADDRESS}/",
        f"{ADDRESS}/stories/",
        ADDRESS + story.get_absolute_url(),
    ]


def test_a_topic_says_what_it_is_about(client: Client, parts: list[Article]) -> None:
    topic = factories.a_topic("Mira Feldner", kind="person", wikidata="Q42")
    topic.assignments.create(article=parts[0])

    page, _trail = graph(client, "/thema/mira-feldner/")

    assert page["about"] == {
        "@type": "Person",
        "name": "Mira Feldner",
        "sameAs": "https://www.wikidata.org/entity/Q42",
    }


def test_the_pages_name_their_feeds(client: Client, story: Story) -> None:
    page = BeautifulSoup(client.get(story.get_absolute_url()).content, "html.parser")

    feeds = [link["href"] for link in page.select("link[rel=alternate]")]

    assert feeds[-2:] == [f"/rss/story/{story.pk}/", f"/hoeren/story/{story.pk}/podcast.xml"]


def test_topics_and_stories_stand_in_the_sitemap(
    client: Client, story: Story, parts: list[Article]
) -> None:
    factories.a_topic("Bahn").assignments.create(article=parts[0])
    factories.a_topic("Ohne Artikel")

    sheet = client.get("/sitemap-seiten.xml").content.decode()

    assert f"<loc>{ADDRESS}{story.get_absolute_url()}</loc>" in sheet
    assert sheet.count("/thema/") == 1
