"""Statements that every comment needs, written once."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.db import connection

OUT_OF_TURN = timedelta(minutes=1)  # longer than any request takes
LATELY = (
    "SELECT key, sent_at, text FROM discussion_comment"
    " WHERE writer_id = %s AND sent_at > %s ORDER BY sent_at DESC LIMIT %s"
)
ONE_AT_A_TIME = "SELECT id FROM accounts_user WHERE id = %s FOR NO KEY UPDATE"
AWAITED = (
    "SELECT EXISTS (SELECT 1 FROM discussion_follow WHERE thread_id = %s)"
    " OR EXISTS (SELECT 1 FROM discussion_comment AS answer"
    " JOIN discussion_comment AS asked ON asked.id = answer.parent_id"
    " JOIN discussion_wishes AS wish ON wish.reader_id = asked.writer_id"
    " WHERE answer.id = %s AND wish.mail_on_reply)"
)
LAST = "SELECT last_at FROM discussion_thread WHERE number = %s"
ONE_MORE = (
    "UPDATE discussion_thread SET comments = comments + 1, turn = turn + 1, last_at = %s"
    " WHERE number = %s"
)


def written_lately(
    writer_id: int, since: datetime, most: int
) -> Sequence[tuple[UUID, datetime, str]]:
    """Key, moment and text of what a reader has sent, the newest first."""
    with connection.cursor() as cursor:
        moment = connection.ops.adapt_datetimefield_value(since)
        cursor.execute(LATELY, [writer_id, moment, most])
        return [(_uuid(key), _moment(sent), text) for key, sent, text in cursor.fetchall()]


def take_turns(writer_id: int) -> None:
    """Let one reader write one comment at a time; on SQLite only one is written at all."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(ONE_AT_A_TIME, [writer_id])


def next_moment(number: int, now: datetime) -> datetime:
    """When a thread's next comment comes out: after the last one.

    Who waited longer for the database would else come out before one that readers have seen, and
    those who ask for what is newer would never be told of it. A clock that was set back further
    is believed.
    """
    lock = " FOR NO KEY UPDATE" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(LAST + lock, [number])
        (found,) = cursor.fetchone()
    last = _moment(found) if found else now - OUT_OF_TURN
    return last + datetime.resolution if now <= last < now + OUT_OF_TURN else now


def count_one_more(number: int, now: datetime) -> None:
    """A thread has another comment that readers can read."""
    with connection.cursor() as cursor:
        cursor.execute(ONE_MORE, [connection.ops.adapt_datetimefield_value(now), number])


def is_awaited(comment_id: int, number: int) -> bool:
    """Whether somebody follows the thread, or waits for answers to what this one answers."""
    with connection.cursor() as cursor:
        cursor.execute(AWAITED, [number, comment_id])
        return bool(cursor.fetchone()[0])


def _uuid(value: UUID | str) -> UUID:
    return value if isinstance(value, UUID) else UUID(value)


def _moment(value: datetime | str) -> datetime:
    """SQLite keeps moments in UTC, and does not say so."""
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
