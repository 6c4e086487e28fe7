"""A fresh install becomes a paper one can read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from pytest_django.plugin import DjangoDbBlocker

from blattwerk.narration.models import Playlist
from blattwerk.newsroom.models import Article, Author, Paper, Picture, Section
from blattwerk.sample.errors import PaperStands
from blattwerk.sample.load import load_sample
from blattwerk.sample.manuscripts import count_articles, sample_articles
from blattwerk.sample.topics import TOPICS
from blattwerk.topics.models import Suggestion, SuggestionState
from blattwerk.topics.queries import overview, topics_of


@dataclass
class Load:
    """The paper, and what was told while it was loaded."""

    paper: Paper
    told: list[str]


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Load]:
    """The sample paper, loaded once for all who look at it; gone after them."""
    told: list[str] = []
    with django_db_blocker.unblock(), transaction.atomic():
        yield Load(load_sample(told=told.append), told)
        transaction.set_rollback(True)


def test_the_sample_paper_is_published_as_if_it_had_run_for_months(loaded: Load, db: None) -> None:
    paper, told = loaded.paper, loaded.told

    newest = Article.objects.live().order_by("-published_at").first()
    assert paper.title == "Ennacher Tagblatt"
    assert len(told) == Article.objects.live().count() == count_articles()
    assert newest
    assert timezone.now() - newest.published_at < timedelta(hours=6)
    assert Section.objects.live().count() == 9
    assert Author.objects.filter(portrait__isnull=False).count() == 14
    assert not Picture.objects.filter(description="").exists()
    assert not Picture.objects.filter(credit="").exists()
    assert not Article.objects.filter(text_changed_at__isnull=False).exists()
    assert [entry.page.live for entry in Playlist.objects.get().entries.all()] == [True] * 5

    with pytest.raises(PaperStands, match="BLATTWERK_DATA"):
        load_sample()
    assert Paper.objects.count() == 1


def test_the_system_finds_what_the_articles_are_about(loaded: Load, db: None) -> None:
    headlines = {told.slug: told.headline for told in sample_articles(timezone.localtime())}

    def topics(slug: str) -> set[str]:
        article = Article.objects.get(title=headlines[slug])
        return {topic.name for topic in topics_of(article.pk)}

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
