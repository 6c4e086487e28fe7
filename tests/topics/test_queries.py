"""The overview from A to Z and by liveliness, and the topics of articles."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from blattwerk.newsroom.models import Section
from blattwerk.topics.assign import assign
from blattwerk.topics.models import Topic
from blattwerk.topics.queries import articles_of_topic, lively_topics, overview, topics_of
from tests.factories import a_topic, an_article


def on_topic(section: Section, topic: Topic, *, days: float = 0, **fields: object) -> None:
    article = an_article(section, age=timedelta(days=days, minutes=1), **fields)
    assign(article_id=article.pk, topic_id=topic.pk, by=None, now=timezone.now())


def test_the_overview_is_in_the_order_of_a_german_list(section: Section) -> None:
    for name in ("Zoo", "Österreich", "Ostern", "Ärzte", "Arzt", "Asyl", "1. Mai", "„Übung“"):
        on_topic(section, a_topic(name))

    lines = overview(timezone.now())

    assert [(line.initial, line.topic.name) for line in lines] == [
        ("#", "1. Mai"),
        ("A", "Arzt"),
        ("A", "Ärzte"),
        ("A", "Asyl"),
        ("O", "Ostern"),
        ("O", "Österreich"),
        ("U", "„Übung“"),
        ("Z", "Zoo"),
    ]


def test_the_overview_counts_what_readers_can_read(section: Section) -> None:
    topic, empty = a_topic("Graz"), a_topic("Linz")
    on_topic(section, topic, days=3)
    on_topic(section, topic, days=1)
    for one in (topic, empty):
        on_topic(section, one, publish=False)

    (line,) = overview(timezone.now())

    newest = articles_of_topic(topic).first()
    assert newest is not None
    assert (line.topic, line.count, line.newest_at) == (topic, 2, newest.published_at)


def test_recent_articles_make_a_topic_livelier_than_many_old_ones(section: Section) -> None:
    old, new, ancient = a_topic("Alt"), a_topic("Neu"), a_topic("Uralt")
    for _ in range(4):
        on_topic(section, old, days=20)
    on_topic(section, new, days=0.5)
    on_topic(section, ancient, days=400)
    now = timezone.now()

    assert [line.topic for line in overview(now, order="lebhaft")] == [new, old, ancient]
    assert [line.topic for line in lively_topics(now, 5)] == [new, old]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("oeffi", ["Öffentlicher Verkehr"]),
        ("VERKEHR", ["Öffentlicher Verkehr"]),
        ("straßenbahn", ["Öffentlicher Verkehr"]),
        ("ehr", []),
        (" – ", []),
        ("wien", ["Wien"]),
    ],
)
def test_the_overview_is_searched_by_name_and_alias(
    section: Section, query: str, names: list[str]
) -> None:
    on_topic(section, a_topic("Wien", kind="place"))
    on_topic(section, a_topic("Öffentlicher Verkehr", "Öffis", "Strassenbahn"))

    assert [line.topic.name for line in overview(timezone.now(), query=query)] == names


def test_the_overview_asks_a_fixed_number_of_questions(
    section: Section, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(12):
        on_topic(section, a_topic(f"Thema {number}", f"Themen {number}"))
    now = timezone.now()

    with django_assert_num_queries(1):
        overview(now)
    with django_assert_num_queries(3):
        overview(now, query="thema")
    with django_assert_num_queries(1):
        lively_topics(now, 5)


def test_an_articles_topics_are_in_german_order(section: Section) -> None:
    article = an_article(section)
    for name in ("Zoo", "Übung", "Arzt"):
        topic = a_topic(name)
        assign(article_id=article.pk, topic_id=topic.pk, by=None, now=timezone.now())

    assert [topic.name for topic in topics_of(article.pk)] == ["Arzt", "Übung", "Zoo"]
