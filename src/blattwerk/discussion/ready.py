"""Statements that every comment needs, written once."""

from collections import defaultdict
from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db import connection

OUT_OF_TURN = timedelta(minutes=1)  # longer than any request takes
LATELY = (
    "SELECT writer_id, key, sent_at, text FROM discussion_comment"
    " WHERE writer_id IN ({}) AND sent_at > %s ORDER BY sent_at DESC LIMIT %s"
)
ONE_AT_A_TIME = "SELECT id FROM accounts_user WHERE id IN ({}) ORDER BY id FOR NO KEY UPDATE"
LAST = "SELECT number, last_at FROM discussion_thread WHERE number IN ({}) ORDER BY number"
MORE = (
    "UPDATE discussion_thread SET comments = comments + %s, turn = turn + %s, last_at = %s"
    " WHERE number = %s"
)


class Written(NamedTuple):
    """One of the comments that a reader has sent."""

    key: UUID
    sent_at: datetime
    text: str


def written_lately(
    writers: Collection[int], since: datetime, most: int
) -> defaultdict[int, list[Written]]:
    """What each of these readers has sent, the newest first; of each no more than `most`."""
    moment = connection.ops.adapt_datetimefield_value(since)
    found = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(_for(LATELY, writers), [*writers, moment, most * len(writers)])
        for writer, key, sent, text in cursor.fetchall():
            found[writer].append(Written(_uuid(key), _moment(sent), text))
    return found


def take_turns(writers: Collection[int]) -> None:
    """Let a reader write one comment at a time; on SQLite only one is written at all."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(_for(ONE_AT_A_TIME, writers), [*writers])


def next_moments(wanted: Collection[tuple[int, datetime]]) -> list[datetime]:
    """When the next comments of threads come out, each a number and a now: after the last one.

    Who waited longer for the database would else come out before one that readers have seen, and
    those who ask for what is newer would never be told of it. A clock that was set back further
    is believed.
    """
    last = _last_moments({number for number, _now in wanted})
    moments = []
    for number, now in wanted:
        moment = last[number] = _after(last[number], now)
        moments.append(moment)
    return moments


def _last_moments(numbers: Collection[int]) -> dict[int, datetime | None]:
    lock = " FOR NO KEY UPDATE" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(_for(LAST, numbers) + lock, [*numbers])
        return {number: found and _moment(found) for number, found in cursor.fetchall()}


def _after(last: datetime | None, now: datetime) -> datetime:
    if last is None or not now <= last < now + OUT_OF_TURN:
        return now
    return last + datetime.resolution


def count_more(number: int, more: int, newest: datetime) -> None:
    """A thread has so many more comments that readers can read."""
    with connection.cursor() as cursor:
        moment = connection.ops.adapt_datetimefield_value(newest)
        cursor.execute(MORE, [more, more, moment, number])


def _for(statement: str, values: Collection[int]) -> str:
    """The statement, with a place for each value."""
    return statement.format(", ".join("%s" for _value in values))


def _uuid(value: UUID | str) -> UUID:
    return value if isinstance(value, UUID) else UUID(value)


def _moment(value: datetime | str) -> datetime:
    """SQLite keeps moments in UTC, and does not say so."""
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
