"""What readers learn of stories, and where a closed discussion leads."""

from datetime import timedelta

import pytest

from blattwerk.newsroom.models import Article, Section
from blattwerk.stories.merge import merge
from blattwerk.stories.models import Story
from blattwerk.stories.pin import pin
from blattwerk.stories.place import place
from blattwerk.stories.queries import (
    articles_of_story,
    current_stories,
    liveliness,
    stories_of_topic,
    story_by_number,
    story_place,
    timeline,
)
from blattwerk.stories.show import hide, publish
from blattwerk.topics.models import Assignment, Topic
from tests.stories.household import NOW, placed, story_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def dam(section: Section) -> list[Article]:
    """Three articles of one affair; the last comes after a pause of more than two days."""
    return [
        placed(section, "dam"),
        placed(section, "later", hours=20),
        placed(section, "last", hours=80),
    ]


def under(topic: Topic, *articles: Article) -> None:
    for article in articles:
        Assignment.objects.create(article=article, topic=topic)


@pytest.fixture
def power() -> Topic:
    return Topic.objects.create(name="Wasserkraft", slug="wasserkraft")


def test_an_article_knows_its_part_and_its_neighbours(dam: list[Article]) -> None:
    place_of_second = story_place(dam[1].pk)
    assert place_of_second
    assert (place_of_second.number, place_of_second.of) == (2, 3)
    assert (place_of_second.previous, place_of_second.next) == (dam[0], dam[2])
    first = story_place(dam[0].pk)
    assert first
    assert first.previous is None


def test_alone_hidden_or_withdrawn_it_has_no_part(section: Section, dam: list[Article]) -> None:
    assert story_place(placed(section, "choir").pk) is None
    dam[1].unpublish()
    place(dam[1].pk, now=NOW)
    assert story_place(dam[1].pk) is None
    hide(story_id=story_of(dam[0]).pk, by=None, now=NOW)
    assert story_place(dam[0].pk) is None
    with pytest.raises(Story.DoesNotExist):
        story_by_number(story_of(dam[0]).pk)


def test_the_timeline_goes_by_chapters_newest_first(dam: list[Article]) -> None:
    lines = timeline(story_of(dam[0]))

    assert [[article.pk for article in line.articles] for line in lines] == [
        [dam[2].pk],
        [dam[1].pk, dam[0].pk],
    ]
    assert [line.chapter.number for line in lines] == [2, 1]
    assert lines[1].chapter.key_line == dam[0].title


def test_current_stories_are_public_lively_and_counted(
    section: Section, dam: list[Article]
) -> None:
    choir = placed(section, "choir", hours=110)
    assert [card.story for card in current_stories(NOW)] == [story_of(dam[0])]

    publish(story_id=story_of(choir).pk, by=None, now=NOW)

    cards = current_stories(NOW)
    assert [(card.newest, card.parts, card.since_yesterday) for card in cards] == [
        (choir, 1, 1),
        (dam[2], 3, 0),
    ]
    assert current_stories(NOW, without=[story_of(choir).pk])[0].story == story_of(dam[0])


def test_a_rested_story_is_no_longer_current_unless_pinned(dam: list[Article]) -> None:
    later = NOW + timedelta(days=30)
    assert current_stories(later) == []
    pin(story_id=story_of(dam[0]).pk, by=None, now=NOW)
    assert [card.story for card in current_stories(later)] == [story_of(dam[0])]


def test_lists_cost_the_same_however_many_stories_there_are(
    section: Section, dam: list[Article], django_assert_max_num_queries: object
) -> None:
    publish(story_id=story_of(placed(section, "choir")).pk, by=None, now=NOW)
    with django_assert_max_num_queries(6):  # type: ignore[operator]
        cards = current_stories(NOW)
        assert [card.newest.section for card in cards] == [section, section]


def test_liveliness_falls_by_half_in_a_day_and_a_half() -> None:
    fresh, rested = liveliness(3, NOW, NOW), liveliness(3, NOW - timedelta(hours=36), NOW)
    assert rested == pytest.approx(fresh / 2)
    assert liveliness(8, NOW, NOW) > fresh


def test_a_topics_stories(dam: list[Article], power: Topic) -> None:
    under(power, dam[0])
    assert [card.newest for card in stories_of_topic(power.pk, NOW)] == [dam[2]]


def test_merged_stories_are_told_once(section: Section, dam: list[Article]) -> None:
    choir = placed(section, "choir")
    merge(into_id=story_of(dam[0]).pk, other_id=story_of(choir).pk, by=None, now=NOW)
    assert len(current_stories(NOW)) == 1
    assert articles_of_story(story_of(choir)).count() == 4
