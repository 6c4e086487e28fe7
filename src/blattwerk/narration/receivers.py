"""The newsroom's signals, heard by narration."""

from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils import timezone

from blattwerk.narration.models import (
    HumanRecording,
    NarrationRules,
    Recording,
    Urgency,
)
from blattwerk.narration.order import order
from blattwerk.narration.withdraw import withdraw
from blattwerk.newsroom.models import Article
from blattwerk.newsroom.signals import article_changed, article_published, article_withdrawn


@receiver([article_published, article_changed])
def read_aloud(article: Article, **_: Any) -> None:
    """What is new by itself; an old article only when it has been recorded before."""
    now = timezone.now()
    if _is_new(article, now) or Recording.objects.filter(page_id=article.pk).exists():
        order(page_id=article.pk, urgency=Urgency.PUBLISHED, now=now)


@receiver(article_withdrawn)
def fall_silent(article: Article, **_: Any) -> None:
    withdraw(page_id=article.pk)


@receiver(post_delete, sender=HumanRecording)
def drop_original(instance: HumanRecording, **_: Any) -> None:
    original = instance.original
    transaction.on_commit(partial(original.storage.delete, str(original.name)))


def _is_new(article: Article, now: datetime) -> bool:
    rules = NarrationRules.load()
    moment = article.published_at
    return bool(rules.automatic and moment and moment > now - timedelta(days=rules.days))
