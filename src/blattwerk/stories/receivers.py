"""The newsroom's and the topics' signals, heard by stories."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import pre_delete
from django.dispatch import receiver

from blattwerk.newsroom.models import Article
from blattwerk.newsroom.signals import article_changed, article_published, article_withdrawn
from blattwerk.stories.models import Membership
from blattwerk.stories.tasks import place_article, reconsider_article, settle_stories
from blattwerk.topics.signals import topics_assigned


@receiver([article_published, article_changed, article_withdrawn])
def look_at(article: Article, **_: Any) -> None:
    place_article.enqueue(article.pk)


@receiver(topics_assigned)
def look_again_at(article_id: int, **_: Any) -> None:
    reconsider_article.enqueue(article_id)


@receiver(pre_delete, sender=Article)
def count_without(instance: Article, **_: Any) -> None:
    """Its membership goes with it; the story must be counted anew, its chapters too."""
    stories = list(
        Membership.objects.filter(article_id=instance.pk).values_list("story_id", flat=True)
    )
    if stories:
        transaction.on_commit(partial(settle_stories.enqueue, stories))
