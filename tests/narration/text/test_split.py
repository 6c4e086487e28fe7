import json
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blattwerk.narration.text.split import chop, split

CASES = json.loads((Path(__file__).parent / "splits.json").read_text())
PIECES = st.sampled_from(
    ["z. B.", "Dr.", "am 1.", "Mai", "„Nein!“", "(Ja.)", "…", "...", "?!", "🎉", "U.S.", "krone.at",
     "\n", " ", "\u00a0", "Der", "the", "3.5", "«", "[", ")", "مرحبا.", "你好。", "\x1f", "***"]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=4), max_size=30).map(" ".join)


def written(case: dict[str, Any]) -> str:
    return case.get("text") or " ".join(case["sentences"])


@pytest.mark.parametrize("case", CASES, ids=written)
def test_a_text_is_split_where_the_ear_expects_it(case: dict[str, Any]) -> None:
    assert split(written(case), case["language"]) == case["sentences"]


def test_the_regression_set_holds_both_languages() -> None:
    assert len(CASES) >= 300
    assert {case["language"] for case in CASES} == {"de", "en"}


@given(TEXTS, st.sampled_from(["de", "en"]))
def test_no_character_is_lost_and_every_sentence_is_trimmed(text: str, language: str) -> None:
    sentences = split(text, language)

    assert "".join("".join(sentences).split()) == "".join(text.split())
    assert sentences == [sentence.strip() for sentence in sentences if sentence.strip()]


@given(TEXTS, st.sampled_from(["de", "en"]))
def test_a_sentence_never_runs_over_a_line(text: str, language: str) -> None:
    assert all(len(sentence.splitlines()) == 1 for sentence in split(text, language))


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0\u2003"])
def test_an_empty_text_has_no_sentence(text: str, language: str) -> None:
    assert split(text, language) == []


def test_a_sentence_of_5000_characters_stays_whole() -> None:
    sentence = "Es war so, " + "und es regnete, " * 320 + "und dann war Schluss."

    assert split(sentence, "de") == [sentence]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(
    "unit",
    ["Das ist ein Satz. ", ". ", "x. ", "(Ja. ", "(. ", "1. ", "wort ", "a", "… ", "A.B", "“"],
)
def test_a_text_of_20000_words_is_split_in_seconds(unit: str, language: str) -> None:
    text = (unit * 20_000)[:100_000]
    before = process_time()

    sentences = split(text, language)

    assert "".join("".join(sentences).split()) == "".join(text.split())
    assert process_time() - before < 20


def test_many_threads_split_alike() -> None:
    texts = ["Das ist Nr. 1. Dann kam der 1. FC Köln. Er ging."] * 32

    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(lambda text: split(text, "de"), texts))

    assert results == [split(texts[0], "de")] * 32


def test_chop_cuts_at_a_strong_pause() -> None:
    sentence = "Er kam, sah und siegte; danach ging er nach Hause, wo er lange schlief."

    assert chop(sentence, 60) == [
        "Er kam, sah und siegte; danach ging er nach Hause,", "wo er lange schlief.",
    ]  # fmt: skip
    assert chop(sentence, 40) == [
        "Er kam, sah und siegte;",
        "danach ging er nach Hause,",
        "wo er lange schlief.",
    ]


def test_chop_leaves_a_short_sentence_alone() -> None:
    assert chop("Er kam, sah und siegte.") == ["Er kam, sah und siegte."]


def test_chop_cuts_a_word_only_when_it_is_longer_than_the_limit() -> None:
    assert chop("a" * 25, 10) == ["a" * 10, "a" * 10, "a" * 5]


@settings(deadline=None)
@given(st.text(alphabet="abc,;:– ", max_size=400), st.integers(1, 40))
def test_chopped_pieces_are_short_and_lose_nothing(sentence: str, limit: int) -> None:
    pieces = chop(sentence, limit)

    assert "".join("".join(pieces).split()) == "".join(sentence.split())
    assert all(0 < len(piece) <= limit for piece in pieces)
    words = re.findall(r"\S+", sentence)
    if all(len(word) <= limit for word in words):
        assert [word for piece in pieces for word in piece.split()] == words
