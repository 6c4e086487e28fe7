"""What an answer is made of."""

from datetime import UTC, datetime, timedelta

from django.test import RequestFactory

from blattwerk.common.made_of import Ingredients, Storing, made_of, noted


def test_nothing_said_is_nothing_noted() -> None:
    assert noted(RequestFactory().get("/")) is None


def test_all_parts_of_an_answer_are_gathered() -> None:
    request = RequestFactory().get("/")

    made_of(request, "article-1", "section-2")
    made_of(request, "article-1", "author-3")

    assert noted(request) == Ingredients({"article-1", "section-2", "author-3"}, Storing.PUBLIC)


def test_one_private_part_makes_the_whole_answer_private() -> None:
    request = RequestFactory().get("/")

    made_of(request, "account-1", storing=Storing.PRIVATE)
    made_of(request, "article-1", storing=Storing.PUBLIC)

    assert noted(request) == Ingredients({"account-1", "article-1"}, Storing.PRIVATE)


def test_the_earliest_end_of_a_part_is_that_of_the_whole() -> None:
    request = RequestFactory().get("/")
    noon = datetime(2026, 2, 3, 12, tzinfo=UTC)

    made_of(request, "article-1", until=noon + timedelta(hours=1))
    made_of(request, "front", until=noon, strict=True)
    made_of(request, "stories")

    assert noted(request) == Ingredients({"article-1", "front", "stories"}, until=noon, strict=True)
