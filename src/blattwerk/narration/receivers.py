"""The newsroom's signals, heard by narration."""

from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils import timezone
from wagtail.signals import page_published, page_unpublished

from blattwerk.common.speakable import Speakable
from blattwerk.narration.models import (
    HumanRecording,
    NarrationRules,
    Recording,
    RecordingFile,
    Urgency,
)
from blattwerk.narration.order import order
from blattwerk.narration.withdraw import delete_file, withdraw
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


@receiver(page_published)
def read_page_aloud(instance: Any, **_: Any) -> None:
    """Other pages than articles are heard when somebody wants to; a changed one is made anew."""
    other = isinstance(instance, Speakable) and not isinstance(instance, Article)
    if other and instance.live and Recording.objects.filter(page_id=instance.pk).exists():
        order(page_id=instance.pk, urgency=Urgency.PUBLISHED, now=timezone.now())


@receiver(page_unpublished)
def silence_page(instance: Any, **_: Any) -> None:
    if isinstance(instance, Speakable) and not isinstance(instance, Article):
        withdraw(page_id=instance.pk)


@receiver(post_delete, sender=RecordingFile)
def drop_sound(instance: RecordingFile, **_: Any) -> None:
    """However the row went: with its recording, or with a page that was deleted."""
    transaction.on_commit(partial(delete_file, instance.name))


@receiver(post_delete, sender=HumanRecording)
def drop_original(instance: HumanRecording, **_: Any) -> None:
    original = instance.original
    transaction.on_commit(partial(original.storage.delete, str(original.name)))


def _is_new(article: Article, now: datetime) -> bool:
    rules = NarrationRules.load()
    moment = article.published_at
    return bool(rules.automatic and moment and moment > now - timedelta(days=rules.days))
