"""The sample paper's topics and what the system finds about them."""

import pytest
from django.utils import timezone

from blattwerk.newsroom.found import found_paper
from blattwerk.newsroom.models import Article, Section
from blattwerk.newsroom.write import Manuscript, write_article
from blattwerk.sample.manuscripts import sample_articles
from blattwerk.sample.topics import TOPICS, found_topics
from blattwerk.sample.world import PLAN
from blattwerk.topics.media_topics import check_media_topic
from blattwerk.topics.models import Kind, Suggestion, SuggestionState
from blattwerk.topics.queries import overview, topics_of


@pytest.fixture
def paper(db: None) -> dict[str, Article]:
    """The sample paper's articles without its pictures, its topics found; by address."""
    now = timezone.localtime()
    found_paper(plan=PLAN)
    sections = {section.slug: section for section in Section.objects.all()}
    written = {
        told.slug: write_article(
            section=sections[told.section],
            manuscript=Manuscript(
                headline=told.headline,
                kicker=told.kicker,
                lead=told.lead,
                body=told.body,
                published_at=told.published_at,
            ),
        )
        for told in sample_articles(now)
    }
    found_topics(now)
    return written


def test_every_topic_is_whole() -> None:
    for plan in TOPICS:
        assert plan.description.endswith(".")
        if plan.kind is Kind.THEME:
            check_media_topic(plan.media_topic)

    assert 25 <= len(TOPICS) <= 40


def test_the_system_finds_what_the_articles_are_about(paper: dict[str, Article]) -> None:
    def topics(slug: str) -> set[str]:
        return {topic.name for topic in topics_of(paper[slug].pk)}

    assert topics("windpark-nachzaehlung") == {
        "Hohenwies",
        "Rauhkogel",
        "Wahlen und Volksbefragungen",
        "Windkraft",
    }
    assert topics("intendanz-duo-gewaehlt") == {
        "Regina Falk",
        "Stadttheater Ennach",
        "Vera Lindtner",
    }
    assert topics("rezept-kasnocken") == set()

    lines = overview(timezone.now())
    assert {line.topic.name for line in lines} == {plan.name for plan in TOPICS}
    assert min(line.count for line in lines) >= 2
    assert Suggestion.objects.filter(state=SuggestionState.OPEN).exists()
