"""A front: pinned first, nothing twice, filled with the newest, at a fixed cost."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from blattwerk.fronts.compose import NEWEST_READ, Container, compose_front
from blattwerk.fronts.models import Front
from blattwerk.newsroom.models import Article, Paper, Section
from tests.factories import a_paper, an_article, an_author


def compose(page: Any, *plan: tuple[str, dict[str, Any]]) -> list[Container]:
    """The page's containers when an editor has composed it so."""
    front, _created = Front.objects.get_or_create(page_id=page.pk)
    front.containers = front._meta.get_field("containers").to_python(
        [{"type": kind, "value": _raw(kind, value)} for kind, value in plan]
    )
    front.save()
    return compose_front(page)


def _raw(kind: str, value: dict[str, Any]) -> dict[str, Any]:
    return value if kind in ("latest", "stories") else {"articles": [], **value}


def headlines(containers: list[Container]) -> dict[str, list[str]]:
    return {found.kind: [article.title for article in found.articles] for found in containers}


def pages(*articles: Article) -> list[int]:
    return [article.pk for article in articles]


@pytest.fixture
def four(section: Section) -> list[Article]:
    """Four articles, the newest first."""
    return [an_article(section, headline=f"{n}", age=timedelta(hours=n)) for n in range(1, 5)]


def test_a_paper_has_a_front_from_its_founding(paper: Paper) -> None:
    assert Front.objects.filter(page_id=paper.pk).exists()
    assert Front.objects.count() == 1 + Section.objects.count()


def test_pinned_articles_come_first_and_the_rest_is_filled(
    paper: Paper, four: list[Article]
) -> None:
    found = compose(paper, ("lead", {"articles": pages(four[2]), "size": 3}))

    assert headlines(found) == {"lead": ["3", "1", "2"]}


def test_no_article_stands_twice(paper: Paper, section: Section, four: list[Article]) -> None:
    found = compose(
        paper,
        ("lead", {"articles": pages(four[0], four[0]), "size": 2}),
        ("picks", {"title": "Auswahl", "articles": pages(four[0], four[3])}),
        ("section", {"section": section.pk, "size": 4}),
    )

    assert headlines(found) == {"lead": ["1", "2"], "picks": ["4"], "section": ["3"]}


def test_a_withdrawn_pinned_article_is_skipped(paper: Paper, four: list[Article]) -> None:
    four[3].unpublish()

    found = compose(paper, ("lead", {"articles": pages(four[3], four[2]), "size": 2}))

    assert headlines(found) == {"lead": ["3", "1"]}


def test_more_pins_than_places_keep_to_the_places(paper: Paper, four: list[Article]) -> None:
    found = compose(paper, ("lead", {"articles": pages(*reversed(four)), "size": 2}))

    assert headlines(found) == {"lead": ["4", "3"]}


def test_the_latest_list_may_repeat_what_stands_above(paper: Paper, four: list[Article]) -> None:
    found = compose(paper, ("lead", {"size": 4}), ("latest", {"size": 3}))

    assert headlines(found)["latest"] == ["1", "2", "3"]


def test_empty_containers_are_left_out(paper: Paper, section: Section) -> None:
    assert (
        compose(paper, ("lead", {"size": 3}), ("section", {"section": section.pk, "size": 3})) == []
    )


def test_an_empty_front_composes_itself(paper: Paper, four: list[Article]) -> None:
    assert [found.kind for found in compose_front(paper)] == ["lead", "latest"]


def test_a_withdrawn_section_has_no_container(
    paper: Paper, section: Section, four: list[Article]
) -> None:
    section.unpublish()

    assert compose(paper, ("section", {"section": section.pk, "size": 3})) == []


def test_a_sections_front_fills_from_that_section(section: Section, four: list[Article]) -> None:
    an_article(Section.objects.get(slug="politik"), headline="Politik", age=timedelta(0))

    found = compose(section, ("lead", {"size": 2}), ("latest", {"size": 3}))

    assert headlines(found) == {"lead": ["1", "2"], "latest": ["1", "2", "3"]}


def test_a_quiet_section_is_filled_with_its_own_older_articles(
    paper: Paper, section: Section
) -> None:
    politics = Section.objects.get(slug="politik")
    old = [an_article(politics, headline=f"alt {n}", age=timedelta(days=99 + n)) for n in range(2)]
    for _number in range(NEWEST_READ):
        an_article(section, age=timedelta(minutes=5))

    found = compose(paper, ("section", {"section": politics.pk, "size": 3}))

    assert headlines(found) == {"section": [article.title for article in old]}


def test_a_front_costs_at_most_eight_queries_whatever_stands_on_it(
    paper: Paper, section: Section
) -> None:
    politics = Section.objects.get(slug="politik")
    costs = []
    for more in (1, NEWEST_READ + 5):
        for _number in range(more):
            an_article(section, authors=[an_author()])
        some = pages(*Article.objects.all()[:6])
        plan = [
            ("lead", {"articles": some[:3], "size": 7}),
            ("latest", {"size": 20}),
            ("picks", {"title": "Auswahl", "articles": some}),
            *[("section", {"section": found.pk, "size": 12}) for found in (section, politics)] * 4,
        ]
        compose(paper, *plan)
        with CaptureQueriesContext(connection) as asked:
            for container in compose_front(Paper.objects.get()):
                for article in container.articles:
                    assert article.section.title
                    assert len(article.authors) == 1
        costs.append(len(asked) - 1)  # the paper itself

    assert max(costs) <= 8


class TestAnyPins(TestCase):
    """Whatever is pinned wherever: nothing twice, nothing withdrawn, no container too long."""

    @classmethod
    def setUpTestData(cls) -> None:
        cls.paper = a_paper()
        sections = list(Section.objects.all())
        cls.articles = [
            an_article(sections[n % 2], age=timedelta(hours=n), publish=n % 4 != 3)
            for n in range(10)
        ]
        cls.section = sections[0]

    @given(data=st.data())
    def test_any_plan_keeps_the_rules(self, data: st.DataObject) -> None:
        pins = st.lists(st.sampled_from([article.pk for article in self.articles]), max_size=6)
        lead, section, picks = data.draw(pins), data.draw(pins), data.draw(pins)
        size = data.draw(st.integers(1, 7))

        found = compose(
            self.paper,
            ("lead", {"articles": lead, "size": size}),
            ("section", {"section": self.section.pk, "articles": section, "size": size}),
            ("picks", {"title": "Auswahl", "articles": picks}),
        )

        placed = [article.pk for container in found for article in container.articles]
        assert len(placed) == len(set(placed))
        assert all(article.live for container in found for article in container.articles)
        sized = [container for container in found if container.kind != "picks"]
        assert all(len(container.articles) <= size for container in sized)
        first_pin = next((pk for pk in lead if self._is_live(pk)), None)
        if first_pin is not None:
            assert placed[0] == first_pin

    def _is_live(self, number: int) -> bool:
        return next(article.live for article in self.articles if article.pk == number)
