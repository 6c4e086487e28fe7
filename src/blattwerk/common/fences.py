"""What the database itself refuses: triggers, the same on SQLite and PostgreSQL.

A room raises its fences after every migration, since SQLite loses a table's triggers when a
migration rebuilds it.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from django.db import connections


class Fence(NamedTuple):
    """On which event of a table what is refused, and the sentence that says why."""

    name: str
    table: str
    event: str  # INSERT, UPDATE or DELETE
    refused: str  # SQL that both databases understand, about OLD and NEW
    sentence: str


def differs(column: str) -> str:
    """Whether a column changes, NULL being a value like any other; in both databases' words."""
    return f"(NEW.{column} <> OLD.{column} OR (NEW.{column} IS NULL) <> (OLD.{column} IS NULL))"


def any_differs(columns: Iterable[str]) -> str:
    """Whether one of them changes."""
    return "(" + " OR ".join(differs(column) for column in columns) + ")"


def raise_fences(room: str, fences: Iterable[Fence], using: str = "default") -> None:
    """Make a room's triggers anew."""
    connection = connections[using]
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        for fence in fences:
            if fence.table not in tables:
                continue  # migrated back to before the room was there
            for statement in statements(connection.vendor, room, fence):
                cursor.execute(statement)


def statements(vendor: str, room: str, fence: Fence) -> Iterator[str]:
    """What makes one fence, in the database's own words."""
    name = f"{room}_{fence.name}"
    if vendor == "postgresql":
        given = "OLD" if fence.event == "DELETE" else "NEW"
        yield (
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ "
            f"BEGIN IF {fence.refused} THEN RAISE EXCEPTION '{fence.sentence}' "
            f"USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN {given}; END $$"
        )
        yield f"DROP TRIGGER IF EXISTS {name} ON {fence.table}"
        yield (
            f"CREATE TRIGGER {name} BEFORE {fence.event} ON {fence.table} "
            f"FOR EACH ROW EXECUTE FUNCTION {name}()"
        )
    else:
        yield f"DROP TRIGGER IF EXISTS {name}"
        yield (
            f"CREATE TRIGGER {name} BEFORE {fence.event} ON {fence.table} WHEN {fence.refused} "
            f"BEGIN SELECT RAISE(ABORT, '{fence.sentence}'); END"
        )
