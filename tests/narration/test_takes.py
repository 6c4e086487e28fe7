"""Spoken sentences kept on disk."""

import os
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from blattwerk.narration.engines.interface import Speech, SpokenWord
from blattwerk.narration.takes import TakeStore, take_key

SPEECH = Speech(b"\x01\x00" * 100, 22050, (SpokenWord(0, 3, 0), SpokenWord(4, 7, 50)))


def key_of(**changes: object) -> str:
    parts = {
        "engine": "espeak",
        "version": "1.52",
        "voice": "de",
        "rate": 1.0,
        "spoken": "Guten Tag.",
        "lexicon": {},
    }
    return take_key(**{**parts, **changes})  # type: ignore[arg-type]


def test_a_kept_take_is_found_whole(tmp_path: Path) -> None:
    store = TakeStore(tmp_path)
    store.keep(key_of(), SPEECH)
    found = store.find(key_of())
    assert found is not None
    assert (found.path.read_bytes(), found.rate, found.samples, found.words) == (
        SPEECH.pcm,
        22050,
        100,
        SPEECH.words,
    )


def test_what_was_never_spoken_is_not_found(tmp_path: Path) -> None:
    assert TakeStore(tmp_path).find(key_of()) is None


def test_a_take_without_its_notes_counts_as_missing(tmp_path: Path) -> None:
    store = TakeStore(tmp_path)
    kept = store.keep(key_of(), SPEECH)
    kept.path.with_suffix(".json").write_text("{", encoding="utf-8")
    assert store.find(key_of()) is None


def test_voice_version_pace_words_and_sounds_each_make_another_take() -> None:
    keys = {
        key_of(),
        key_of(voice="en"),
        key_of(version="1.53"),
        key_of(rate=1.1),
        key_of(spoken="Gute Nacht."),
        key_of(lexicon={"Tag": "taːk"}),
    }
    assert len(keys) == 6


def test_what_was_used_longest_ago_goes_first(tmp_path: Path) -> None:
    store = TakeStore(tmp_path)
    for number, age in enumerate((300, 200, 100)):
        kept = store.keep(key_of(spoken=str(number)), SPEECH)
        os.utime(kept.path, (1_000_000 - age, 1_000_000 - age))
    os.utime(store.find(key_of(spoken="0")).path)  # type: ignore[union-attr]  # used again now
    freed = store.shrink(400)
    left = [number for number in range(3) if store.find(key_of(spoken=str(number)))]
    assert (freed, left) == (200, [0, 2])


@given(st.text(max_size=40), st.text(max_size=40))
def test_two_texts_share_a_take_only_when_they_are_the_same(one: str, other: str) -> None:
    assert (key_of(spoken=one) == key_of(spoken=other)) == (one == other)
