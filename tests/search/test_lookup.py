"""The index finds what readers mean, on both databases alike."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from blattwerk.newsroom.models import Article, Section
from blattwerk.search.index import index_articles
from blattwerk.search.lookup import Limits, Order, count, find
from blattwerk.search.query import read_query
from tests.factories import an_article, an_author

ANYWHERE = Limits()


def written(section: Section, headline: str, **fields: Any) -> Article:
    """An article in the index that says nothing but what is given."""
    text = fields.pop("text", "Sonst nichts.")
    fields = {"kicker": "", "lead": "", "body": [("paragraph", f"<p>{text}</p>")], **fields}
    article = an_article(section, headline=headline, **fields)
    index_articles([article])
    return article


def found(text: str, *, order: Order = "rang", limits: Limits = ANYWHERE) -> list[str]:
    """The headlines found, in order."""
    numbers = find(
        read_query(text),
        limits=limits,
        order=order,
        today=timezone.localdate(),
        start=0,
        size=50,
    )
    titles = dict(Article.objects.values_list("pk", "title"))
    return [titles[number] for number in numbers]


@pytest.mark.parametrize("place", ["headline", "kicker", "lead", "text", "source"])
def test_a_word_is_found_wherever_it_stands(section: Section, place: str) -> None:
    fields = {"headline": "Eine Meldung", place: "Alte Häuser verfallen"}
    written(section, **fields)
    written(section, "Ganz anderes")

    assert found("Haus") == [fields["headline"]]


@pytest.mark.parametrize("typed", ["Özdemir", "özdemir", "oezdemir", "Ozdemir", "Özdemirs"])
def test_an_author_is_found_by_name(section: Section, typed: str) -> None:
    written(section, "Premiere", authors=[an_author("Leyla Özdemir")])
    written(section, "Derby", authors=[an_author("Florian Wimmer")])

    assert found(typed) == ["Premiere"]


@pytest.mark.parametrize("typed", ["Brücke", "Brücken", "brucke", "BRÜCKE"])
def test_a_word_is_found_in_longer_words(section: Section, typed: str) -> None:
    written(section, "Risse", text="Die Irnabrücke ist gesperrt.")
    written(section, "Umweg", text="Wegen der Brückensperre fährt kein Bus.")
    written(section, "Fähre", text="Agathe legt ab.")

    assert sorted(found(typed)) == ["Risse", "Umweg"]


def test_the_word_itself_ranks_before_its_forms_and_those_before_longer_words(
    section: Section,
) -> None:
    for headline, text in (
        ("Zusammengesetzt", "Am Rathausplatz steht das Krankenhaus seit Jahren leer."),
        ("Gebeugt", "Am Hauptplatz standen die Häuser seit vielen Jahren leer."),
        ("Genau", "Am Hauptplatz stand das Haus seit vielen langen Jahren leer."),
    ):
        written(section, headline, text=text)

    assert found("Haus") == ["Genau", "Gebeugt", "Zusammengesetzt"]


def test_a_headline_ranks_before_a_lead_and_that_before_a_text(section: Section) -> None:
    written(section, "Im Text", text="Der Wolf ist da.")
    written(section, "Im Vorspann", lead="Der Wolf ist da.")
    written(section, "Der Wolf ist da")

    assert found("Wolf") == ["Der Wolf ist da", "Im Vorspann", "Im Text"]


def test_of_two_alike_the_newer_ranks_first(section: Section) -> None:
    for days in (400, 1, 40):
        written(section, f"Seit {days} Tagen", text="Käse.", age=timedelta(days=days))

    assert found("Käse") == ["Seit 1 Tagen", "Seit 40 Tagen", "Seit 400 Tagen"]


def test_a_longer_word_in_a_headline_ranks_before_one_in_a_text(section: Section) -> None:
    written(section, "Gesperrt", text="Die Irnabrücke und die Eisenbahnbrücke sind gesperrt.")
    written(section, "Neubau der Irnabrücke beschlossen", age=timedelta(days=60))

    assert found("Brücke") == ["Neubau der Irnabrücke beschlossen", "Gesperrt"]


def test_a_text_that_repeats_a_word_does_not_outrank_a_headline(section: Section) -> None:
    written(section, "Oft im Text", text="Käse, immer wieder Käse. " * 8, age=timedelta(days=1))
    written(section, "Der erste Käse holt Gold", text="Ein Laib.", age=timedelta(days=60))

    assert found("Käse") == ["Der erste Käse holt Gold", "Oft im Text"]


def test_age_does_not_outweigh_a_headline(section: Section) -> None:
    written(section, "Von gestern", text="Der Wolf ist da.", age=timedelta(days=1))
    written(section, "Der Wolf ist da", age=timedelta(days=700))

    assert found("Wolf") == ["Der Wolf ist da", "Von gestern"]


def test_by_date_the_newest_is_first(section: Section) -> None:
    written(section, "Alt: Wolf, Wolf, Wolf", age=timedelta(days=9))
    written(section, "Neu", text="Kein Wolf.", age=timedelta(days=1))

    assert found("Wolf", order="datum") == ["Neu", "Alt: Wolf, Wolf, Wolf"]


def test_all_words_have_to_occur_and_excluded_ones_must_not(section: Section) -> None:
    written(section, "Wolf und Schaf")
    written(section, "Wolf")
    written(section, "Wölfe, Schafe und Hunde")

    assert found("Wolf Schaf -Hund") == ["Wolf und Schaf"]
    assert found('Wolf -"und Schaf" -Hund') == ["Wolf"]


def test_a_phrase_is_found_only_word_for_word(section: Section) -> None:
    written(section, "Die neue Bahn kommt")
    written(section, "Die Bahn ist neue Wege gegangen")
    written(section, "Neue Bahnen")

    assert found('"neue Bahn"') == ["Die neue Bahn kommt"]


def test_numbers_are_found_whole(section: Section) -> None:
    written(section, "Im Jahr 1914")
    written(section, "Die 914 Stufen")

    assert found("914") == ["Die 914 Stufen"]
    assert found("1914") == ["Im Jahr 1914"]


def test_a_search_can_be_narrowed_to_a_section_and_to_days(section: Section) -> None:
    politics = Section.objects.get(slug="politik")
    day = timezone.localdate() - timedelta(days=10)
    written(section, "Wolf hier", age=timedelta(days=10))
    written(politics, "Wolf dort", age=timedelta(days=20))

    assert found("Wolf", limits=Limits(section=politics.pk)) == ["Wolf dort"]
    assert found("Wolf", limits=Limits(first_day=day - timedelta(days=1))) == ["Wolf hier"]
    assert found("Wolf", limits=Limits(last_day=day - timedelta(days=1))) == ["Wolf dort"]


def test_articles_are_counted_and_paged(section: Section) -> None:
    for number in range(5):
        written(section, f"Wolf {number}", age=timedelta(days=number))
    query = read_query("Wolf")

    pages = [
        find(query, limits=ANYWHERE, order="datum", today=date(2030, 1, 1), start=start, size=2)
        for start in (0, 2, 4)
    ]

    assert [len(page) for page in pages] == [2, 2, 1]
    assert len({number for page in pages for number in page}) == 5
    assert count(query, limits=ANYWHERE) == 5


HOSTILE = (
    "'", "''", '"\'"', "a' OR 1=1 --", "NEAR(a b)", "headline:wolf", "wolf*", "^wolf", "{wolf}",
    "wolf & | ! <-> schaf", "%s %(x)s %%", "\\", "\x00wolf", "OR AND NOT", "🐺", "狼 в лесу",
    "ﬁ½²", "-" * 200, '"' * 199, "(" * 200, "<script>alert(1)</script>", "\u202eflow",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("order", ["rang", "datum"])
def test_no_query_breaks_the_database(paper: object, text: str, order: Order) -> None:
    assert found(text, order=order) == []
    assert count(read_query(text), limits=ANYWHERE) == 0
