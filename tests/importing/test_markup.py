"""The body as an editor mends it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blattwerk.importing.dump.blocks import Block, Kind
from blattwerk.importing.markup import from_markup, to_markup

TEXT = """Erster Absatz,
der weitergeht.

## Zwischentitel
- eins
- zwei

> Ein Satz.
\\- kein Punkt einer Liste"""

BLOCKS = [
    Block(Kind.PARAGRAPH, "Erster Absatz, der weitergeht."),
    Block(Kind.SUBHEAD, "Zwischentitel"),
    Block(Kind.LIST_ITEM, "eins"),
    Block(Kind.LIST_ITEM, "zwei"),
    Block(Kind.QUOTE, "Ein Satz."),
    Block(Kind.PARAGRAPH, "- kein Punkt einer Liste"),
]

words = st.text(
    st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=8
) | st.sampled_from(["-", "##", ">", "\\", "- ", "\\\\"])
texts = st.lists(words, min_size=1, max_size=6).map(lambda parts: " ".join(" ".join(parts).split()))


def test_signs_at_the_beginning_of_a_line_make_the_blocks() -> None:
    assert from_markup(TEXT) == BLOCKS


def test_nothing_is_no_block() -> None:
    assert from_markup(" \n\n ") == []
    assert to_markup([]) == ""


@given(st.lists(st.builds(Block, st.sampled_from(Kind), texts), max_size=8))
def test_blocks_survive_the_way_to_the_editor_and_back(blocks: list[Block]) -> None:
    assert from_markup(to_markup(blocks)) == blocks


@pytest.mark.parametrize("text", ["##", "- ", ">"])
def test_a_sign_without_words_is_a_paragraph(text: str) -> None:
    assert from_markup(text) == [Block(Kind.PARAGRAPH, text.strip())]
