"""Machines read from a page's head what people read from the page."""

import json
import re
from datetime import UTC, datetime
from typing import Any

import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from blattwerk.common.brevity import shortened
from blattwerk.feeds.schema import HEADLINE_LIMIT
from blattwerk.feeds.sound import iso_duration
from blattwerk.narration.models import Recording
from blattwerk.narration.wording import label
from blattwerk.newsroom.models import Article, Paper, Section, StandingPage
from tests.factories import ESPEAK, a_picture, a_recording, an_article, an_author
from tests.feeds.rules import article_faults, trail_faults

ADDRESS = "https://www.probeblatt.example"
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


@pytest.fixture(autouse=True)
def public_address(settings: object) -> None:
    settings.BLATTWERK_ADDRESS = ADDRESS  # type: ignore[attr-defined]


def head(tag: str, page: Any, **context: Any) -> str:
    template = Template(f"{{% load structured %}}{{% {tag} %}}")
    return template.render(Context({"page": page, **context}))


def graph(page: Any) -> dict[str, dict[str, Any]]:
    """The things a page tells of, by type."""
    found = SCRIPT.findall(head("structured_data page", page))
    assert len(found) == 1
    document = json.loads(found[0])
    assert document["@context"] == "https://schema.org"
    return {thing["@type"]: thing for thing in document["@graph"]}


def said(page: Any, **context: Any) -> dict[str, str]:
    """OpenGraph's properties of a page."""
    html = head("social_meta page number", page, **{"number": 1, **context})
    return dict(re.findall(r'<meta property="([^"]+)" content="([^"]*)">', html))


def test_an_article_keeps_the_rules_and_says_everything(section: Section) -> None:
    author = an_author("Mira Feldner")
    article = an_article(
        section,
        kicker="Nach „Rabauke“-Sager",
        headline="Was & wo",
        authors=[author],
        picture=a_picture(width=1500, height=1000, caption="Die Wiese"),
        published_at=datetime(2021, 4, 13, 18, 25, tzinfo=UTC),
    )

    things = graph(article)
    news = things["NewsArticle"]

    assert article_faults(news) == []
    assert trail_faults(things["BreadcrumbList"]) == []
    assert news["headline"] == "Was & wo"
    assert news["alternativeHeadline"] == "Nach „Rabauke“-Sager"
    assert news["datePublished"] == news["dateModified"] == "2021-04-13T20:25:00+02:00"
    assert [(a["@type"], a["name"], a["url"]) for a in news["author"]] == [
        ("Person", "Mira Feldner", f"{ADDRESS}/autor/mira-feldner/")
    ]
    assert [(i["width"], i["height"], i["creditText"]) for i in news["image"]] == [
        (1200, 630, "Probeverlag"),
        (1200, 800, "Probeverlag"),
    ]
    assert news["articleSection"] == "Ausland"
    assert news["wordCount"] == 11
    assert news["isAccessibleForFree"] is True
    assert news["inLanguage"] == "de-AT"


def test_a_day_is_not_made_into_a_time(section: Section) -> None:
    article = an_article(
        section, day_only=True, published_at=datetime(2021, 4, 13, 10, 0, tzinfo=UTC)
    )

    news = graph(article)["NewsArticle"]

    assert article_faults(news) == []
    assert news["datePublished"] == news["dateModified"] == "2021-04-13"


def test_a_source_is_an_organization_and_no_name_is_the_papers(section: Section) -> None:
    agency = graph(an_article(section, source="APD"))["NewsArticle"]
    nobody = graph(an_article(section))["NewsArticle"]

    assert article_faults(agency) == article_faults(nobody) == []
    assert agency["author"] == [{"@type": "Organization", "name": "APD"}]
    assert nobody["author"][0]["name"] == "Probeblatt"


def test_the_head_says_what_a_small_picture_really_measures(client: Any, section: Section) -> None:
    article = an_article(section, picture=a_picture(width=300, height=200))

    image = graph(article)["NewsArticle"]["image"]

    assert [(i["width"], i["height"]) for i in image] == [(300, 158)]


def test_a_headline_cannot_end_the_script(section: Section) -> None:
    wicked = "</script><script>alert(1)</script><!-- & \u2028"
    article = an_article(section, headline=wicked)

    html = head("structured_data page", article)

    assert html.count("<") == 2
    assert graph(article)["NewsArticle"]["headline"] == article.title


def test_every_kind_of_page_tells_what_it_is(section: Section, paper: Paper) -> None:
    author = an_author("Mira Feldner")
    kinds = {
        "home": graph(paper),
        "section": graph(section),
        "author": graph(author),
        "standing": graph(StandingPage.objects.get()),
    }

    assert {kind: sorted(things) for kind, things in kinds.items()} == {
        "home": ["NewsMediaOrganization", "WebSite"],
        "section": ["BreadcrumbList", "CollectionPage"],
        "author": ["BreadcrumbList", "ProfilePage"],
        "standing": ["BreadcrumbList", "WebPage"],
    }
    assert kinds["home"]["WebSite"]["potentialAction"]["target"]["urlTemplate"] == (
        f"{ADDRESS}/suche/?q={{search_term_string}}"
    )
    assert kinds["author"]["ProfilePage"]["mainEntity"]["name"] == "Mira Feldner"


