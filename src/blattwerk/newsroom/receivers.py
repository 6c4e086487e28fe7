"""Wagtail's signals in the newsroom's own words."""

from datetime import timedelta
from functools import partial
from typing import Any

from django.db import transaction
from django.dispatch import Signal, receiver
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from blattwerk.newsroom.desks import open_desk
from blattwerk.newsroom.models import Article, Section, StandingPage
from blattwerk.newsroom.signals import article_changed, article_published, article_withdrawn
from blattwerk.newsroom.tasks import make_sizes

FRESH = timedelta(days=7)


@receiver(page_published, sender=Article)
def tell_of_publication(instance: Article, **_: Any) -> None:
    if instance.live:  # else it was only scheduled
        _tell(article_changed if instance.was_live else article_published, instance)


@receiver(page_unpublished, sender=Article)
def tell_of_withdrawal(instance: Article, **_: Any) -> None:
    """Unpublished, or about to be deleted: Wagtail withdraws a live page first."""
    _tell(article_withdrawn, instance)


@receiver(post_page_move)
def follow_to_the_new_section(instance: Any, parent_page_after: Any, **_: Any) -> None:
    if not isinstance(instance.specific, Article):
        return
    Article.objects.filter(pk=instance.pk).update(section_id=parent_page_after.pk)
    if instance.live:
        _tell(article_changed, Article.objects.get(pk=instance.pk))


@receiver(page_published, sender=Section)
def give_desk(instance: Section, **_: Any) -> None:
    """A section made in the admin has its desk like any other."""
    open_desk(instance)


@receiver(page_slug_changed, sender=Section)
@receiver(page_slug_changed, sender=StandingPage)
def keep_old_address(instance: Any, instance_before: Any, **_: Any) -> None:
    """A renamed section or standing page stays at its old address too; articles need no help."""
    root = Site.objects.get(is_default_site=True).root_page.url_path
    old = "/" + instance_before.url_path.removeprefix(root)
    new = "/" + instance.url_path.removeprefix(root)
    Redirect.objects.filter(old_path=Redirect.normalise_path(new)).delete()
    Redirect.objects.update_or_create(
        old_path=Redirect.normalise_path(old),
        site=None,
        defaults={"redirect_page": instance, "is_permanent": True},
    )


@receiver([article_published, article_changed])
def prepare_sizes(article: Article, **_: Any) -> None:
    """An old article's picture waits for its first reader; there are too many of them."""
    fresh = article.published_at is not None and article.published_at > timezone.now() - FRESH
    if fresh and article.lead_picture_id:
        make_sizes.enqueue(article.lead_picture_id)


def _tell(signal: Signal, article: Article) -> None:
    transaction.on_commit(partial(signal.send, sender=Article, article=article))
