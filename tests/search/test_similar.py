"""Similar articles share rare words, not common ones; old ones stand behind."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from blattwerk.newsroom.models import Article, Section
from blattwerk.search.index import catch_up
from blattwerk.search.similar import similar_articles
from tests.factories import an_article

GEIER = "Der Bartgeier brütet im Krummtal, sagt Ornithologe Falk Wieser."


@pytest.fixture(autouse=True)
def the_rest(section: Section) -> None:
    """A paper that writes of other things."""
    for number in range(16):
        lead = f"Der Gemeinderat beschließt den Antrag Nummer {number}."
        an_article(section, headline=f"Sitzung {number}", kicker="", lead=lead)


def bird(section: Section, headline: str, **changes: object) -> Article:
    return an_article(section, **{"headline": headline, "kicker": "", "lead": GEIER, **changes})


def similar(article: Article, **options: object) -> list[int]:
    catch_up()
    today: date = timezone.localdate()
    found = similar_articles(article, today=today, **{"limit": 9, **options})
    return [one.number for one in found]


def test_shared_rare_words_make_articles_similar(section: Section) -> None:
    first = bird(section, "Bartgeier brüten wieder")
    second = bird(section, "Ein Horst im Krummtal", lead="Zwei Bartgeier, sagt Falk Wieser.")
    assert similar(first) == [second.pk]
    assert similar(second) == [first.pk]


def test_words_that_stand_everywhere_do_not(section: Section) -> None:
    lead = "Der Gemeinderat beschließt den Antrag."
    assert similar(bird(section, "Sitzung", lead=lead)) == []


def test_a_word_in_the_text_alone_is_not_enough(section: Section) -> None:
    first = bird(section, "Bartgeier brüten wieder")
    body = [("paragraph", f"<p>{GEIER}</p>")]
    bird(section, "Leserbriefe", lead="Post an die Redaktion.", body=body)
    assert similar(first) == []


def test_of_two_alike_the_older_stands_behind(section: Section) -> None:
    old = bird(section, "Bartgeier im Krummtal", age=timedelta(days=900))
    new = bird(section, "Bartgeier im Krummtal", age=timedelta(days=2))
    assert similar(bird(section, "Bartgeier brüten")) == [new.pk, old.pk]


def test_withdrawn_and_left_out_articles_are_not_offered(section: Section) -> None:
    first, second, third = (bird(section, f"Bartgeier {word}") for word in ("da", "dort", "hier"))
    second.unpublish()
    assert similar(first) == [third.pk]
    assert similar(first, without=[third.pk]) == []


@pytest.mark.parametrize("headline", ["12 345", "Und der die das", "„“ – …", "𓂀"])
def test_an_article_without_telling_words_is_like_no_other(section: Section, headline: str) -> None:
    assert similar(bird(section, headline, lead="")) == []


def test_it_costs_three_questions_at_most(section: Section) -> None:
    first = bird(section, "Bartgeier brüten wieder")
    bird(section, "Bartgeier im Krummtal")
    catch_up()
    with CaptureQueriesContext(connection) as asked:
        similar_articles(first, today=timezone.localdate(), limit=9)
    questions = [query["sql"] for query in asked if "SELECT" in query["sql"].upper()]
    assert len(questions) <= 3


def test_in_a_paper_of_two_that_are_alike_no_word_is_rare(section: Section) -> None:
    for other in Article.objects.all():
        other.delete()
    first, _second = [bird(section, "Bartgeier brüten wieder") for _turn in range(2)]

    assert similar(first) == []