def test_a_preview_without_address_says_nothing(paper: Paper) -> None:
    assert head("structured_data page", Article(title="Neu")) == ""
    assert "<meta" not in head("social_meta page", Article(title="Neu"))


def test_a_shared_link_shows_headline_lead_and_picture(section: Section) -> None:
    article = an_article(
        section,
        headline='Die "Wende"',
        lead="Kurz gesagt.",
        picture=a_picture(width=1500, height=1000),
        published_at=datetime(2021, 4, 13, 18, 25, tzinfo=UTC),
    )

    properties = said(article)

    assert properties.pop("og:image").startswith(f"{ADDRESS}/bilder/")
    assert properties == {
        "og:site_name": "Probeblatt",
        "og:locale": "de_AT",
        "og:type": "article",
        "og:title": "Die &quot;Wende&quot;",
        "og:description": "Kurz gesagt.",
        "og:url": f"{ADDRESS}{article.url}",
        "og:image:type": "image/jpeg",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Eine grüne Fläche",
        "article:published_time": "2021-04-13T20:25:00+02:00",
        "article:section": "Ausland",
    }


def test_a_lists_further_pages_are_canonical_themselves(section: Section) -> None:
    first = head("social_meta page", section)
    third = head("social_meta page 3", section)

    assert f'<link rel="canonical" href="{ADDRESS}/ausland/">' in first
    assert f'<link rel="canonical" href="{ADDRESS}/ausland/?seite=3">' in third


def test_an_article_without_a_recording_tells_of_no_sound(section: Section) -> None:
    article = an_article(section)

    assert "audio" not in graph(article)["NewsArticle"]
    assert "og:audio" not in said(article)


def test_a_recording_is_told_with_its_file_length_and_voice(section: Section) -> None:
    article = an_article(section)
    recording = a_recording(article, made_at=datetime(2026, 7, 1, 18, 25, 7, tzinfo=UTC))
    file = recording.by_kind["m4a"]

    audio = graph(article)["NewsArticle"]["audio"]

    assert audio == {
        "@type": "AudioObject",
        "@id": f"{ADDRESS}{article.url}#audio",
        "name": article.title,
        "description": label(recording),
        "contentUrl": f"{ADDRESS}{file.url}",
        "encodingFormat": "audio/mp4",
        "contentSize": str(file.bytes),
        "duration": "PT2M52S",
        "uploadDate": "2026-07-01T20:25:07+02:00",
        "inLanguage": "de",
        "digitalSourceType": "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia",
    }
    assert said(article)["og:audio"] == audio["contentUrl"]
    assert said(article)["og:audio:type"] == "audio/mp4"


def test_a_trained_voice_and_a_human_one_are_told_apart(section: Section) -> None:
    trained, human = an_article(section), an_article(section)
    a_recording(trained, voices=[ESPEAK, {**ESPEAK, "trained": True}])
    a_recording(human, kind=Recording.Kind.HUMAN, reader="Mira Feldner", voices=[])

    by_machine = graph(trained)["NewsArticle"]["audio"]
    by_a_person = graph(human)["NewsArticle"]["audio"]

    assert by_machine["digitalSourceType"].endswith("/trainedAlgorithmicMedia")
    assert "digitalSourceType" not in by_a_person
    assert "Mira Feldner" in by_a_person["description"]


@pytest.mark.parametrize(
    ("seconds", "written"),
    [(0, "PT1S"), (59.6, "PT1M"), (171.6, "PT2M52S"), (3600, "PT1H"), (3725, "PT1H2M5S")],
)
def test_a_length_is_written_as_machines_read_it(seconds: float, written: str) -> None:
    assert iso_duration(seconds) == written


def test_readers_find_the_feeds_of_paper_and_section(section: Section) -> None:
    article = an_article(section)

    links = re.findall(
        r'type="([^"]+)" title="([^"]+)" href="([^"]+)"', head("feed_links page", article)
    )

    assert links == [
        ("application/rss+xml", "Probeblatt", "/rss/"),
        ("application/atom+xml", "Probeblatt", "/atom/"),
        ("application/feed+json", "Probeblatt", "/json/"),
        ("application/rss+xml", "Probeblatt (Podcast)", "/hoeren/podcast.xml"),
        ("application/rss+xml", "Ausland – Probeblatt", "/rss/ausland/"),
        (
            "application/rss+xml",
            "Ausland – Probeblatt (Podcast)",
            "/hoeren/ressort/ausland/podcast.xml",
        ),
    ]


@given(st.text(min_size=1, max_size=400).filter(str.strip))
def test_a_headline_is_shortened_at_a_word(headline: str) -> None:
    short = shortened(headline, HEADLINE_LIMIT)

    assert len(short) <= HEADLINE_LIMIT
    assert headline.startswith(short.removesuffix("…"))
