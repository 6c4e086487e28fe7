"""Discussions and who writes in them. A comment is its thread's business and nobody else's."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver

from blattwerk.accounts.models import User
from blattwerk.discussion.models import Comment
from blattwerk.discussion.signals import (
    comment_recommended,
    comment_removed,
    thread_changed,
)
from blattwerk.edge.purging import purge


@receiver(comment_recommended)
def purge_other_thread(number: int, **_: Any) -> None:
    purge(f"thread-{number}")


@receiver(comment_removed)
def purge_shorter_thread(number: int, **_: Any) -> None:
    purge(f"thread-{number}", withdrawn=True)


@receiver(thread_changed)
def purge_thread(number: int | None, **_: Any) -> None:
    """Also what a new comment does. None: rules or wordings that any thread may go by."""
    if number is None:
        purge("threads", "forum-rules")
    else:
        purge(f"thread-{number}")


@receiver(post_save, sender=User)
def purge_name(instance: User, update_fields: Any = None, created: bool = False, **_: Any) -> None:
    """A public name stands over every comment of its bearer, an erased one over none."""
    if created or (update_fields is not None and "public_name" not in update_fields):
        return
    written = Comment.objects.filter(writer=instance).order_by().distinct()
    purge(*(f"thread-{number}" for number in written.values_list("thread_id", flat=True)))
