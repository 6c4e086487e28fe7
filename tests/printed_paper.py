"""The paper that nearly every test begins with: founded once a worker, then printed.

To found it takes some two hundred questions to the database; its rows are the same each time. What
founding adds and takes away is noted as SQL, and a test's own transaction repeats just that.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import connection, transaction

from blattwerk.newsroom.models import Paper
from tests import factories

Rows = dict[str, set[str]]  # table -> its rows as SQL's tuples of literals


@dataclass(frozen=True)
class Plate:
    """What founding the paper does to the database."""

    statements: tuple[str, ...]

    @classmethod
    def cut(cls) -> "Plate":
        """Found the paper, note what that does, take it back; in a database without papers."""
        with transaction.atomic():
            before = _rows()
            factories.a_paper()
            after = _rows()
            transaction.set_rollback(True)
        statements = []
        for table, rows in after.items():
            gone, new = before[table] - rows, rows - before[table]
            if gone:
                numbers = ", ".join(sorted(row[1:].partition(",")[0] for row in gone))
                statements.append(f'DELETE FROM "{table}" WHERE id IN ({numbers})')  # noqa: S608
            if new:
                statements.append(f'INSERT INTO "{table}" VALUES {", ".join(sorted(new))}')  # noqa: S608
        return cls(tuple(statements))

    def print(self) -> Paper:
        """The paper as if founded now, all at once."""
        with transaction.atomic(), connection.cursor() as cursor:
            for statement in self.statements:
                cursor.execute(statement)
        return Paper.objects.get()


@cache
def plate() -> Plate:
    """Cut at the first call, and once more after the first rows had to be given back."""
    return Plate.cut()


def _rows() -> Rows:
    with connection.cursor() as cursor:
        return {
            name: _rows_of(name, cursor) for name in connection.introspection.table_names(cursor)
        }


def _rows_of(table: str, cursor: Any) -> set[str]:
    columns = connection.introspection.get_table_description(cursor, table)
    literal = "quote_nullable({}::text)" if connection.vendor == "postgresql" else "quote({})"
    row = " || ',' || ".join(literal.format(f'"{column.name}"') for column in columns)
    cursor.execute(f"SELECT '(' || {row} || ')' FROM \"{table}\"")  # noqa: S608
    return {found for (found,) in cursor.fetchall()}
