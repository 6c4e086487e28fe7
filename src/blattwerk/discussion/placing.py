"""Bringing comments before readers and taking them away; keeps the counts right."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from functools import partial

from django.db import transaction
from django.db.models import F
from django.dispatch import Signal

from blattwerk.common.ready import insert
from blattwerk.discussion.models import Comment, Thread
from blattwerk.discussion.ready import count_more, next_moments
from blattwerk.discussion.signals import comment_published, comment_removed, thread_changed

State = Comment.State


def put(comments: Sequence[Comment]) -> None:
    """Store new comments in their first states, those that are public at once with their places.

    `tell_of` each of these once that is safe.
    """
    public = [comment for comment in comments if comment.is_public]
    newest = _place(public, [comment.sent_at for comment in public]) if public else {}
    insert(comments)
    for number, more in Counter(comment.thread_id for comment in public).items():
        count_more(number, more, newest[number])


def set_state(comment: Comment, state: Comment.State, now: datetime) -> None:
    """Give a comment another state, its place if it is public for the first time, and save it.

    In the transaction of the deed that wants it, with the comment's row locked.
    """
    was, comment.state = comment.is_public, state
    comes_out = comment.is_public and comment.public_at is None
    newest = _place([comment], [now]) if comes_out else {}
    if not comment.is_public:
        comment.picked_at = None
    comment.turn += 1
    comment.save()
    if was != comment.is_public:
        _count(comment, newest.get(comment.thread_id))
    elif comment.public_at is not None:
        note_change(comment.thread_id)


def note_change(number: int) -> None:
    """Something that readers see of a thread is other than before."""
    Thread.objects.filter(pk=number).update(turn=F("turn") + 1)
    tell(thread_changed, number=number)


def tell(signal: Signal, **said: int | None) -> None:
    """Send a signal of this room once all is safely stored; an error then is for the log."""
    transaction.on_commit(partial(signal.send, Comment, **said), robust=True)


def tell_of(comment: Comment) -> None:
    """Readers can read it from now on, or no longer."""
    number = comment.thread_id
    if comment.is_public:
        parent = comment.parent_id
        tell(comment_published, comment_id=comment.pk, number=number, parent_id=parent)
    else:
        tell(comment_removed, comment_id=comment.pk, number=number)
    tell(thread_changed, number=number)


def _place(comments: Sequence[Comment], nows: Sequence[datetime]) -> dict[int, datetime]:
    """Give them their places after all others; returns each thread's newest moment."""
    for comment in comments:
        if comment.root_id is not None:
            Comment.objects.filter(pk=comment.root_id).update(replies=F("replies") + 1)
            replies = Comment.objects.values_list("replies", flat=True)
            comment.place = replies.get(pk=comment.root_id)
    numbers = [comment.thread_id for comment in comments]
    moments = next_moments([*zip(numbers, nows, strict=True)])
    for comment, moment in zip(comments, moments, strict=True):
        comment.public_at = moment
    return dict(zip(numbers, moments, strict=True))


def _count(comment: Comment, came_out: datetime | None) -> None:
    """One more or one less; `came_out` is the moment of one that was never public before."""
    change = {"comments": F("comments") + (1 if comment.is_public else -1), "turn": F("turn") + 1}
    newest = {"last_at": came_out} if came_out else {}
    Thread.objects.filter(pk=comment.thread_id).update(**change, **newest)
    tell_of(comment)
