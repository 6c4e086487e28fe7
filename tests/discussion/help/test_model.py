"""What the shipped model makes of texts: of every text something, and for reasons that add up."""

import os
import subprocess
import sys
from math import fsum, isclose
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blattwerk.discussion.help.model import Model, likely, shipped
from blattwerk.discussion.help.neutral import kept_back

ODD = (
    "",
    "\0",
    "\ud800 du Trottel",
    "\u200b" * 50,
    "🏳️‍🌈",
    "İıſß",
    "a" * 5_000,
    "T r o t t e l " * 9,
)
ANY = st.text(st.characters(), max_size=200) | st.sampled_from(ODD)


@given(ANY)
def test_the_parts_add_up_to_the_logit_and_lie_in_the_text(text: str) -> None:
    look = shipped().look(text)

    assert isclose(fsum(part.share for part in look.parts), look.logit, abs_tol=1e-9)
    assert look.score == likely(look.logit) == shipped().score(text)
    assert 0.0 <= look.score <= 1.0
    assert [text[part.start : part.end] for part in look.parts] == [p.text for p in look.parts]
    assert [(p.start, p.end) for p in look.parts] == sorted((p.start, p.end) for p in look.parts)


@given(ANY)
def test_a_score_does_not_depend_on_what_was_scored_before(text: str) -> None:
    fresh = Model(shipped().stored())

    assert fresh.score(text) == shipped().score(text)


def test_every_process_gives_the_same_score() -> None:
    code = (
        "from blattwerk.discussion.help.model import shipped;"
        "print(repr(shipped().score('Du Volltrottel, was redest du da?!')))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert runs == {f"{shipped().score('Du Volltrottel, was redest du da?!')!r}\n".encode()}


@pytest.mark.parametrize(
    ("piece", "times"),
    [("ab ", 350_000), ("a", 1_000_000), ("a.b ", 250_000), ("!\n", 500_000),
     ("a\u0300", 500_000), ("* ", 500_000), ("a*", 500_000), ("www.", 250_000)],
    ids=["words", "letters", "gaps", "shouts", "marks", "stars", "masks", "addresses"],
)  # fmt: skip
def test_ten_times_a_million_characters_take_at_most_fifteen_times_as_long(
    piece: str, times: int
) -> None:
    short, long = (quickest(piece * many) for many in (times, 10 * times))

    assert long <= 15 * short
    assert long < 1.0


def quickest(text: str) -> float:
    """Seconds of work that looking at a text takes, whatever else the machine does."""
    taken = []
    for _try in range(3):
        began = process_time()
        shipped().look(text)
        taken.append(process_time() - began)
    return min(taken)


@pytest.mark.parametrize(
    "rude",
    ["Du Volltrottel!", "So ein Idiot.", "Du 1d1ot", "I d i o t", "Halt die Fresse, du Depp",
     "Was für ein Schwachkopf schreibt das?"],
)  # fmt: skip
def test_a_plain_insult_is_put_before_thanks(rude: str) -> None:
    thanks = shipped().score("Danke für den informativen Bericht, gerne mehr davon.")

    assert thanks < 0.2
    assert shipped().score(rude) > 0.5


def test_the_insult_is_the_part_that_weighs_most() -> None:
    look = shipped().look("Ich finde, dass unser Nachbar ein V0lltrottel ist.")

    assert max(look.parts, key=lambda part: part.share).text == "V0lltrottel"


def test_naming_a_group_lifts_no_everyday_sentence_far() -> None:
    score = shipped().score
    shifts = [score(sentence) - score(plain) for _, sentence, plain in kept_back()]

    assert sum(shifts) / len(shifts) < 0.05
    assert sum(score(sentence) >= 0.5 for _, sentence, _ in kept_back()) <= 3


def test_a_very_long_text_leaves_no_more_than_the_limit_of_words_behind(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from blattwerk.discussion.help import model

    monkeypatch.setattr(model, "_MOST_KEPT", 100)
    small = Model(shipped().stored())

    for number in range(300):
        small.score(f"wort{number}")

    assert small.kept() <= 100
