"""Comments as rows, many and fast; what readers do one by one is in `tests.discussion.forum`."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from wagtail.models import Page

from blattwerk.accounts.models import User
from blattwerk.discussion.models import Comment, Thread
from blattwerk.discussion.threads import thread_of
from tests.discussion.forum import NOW

SECOND = timedelta(seconds=1)


def a_row(thread: Thread, number: int, **fields: Any) -> Comment:
    """A public comment, the `number`-th second after noon."""
    at = NOW + number * SECOND
    usual = {"text": f"Satz {number}.", "state": "public", "policy": "post"}
    times = {"sent_at": at, "public_at": at}
    return Comment(thread=thread, key=uuid4(), **{**usual, **times, **fields})


def many(page: Page, count: int, *, writer: User | None = None, **fields: Any) -> list[Comment]:
    """So many top comments, a second apart, the oldest first."""
    thread = thread_of(page)
    rows = [a_row(thread, number, writer=writer, **fields) for number in range(count)]
    made = Comment.objects.bulk_create(rows)
    Thread.objects.filter(pk=thread.pk).update(comments=thread.comments + count, turn=count)
    return made


def below(top: Comment, count: int, **fields: Any) -> list[Comment]:
    """So many replies to a top comment."""
    rows = [
        a_row(top.thread, 1000 + place, root=top, parent=top, place=place, **fields)
        for place in range(1, count + 1)
    ]
    made = Comment.objects.bulk_create(rows)
    Comment.objects.filter(pk=top.pk).update(replies=count)
    top.replies = count
    return made
