"""Where a closed discussion leads: to living ones, and in few questions."""

from datetime import timedelta

import pytest
from wagtail.models import Page

from blattwerk.discussion.current import OpenTest, states_of
from blattwerk.discussion.models import RuleSet, Thread
from blattwerk.discussion.registry import open_discussions, topics_of
from blattwerk.discussion.rules.state import Kind
from blattwerk.newsroom.models import Article, Paper, Section
from blattwerk.stories.lead_on import ASKED_AT_MOST, IsOpen, open_discussions_near
from blattwerk.stories.merge import merge
from blattwerk.stories.place import place
from blattwerk.topics.models import Assignment, Topic
from tests.factories import an_article
from tests.stories.household import NOW, START, placed, story_of

HOUR = timedelta(hours=1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def dam(section: Section) -> list[Article]:
    """Three articles of one affair; the last comes after a pause of more than two days."""
    return [
        placed(section, "dam"),
        placed(section, "later", hours=20),
        placed(section, "last", hours=80),
    ]


@pytest.fixture
def power() -> Topic:
    return Topic.objects.create(name="Wasserkraft", slug="wasserkraft")


def under(topic: Topic, *articles: Article) -> None:
    for article in articles:
        Assignment.objects.create(article=article, topic=topic)


def ruled(scope: str, key: int, **plain: object) -> None:
    RuleSet.objects.create(scope=scope, key=key, plain=plain, changed_at=NOW)


def first_open(article: Article, is_open: IsOpen) -> Article | None:
    return next(open_discussions_near(article, is_open=is_open, now=NOW), None)


def everything(_page: Page) -> bool:
    return True


class TestTheFirstOpenDiscussion:
    """A closed discussion leads to a living one."""

    def test_it_is_the_newest_open_one_of_the_same_story(self, dam: list[Article]) -> None:
        def is_open(article: Article) -> bool:
            return article.pk != dam[2].pk

        assert first_open(dam[0], is_open) == dam[1]

    def test_else_one_of_a_story_under_the_same_topic(
        self, section: Section, dam: list[Article], power: Topic
    ) -> None:
        old = placed(section, "choir", hours=-9_000)
        under(power, old, dam[0])
        assert first_open(old, lambda _a: True) == dam[2]

    def test_else_the_newest_article_under_the_same_topic(
        self, section: Section, power: Topic
    ) -> None:
        old, new = placed(section, "choir", hours=-9_000), placed(section, "dam")
        under(power, old, new)
        assert first_open(old, lambda _a: True) == new

    def test_it_is_never_closed_withdrawn_a_copy_or_itself(
        self, section: Section, dam: list[Article]
    ) -> None:
        copy = placed(section, "last", hours=81)
        dam[1].unpublish()
        place(dam[1].pk, now=NOW)
        asked: list[Article] = []

        def is_open(article: Article) -> bool:
            asked.append(article)
            return False

        assert first_open(dam[0], is_open) is None
        assert asked == [dam[2]]
        assert copy not in asked

    def test_where_nothing_is_open_it_asks_a_bounded_number(
        self, section: Section, power: Topic
    ) -> None:
        old = placed(section, "choir", hours=-9_000)
        many = [placed(section, "choir", headline=f"Fest {n}", hours=n) for n in range(3)]
        under(power, old, *many)
        asked: list[int] = []

        def is_open(article: Article) -> bool:
            asked.append(article.pk)
            return False

        first_open(old, is_open)
        assert len(asked) == len(set(asked))
        assert 0 < len(asked) < ASKED_AT_MOST


class TestOpenDiscussions:
    """What the registry names, with the paper's own rules asked."""

    def test_several_of_the_story_then_of_the_topic_each_once(
        self, section: Section, dam: list[Article], power: Topic
    ) -> None:
        other = placed(section, "choir", hours=100)
        under(power, dam[0], dam[1], other)
        found = open_discussions(dam[0], OpenTest(NOW), NOW)
        assert [page.pk for page in found] == [dam[2].pk, dam[1].pk, other.pk]

    def test_under_a_topic_what_was_commented_last_comes_first(
        self, section: Section, power: Topic
    ) -> None:
        old = an_article(section, published_at=START)
        newer = [an_article(section, published_at=START + HOUR * hour) for hour in (1, 2, 3)]
        under(power, old, *newer)
        for number, article in enumerate(newer[:2]):
            last_at = NOW - HOUR * (number + 1)
            Thread.objects.create(
                number=article.pk, page=article, title="", comments=1, last_at=last_at
            )
        found = open_discussions(old, OpenTest(NOW), NOW)
        assert [page.pk for page in found] == [newer[0].pk, newer[1].pk, newer[2].pk]

    def test_none_whose_rules_have_closed_it(
        self, section: Section, dam: list[Article], power: Topic
    ) -> None:
        off, aged = placed(section, "choir", hours=100), placed(section, "choir", hours=-20_000)
        under(power, dam[0], off, aged)
        ruled("page", off.pk, on=False)
        closing = {"since": START.isoformat(), "reason": "Alles gesagt."}
        ruled("page", dam[2].pk, closed=closing)
        found = open_discussions(dam[0], OpenTest(NOW), NOW)
        assert [page.pk for page in found] == [dam[1].pk]

    def test_an_article_whose_story_went_into_another_leads_into_that(
        self, section: Section, dam: list[Article]
    ) -> None:
        choir = placed(section, "choir")
        merge(into_id=story_of(dam[0]).pk, other_id=story_of(choir).pk, by=None, now=NOW)
        found = open_discussions(choir, OpenTest(NOW), NOW)
        assert [page.pk for page in found] == [dam[2].pk, dam[1].pk, dam[0].pk]

    def test_a_copy_leads_into_its_originals_story(
        self, section: Section, dam: list[Article]
    ) -> None:
        copy = placed(section, "last", hours=81)
        found = open_discussions(copy, OpenTest(NOW), NOW)
        assert [page.pk for page in found] == [dam[2].pk, dam[1].pk, dam[0].pk]

    def test_a_plain_page_of_an_article_leads_on_as_the_article_does(
        self, dam: list[Article]
    ) -> None:
        plain = Page.objects.get(pk=dam[0].pk)
        assert [page.pk for page in open_discussions(plain, everything, NOW)] == [
            dam[2].pk,
            dam[1].pk,
        ]

    def test_a_page_that_is_no_article_leads_nowhere(self, paper: Paper) -> None:
        assert open_discussions(paper, everything, NOW) == []

    def test_it_asks_few_questions_however_many_articles_there_are(
        self, section: Section, power: Topic, django_assert_max_num_queries: object
    ) -> None:
        old = an_article(section, published_at=START)
        many = [an_article(section, published_at=START) for _number in range(70)]
        under(power, old, *many)
        ruled("topic", power.pk, on=False)
        with django_assert_max_num_queries(20):  # type: ignore[operator]
            assert open_discussions(old, OpenTest(NOW), NOW) == []


class TestStatesOfManyPages:
    """All at once what `state_now` says one by one."""

    def test_each_has_its_own_layers(
        self, section: Section, dam: list[Article], power: Topic
    ) -> None:
        under(power, dam[1])
        ruled("topic", power.pk, on=False)
        ruled("page", dam[2].pk, moderation={"policy": "post"})
        kinds = {number: state.kind for number, state in states_of(dam, NOW).items()}
        assert kinds == {
            dam[0].pk: Kind.PRE_MODERATED,
            dam[1].pk: Kind.OFF,
            dam[2].pk: Kind.OPEN,
        }

    def test_topics_are_told_by_this_room(self, dam: list[Article], power: Topic) -> None:
        under(power, dam[1])
        assert topics_of(dam[0].pk, dam[1].pk) == {dam[0].pk: (), dam[1].pk: [power.pk]}
