"""Page dumps come in by one deed: published, waiting, known or refused."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.utils import timezone

from blattwerk.importing.bring_in import Outcome, Result, bring_in
from blattwerk.importing.models import Item
from blattwerk.newsroom.models import Article, Author, Paper, Section
from blattwerk.newsroom.queries import articles_of_section
from tests.factories import a_paper
from tests.importing.dump_texts import (
    INDEX,
    LAST,
    LEAD,
    OTHER_FURNITURE,
    PARAGRAPHS,
    SUBHEAD,
    a_dump,
)

pytestmark = pytest.mark.django_db


def brought(**parts: Any) -> Outcome:
    return bring_in(raw=a_dump(**parts).encode(), origin="seite.txt")


def stored_body(article: Article) -> list[tuple[str, str]]:
    return [(block["type"], block["value"]) for block in article.body.raw_data]


def test_a_complete_dump_is_published_under_its_own_date(section: Section) -> None:
    outcome = brought()

    assert (outcome.result, outcome.reason) == (Result.PUBLISHED, "")
    article = Article.objects.live().get()
    assert article == outcome.article
    assert article.section == section
    assert article.kicker == "Nach „Piraten“-Sager"
    assert article.title == "So will Lavagno jetzt den Fährstreit beenden"
    assert article.published_at == datetime(2021, 4, 13, 18, 25, tzinfo=UTC)
    assert not article.published_day_only
    assert article.lead == LEAD
    assert article.source == "probeblatt.at"
    assert article.authors == []
    assert stored_body(article) == [
        ("paragraph", f"<p>{PARAGRAPHS[0]}</p>"),
        ("paragraph", f"<p>{PARAGRAPHS[1]}</p>"),
        ("subheading", SUBHEAD),
        ("paragraph", f"<p>{LAST}</p>"),
    ]


def test_a_published_import_stands_in_its_sections_listing(section: Section) -> None:
    outcome = brought()

    assert list(articles_of_section(section)) == [outcome.article]


def test_a_published_import_is_noted_with_its_article(section: Section) -> None:
    outcome = brought()

    item = Item.objects.get()
    assert item == outcome.item
    assert item.state == Item.State.PUBLISHED
    assert item.article == outcome.article
    assert (item.kind, item.doubts, item.origin) == ("article", [], "seite.txt")
    assert item.title == "So will Lavagno jetzt den Fährstreit beenden"


def test_a_date_without_time_is_known_by_its_day_only(section: Section) -> None:
    article = brought(date="13.04.2021").article

    assert article is not None
    assert article.published_day_only
    assert timezone.localtime(article.published_at).isoformat() == "2021-04-13T00:00:00+02:00"


@pytest.mark.parametrize("name", ["AUSLAND", "ausland"])
def test_a_section_is_found_however_it_is_capitalised(section: Section, name: str) -> None:
    article = brought(section=name).article

    assert article is not None
    assert article.section == section


def test_a_section_is_found_with_its_umlauts_written_out(db: None) -> None:
    a_paper(sections=(("oesterreich", "Österreich", ""),))

    article = brought(section="Österreich").article

    assert article is not None
    assert article.section.title == "Österreich"


def test_authors_are_named_and_made_once(section: Section) -> None:
    Author.objects.create(name="Judith Paier")

    article = brought(source="Judith Paier und Erik Lindqvist").article

    assert article is not None
    assert [author.name for author in article.authors] == ["Judith Paier", "Erik Lindqvist"]
    assert Author.objects.count() == 2


def test_items_of_a_list_that_follow_each_other_become_one_list(section: Section) -> None:
    listed = "• Die Fähre fährt stündlich.\n• Die Mole bleibt offen.\n• Die Kosten werden geteilt."
    article = brought(ending=f"Vereinbart wurde:\n{listed}\n\n{LAST}").article

    assert article is not None
    lists = [block.value for block in article.body if block.block_type == "list"]
    assert [list(found["items"]) for found in lists] == [
        [
            "Die Fähre fährt stündlich.",
            "Die Mole bleibt offen.",
            "Die Kosten werden geteilt.",
        ]
    ]


def test_the_same_dump_makes_no_second_article(section: Section) -> None:
    first = brought()

    second = brought()

    assert second.result is Result.KNOWN
    assert (second.item, second.article) == (first.item, first.article)
    assert (Item.objects.count(), Article.objects.count()) == (1, 1)


def test_the_same_words_in_other_lines_make_no_second_article(section: Section) -> None:
    brought()

    again = bring_in(raw=a_dump().replace("\n\n", "\r\n\r\n\r\n").encode(), origin="zweite.txt")

    assert again.result is Result.KNOWN
    assert Article.objects.count() == 1


@pytest.mark.parametrize(
    "changes",
    [{"after": OTHER_FURNITURE}, {"player": ""}, {"date": "13.04.2021"}, {"kicker": ""}],
    ids=["other-furniture", "no-player", "no-time", "no-kicker"],
)
def test_the_same_article_on_another_page_makes_no_second_one(
    section: Section, changes: dict[str, str]
) -> None:
    brought()

    assert brought(**changes).result is Result.KNOWN
    assert Article.objects.count() == 1


def test_another_article_of_the_same_headline_is_another_article(section: Section) -> None:
    brought()

    assert brought(date="14.04.2021 20:25").result is Result.PUBLISHED
    assert Article.objects.count() == 2


@pytest.mark.parametrize(
    ("parts", "doubts"),
    [
        ({"date": ""}, [["no_date", ""]]),
        ({"section": "Sport"}, [["unknown_section", "Sport"]]),
        ({"section": ""}, [["no_section", ""]]),
        ({"date": "13.04.2091 20:25"}, None),
    ],
    ids=["no-date", "unknown-section", "no-section", "date-to-come"],
)
def test_what_is_uncertain_waits_with_its_reason(
    section: Section, parts: dict[str, str], doubts: list[list[str]] | None
) -> None:
    outcome = brought(**parts)

    assert outcome.result is Result.WAITING
    item = Item.objects.get()
    assert item.state == Item.State.WAITING
    assert outcome.reason == " ".join(item.reasons) != ""
    assert doubts is None or [list(doubt) for doubt in item.doubts] == doubts
    assert Article.objects.count() == 0


def test_a_date_still_to_come_waits(section: Section) -> None:
    before = datetime(2021, 4, 13, 18, 24, tzinfo=UTC)

    outcome = bring_in(raw=a_dump(), origin="seite.txt", now=before)

    assert outcome.result is Result.WAITING
    assert [code for code, _detail in outcome.item.doubts] == ["date_to_come"]  # type: ignore[union-attr]


def test_what_waits_makes_no_second_item(section: Section) -> None:
    brought(date="")

    assert brought(date="").result is Result.KNOWN
    assert Item.objects.count() == 1


def test_a_headline_longer_than_the_paper_allows_waits(section: Section) -> None:
    words = " ".join(["Hafenstadt"] * 30)

    outcome = brought(headline=words)

    assert outcome.result is Result.WAITING
    assert Article.objects.count() == 0


def test_an_overview_page_waits_and_never_becomes_an_article(section: Section) -> None:
    outcome = bring_in(raw=INDEX, origin="startseite.txt")

    assert outcome.result is Result.WAITING
    item = Item.objects.get()
    assert item.kind == Item.Kind.INDEX
    assert [code for code, _detail in item.doubts] == ["index"]
    assert Article.objects.count() == 0


def test_captions_stay_with_the_reading_and_out_of_the_body(section: Section) -> None:
    outcome = brought(lead=f"Die Mole von Lavagno (Bild: Anna Gruber/APD)\n\n{LEAD}")

    assert outcome.article is not None
    assert "Anna Gruber" not in outcome.article.plain_text
    assert outcome.item is not None
    assert outcome.item.reading["pictures"] == [["Die Mole von Lavagno", "Bild: Anna Gruber/APD"]]


def test_a_paper_without_that_section_publishes_nothing(db: None) -> None:
    a_paper(sections=(("politik", "Politik", ""),))

    assert brought().result is Result.WAITING
    assert Paper.objects.count() == 1
    assert Article.objects.count() == 0
