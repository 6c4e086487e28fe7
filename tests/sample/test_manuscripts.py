"""The sample paper's articles are read, dated and of the size that was promised."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blattwerk.newsroom.wording import plain
from blattwerk.sample.manuscripts import (
    BadManuscript,
    SampleArticle,
    age,
    blocks,
    fill_dates,
    read,
    sample_articles,
)
from blattwerk.sample.pictures import SCENES
from blattwerk.sample.world import PEOPLE, SECTIONS, SOURCES

START = datetime(2026, 3, 11, 14, 30, tzinfo=ZoneInfo("Europe/Vienna"))


@pytest.fixture(scope="module")
def articles() -> list[SampleArticle]:
    return sample_articles(START)


def words(value: Any) -> int:
    """The words in a block's value, however deep."""
    if isinstance(value, str):
        return len(plain(value).split())
    if isinstance(value, dict):
        return sum(words(part) for key, part in value.items() if key != "type")
    if isinstance(value, list | tuple):
        return sum(words(part) for part in value)
    return 0


def test_there_is_a_paper_worth_of_them(articles: list[SampleArticle]) -> None:
    ages = [START - article.published_at for article in articles]

    assert len(articles) >= 90
    assert len({article.section for article in articles}) >= 7
    assert min(ages) < timedelta(hours=6)
    assert len([span for span in ages if span > timedelta(days=549)]) >= 6
    assert len([span for span in ages if span <= timedelta(days=275)]) >= 80


def test_eight_affairs_run_over_four_to_nine_articles(articles: list[SampleArticle]) -> None:
    affairs: dict[str, list[datetime]] = {}
    for article in articles:
        if article.affair:
            affairs.setdefault(article.affair, []).append(article.published_at)

    assert len(affairs) >= 8
    assert all(4 <= len(moments) <= 9 for moments in affairs.values())
    assert all(max(moments) - min(moments) > timedelta(days=3) for moments in affairs.values())


def test_each_has_all_that_an_article_needs(articles: list[SampleArticle]) -> None:
    slugs = {article.slug for article in articles}
    sections = {slug for slug, _name, _description in SECTIONS}
    for article in articles:
        assert article.section in sections, article.slug
        assert article.kicker, article.slug
        assert bool(article.authors) != bool(article.source), article.slug
        assert set(article.authors) <= set(PEOPLE), article.slug
        assert article.source in ("", *SOURCES), article.slug
        assert set(article.related) <= slugs, article.slug
        assert article.picture in ("", *SCENES), article.slug
        assert bool(article.picture) == bool(article.alt) == bool(article.caption), article.slug
        assert 110 <= words(article.lead) + words(article.body) <= 560, article.slug


def test_furniture_of_every_kind_stands_in_them(articles: list[SampleArticle]) -> None:
    kinds = [kind for article in articles for kind, _value in article.body]

    assert set(kinds) == {"paragraph", "subheading", "quote", "list", "table", "fact_box"}


def test_no_place_for_a_date_is_left_unfilled(articles: list[SampleArticle]) -> None:
    texts = [str((article.lead, article.headline, article.body)) for article in articles]

    assert [text for text in texts if "{tag" in text or "{datum" in text or "{jahr" in text] == []


def test_related_articles_are_older(articles: list[SampleArticle]) -> None:
    moments = {article.slug: article.published_at for article in articles}

    assert [
        (article.slug, slug)
        for article in articles
        for slug in article.related
        if moments[slug] >= article.published_at
    ] == []


def test_places_for_dates_are_filled_from_the_articles_own_time() -> None:
    text = "Am {tag:-1d}, dem {datum:-1d}, und am {tag}; fertig {jahr:+2}."

    filled = fill_dates(text, datetime(2027, 1, 1, 9, tzinfo=UTC))

    assert filled == "Am Donnerstag, dem 31. Dezember, und am Freitag; fertig 2029."


@given(st.integers(0, 900), st.integers(0, 23), st.integers(0, 59))
def test_an_age_is_days_hours_and_minutes(days: int, hours: int, minutes: int) -> None:
    span = timedelta(days=days, hours=hours, minutes=minutes)

    assert age(f"{days}d {hours}h {minutes}m") == span


@pytest.mark.parametrize("text", ["", "gestern", "3 weeks", "2d und mehr"])
def test_what_is_no_age_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no age such as 212d 6h"):
        age(text)


def test_paragraphs_subheadings_and_lists_become_blocks() -> None:
    text = """
Ein <Absatz>.

## Zwischentitel
Noch einer.

- eins
- zwei

Schluss.
"""
    assert list(blocks(text)) == [
        ("paragraph", "<p>Ein &lt;Absatz&gt;.</p>"),
        ("subheading", "Zwischentitel"),
        ("paragraph", "<p>Noch einer.</p>"),
        ("list", {"ordered": False, "items": ["eins", "zwei"]}),
        ("paragraph", "<p>Schluss.</p>"),
    ]


def test_a_quote_names_its_speaker_and_role() -> None:
    text = """
Vorher.

> Das sagt sie.
> — Elfriede Raidl, Bürgermeisterin

Nachher.
"""
    said = {"text": "Das sagt sie.", "speaker": "Elfriede Raidl", "role": "Bürgermeisterin"}
    assert list(blocks(text)) == [
        ("paragraph", "<p>Vorher.</p>"),
        ("quote", said),
        ("paragraph", "<p>Nachher.</p>"),
    ]


def test_a_tables_first_row_is_its_head() -> None:
    text = """
| A | B |
| --- | --- |
| 1 | 2 |

Danach.
"""
    rows = {"data": [["A", "B"], ["1", "2"]], "first_row_is_table_header": True}
    assert list(blocks(text)) == [
        ("table", {"caption": "", "table": rows}),
        ("paragraph", "<p>Danach.</p>"),
    ]


def test_a_box_of_facts_has_a_title_and_blocks_of_its_own() -> None:
    text = """
::: Zur Sache
Kurz gesagt.

- Punkt
:::

Schluss.
"""
    body = [
        {"type": "paragraph", "value": "<p>Kurz gesagt.</p>"},
        {"type": "list", "value": {"ordered": False, "items": ["Punkt"]}},
    ]
    assert list(blocks(text)) == [
        ("fact_box", {"title": "Zur Sache", "body": body}),
        ("paragraph", "<p>Schluss.</p>"),
    ]


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "kaputt.md"
    path.write_text('+++\nheadline = "Ohne Alter"\n+++\nText')

    with pytest.raises(BadManuscript, match=r"^kaputt\.md: "):
        read(path, START)
