"""Bring a story's counts, name, index and chapters in line with its articles."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import datetime
from functools import partial

from django.db import connection, transaction
from django.db.models import Q, QuerySet

from blattwerk.newsroom.models import Article
from blattwerk.stories.detect.features import Features
from blattwerk.stories.detect.shelf import Shelf
from blattwerk.stories.divide import divide
from blattwerk.stories.models import Profile, Story
from blattwerk.stories.of_its_own import titled
from blattwerk.stories.propose import void_baseless
from blattwerk.stories.signals import story_changed
from blattwerk.stories.texts import features_at_hand

PUBLIC_FROM = 2  # articles
Added = tuple[int, Features, datetime]


def settle(
    story_ids: Iterable[int],
    *,
    now: datetime,
    added: Added | None = None,
    changed: Collection[int] = (),
    index: bool = True,
) -> None:
    """Count, name, index and divide these stories anew; tells the rooms above after commit.

    `added` is the one article that is new in one of them: its words are added to the index instead
    of making it anew. `changed` are articles whose text is another one. Without `index` the words
    are as they were.
    """
    numbers = sorted(set(story_ids))
    shelf = Shelf(connection)
    told: set[int] = set()
    for story in Story.objects.filter(pk__in=numbers):
        articles = readable_parts(story)
        told |= set(story.memberships.values_list("article_id", flat=True))
        _count(story, articles, now)
        if index or not Profile.objects.filter(story=story.pk).exists():
            _index(story, articles, shelf, added)
        divide(story, articles, shelf, changed=changed)
        if added is None:
            void_baseless(story, now=now)
    transaction.on_commit(
        partial(story_changed.send, sender=Story, story_ids=numbers, article_ids=sorted(told))
    )


def readable_parts(story: Story) -> list[Article]:
    """A story's own articles that readers can read, oldest first; copies are not counted."""
    return list(parts_of(story).only("pk", "title", "kicker", "published_at", "live"))


def parts_of(story: Story) -> "QuerySet[Article]":
    """The same as a question."""
    found: QuerySet[Article] = Article.objects.live().filter(
        story_membership__story=story,
        story_membership__copy_of=None,
        published_at__isnull=False,
    )
    return found.order_by("published_at", "pk")


def _count(story: Story, articles: list[Article], now: datetime) -> None:
    was_public = story.public_at is not None
    story.parts = len(articles)
    story.first_at = articles[0].published_at if articles else None
    story.last_at = articles[-1].published_at if articles else None
    _show(story, now)
    known = was_public and story.public_at is not None  # readers know it by its name
    if not known or not _said_by_one(story.title, articles):
        _name(story, articles)
    story.save()


def _show(story: Story, now: datetime) -> None:
    if story.merged_into_id:
        return
    enough = story.parts >= PUBLIC_FROM
    shown = enough if story.public_by_hand is None else bool(story.public_by_hand and story.parts)
    story.public_at = (story.public_at or now) if shown else None


def _name(story: Story, articles: list[Article]) -> None:
    """An affair goes by the kicker its articles share, else by its first headline."""
    if story.titled_by_hand or story.locked or not articles:
        return
    kickers = Counter(each.kicker.strip() for each in articles if each.kicker.strip())
    shared, times = kickers.most_common(1)[0] if kickers else ("", 0)
    story.title = titled(shared if times >= PUBLIC_FROM else articles[0].title)


def _said_by_one(title: str, articles: list[Article]) -> bool:
    """Whether an article that can be read says so: no withdrawn headline lives on.

    It may stand elsewhere by now: readers know the story by that name all the same.
    """
    if any(title in (titled(each.title), titled(each.kicker.strip())) for each in articles):
        return True
    return Article.objects.live().filter(Q(title__startswith=title) | Q(kicker=title)).exists()


def _index(story: Story, articles: list[Article], shelf: Shelf, added: Added | None) -> None:
    if story.merged_into_id or not articles:
        shelf.drop(story.pk)
        return
    number, features, moment = added or (0, None, None)
    alone = added is not None and [each.pk for each in articles] == [number]
    known = alone or Profile.objects.filter(story=story.pk).exists()
    if features and moment and known and number in {each.pk for each in articles}:
        shelf.put(story.pk, features, moment)
    else:
        at_hand = features_at_hand(shelf, articles)
        shelf.rebuild(
            story.pk,
            [(at_hand[each.pk], each.published_at) for each in articles if each.published_at],
        )
    shelf.pin(story.pk, story.pinned)
