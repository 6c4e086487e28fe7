"""Tables as they are printed."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from blattwerk.reading.tables import Cell, printed_table

cells = st.none() | st.text(max_size=12)


def a_table(data: list[list[Any]], **changes: bool) -> dict[str, Any]:
    usual = {"first_row_is_table_header": True, "first_col_is_header": False}
    return {"data": data, **usual, **changes}


def test_the_first_row_heads_the_columns_when_an_editor_says_so() -> None:
    table = printed_table(a_table([["Jahr", "Ort"], ["1894", "Ennach"]]))
    assert [cell.text for cell in table.head] == ["Jahr", "Ort"]
    assert [[cell.text for cell in row] for row in table.rows] == [["1894", "Ennach"]]


def test_a_table_without_heads_is_all_rows() -> None:
    table = printed_table(a_table([["a", "b"]], first_row_is_table_header=False))
    assert (table.head, table.rows) == ((), ((Cell("a"), Cell("b")),))


def test_a_column_of_figures_is_told_by_all_its_cells() -> None:
    data = [["", "alt", "neu"], ["Höhe", "1.840 m", "–"], ["Anteil", "−3,5 %", "elf"]]
    table = printed_table(a_table(data))
    assert [cell.figure for cell in table.rows[0]] == [False, True, False]
    assert [cell.figure for cell in table.head] == [False, True, False]


def test_an_empty_table_prints_nothing() -> None:
    table = printed_table({"data": None})
    assert (table.head, table.rows) == ((), ())


@given(st.lists(st.lists(cells, max_size=5), max_size=6), st.booleans(), st.booleans())
def test_any_grid_keeps_every_cell(data: list[list[str | None]], head: bool, column: bool) -> None:
    table = printed_table(a_table(data, first_row_is_table_header=head, first_col_is_header=column))
    rows = [*([table.head] if head and data else []), *table.rows]
    printed = [[cell.text for cell in row] for row in rows]
    assert printed == [[(cell or "").strip() for cell in row] for row in data]
