"""Podcasts open clean in the readers of others and say all that directories and apps ask for."""

import io
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5
from xml.etree import ElementTree as ET

import feedparser
import podcastparser
import pytest
from django.test import Client
from django.utils import timezone, translation
from hypothesis import given
from hypothesis import strategies as st

from blattwerk.common.made_of import noted
from blattwerk.feeds.markup import writable
from blattwerk.feeds.podcast_rss import Channel, PodcastRss, Spoken, podcast_guid
from blattwerk.narration.models import Playlist, PlaylistEntry, Recording
from blattwerk.narration.wording import label
from blattwerk.newsroom.models import Article, Paper, Section
from tests.factories import a_recording, an_article, an_author

ADDRESS = "https://www.probeblatt.example"
PAPER = "/hoeren/podcast.xml"
SECTION = "/hoeren/ressort/ausland/podcast.xml"
PLAYLIST = "/hoeren/playlist/am-morgen/podcast.xml"
SPACES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "atom": "http://www.w3.org/2005/Atom",
}


@pytest.fixture(autouse=True)
def public_address(settings: object) -> None:
    settings.BLATTWERK_ADDRESS = ADDRESS  # type: ignore[attr-defined]


@pytest.fixture
def article(section: Section) -> Article:
    return an_article(
        section,
        headline='Häuser & <b>Brücken</b> "zu" 🚧',
        lead="Der Vorspann < der Text.",
        authors=[an_author("Mira Feldner"), an_author("Jonas Ćosić")],
        published_at=datetime(2026, 7, 1, 18, 25, tzinfo=UTC),
    )


@pytest.fixture
def recording(article: Article) -> Recording:
    return a_recording(article)


@pytest.fixture
def playlist(article: Article, recording: Recording) -> Playlist:
    """Am Morgen, with the article and an older and a newer one around it."""
    found = Playlist.objects.create(title="Am Morgen", slug="am-morgen")
    assert article.section
    older = an_article(article.section, headline="Alt", age=timedelta(days=900))
    newer = an_article(article.section, headline="Neu", age=timedelta(minutes=1))
    for place, one in enumerate((older, article, newer)):
        if one != article:
            a_recording(one)
        PlaylistEntry.objects.create(playlist=found, page=one, sort_order=place)
    return found


def channel_of(client: Client, path: str) -> ET.Element:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/rss+xml; charset=utf-8"
    found = ET.fromstring(answer.content).find("channel")  # noqa: S314  # our own answer
    assert found is not None
    return found


def item_of(client: Client, path: str = PAPER) -> ET.Element:
    found = channel_of(client, path).find("item")
    assert found is not None
    return found


def text(element: ET.Element, path: str) -> str | None:
    return element.findtext(path, namespaces=SPACES)


def attributes(element: ET.Element, path: str) -> dict[str, str] | None:
    found = element.find(path, SPACES)
    return None if found is None else found.attrib


@pytest.mark.parametrize("path", [PAPER, SECTION, PLAYLIST])
def test_a_podcast_opens_clean_in_two_readers(
    client: Client, playlist: Playlist, path: str
) -> None:
    content = client.get(path).content

    feed = feedparser.parse(content)
    podcast = podcastparser.parse(ADDRESS + path, io.BytesIO(content))

    assert feed.bozo == 0
    assert len(feed.entries) == len(podcast["episodes"]) == 3
    assert podcast["title"] == feed.feed.title
    assert podcast["language"] == "de-AT"
    assert podcast["itunes_owner"] == {"name": "Probeblatt", "email": "forum@probeblatt.example"}
    assert podcast["explicit"] is False
    assert podcast["cover_url"] == ADDRESS + path.replace("podcast.xml", "titelbild.jpg")
    assert [link.href for link in feed.feed.links if link.rel == "self"] == [ADDRESS + path]


