import json
import re
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blattwerk.narration.text.english import spoken

CASES = json.loads((Path(__file__).parent / "english_forms.json").read_text())
PIECES = st.sampled_from(
    ["$1.2bn", "5'11\"", "§ 5", "4/13/2021", "U.S.", "½", "²", "[[a]]", "<b>", "@x", "#Ab1", "🎉",
     "III", "World War", "8:25 p.m.", "-5°C", "10–15", "krone.at", "٣", "你好", "–", "…", "&",
     "F-16", "x.y@z.at"]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=5), max_size=20).map(" ".join)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["written"])
def test_a_written_form_is_said_as_a_newsreader_would(case: dict[str, Any]) -> None:
    assert spoken(case["written"]) == case["spoken"]


@given(TEXTS)
def test_nothing_but_words_and_pauses_is_left(text: str) -> None:
    assert re.findall(r"[^\w\s.,;:?!'-]|\d|_", spoken(text)) == []


@given(TEXTS)
def test_what_is_said_is_one_tidy_line(text: str) -> None:
    said = spoken(text)

    assert said == " ".join(said.split())


@pytest.mark.parametrize("sentence", ["", "🎉", "— – —", "***", "…", "\u200b", "(!)"])
def test_a_sentence_without_words_says_nothing(sentence: str) -> None:
    assert spoken(sentence) == ""


def test_markup_is_read_as_text_and_never_survives() -> None:
    assert spoken('<break time="1s"/> Hi [[h@loU]].') == "break time equals one second Hi h at loU."


def test_the_house_has_the_last_word() -> None:
    house = {"ÖFB": "Ö F B", "AT&T": "ay tee and tee", "No. 10": "Downing Street", "US": "States"}

    assert spoken("The ÖFB met AT&T at No. 10.", house) == (
        "The Ö F B met ay tee and tee at Downing Street."
    )


def test_house_words_are_whole_words_in_their_own_case() -> None:
    house = {"Lead": "Leed"}

    assert spoken("Lead leads a Leader and a Lead-Team.", house) == (
        "Leed leads a Leader and a Leed-Team."
    )


def test_the_longest_house_phrase_wins_and_is_out_of_the_rules_reach() -> None:
    house = {"BBC": "Auntie", "BBC 2": "B B C Two 2", "COVID-19": "the virus"}

    assert spoken("BBC 2 and BBC on COVID-19.", house) == "B B C Two 2 and Auntie on the virus."


def test_house_words_are_found_inside_addresses() -> None:
    assert spoken("Go to krone.at now.", {"krone": "crown"}) == "Go to crown dot A T now."


def test_a_house_entry_cannot_bring_markup_in() -> None:
    assert spoken("Say Foo.", {"Foo": "[[fu:]] <x/>bar"}) == "Say fu: x bar."


@pytest.mark.parametrize(
    "unit",
    ["word ", "$5 ", "5-", "a-", "1,", "A.", "Mr. ", "(", "May 5 ", "555-0199 ", "<a ", "@a"],
)
def test_a_very_long_sentence_is_said_in_seconds(unit: str) -> None:
    before = process_time()

    spoken((unit * 20_000)[:50_000])

    assert process_time() - before < 20
