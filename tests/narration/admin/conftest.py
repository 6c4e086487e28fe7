"""Articles, queue rows and recordings for the editors' side."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from blattwerk.narration.models import Narration, Recording, State
from blattwerk.newsroom.models import Article, Section
from tests.factories import an_article
from tests.newsroom.roles import browser

Row = Callable[..., Narration]


@pytest.fixture
def article(section: Section) -> Article:
    """Published by the foreign desk."""
    return an_article(section, headline="Fähre läuft aus", lead="Sie trägt 19 Autos.")


@pytest.fixture
def row() -> Row:
    """Puts an article into the queue: `row(article, state=State.FAILED, reason="…")`."""

    def put(article: Article, **fields: Any) -> Narration:
        Narration.objects.filter(pk=article.pk).delete()
        return Narration.objects.create(page_id=article.pk, ordered_at=timezone.now(), **fields)

    return put


@pytest.fixture
def recorded(row: Row) -> Callable[..., Narration]:
    """An article with a finished recording of 171 seconds."""

    def put(article: Article, **fields: Any) -> Narration:
        made: dict[str, Any] = {
            "kind": Recording.Kind.MACHINE,
            "script": "abc",
            "language": "de",
            "seconds": 171.0,
            "feed_seconds": 175.0,
            "made_at": timezone.now(),
            "voices": [
                {
                    "engine": "espeak-ng",
                    "version": "1.52",
                    "voice": "de",
                    "licence": "GPL-3.0-or-later",
                    "trained": False,
                    "sentences": 5,
                }
            ],
        }
        recording = Recording.objects.create(page_id=article.pk, **{**made, **fields})
        return row(article, state=State.READY, recording=recording)

    return put


@pytest.fixture
def desk(section: Section) -> Client:
    """A browser of the foreign desk's."""
    return browser("foreign")


@pytest.fixture
def strangers(section: Section) -> Client:
    """A browser of another desk's: politics."""
    return browser("politics")


@pytest.fixture
def chief(section: Section) -> Client:
    return browser("chief")
