"""Questions and rows whose SQL is written once: Django takes longer to write it than a database
to answer it. For what is asked with every request of a kind; anything else asks in Django's way.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from django.db import connection, connections
from django.db.models import Field, Model

Converter = Callable[[Any, Any, Any], Any]


class Ready[Row: Model]:
    """A model's rows under one condition, which is SQL with `%s` for its values.

    `also`: more that is asked of each row, as attributes; their values come before the condition's.
    """

    def __init__(self, model: type[Row], condition: str, **also: str) -> None:
        self.model = model
        self.condition = condition
        self.also = also

    def all(self, *values: Any) -> list[Row]:
        """The rows, as Django's own query would make them."""
        statement, names, converters = _selection(
            self.model, self.condition, (*self.also.values(),), connection.vendor
        )
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
            found = cursor.fetchall()
        return [self._row(names, _converted(values, converters)) for values in found]

    def _row(self, names: list[str], values: list[Any]) -> Row:
        row = self.model.from_db(connection.alias, names, values[: len(names)])
        for name, value in zip(self.also, values[len(names) :], strict=True):
            setattr(row, name, value)
        return row

    def first(self, *values: Any) -> Row | None:
        """The row, of which there is at most one."""
        found = self.all(*values)
        return found[0] if found else None


def insert(rows: Sequence[Model]) -> None:
    """Store new rows of one model in their order as `bulk_create` does, with their numbers."""
    if not rows:
        return
    statement, fields = _insertion(type(rows[0]), len(rows))
    database = connections[connection.alias]  # asked for once, not with every value
    values = [
        field.get_db_prep_save(field.pre_save(row, True), database)
        for row in rows
        for field in fields
    ]
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        numbers = cursor.fetchall()
    for row, (number,) in zip(rows, numbers, strict=True):
        row.pk = number
        state = row._state  # noqa: SLF001  # what Django's own `bulk_create` sets
        state.adding, state.db = False, connection.alias


def _converted(row: Sequence[Any], converters: Sequence[tuple[int, Any, Converter]]) -> list[Any]:
    values, database = list(row), connections[connection.alias]
    for place, column, convert in converters:
        values[place] = convert(values[place], column, database)
    return values


@cache
def _selection(
    model: type[Model], condition: str, also: tuple[str, ...], _vendor: str
) -> tuple[str, list[str], list[tuple[int, Any, Converter]]]:
    """The statement, its fields' names, and what makes Python's values of the database's."""
    about = model._meta  # noqa: SLF001  # Django documents it
    fields = about.concrete_fields
    selected = [field.get_col(about.db_table) for field in fields]
    converters = [
        (place, column, convert)
        for place, column in enumerate(selected)
        for convert in _of_both(column)
    ]
    columns = ", ".join([*(f'"{field.column}"' for field in fields), *also])
    statement = f'SELECT {columns} FROM "{about.db_table}" WHERE {condition}'  # noqa: S608
    return statement, [field.attname for field in fields], converters


def _of_both(column: Any) -> list[Converter]:
    """The database's converters, then the field's: Django's order."""
    return [*connection.ops.get_db_converters(column), *column.get_db_converters(connection)]


@cache
def _insertion(model: type[Model], many: int) -> tuple[str, "list[Field[Any, Any]]"]:
    about = model._meta  # noqa: SLF001  # Django documents it
    fields = [field for field in about.concrete_fields if not field.primary_key]
    names = ", ".join(f'"{field.column}"' for field in fields)
    row = f"({', '.join('%s' for _field in fields)})"
    rows = ", ".join(row for _turn in range(many))
    table, key = about.db_table, about.pk.column
    return f'INSERT INTO "{table}" ({names}) VALUES {rows} RETURNING "{key}"', fields  # noqa: S608