def test_the_channel_says_what_directories_ask_for(client: Client, recording: Recording) -> None:
    channel = channel_of(client, PAPER)

    assert text(channel, "title") == "Probeblatt"
    assert text(channel, "link") == f"{ADDRESS}/"
    assert str(text(channel, "description")).startswith("Eine Zeitung, die es nur für Tests gibt.")
    assert text(channel, "language") == "de-AT"
    assert text(channel, "itunes:author") == "Probeblatt"
    assert text(channel, "itunes:explicit") == "false"
    assert text(channel, "itunes:type") == "episodic"
    assert text(channel, "itunes:owner/itunes:email") == "forum@probeblatt.example"
    assert text(channel, "itunes:owner/itunes:name") == "Probeblatt"
    assert attributes(channel, "itunes:category") == {"text": "News"}
    assert attributes(channel, "itunes:image") == {"href": f"{ADDRESS}/hoeren/titelbild.jpg"}
    assert attributes(channel, "podcast:locked") == {"owner": "forum@probeblatt.example"}
    assert text(channel, "podcast:locked") == "yes"
    assert attributes(channel, "podcast:txt") == {"purpose": "ai-content"}
    namespace = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
    guid = uuid5(namespace, "www.probeblatt.example/hoeren/podcast.xml")
    assert text(channel, "podcast:guid") == str(guid)


def test_the_podcasts_number_follows_the_specification() -> None:
    """The example that the specification gives."""
    assert podcast_guid("https://mp3s.nashownotes.com/pc20rss.xml") == (
        "917393e3-1b1e-5cef-ace4-edaa54e1f810"
    )
    assert podcast_guid("http://mp3s.nashownotes.com/pc20rss.xml/") == (
        "917393e3-1b1e-5cef-ace4-edaa54e1f810"
    )


def test_an_episode_says_everything(client: Client, article: Article, recording: Recording) -> None:
    item = item_of(client)

    files = recording.by_kind
    with translation.override("de"):
        honest = label(recording)
    summary = f"Der Vorspann < der Text.\n\n{honest}.\n\n{ADDRESS}{article.url}"
    assert text(item, "title") == text(item, "itunes:title") == 'Häuser & <b>Brücken</b> "zu" 🚧'
    assert text(item, "link") == f"{ADDRESS}{article.url}"
    assert text(item, "guid") == f"urn:uuid:{article.translation_key}"
    assert attributes(item, "guid") == {"isPermaLink": "false"}
    assert text(item, "pubDate") == "Wed, 01 Jul 2026 20:25:00 +0200"
    assert text(item, "category") == "Ausland"
    assert text(item, "itunes:author") == "Mira Feldner, Jonas Ćosić"
    assert text(item, "itunes:summary") == summary
    assert text(item, "description") == summary.replace("<", "&lt;")
    assert text(item, "itunes:duration") == "174"
    assert text(item, "itunes:episodeType") == "full"
    assert text(item, "itunes:explicit") == "false"
    assert attributes(item, "podcast:txt") == {"purpose": "ai-content"}
    assert attributes(item, "podcast:transcript") == {
        "url": ADDRESS + files["vtt"].url,
        "type": "text/vtt",
        "language": "de",
        "rel": "captions",
    }
    assert attributes(item, "podcast:chapters") == {
        "url": f"{ADDRESS}/hoeren/{article.pk}/kapitel.json",
        "type": "application/json+chapters",
    }
    assert attributes(item, "enclosure") == {
        "url": ADDRESS + files["mp3"].url,
        "length": str(files["mp3"].bytes),
        "type": "audio/mpeg",
    }


def test_the_enclosure_is_as_long_as_it_says(client: Client, recording: Recording) -> None:
    for path in ("enclosure", "podcast:alternateEnclosure"):
        said = attributes(item_of(client), path)
        assert said is not None
        address = said.get("url") or attributes(item_of(client), f"{path}/podcast:source")["uri"]  # type: ignore[index]

        head = client.head(address.removeprefix(ADDRESS))
        content = client.get(address.removeprefix(ADDRESS)).getvalue()

        assert head.headers["Content-Length"] == said["length"] == str(len(content))
        assert head.headers["Content-Type"] == said["type"]


