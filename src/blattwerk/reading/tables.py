"""A table as it is printed: which cells head a row or a column, which columns hold figures."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

# Figures, with a sign before and a short unit behind: “1.840”, “−3,5 %”, “12 km”, “18.30 Uhr”.
_FIGURE = re.compile(r"[-–−+±]?\s?\d[\d.,:\s]*\s?[^\d\s]{0,8}")


@dataclass(frozen=True)
class Cell:
    """One cell; `heads` says that it names its row, `figure` that its column holds figures."""

    text: str
    heads: bool = False
    figure: bool = False


@dataclass(frozen=True)
class PrintedTable:
    """The head row, where there is one, and the rows below it."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


def printed_table(value: Mapping[str, Any]) -> PrintedTable:
    """A table block's value in print order."""
    raw = [[(cell or "").strip() for cell in row] for row in value.get("data") or []]
    headed = bool(value.get("first_row_is_table_header")) and bool(raw)
    body = raw[1:] if headed else raw
    figures = [_all_figures(column) for column in zip_longest(*body, fillvalue="")]
    named = bool(value.get("first_col_is_header"))
    return PrintedTable(
        head=_row(raw[0], figures, named=False) if headed else (),
        rows=tuple(_row(row, figures, named=named) for row in body),
    )


def _row(row: Sequence[str], figures: Sequence[bool], *, named: bool) -> tuple[Cell, ...]:
    return tuple(
        Cell(text, heads=named and index == 0, figure=index < len(figures) and figures[index])
        for index, text in enumerate(row)
    )


def _all_figures(column: Sequence[str]) -> bool:
    filled = [text for text in column if text not in ("", "–", "-")]
    return bool(filled) and all(_FIGURE.fullmatch(text) for text in filled)
