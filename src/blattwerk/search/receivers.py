"""The index follows the newsroom."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver

from blattwerk.newsroom.models import Article, Author
from blattwerk.newsroom.signals import article_changed, article_published, article_withdrawn
from blattwerk.search.index import drop_article, forget_author, index_articles


@receiver([article_published, article_changed])
def take_in(article: Article, **_: Any) -> None:
    index_articles([article])


@receiver(article_withdrawn)
def take_out(article: Article, **_: Any) -> None:
    if article.pk is not None:  # else deleted: its entry went with it
        drop_article(article.pk)


@receiver(post_save, sender=Author)
def follow_a_new_name(instance: Author, created: bool, **_: Any) -> None:
    if not created:
        forget_author(instance)
