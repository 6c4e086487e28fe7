"""Whatever comes in, the reader answers, soon, and with a reason where it has no article."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blattwerk.importing.dump import read_dump

PIECES = [
    "Der",
    "Kommentare",
    "\n",
    "\n\n",
    "13.04.2021 20:25",
    "Foto: APA",
    "(",
    ")",
    "„",
    ":",
    ".",
    "...",
    "- ",
    "1. ",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=30))).map(" ".join))
def test_any_text_is_read_without_failing(text: str) -> None:
    reading = read_dump(text)

    assert reading.kind in {"article", "letter", "index", "refused"}
    assert reading.kind in {"article", "letter"} or reading.reason


@pytest.mark.parametrize(
    "unit",
    [
        "x",
        "1",
        ".",
        "„",
        "Wort ",
        "Kurze Zeile\n",
        "Ein Satz, der endet. ",
        "13.04.2021 ",
        "Lesen Sie auch:\nTitel\n",
    ],
)
def test_five_megabytes_are_answered_within_seconds(unit: str) -> None:
    start = time.process_time()

    read_dump(unit * (5_000_000 // len(unit)))

    assert time.process_time() - start < 10
