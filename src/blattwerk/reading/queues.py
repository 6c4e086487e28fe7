"""What the listening page plays one after another of a topic and of a story."""

from collections.abc import Sequence
from typing import Any

from blattwerk.narration.card import lines_of
from blattwerk.narration.queues import LONGEST, NoSuchQueue, Queue, queue
from blattwerk.newsroom.models import Article
from blattwerk.newsroom.models.article import ArticleQuerySet
from blattwerk.stories.models import Story
from blattwerk.stories.queries import articles_of_story, story_by_number
from blattwerk.topics.errors import Moved
from blattwerk.topics.models import Topic
from blattwerk.topics.queries import articles_of_topic, topic_at

LONGEST_NUMBER = 18  # digits; longer ones no database knows


@queue("thema")
def of_topic(key: str) -> Queue:
    try:
        topic = topic_at(key)
    except Moved as moved:
        topic = moved.topic
    except Topic.DoesNotExist:
        raise NoSuchQueue(key) from None
    tags = (f"topic-{topic.pk}", "articles", "narrations")
    return Queue(topic.name, heard_of_topic(topic), tags)


@queue("story")
def of_story(key: str) -> Queue:
    story = _story(key)
    tags = (f"story-{story.pk}", "articles", "narrations")
    return Queue(story.title, heard_of_story(story), tags)


def heard_of_topic(topic: Topic) -> list[Article]:
    """Its newest articles that are read aloud, the newest first."""
    return _first(articles_of_topic(topic))


def heard_of_story(story: Story) -> list[Article]:
    """Its newest articles that are read aloud, told from the beginning."""
    return _first(articles_of_story(story))[::-1]


def spoken_lines(articles: Sequence[Article]) -> list[dict[str, Any]]:
    """The articles as the player's lines; a queue of one is none."""
    return lines_of(articles) if len(articles) > 1 else []


def _story(key: str) -> Story:
    if not (key.isascii() and key.isdigit() and len(key) <= LONGEST_NUMBER):
        raise NoSuchQueue(key)
    try:
        return story_by_number(int(key))
    except Story.DoesNotExist:
        raise NoSuchQueue(key) from None


def _first(articles: ArticleQuerySet) -> list[Article]:
    readable = articles.exclude(narration__switched_off=True)
    return list(readable.for_cards()[:LONGEST])
