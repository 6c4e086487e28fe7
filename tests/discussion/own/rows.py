"""Many rows of one reader, without the deeds: for counting questions and turning pages."""

from datetime import timedelta
from uuid import uuid4

from blattwerk.accounts.models import User
from blattwerk.discussion.models import (
    Comment,
    Deed,
    Entry,
    Follow,
    Mute,
    Notice,
    NoticeItem,
    Statement,
    Thread,
)
from tests.discussion.forum import NOW


def comments_of(writer: User, thread: Thread, count: int, **fields: object) -> list[Comment]:
    """Public ones, a minute apart, the oldest first."""
    return Comment.objects.bulk_create(
        Comment(
            thread=thread,
            writer=writer,
            text=f"Wort Nummer {number}.",
            state=Comment.State.PUBLIC,
            policy="post",
            sent_at=NOW + timedelta(minutes=number),
            public_at=NOW + timedelta(minutes=number),
            key=uuid4(),
            **fields,
        )
        for number in range(count)
    )


def statements_for(reader: User, comments: list[Comment]) -> list[Statement]:
    """One for each of these comments."""
    entries = [
        Entry.objects.create(deed=Deed.REMOVE, at=NOW, comment=comment, reader=reader)
        for comment in comments
    ]
    return Statement.objects.bulk_create(
        Statement(
            entry=entry,
            reader=reader,
            comment=entry.comment,
            restriction=Statement.Restriction.REMOVED,
            ground="rules",
            clause="Hausregeln, 2",
            token=str(uuid4()),
            at=NOW,
        )
        for entry in entries
    )


def notices_by(reader: User, comments: list[Comment]) -> list[Notice]:
    """One about each of these comments."""
    notices = Notice.objects.bulk_create(
        Notice(kind="rules", why="Grob.", reader=reader, token=str(uuid4()), at=NOW)
        for _comment in comments
    )
    NoticeItem.objects.bulk_create(
        NoticeItem(notice=notice, comment=comment)
        for notice, comment in zip(notices, comments, strict=True)
    )
    return notices


def mutes_of(reader: User, others: list[User]) -> None:
    Mute.objects.bulk_create(Mute(reader=reader, muted=other, at=NOW) for other in others)


def follows_of(reader: User, count: int) -> None:
    """Of threads whose pages are gone."""
    first = reader.pk * 1000
    threads = Thread.objects.bulk_create(
        Thread(number=first + number, title=f"Früheres {number}") for number in range(count)
    )
    Follow.objects.bulk_create(
        Follow(reader=reader, thread=thread, since=NOW) for thread in threads
    )
