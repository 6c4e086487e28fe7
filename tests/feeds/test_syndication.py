"""Feeds say all that the paper knows of its articles, and say it right."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from blattwerk.feeds.markup import article_html, clean, writable
from blattwerk.newsroom.models import Article, Section
from blattwerk.newsroom.queries import the_paper
from tests.factories import a_picture, an_article, an_author

ADDRESS = "https://www.probeblatt.example"
EVERY_FEED = [
    f"/{kind}/{rest}"
    for kind in ("rss", "atom", "json")
    for rest in ("", "ausland/", "autor/mira-feldner/")
]
XML_FEEDS = [path for path in EVERY_FEED if not path.startswith("/json")]


@pytest.fixture(autouse=True)
def public_address(settings: object) -> None:
    settings.BLATTWERK_ADDRESS = ADDRESS  # type: ignore[attr-defined]


@pytest.fixture
def article(section: Section) -> Article:
    return an_article(
        section,
        kicker="Nach „Rabauke“-Sager",
        headline='Häuser & <b>Brücken</b> "zu"',
        lead="Der Vorspann < der Text.",
        authors=[an_author("Mira Feldner"), an_author("Jonas Ćosić")],
        picture=a_picture(width=1500, height=1000),
        published_at=datetime(2026, 7, 1, 18, 25, tzinfo=UTC),
    )


def parsed(client: Client, path: str) -> Any:
    response = client.get(path)
    assert response.status_code == 200
    feed = feedparser.parse(response.content)
    assert feed.bozo == 0
    return feed


@pytest.mark.parametrize("path", XML_FEEDS)
def test_every_feed_is_read_without_complaint(client: Client, article: Article, path: str) -> None:
    feed = parsed(client, path)

    assert feed.feed.language == "de-AT" if "rss" in path else feed.feed.title_detail.language
    assert [link.href for link in feed.feed.links if link.rel == "self"] == [ADDRESS + path]
    assert [entry.title for entry in feed.entries] == ['Häuser & <b>Brücken</b> "zu"']


def test_an_item_of_rss_tells_everything(client: Client, article: Article) -> None:
    entry = parsed(client, "/rss/").entries[0]

    assert entry.link == f"{ADDRESS}{article.url}"
    assert entry.id == f"urn:uuid:{article.translation_key}"
    assert entry.guidislink is False
    assert entry.published == "Wed, 01 Jul 2026 20:25:00 +0200"
    assert [author.name for author in entry.authors] == ["Mira Feldner", "Jonas Ćosić"]
    assert [tag.term for tag in entry.tags] == ["Ausland"]
    assert entry.summary == "Der Vorspann &lt; der Text."
    assert "<p>Der erste Absatz erzählt, was geschah.</p>" in entry.content[0].value
    assert entry.media_credit[0]["content"] == "Probeverlag"


def test_the_enclosure_is_as_long_as_the_picture(client: Client, article: Article) -> None:
    enclosure = parsed(client, "/rss/").entries[0].enclosures[0]

    answer = client.get(enclosure.href.removeprefix(ADDRESS))
    content = b"".join(answer)

    assert enclosure.type == answer["Content-Type"] == "image/jpeg"
    assert int(enclosure.length) == len(content)


@pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning")  # Wagtail's, of a failed try
def test_a_lost_picture_costs_no_more_than_the_enclosure(client: Client, article: Article) -> None:
    assert article.lead_picture is not None
    article.lead_picture.file.storage.delete(article.lead_picture.file.name)

    assert parsed(client, "/rss/").entries[0].enclosures == []


def test_rss_atom_and_json_say_the_same(client: Client, article: Article) -> None:
    rss = parsed(client, "/rss/").entries[0]
    atom = parsed(client, "/atom/").entries[0]
    item = json.loads(client.get("/json/").content)["items"][0]

    assert item["id"] == atom.id == rss.id
    assert item["title"] == ET.fromstring(client.get("/rss/").content).findtext(".//item/title")  # noqa: S314
    assert item["url"] == atom.link == rss.link
    assert item["content_html"] == atom.content[0].value == rss.content[0].value
    assert item["date_published"] == atom.published == "2026-07-01T20:25:00+02:00"
    assert [author["name"] for author in item["authors"]] == ["Mira Feldner", "Jonas Ćosić"]
    assert [author.name for author in atom.authors] == ["Mira Feldner", "Jonas Ćosić"]
    assert item["summary"] == "Der Vorspann < der Text."
    assert item["tags"] == ["Ausland"]


def test_an_article_without_authors_names_its_source(client: Client, section: Section) -> None:
    an_article(section, source="APD")

    assert parsed(client, "/rss/").entries[0].author == "APD"


def test_a_section_feed_holds_the_section_only(client: Client, article: Article) -> None:
    an_article(Section.objects.get(slug="politik"), headline="Anderswo")

    feed = parsed(client, "/rss/ausland/")

    assert feed.feed.title == "Ausland – Probeblatt"
    assert feed.feed.link == f"{ADDRESS}/ausland/"
    assert len(feed.entries) == 1


def test_the_newest_thirty_come_newest_first_and_no_draft(client: Client, section: Section) -> None:
    for hours in range(1, 33):
        an_article(section, headline=f"Vor {hours}", age=timedelta(hours=hours))
    an_article(section, headline="Entwurf", publish=False)

    entries = parsed(client, "/rss/").entries

    assert [entry.title for entry in entries] == [f"Vor {hours}" for hours in range(1, 31)]


def test_a_feed_asks_the_database_no_more_for_more_articles(
    client: Client, section: Section, django_assert_max_num_queries: Any
) -> None:
    for number in range(12):
        authors = [an_author(f"Autor {number}")]
        an_article(section, authors=authors, picture=a_picture(title=str(number)))
    client.get("/rss/")  # pictures are made once

    with django_assert_max_num_queries(9):
        client.get("/rss/")


@pytest.mark.parametrize("path", EVERY_FEED)
def test_an_unchanged_feed_is_not_sent_twice(client: Client, article: Article, path: str) -> None:
    first = client.get(path)

    by_tag = client.get(path, headers={"if-none-match": first["ETag"]})
    by_date = client.get(path, headers={"if-modified-since": first["Last-Modified"]})

    assert (by_tag.status_code, by_date.status_code) == (304, 304)


def test_a_corrected_article_makes_the_feed_new(client: Client, article: Article) -> None:
    first = client.get("/rss/")
    article.lead = "Der Vorspann wurde berichtigt."
    article.save_revision().publish()

    again = client.get(
        "/rss/",
        headers={"if-none-match": first["ETag"], "if-modified-since": first["Last-Modified"]},
    )

    assert again.status_code == 200
    assert parsed(client, "/atom/").entries[0].updated > "2026-07-01T20:25:00+02:00"


def test_the_name_of_an_item_survives_headline_and_section(
    client: Client, article: Article
) -> None:
    before = parsed(client, "/rss/").entries[0].id
    article.title, article.slug = "Anders", "anders"
    article.save_revision().publish()
    article.move(Section.objects.get(slug="politik"), pos="last-child")

    after = parsed(client, "/rss/").entries[0]

    assert after.id == before
    assert after.link == f"{ADDRESS}/politik/anders-{article.pk}/"


@pytest.mark.parametrize("path", EVERY_FEED)
def test_the_host_that_was_asked_appears_nowhere(
    client: Client, article: Article, path: str
) -> None:
    response = client.get(path, headers={"host": "127.0.0.1"})

    assert b"127.0.0.1" not in response.content
    assert ADDRESS.encode() in response.content


@pytest.mark.parametrize("path", ["/rss/nirgends/", "/atom/autor/niemand/", "/json/nirgends/"])
def test_there_is_no_feed_of_what_there_is_not(client: Client, paper: object, path: str) -> None:
    assert client.get(path).status_code == 404


def test_an_empty_paper_has_an_empty_feed(client: Client, paper: object) -> None:
    assert parsed(client, "/rss/").entries == []


def test_every_block_is_written_for_feed_readers(section: Section) -> None:
    picture = a_picture(width=1000, height=500, caption="Die Wiese")
    related = an_article(section, headline="Mehr davon")
    article = an_article(
        section,
        lead="",
        body=[
            ("paragraph", '<p>Ein <a href="/ausland/">Verweis</a>.</p>'),
            ("subheading", "Zwischen & Titel"),
            ("quote", {"text": "So ist es.", "speaker": "A. B.", "role": "Rolle"}),
            ("list", {"ordered": True, "items": ["Eins", "Zwei"]}),
            ("table", {"caption": "Werte", "table": {"data": [["a", None]]}}),
            (
                "fact_box",
                {"title": "Zur Sache", "body": [{"type": "paragraph", "value": "<p>Wichtig.</p>"}]},
            ),
            ("picture", {"picture": picture.pk, "caption": ""}),
            ("related", {"articles": [related.pk]}),
        ],
    )

    html = article_html(article).replace("\n", "")

    assert html.startswith(
        f'<p>Ein <a href="{ADDRESS}/ausland/">Verweis</a>.</p>'
        "<h2>Zwischen &amp; Titel</h2>"
        "<blockquote><p>„So ist es.“</p><p><cite>A. B., Rolle</cite></p></blockquote>"
        "<ol><li>Eins</li><li>Zwei</li></ol>"
        "<table><caption>Werte</caption><tbody><tr><td>a</td><td></td></tr></tbody></table>"
        "<aside><h3>Zur Sache</h3><p>Wichtig.</p></aside>"
        f'<figure><img src="{ADDRESS}/bilder/'
    )
    assert html.endswith(
        'alt="Eine grüne Fläche" width="800" height="400">'
        "<figcaption>Die Wiese (Probeverlag)</figcaption></figure>"
        f'<ul><li><a href="{ADDRESS}{related.url}">Mehr davon</a></li></ul>'
    )


def test_scripts_never_reach_a_feed() -> None:
    html = '<p onclick="x()">Text<script>x()</script> <a href="javascript:x()">hier</a></p>'

    assert clean(html) == "<p>Text <a>hier</a></p>"


@given(st.text(max_size=100))
def test_any_text_can_be_written_as_xml(text: str) -> None:
    document = ET.Element("a")
    document.text = writable(text)

    assert ET.fromstring(ET.tostring(document)).tag == "a"  # noqa: S314


def test_a_headline_with_control_characters_breaks_no_feed(
    client: Client, article: Article
) -> None:
    Article.objects.filter(pk=article.pk).update(title="Steuer\x0bzeichen", lead="Und\x01hier")

    assert parsed(client, "/rss/").entries[0].title == "Steuerzeichen"
    assert timezone.now() > article.published_at
    assert the_paper().title == "Probeblatt"
