"""The paper's pronunciation list goes before the rules."""

import pytest

from blattwerk.narration.text.german import spoken


def test_a_listed_word_is_said_as_the_list_says() -> None:
    assert spoken("Die ASFINAG baut.", {"ASFINAG": "Aßfinag"}) == "Die Aßfinag baut."


def test_a_listed_phrase_goes_before_its_parts() -> None:
    house = {"Wien": "Wean", "Wien Energie": "Wien-Energie"}

    assert spoken("Wien Energie liefert Wien Strom.", house) == "Wien-Energie liefert Wean Strom."


def test_a_listed_word_is_found_beside_a_hyphen() -> None:
    assert spoken("Der ORF-Chef kam.", {"ORF": "Oh-Er-Eff"}) == "Der Oh-Er-Eff-Chef kam."


@pytest.mark.parametrize("sentence", ["Das Torfmoor ruht.", "Ein Dorf ruht.", "Orf ruht."])
def test_part_of_a_word_or_other_capitals_are_left_alone(sentence: str) -> None:
    assert spoken(sentence, {"orf": "falsch", "ORF": "falsch"}) == sentence


def test_what_the_list_says_is_safe_from_the_rules() -> None:
    assert spoken("Die X1 fährt.", {"X1": "X-1 (neu)"}) == "Die X-1 (neu) fährt."


def test_a_listed_word_with_signs_is_found() -> None:
    assert spoken("Bei H&M und @krone.", {"H&M": "Ha und Em", "@krone": "die Krone"}) == (
        "Bei Ha und Em und die Krone."
    )


def test_the_list_may_be_long() -> None:
    house = {f"Wort{number}": f"w{number}" for number in range(3000)}

    assert spoken("Hier steht Wort2999.", house) == "Hier steht w2999."


def test_the_rules_work_around_a_listed_word() -> None:
    assert spoken("Am 3. Mai um 20.15 Uhr auf krone.tv!", {"krone.tv": "Krone TV"}) == (
        "Am dritten Mai um zwanzig Uhr fünfzehn auf Krone TV!"
    )
