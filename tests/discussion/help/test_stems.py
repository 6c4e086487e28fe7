"""Groups of abusive words: found inside compounds, not inside harmless words."""

import pytest

from blattwerk.discussion.help.folding import folded
from blattwerk.discussion.help.stems import groups_of, stems


@pytest.mark.parametrize(
    ("word", "groups"),
    [("Volltrottel", {"person"}), ("Vollidiotinnen", {"person"}), ("saudumm", {"stupid"}),
     ("F***", {"vulgar"}), ("a****", {"vulgar"}), ("f*ck", {"vulgar"}), ("Flug", set())],
)  # fmt: skip
def test_a_word_is_known_by_its_stem(word: str, groups: set[str]) -> None:
    assert groups_of(folded(word)) == groups


def test_every_stem_is_written_as_words_are_folded() -> None:
    bare = [stem.strip("_") for stem in stems()]

    assert [stem for stem in bare if folded(stem) != stem] == []


def test_every_stem_is_found_in_the_word_it_is() -> None:
    assert [stem for stem in stems() if not groups_of(stem.strip("_"))] == []


@pytest.mark.parametrize(
    "word",
    ["Diesel", "Waffen", "schaffen", "Marsch", "Gehörloser", "Flügen", "Uhren", "Budapest",
     "Nomaden", "Knoblauch", "Kaiserschmarrn", "Rucksack", "Stunde", "Genosse", "bestritten"],
)  # fmt: skip
def test_a_harmless_word_that_contains_a_stem_is_in_no_group(word: str) -> None:
    assert groups_of(folded(word)) == set()
