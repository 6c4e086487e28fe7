"""The newsroom's signals, heard by topics."""

from typing import Any

from django.dispatch import receiver

from blattwerk.newsroom.models import Article
from blattwerk.newsroom.signals import article_changed, article_published, article_withdrawn
from blattwerk.topics.models import Topic
from blattwerk.topics.suggest import withdraw_suggestions
from blattwerk.topics.tasks import suggest_topics


@receiver([article_published, article_changed])
def look_for_topics(article: Article, **_: Any) -> None:
    """Where there are topics at all."""
    if Topic.objects.exists():
        suggest_topics.enqueue(article.pk)


@receiver(article_withdrawn)
def ask_no_more(article: Article, **_: Any) -> None:
    if article.pk is not None:  # else deleted: its suggestions went with it
        withdraw_suggestions(article_id=article.pk)
