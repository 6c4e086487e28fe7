"""The list of all stories: what runs now first, all others after it, each once."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup, Tag
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from blattwerk.common.made_of import noted
from blattwerk.newsroom.models import Article, Section
from blattwerk.reading.story_list import PER_PAGE
from blattwerk.stories.models import Membership, Story
from tests import factories
from tests.reading.pages import all_words, opened, words
from tests.stories.household import NOW, placed, story_of

LONG = (
    "Bezirkshauptmannschaft untersagt die Erweiterung des Schotterabbaus zwischen Hohenwies "
    "und Obermoos bis auf Weiteres"
)
LINE = "Bezirkshauptmannschaft untersagt die Erweiterung des Schotterabbaus"


@pytest.fixture(autouse=True)
def that_day() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def told(section: Section, name: str, *, days: float, **changes: object) -> Story:
    """A public story of one article, that many days old."""
    moment = NOW - timedelta(days=days)
    article = factories.an_article(section, headline=f"{name} heute", published_at=moment)
    fields: dict[str, object] = {"title": name, "made_at": moment, "public_at": moment, "parts": 1}
    story = Story.objects.create(**{**fields, "first_at": moment, "last_at": moment, **changes})
    Membership.objects.update_or_create(article=article, defaults={"story": story, "at": moment})
    return story


def titles(page: BeautifulSoup, where: str = "main") -> list[str]:
    return all_words(page, f"{where} .affair__title")


def test_what_runs_stands_first_and_what_rests_below(client: Client, section: Section) -> None:
    told(section, "Seit langem still", days=90)
    told(section, "Seit kurzem still", days=15)
    told(section, "Von heute", days=0.5)
    told(section, "Angeheftet", days=60, pinned=True)

    page = opened(client, "/stories/")

    assert titles(page, ".affairs--all") == ["Von heute", "Angeheftet"]
    assert titles(page, ".past") == ["Seit kurzem still", "Seit langem still"]
    assert page.select(".pager") == []


def test_every_story_comes_once_through_all_pages(client: Client, section: Section) -> None:
    made = [told(section, f"Sache {day}", days=day).title for day in range(20, 22 + PER_PAGE)]
    told(section, "Von heute", days=0.5)
    first, second = opened(client, "/stories/"), opened(client, "/stories/?seite=2")

    assert titles(first) + titles(second) == ["Von heute", *made]
    assert [(link["rel"], link["href"]) for link in first.select(".pager a")] == [
        (["next"], "?seite=2")
    ]
    assert [(link["rel"], link["href"]) for link in second.select(".pager a")] == [
        (["prev"], "/stories/")
    ]
    assert client.get("/stories/?seite=3").status_code == 404


def test_more_current_stories_than_the_first_page_shows_are_among_the_others(
    client: Client, section: Section
) -> None:
    made = {told(section, f"Sache {number}", days=number / 10).title for number in range(1, 44)}

    page = opened(client, "/stories/")

    assert len(titles(page, ".past")) == 3
    assert sorted(titles(page)) == sorted(made)


def test_a_page_says_which_one_it_is(client: Client, section: Section) -> None:
    for day in range(20, 22 + PER_PAGE):
        told(section, f"Sache {day}", days=day)
    page = opened(client, "/stories/?seite=2")
    canonical = page.select_one("link[rel=canonical]")
    assert canonical
    assert str(canonical["href"]).endswith("/stories/?seite=2")
    assert words(page.title).startswith("Stories – Seite 2")


def test_every_page_is_made_of_stories_and_articles(client: Client, section: Section) -> None:
    told(section, "Seit langem still", days=90)
    for address in ("/stories/", "/stories/?seite=2"):
        ingredients = noted(client.get(address).wsgi_request)
        assert ingredients
        assert ingredients.tags - {"missing"} == {"stories", "articles"}


@pytest.mark.parametrize("number", ["2", "0", "-1", "x", "501", "9" * 30, "%00"])
def test_a_page_that_is_not_there_is_not_found(
    client: Client, section: Section, number: str
) -> None:
    told(section, "Seit langem still", days=90)
    assert client.get(f"/stories/?seite={number}").status_code == 404


def test_hidden_merged_and_empty_stories_stand_nowhere(client: Client, section: Section) -> None:
    kept = told(section, "Seit langem still", days=90)
    told(section, "Verborgen", days=91, public_at=None)
    told(section, "Leer", days=92, parts=0)
    told(section, "Aufgegangen", days=93, merged_into=kept)
    assert titles(opened(client, "/stories/")) == ["Seit langem still"]


def test_a_withdrawn_article_takes_its_story_out_before_its_job(
    client: Client, section: Section
) -> None:
    gone = told(section, "Zurückgezogen", days=90)
    Article.objects.get(story_membership__story=gone).unpublish()
    told(section, "Seit langem still", days=91)
    assert titles(opened(client, "/stories/")) == ["Seit langem still"]


def test_the_list_costs_the_same_however_many_stories_there_are(
    client: Client, section: Section
) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get("/stories/")
        return len(asked)

    told(section, "Von heute", days=0.5)
    told(section, "Seit langem still", days=90)
    client.get("/stories/")  # what is read once and kept
    few = cost()
    for number in range(1, 25):
        told(section, f"Laufend {number}", days=number / 10)
        told(section, f"Alt {number}", days=20 + number)
    assert cost() == few


def test_a_story_without_a_picture_is_told_in_words(client: Client, section: Section) -> None:
    told(section, "Von heute", days=0.5)
    told(section, "Ohne Bild", days=1)
    pictured = told(section, "Mit Bild", days=1.5)
    Article.objects.filter(story_membership__story=pictured).update(
        lead_picture=factories.a_picture()
    )
    cards = {
        words(card.h3): ("affair--words" in card["class"], len(card.select(".affair__lead")))
        for card in opened(client, "/stories/").select(".affair--plain")
    }
    assert cards == {"Ohne Bild": (True, 1), "Mit Bild": (False, 0)}


def without(part: Tag | None, selector: str) -> str:
    """What is left of a part for eyes, or for ears."""
    left = BeautifulSoup(str(part), "html.parser")
    for hidden in left.select(selector):
        hidden.decompose()
    return left.get_text()


def test_a_long_title_is_short_in_lines_and_whole_on_its_own_page(
    client: Client, section: Section
) -> None:
    first, second = placed(section, "dam"), placed(section, "later", hours=20)
    story = story_of(first)
    Story.objects.filter(pk=story.pk).update(title=LONG, titled_by_hand=True)
    story.refresh_from_db()
    article = opened(client, second.get_url())
    assert words(article.select_one(".story_box__title")) == LONG
    lines = [article.select_one(".story_line__title")]
    lines.append(opened(client, "/stories/").select_one(".affair__link"))
    assert [without(line, "[aria-hidden]") for line in lines] == [LONG, LONG]
    assert [without(line, ".for-ears") for line in lines] == [f"{LINE}…", f"{LINE}…"]
    page = opened(client, story.get_absolute_url())
    assert words(page.h1) == LONG
    assert words(page.title) == f"{LINE}…"
    feed = client.get(f"/rss/story/{story.pk}/").content.decode()
    assert f"<title>{LINE}… – " in feed


def test_the_arrow_stands_inside_the_storys_title(client: Client, section: Section) -> None:
    placed(section, "dam")
    article = placed(section, "later", hours=20)
    line = opened(client, article.get_url()).select_one(".story_line")
    assert line
    arrows = line.select(".story_line__title > .icon:last-child")
    assert (len(arrows), len(line.select(".icon"))) == (1, 1)
