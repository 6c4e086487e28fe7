"""What the rooms above the newsroom tell: sound, topics, stories, fronts, the index."""

from collections.abc import Collection, Sequence
from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from django.utils import timezone

from blattwerk.edge.purging import purge
from blattwerk.fronts.models import Front
from blattwerk.narration.models import Narration, Playlist, PlaylistEntry, Recording
from blattwerk.narration.signals import narration_ready
from blattwerk.newsroom.models import Article
from blattwerk.reading.related import SOUGHT
from blattwerk.search.signals import index_changed
from blattwerk.search.similar import similar_articles
from blattwerk.stories.models import Membership, Story
from blattwerk.stories.signals import story_changed
from blattwerk.topics.models import Topic
from blattwerk.topics.signals import topic_changed, topics_assigned

MOST_ALIKE = 10  # new articles for which is asked what they are like


@receiver(narration_ready)
def purge_sound(page_id: int, **_: Any) -> None:
    gone = not Recording.objects.filter(page_id=page_id, replaced_at=None).exists()
    purge("narrations")
    purge(f"narration-{page_id}", withdrawn=gone)


@receiver([post_save, post_delete], sender=Narration)
def purge_what_is_heard(instance: Narration, **_: Any) -> None:
    """Whether it can be heard at all stands beside its head."""
    purge("narrations")
    purge(f"narration-{instance.page_id}", withdrawn=instance.switched_off)


@receiver([post_save, pre_delete], sender=Playlist)
def purge_playlist(instance: Playlist, **said: Any) -> None:
    gone = said["signal"] is pre_delete or not instance.public
    purge("narrations")
    purge(f"playlist-{instance.pk}", withdrawn=gone)


@receiver([post_save, post_delete], sender=PlaylistEntry)
def purge_entry(instance: PlaylistEntry, **_: Any) -> None:
    purge(f"playlist-{instance.playlist_id}")


@receiver(topic_changed)
def purge_topics(topic_ids: Collection[int], **_: Any) -> None:
    """The page of one that is deleted, or went into another, is gone."""
    here = set(Topic.objects.filter(pk__in=topic_ids).values_list("pk", flat=True))
    purge("topics", *_numbered("topic", here))
    purge(*_numbered("topic", set(topic_ids) - here), withdrawn=True)


@receiver(topics_assigned)
def purge_assigned(article_id: int, changed_ids: Collection[int], **_: Any) -> None:
    """Rules of its discussion may go by topics."""
    purge("topics", f"article-{article_id}", f"thread-{article_id}")
    purge(*_numbered("topic", changed_ids))


@receiver(story_changed)
def purge_stories(story_ids: Collection[int], article_ids: Collection[int], **_: Any) -> None:
    """The page of one that is hidden, or went into another, is gone."""
    shown = set(Story.objects.public().filter(pk__in=story_ids).values_list("pk", flat=True))
    purge("stories", *_numbered("story", shown), *_numbered("article", article_ids))
    purge(*_numbered("story", set(story_ids) - shown), withdrawn=True)


@receiver([post_save, post_delete], sender=Membership)
def purge_member(instance: Membership, **_: Any) -> None:
    """An article that has left all stories is in none that is told of."""
    purge(f"article-{instance.article_id}", f"story-{instance.story_id}")


@receiver([post_save, post_delete], sender=Front)
def purge_front(instance: Front, **_: Any) -> None:
    purge(f"front-{instance.page_id}")


@receiver(index_changed)
def purge_found(numbers: Sequence[int], **_: Any) -> None:
    """Searches, and the pages of articles that are like these: they may name them."""
    purge("search")
    if len(numbers) > MOST_ALIKE:
        purge("related")
        return
    for article in Article.objects.filter(pk__in=numbers).defer("body"):
        alike = similar_articles(article, today=timezone.localdate(), limit=SOUGHT)
        purge(*_numbered("article", [one.number for one in alike]))


def _numbered(kind: str, numbers: Collection[int]) -> list[str]:
    return [f"{kind}-{number}" for number in sorted(numbers)]
