"""Groups of abusive words: found inside compounds, not inside harmless words."""

import pytest

from blattwerk.discussion.help.folding import folded
from blattwerk.discussion.help.stems import groups_of


@pytest.mark.parametrize(
    ("word", "groups"),
    [("Volltrottel", {"person"}), ("Vollidiotinnen", {"person"}), ("saudumm", {"stupid"})],
)
def test_a_word_is_known_by_its_stem(word: str, groups: set[str]) -> None:
    assert groups_of(folded(word)) == groups


@pytest.mark.parametrize(
    "word",
    ["Diesel", "Waffen", "schaffen", "Marsch", "Gehörloser", "Flügen", "Uhren", "Budapest",
     "Nomaden", "Knoblauch", "Kaiserschmarrn", "Rucksack", "Stunde", "Genosse", "bestritten"],
)  # fmt: skip
def test_a_harmless_word_that_contains_a_stem_is_in_no_group(word: str) -> None:
    assert groups_of(folded(word)) == set()
