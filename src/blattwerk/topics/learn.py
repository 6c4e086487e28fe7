"""Learn from the paper's own assignments which words tell a topic."""

import hashlib
from collections import defaultdict
from datetime import datetime

from django.db import transaction

from blattwerk.newsroom.models import Article
from blattwerk.topics.find.words import Told, learn, read
from blattwerk.topics.models import Assignment, Lesson, School
from blattwerk.topics.text import text_of

MOST_ARTICLES = 2_000  # the newest; older ones tell how the paper wrote once


def learn_anew(*, now: datetime) -> int | None:
    """Make the lessons anew and return how many; None where nothing has changed since the last."""
    numbers = _assigned_articles()
    labels = _labels(numbers)
    digest = _fingerprint(numbers, labels)
    if School.objects.filter(digest=digest).exists():
        return None
    articles = Article.objects.filter(pk__in=numbers).iterator(chunk_size=100)
    texts = {}
    for article in articles:
        text = text_of(article)
        texts[article.pk] = read(text.headline, text.rest)
    told = learn(texts, labels)
    _store(told, digest, now)
    return len(told)


def _assigned_articles() -> dict[int, str]:
    """The newest readable articles with topics: number and text digest."""
    known = Assignment.objects.values("article_id")
    newest = Article.objects.live().filter(pk__in=known).newest_first()
    return dict(newest.values_list("pk", "text_digest")[:MOST_ARTICLES])


def _labels(numbers: dict[int, str]) -> dict[int, list[int]]:
    """Each topic's articles."""
    labels: defaultdict[int, list[int]] = defaultdict(list)
    pairs = Assignment.objects.filter(article_id__in=numbers).order_by("topic_id", "article_id")
    for topic_id, article_id in pairs.values_list("topic_id", "article_id"):
        labels[topic_id].append(article_id)
    return dict(labels)


def _fingerprint(numbers: dict[int, str], labels: dict[int, list[int]]) -> str:
    return hashlib.sha256(repr((sorted(numbers.items()), labels)).encode()).hexdigest()


@transaction.atomic
def _store(told: dict[int, Told], digest: str, now: datetime) -> None:
    Lesson.objects.all().delete()
    Lesson.objects.bulk_create(
        Lesson(
            topic_id=topic_id,
            words=one.words,
            threshold=one.threshold,
            precision=one.precision,
            articles=one.examples,
            made_at=now,
        )
        for topic_id, one in sorted(told.items())
    )
    School.objects.update_or_create(pk=1, defaults={"digest": digest, "made_at": now})