def test_the_players_files_are_offered_too(client: Client, recording: Recording) -> None:
    found = item_of(client).findall("podcast:alternateEnclosure", SPACES)

    assert [file.attrib["type"] for file in found] == ["audio/mp4", "audio/ogg"]
    assert [attributes(file, "podcast:source") for file in found] == [
        {"uri": ADDRESS + recording.by_kind[kind].url} for kind in ("m4a", "opus")
    ]
    assert all(
        str(file.find("podcast:integrity", SPACES).attrib["value"]).startswith("sha256-")  # type: ignore[union-attr]
        for file in found
    )


def test_a_human_voice_is_named_and_not_marked_as_synthetic(
    client: Client, article: Article
) -> None:
    a_recording(article, kind=Recording.Kind.HUMAN, reader="Mira Feldner", voices=[])

    channel = channel_of(client, PAPER)

    assert channel.findall(".//podcast:txt", SPACES) == []
    assert "Mira Feldner" in str(text(channel, "item/itunes:summary"))


def test_a_new_recording_is_a_new_file_of_the_same_episode(
    client: Client, article: Article, recording: Recording
) -> None:
    before = item_of(client)
    a_recording(article)

    after = item_of(client)

    assert text(after, "guid") == text(before, "guid")
    assert text(after, "pubDate") == text(before, "pubDate")
    assert attributes(after, "enclosure") != attributes(before, "enclosure")


def test_only_what_can_be_read_and_heard_is_an_episode(
    client: Client, section: Section, recording: Recording
) -> None:
    an_article(section, headline="Ohne Ton")
    a_recording(an_article(section, headline="Ohne Datei"), kinds=("m4a",))
    a_recording(an_article(section, headline="Ersetzt"), replaced_at=timezone.now())
    withdrawn = an_article(section, headline="Zurückgezogen")
    a_recording(withdrawn)
    Article.objects.filter(pk=withdrawn.pk).update(live=False)

    titles = [item.findtext("title") for item in channel_of(client, PAPER).findall("item")]

    assert titles == ['Häuser & <b>Brücken</b> "zu" 🚧']


def test_a_section_has_only_its_own(client: Client, paper: Paper, recording: Recording) -> None:
    a_recording(an_article(Section.objects.get(slug="politik"), headline="Anderswo"))

    assert len(channel_of(client, PAPER).findall("item")) == 2
    assert len(channel_of(client, SECTION).findall("item")) == 1
    assert text(channel_of(client, SECTION), "title") == "Ausland – Probeblatt"
    assert text(channel_of(client, SECTION), "link") == f"{ADDRESS}/ausland/"


def test_a_playlist_keeps_its_order_and_counts_its_episodes(
    client: Client, playlist: Playlist
) -> None:
    channel = channel_of(client, PLAYLIST)

    items = channel.findall("item")
    assert text(channel, "itunes:type") == "serial"
    assert [item.findtext("title") for item in items][::2] == ["Alt", "Neu"]
    assert [text(item, "itunes:episode") for item in items] == ["1", "2", "3"]


def test_a_playlist_that_is_not_public_is_not_found(client: Client, playlist: Playlist) -> None:
    Playlist.objects.update(public=False)

    assert client.get(PLAYLIST).status_code == 404
    assert client.get(PLAYLIST.replace("podcast.xml", "titelbild.jpg")).status_code == 404


@pytest.mark.parametrize(
    "path", ["/hoeren/ressort/sport/podcast.xml", "/hoeren/playlist/keine/titelbild.jpg"]
)
def test_an_unknown_show_is_not_found(client: Client, paper: Paper, path: str) -> None:
    assert client.get(path).status_code == 404


def test_before_a_paper_is_founded_there_is_no_podcast(client: Client, db: None) -> None:
    assert client.get(PAPER).status_code == 404


