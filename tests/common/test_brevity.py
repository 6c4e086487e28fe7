"""Long headlines in a line: whole words, an ellipsis, never too long."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blattwerk.common.brevity import LINE, begun, shortened


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Staumauer dicht", "Staumauer dicht"),
        ("Staumauer am Grünsee dicht", "Staumauer am…"),
        ("Staumauer am: Grünsee", "Staumauer am…"),
        ("Staumauer – alles wieder dicht", "Staumauer…"),
        ("Bezirkshauptmannschaft", "Bezirkshauptma…"),
    ],
)
def test_a_text_is_cut_after_a_whole_word(text: str, line: str) -> None:
    assert shortened(text, 15) == line


@given(st.text(max_size=300))
def test_what_is_shown_begins_the_text_and_fits(text: str) -> None:
    assert len(shortened(text)) <= LINE
    assert text.startswith(begun(text))
    assert (shortened(text) == text) == (len(text) <= LINE)
