from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blattwerk.narration.text import english
from blattwerk.narration.text.align import align, words_of, written_times

WORDS = st.lists(
    st.sampled_from(
        ["the", "of", "Nov.", "5,", "$1.2bn", "U.S.", "„Ja“", "🎉", "–", "2021", "&", "你好"]
    )
    | st.text(max_size=6),
    max_size=25,
).map(" ".join)


def timed(text: str, rate: int = 100) -> list[tuple[int, int, int]]:
    return [(start, end, start * rate) for start, end in words_of(text)]


def pairs(written: str, spoken: str) -> list[tuple[str, str]]:
    said = words_of(spoken)
    owners = align(written, spoken, said)
    return [
        (spoken[start:end], written[owner[0] : owner[1]])
        for (start, end), owner in zip(said, owners, strict=True)
        if owner
    ]


def test_several_spoken_words_belong_to_one_written_number() -> None:
    assert pairs("He paid $1.2bn in 2021.", english.spoken("He paid $1.2bn in 2021.")) == [
        ("He", "He"), ("paid", "paid"), ("one", "$1.2bn"), ("point", "$1.2bn"), ("two", "$1.2bn"),
        ("billion", "$1.2bn"), ("dollars", "$1.2bn"), ("in", "in"), ("twenty", "2021"),
        ("twenty-one", "2021"),
    ]  # fmt: skip


def test_neighbouring_numbers_share_what_is_said_in_proportion() -> None:
    assert pairs("Um 20 Uhr 15 am 3. Mai", "Um zwanzig Uhr fünfzehn am dritten Mai") == [
        ("Um", "Um"), ("zwanzig", "20"), ("Uhr", "Uhr"), ("fünfzehn", "15"), ("am", "am"),
        ("dritten", "3"), ("Mai", "Mai"),
    ]  # fmt: skip


def test_a_written_word_is_timed_at_the_first_sound_it_makes() -> None:
    events = [(0, 3, 0), (4, 18, 500), (19, 20, 900), (21, 22, 1000), (23, 30, 1100)]

    assert written_times("Die 25 EU-Staaten", "Die fünfundzwanzig E U Staaten", events) == [
        (0, 3, 0), (4, 6, 500), (7, 17, 900),
    ]  # fmt: skip


def test_words_an_engine_joins_get_their_neighbours_time() -> None:
    events = [(0, 3, 0), (4, 10, 70), (11, 14, 90)]

    assert written_times("cup of the day", "cup of the day", events) == [
        (0, 3, 0), (4, 6, 70), (7, 10, 70), (11, 14, 90),
    ]  # fmt: skip


def test_a_word_that_is_not_said_gets_its_neighbours_time() -> None:
    assert written_times("a b c", "a c", [(0, 1, 10), (2, 3, 20)]) == [
        (0, 1, 10), (2, 3, 10), (4, 5, 20),
    ]  # fmt: skip


def test_without_events_nothing_is_timed() -> None:
    assert written_times("a b", "a b", []) == []
    assert align("", "a b", [(0, 1), (2, 3)]) == [None, None]


@given(WORDS)
def test_a_text_spoken_as_written_aligns_with_itself(text: str) -> None:
    assert align(text, text, words_of(text)) == words_of(text)
    assert written_times(text, text, timed(text)) == timed(text)


@given(WORDS, WORDS)
def test_alignment_is_monotone_and_lands_on_written_words(written: str, spoken: str) -> None:
    owners = align(written, spoken, words_of(spoken))
    places = words_of(written)

    assert len(owners) == len(words_of(spoken))
    if places:
        assert owners == sorted(owners)
        assert set(owners) <= set(places)


@given(WORDS, WORDS)
def test_every_written_word_is_timed_in_order(written: str, spoken: str) -> None:
    times = written_times(written, spoken, timed(spoken))
    samples = [sample for _, _, sample in times]

    assert samples == sorted(samples)
    if words_of(spoken):
        assert [(start, end) for start, end, _ in times] == words_of(written)
        assert set(samples) <= {sample for _, _, sample in timed(spoken)}


@given(WORDS)
def test_every_word_of_a_real_reading_is_timed(written: str) -> None:
    spoken = english.spoken(written)

    times = written_times(written, spoken, timed(spoken))

    assert [(start, end) for start, end, _ in times] == (
        words_of(written) if words_of(spoken) else []
    )


@pytest.mark.parametrize(
    ("written", "spoken"),
    [("wort " * 20_000, "wort " * 20_000), ("a 12 b " * 7_000, "a zwölf mal b " * 7_000),
     ("x " * 20_000, "y " * 60_000), ("x " * 20_000, "y"), ("y", "x " * 20_000)],
)  # fmt: skip
def test_20000_words_are_aligned_in_seconds(written: str, spoken: str) -> None:
    before = process_time()

    times = written_times(written, spoken, timed(spoken))

    assert len(times) == len(words_of(written))
    assert process_time() - before < 30