@pytest.mark.parametrize("path", [PAPER, SECTION])
def test_a_podcast_without_episodes_is_valid_and_stays_the_same(
    client: Client, paper: Paper, path: str
) -> None:
    first = client.get(path)

    feed = feedparser.parse(first.content)
    podcast = podcastparser.parse(ADDRESS + path, io.BytesIO(first.content))
    again = client.get(path, headers={"if-none-match": first.headers["ETag"]})

    assert feed.bozo == 0
    assert podcast["episodes"] == []
    assert b"ai-content" not in first.content
    assert again.status_code == 304


def test_what_has_not_changed_is_not_sent_again(client: Client, recording: Recording) -> None:
    first = client.get(PAPER)
    again = client.get(PAPER, headers={"if-none-match": first.headers["ETag"]})
    a_recording(Article.objects.get())
    changed = client.get(PAPER, headers={"if-none-match": first.headers["ETag"]})

    assert [again.status_code, changed.status_code] == [304, 200]


@pytest.mark.parametrize(
    ("path", "tag"), [(PAPER, "front"), (SECTION, "section-"), (PLAYLIST, "playlist-")]
)
def test_a_podcast_says_what_it_is_made_of(
    client: Client, playlist: Playlist, path: str, tag: str
) -> None:
    ingredients = noted(client.get(path).wsgi_request)

    assert ingredients
    assert {"articles", "narrations"} <= ingredients.tags
    assert len([one for one in ingredients.tags if one.startswith(tag)]) == 1


def test_more_episodes_cost_no_more_queries(
    client: Client, section: Section, django_assert_max_num_queries: Any
) -> None:
    for number in range(12):
        a_recording(an_article(section, authors=[an_author(f"Autor {number}")]))
    client.get(PAPER)

    with django_assert_max_num_queries(9):
        client.get(PAPER)


def test_the_newest_hundred_are_enough(client: Client, section: Section) -> None:
    for hours in range(102):
        a_recording(an_article(section, age=timedelta(hours=hours + 1)), kinds=("mp3",))

    assert len(channel_of(client, PAPER).findall("item")) == 100


def test_the_chapters_are_those_of_the_recording(
    client: Client, article: Article, recording: Recording
) -> None:
    answer = client.get(f"/hoeren/{article.pk}/kapitel.json")

    assert answer.headers["Content-Type"] == "application/json+chapters"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.json() == {
        "version": "1.2.0",
        "title": article.title,
        "chapters": [
            {"startTime": 0.0, "title": article.title},
            {"startTime": 61.5, "title": "Wie es weitergeht"},
        ],
    }


def test_an_article_without_subheads_has_no_chapters(client: Client, article: Article) -> None:
    a_recording(article, chapters=[])

    assert client.get(f"/hoeren/{article.pk}/kapitel.json").status_code == 404
    assert attributes(item_of(client), "podcast:chapters") is None


@pytest.mark.parametrize("number", ["0", "999999999"])
def test_no_article_has_no_chapters(client: Client, paper: Paper, number: str) -> None:
    assert client.get(f"/hoeren/{number}/kapitel.json").status_code == 404


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_whatever_is_written_makes_a_valid_feed(words: str) -> None:
    moment = datetime(2026, 7, 1, tzinfo=UTC)
    channel = Channel(writable(words), "", f"{ADDRESS}/a.jpg", False, True, moment)
    feed = PodcastRss(
        writable(words), ADDRESS, writable(words), feed_url=f"{ADDRESS}/p.xml", channel=channel
    )
    spoken = Spoken(1, writable(words), writable(words), "de", True)
    feed.add_item(writable(words), ADDRESS, writable(words), pubdate=moment, spoken=spoken)

    root = ET.fromstring(feed.writeString("utf-8").encode())  # noqa: S314

    written = root.findtext("channel/item/itunes:title", namespaces=SPACES) or ""
    assert written.split() == writable(words).split()
