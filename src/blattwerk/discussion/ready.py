"""Statements made once: those that every comment needs take Django longer to make than to run."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Field, Model

LATELY = (
    "SELECT key, sent_at, text FROM discussion_comment"
    " WHERE writer_id = %s AND sent_at > %s ORDER BY sent_at DESC LIMIT %s"
)
ONE_AT_A_TIME = "SELECT id FROM accounts_user WHERE id = %s FOR NO KEY UPDATE"
ONE_MORE = (
    "UPDATE discussion_thread SET comments = comments + 1, turn = turn + 1, last_at = %s"
    " WHERE number = %s"
)


def insert(row: Model) -> None:
    """Store a new row as `save(force_insert=True)` does, but tell no signals."""
    statement, fields = _insertion(type(row))
    values = [field.get_db_prep_save(field.pre_save(row, True), connection) for field in fields]
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        (row.pk,) = cursor.fetchone()
    state = row._state  # noqa: SLF001  # what Django's own `bulk_create` sets
    state.adding, state.db = False, connection.alias


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


def count_one_more(number: int, now: datetime) -> None:
    """A thread has another comment that readers can read."""
    with connection.cursor() as cursor:
        cursor.execute(ONE_MORE, [connection.ops.adapt_datetimefield_value(now), number])


@cache
def _insertion(model: type[Model]) -> tuple[str, "list[Field[Any, Any]]"]:
    about = model._meta  # noqa: SLF001  # Django documents it
    fields = [field for field in about.concrete_fields if not field.primary_key]
    names = ", ".join(f'"{field.column}"' for field in fields)
    places = ", ".join("%s" for _field in fields)
    table, key = about.db_table, about.pk.column
    return f'INSERT INTO "{table}" ({names}) VALUES ({places}) RETURNING "{key}"', fields  # noqa: S608


def _uuid(value: UUID | str) -> UUID:
    return value if isinstance(value, UUID) else UUID(value)


def _moment(value: datetime | str) -> datetime:
    """SQLite keeps moments in UTC, and does not say so."""
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
