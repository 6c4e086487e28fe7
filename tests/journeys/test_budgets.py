"""What a page may weigh before anybody scrolls; a page kind over its budget fails the build."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from blattwerk.newsroom.models import Article, Section
from blattwerk.reading.pager import PER_PAGE
from blattwerk.shell.stylesheet import SHEET
from blattwerk.stories.models import Story
from tests import factories

KIB = 1024
HTML, CSS, SCRIPTS, FONTS, REQUESTS = 30 * KIB, 20 * KIB, 10 * KIB, 85 * KIB, 14
KINDS = (
    *("home", "section", "article", "author", "standing", "search", "missing"),
    *("topic", "topics", "story", "stories"),
)
LATE_FONTS = 3  # the italic and the letters of our neighbours' names, where a page has them

SENTENCE = "Im Gemeinderat von Ennach wurde bis nach Mitternacht über die Brücke gestritten. "


def weight(content: bytes) -> int:
    return len(gzip.compress(content, 6))


def on_disk(address: str) -> Path:
    """The file that a static address names."""
    found = finders.find(address.removeprefix("/static/"))
    assert isinstance(found, str), address
    return Path(found)


@pytest.fixture
def full_paper(section: Section) -> Article:
    """A paper with a full front, a full section and one long article with everything in it."""
    people = [
        factories.an_author(name, portrait=factories.a_picture()) for name in ("Mira Kovač", "Jo B")
    ]
    pictures = [factories.a_picture() for _ in range(4)]
    sections = list(Section.objects.all())
    for number in range(PER_PAGE + 4):
        factories.an_article(
            sections[0] if number % 4 else sections[1],
            lead=SENTENCE * 3,
            authors=people,
            picture=pictures[number % 4],
        )
    body = [("paragraph", f"<p>{SENTENCE * 6}</p>"), ("subheading", "Weiter geht es")] * 15
    return factories.an_article(section, authors=people, picture=pictures[0], body=body)


def of_topics_and_stories(articles: list[Article]) -> dict[str, str]:
    """A full topic among three hundred, and a story of a full page in a few chapters."""
    now = timezone.now()
    topics = [factories.a_topic(f"{letter}-Thema {n}") for letter in "AFKTZ" for n in range(60)]
    for topic in topics:
        topic.assignments.create(article=articles[0])
    for article in articles[1:]:
        topics[0].assignments.create(article=article)
    fields = {"made_at": now, "public_at": now, "first_at": now, "last_at": now}
    story = Story.objects.create(title="Die Brücke", parts=len(articles), **fields)
    for start in range(0, len(articles), 8):
        spell = {"first_at": now, "last_at": now, "parts": 8, "key_line": SENTENCE}
        chapter = story.chapters.create(number=start + 1, **spell)
        for article in articles[start : start + 8]:
            story.memberships.create(article=article, chapter=chapter, at=now)
    return {
        "topic": topics[0].get_absolute_url(),
        "topics": reverse("topics"),
        "story": story.get_absolute_url(),
        "stories": reverse("stories"),
    }


@pytest.fixture
def pages(client: Client, section: Section, full_paper: Article) -> dict[str, bytes]:
    """One page of each kind."""
    addresses = {
        "home": "/",
        "section": f"/{section.slug}/",
        "article": full_paper.get_url(),
        "author": reverse("author", args=[full_paper.authors[0].slug]),
        "standing": "/impressum/",
        "search": "/suche/?q=Gemeinderat",
        "missing": "/gibt-es-nicht/",
        **of_topics_and_stories(list(Article.objects.all())),
    }
    return {kind: client.get(address).content for kind, address in addresses.items()}


def scripts_of(page: BeautifulSoup) -> Iterator[Path]:
    """The scripts a page loads, and those they import."""
    waiting = [on_disk(str(script["src"])) for script in page.select("script[src]")]
    while waiting:
        script = waiting.pop()
        yield script
        text = script.read_text(encoding="utf-8")
        imported = re.findall(r"""^import [^"']*["'](\.[^"']+)["']""", text, re.MULTILINE)
        waiting += [(script.parent / name).resolve() for name in imported]


def fonts_of(page: BeautifulSoup) -> list[Path]:
    return [on_disk(str(link["href"])) for link in page.select("link[rel=preload][as=font]")]


def test_the_markup_keeps_its_budget(pages: dict[str, bytes]) -> None:
    heavy = {kind: weight(page) for kind, page in pages.items() if weight(page) > HTML}
    assert (sorted(pages), heavy) == (sorted(KINDS), {})


def test_the_style_is_one_file_within_its_budget(pages: dict[str, bytes]) -> None:
    for page in pages.values():
        links = BeautifulSoup(page, "html.parser").select("link[rel=stylesheet]")
        assert [on_disk(str(link["href"])) for link in links] == [SHEET]
    assert weight(SHEET.read_bytes()) <= CSS


def test_scripts_before_interaction_keep_their_budget(pages: dict[str, bytes]) -> None:
    for page in pages.values():
        scripts = scripts_of(BeautifulSoup(page, "html.parser"))
        assert sum(weight(script.read_bytes()) for script in scripts) <= SCRIPTS


def test_two_fonts_are_fetched_ahead_within_their_budget(pages: dict[str, bytes]) -> None:
    for page in pages.values():
        fonts = fonts_of(BeautifulSoup(page, "html.parser"))
        assert len(fonts) == 2
        assert sum(font.stat().st_size for font in fonts) <= FONTS


def test_even_with_italics_the_fonts_keep_their_budget() -> None:
    usual = ("source-serif-4.woff2", "source-sans-3.woff2", "source-serif-4-italic.woff2")
    assert sum((SHEET.parent / "fonts" / name).stat().st_size for name in usual) <= FONTS


def test_what_every_page_fetches_leaves_room_for_its_first_pictures(
    pages: dict[str, bytes],
) -> None:
    """The browser's journeys count what is really fetched; this is what the markup asks for."""
    for content in pages.values():
        page = BeautifulSoup(content, "html.parser")
        asked = page.select(
            "script[src], link[rel=stylesheet], link[rel=preload], link[rel=icon],"
            "img:not([loading=lazy])"
        )
        assert 1 + len(asked) + LATE_FONTS <= REQUESTS


def test_nothing_is_asked_of_anybody_else(pages: dict[str, bytes]) -> None:
    for content in pages.values():
        page = BeautifulSoup(content, "html.parser")
        sources = [str(tag["src"]) for tag in page.select("[src]")]
        sources += [str(link["href"]) for link in page.select("link:not([rel=canonical])")]
        sources += [str(source["srcset"]) for source in page.select("[srcset]")]
        assert [address for address in sources if not address.startswith("/")] == []
