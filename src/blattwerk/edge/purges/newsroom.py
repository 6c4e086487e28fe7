"""What the newsroom prints: articles, and what stands around and over them.

Django's and Wagtail's own signals are heard, inside the transaction: a deleted article still has
its number there. Lists are made of `articles`, whatever they list.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import ReferenceIndex, Site
from wagtail.signals import page_published, post_page_move

from blattwerk.edge.purging import ALL, purge
from blattwerk.newsroom.models import Article, Author, Paper, Picture, Section, StandingPage
from blattwerk.topics.models import Topic

NEWEST = 40  # of a section; its articles' pages lead on to the newest they do not name already
PREFIXES: dict[type, str] = {
    Article: "article",
    Author: "author",
    Section: "section",
    StandingPage: "standing",
    Topic: "topic",
}


@receiver(pre_save, sender=Article)
def note_what_stood(instance: Article, update_fields: Any = None, **_: Any) -> None:
    """Where readers found it until now: with its time of publication it may leave a list."""
    if update_fields is None and instance.pk:
        rows = Article.objects.live().filter(pk=instance.pk)
        instance.stood_before = rows.values("section_id", "published_at").first()


@receiver(post_save, sender=Article)
def purge_saved_article(instance: Article, update_fields: Any = None, **_: Any) -> None:
    """Published, changed or withdrawn; a draft is for nobody."""
    if update_fields is not None:
        return
    before = getattr(instance, "stood_before", None)
    if instance.live or before:
        purge(*_of_article(instance), withdrawn=not instance.live)
    if before:
        purge(*_among_newest(before["section_id"], before["published_at"]))


@receiver(page_published, sender=Article)
def purge_published_article(instance: Article, **_: Any) -> None:
    """Once more, with its bylines, which are saved after it."""
    if instance.live:
        purge(*_of_article(instance))


@receiver(pre_delete, sender=Article)
def purge_deleted_article(instance: Article, **_: Any) -> None:
    if instance.live:
        purge(*_of_article(instance), withdrawn=True)


@receiver(post_page_move)
def purge_moved_page(
    instance: Any, parent_page_before: Any, parent_page_after: Any, **_: Any
) -> None:
    """A moved section, too: sections are printed in their order around every page."""
    if not isinstance(instance.specific, Article):
        purge(ALL)
    elif instance.live:
        parents = (parent_page_before.pk, parent_page_after.pk)
        purge(*_of_article(instance.specific), *(f"section-{number}" for number in parents))


@receiver([post_save, pre_delete], sender=Paper)
@receiver([post_save, pre_delete], sender=Section)
@receiver([post_save, pre_delete], sender=StandingPage)
def purge_framing_page(instance: Any, update_fields: Any = None, **said: Any) -> None:
    """Its name stands around every page, and a section's address in those of its articles."""
    if update_fields is not None:
        return
    purge(ALL)
    if said["signal"] is pre_delete or not instance.live:
        purge(f"{PREFIXES.get(type(instance), 'paper')}-{instance.pk}", withdrawn=True)


@receiver([post_save, post_delete], sender=Redirect)
@receiver([post_save, post_delete], sender=Site)
def purge_everything(**_: Any) -> None:
    """Rare, and nobody knows which pages say so."""
    purge(ALL)


@receiver([post_save, pre_delete], sender=Author)
def purge_author(instance: Author, created: bool = False, **said: Any) -> None:
    if not created:
        gone = said["signal"] is pre_delete
        purge("articles")
        purge(f"author-{instance.pk}", withdrawn=gone)


@receiver([post_save, pre_delete], sender=Picture)
def purge_picture(instance: Picture, created: bool = False, **said: Any) -> None:
    """Its address, caption and credit stand on the pages that show it; lists show lead pictures."""
    if created:
        return
    gone = said["signal"] is pre_delete
    purge("articles", *_showing(instance))
    purge(f"picture-{instance.pk}", withdrawn=gone)


def _of_article(article: Article) -> list[str]:
    number = article.pk
    own = [f"article-{number}", f"narration-{number}", f"thread-{number}", "articles"]
    return [*own, *_among_newest(article.section_id, article.published_at)]


def _among_newest(section: int | None, moment: datetime | None) -> Iterator[str]:
    """The section's tag where its articles' pages may lead to one of that time."""
    if section is None:
        return
    rows = Article.objects.live().newest_first().filter(section=section)
    last = rows.values_list("published_at", flat=True)[NEWEST : NEWEST + 1].first()
    if last is None or moment is None or moment >= last:
        yield f"section-{section}"


def _showing(picture: Picture) -> Iterator[str]:
    """The tags of all that refers to the picture, in a field of its own or within a text."""
    for article in Article.objects.filter(lead_picture=picture).defer("body"):
        yield f"article-{article.pk}"
        yield from _among_newest(article.section_id, article.published_at)
    for number in Author.objects.filter(portrait=picture).values_list("pk", flat=True):
        yield f"author-{number}"
    for number in Topic.objects.filter(picture=picture).values_list("pk", flat=True):
        yield f"topic-{number}"
    for row in ReferenceIndex.get_references_to(picture).select_related("content_type"):
        prefix = PREFIXES.get(row.content_type.model_class())
        if prefix:
            yield f"{prefix}-{row.object_id}"
