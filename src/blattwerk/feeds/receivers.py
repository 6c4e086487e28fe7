"""What feeds do when the newsroom tells of something."""

from datetime import timedelta
from typing import Any

from django.dispatch import receiver
from django.utils import timezone

from blattwerk.feeds.tasks import make_share_picture
from blattwerk.newsroom.models import Article
from blattwerk.newsroom.signals import article_changed, article_published

FRESH = timedelta(days=2)  # older articles stand in no feed soon enough to be worth it


@receiver([article_published, article_changed])
def prepare_share_picture(article: Article, **_: Any) -> None:
    """So that neither a feed's reader nor a network that shows the link waits for it."""
    fresh = article.published_at is not None and article.published_at > timezone.now() - FRESH
    if fresh and article.lead_picture_id:
        make_share_picture.enqueue(article.lead_picture_id)
