"""Bringing comments before readers and taking them away; keeps the counts right."""

from datetime import datetime
from functools import partial

from django.db import transaction
from django.db.models import F
from django.dispatch import Signal

from blattwerk.common.ready import insert
from blattwerk.discussion.models import Comment, Thread
from blattwerk.discussion.ready import count_one_more, next_moment
from blattwerk.discussion.signals import comment_published, comment_removed, thread_changed

State = Comment.State


def put(comment: Comment, now: datetime) -> None:
    """Store a new comment in its first state, with its place if it is public at once."""
    if not comment.is_public:
        insert(comment)
        return
    moment = _place(comment, now)
    insert(comment)
    count_one_more(comment.thread_id, moment)
    _tell_of(comment)


def set_state(comment: Comment, state: Comment.State, now: datetime) -> None:
    """Give a comment another state, its place if it is public for the first time, and save it.

    In the transaction of the deed that wants it, with the comment's row locked.
    """
    was, comment.state = comment.is_public, state
    comes_out = comment.is_public and comment.public_at is None
    moment = _place(comment, now) if comes_out else None
    if not comment.is_public:
        comment.picked_at = None
    comment.turn += 1
    comment.save()
    if was != comment.is_public:
        _count(comment, moment)
    elif comment.public_at is not None:
        note_change(comment.thread_id)


def note_change(number: int) -> None:
    """Something that readers see of a thread is other than before."""
    Thread.objects.filter(pk=number).update(turn=F("turn") + 1)
    tell(thread_changed, number=number)


def tell(signal: Signal, **said: int | None) -> None:
    """Send a signal of this room once all is safely stored."""
    transaction.on_commit(partial(signal.send, Comment, **said))


def _place(comment: Comment, now: datetime) -> datetime:
    """Give it its place after all others; returns the moment it comes out."""
    if comment.root_id is not None:
        Comment.objects.filter(pk=comment.root_id).update(replies=F("replies") + 1)
        comment.place = Comment.objects.values_list("replies", flat=True).get(pk=comment.root_id)
    comment.public_at = next_moment(comment.thread_id, now)
    return comment.public_at


def _count(comment: Comment, came_out: datetime | None) -> None:
    """One more or one less; `came_out` is the moment of one that was never public before."""
    change = {"comments": F("comments") + (1 if comment.is_public else -1), "turn": F("turn") + 1}
    newest = {"last_at": came_out} if came_out else {}
    Thread.objects.filter(pk=comment.thread_id).update(**change, **newest)
    _tell_of(comment)


def _tell_of(comment: Comment) -> None:
    signal = comment_published if comment.is_public else comment_removed
    tell(signal, comment_id=comment.pk, number=comment.thread_id)
    tell(thread_changed, number=comment.thread_id)
