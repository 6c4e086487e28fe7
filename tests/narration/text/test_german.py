"""Written German becomes what a newsreader would say."""

import json
import re
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blattwerk.narration.text.german import spoken

FORMS: dict[str, list[dict[str, str]]] = json.loads(
    Path(__file__).with_name("german_forms.json").read_text(encoding="utf-8")
)
CASES = [
    pytest.param(form["written"], form["spoken"], id=f"{kind}: {form['written']}")
    for kind, forms in FORMS.items()
    for form in forms
]
# Words as a paper prints them: no digits, no abbreviations, no capitals inside.
PLAIN_WORDS = st.text("abcdefghijklmnopqrstuvwxyzäöüß", min_size=2, max_size=14).filter(
    lambda word: word not in {"zb", "dh", "ua", "etc", "bzw", "ct", "me"}
)


def as_heard(text: str) -> str:
    """Capitals, hyphens and punctuation make no sound."""
    return " ".join(re.sub(r"[^\w\s]", " ", text.lower()).split())


def unsaid(text: str) -> str:
    """What of the text is neither word nor pause."""
    return "".join(c for c in text if unicodedata.category(c)[0] in "NSC" or c in "[]{}()@#*_/\\%&")


@pytest.mark.parametrize(("written", "said"), CASES)
def test_a_written_form_is_said_as_a_newsreader_would(written: str, said: str) -> None:
    assert as_heard(spoken(written)) == as_heard(said)


def test_there_are_enough_forms_of_every_kind() -> None:
    assert sum(len(forms) for forms in FORMS.values()) >= 150
    assert [kind for kind, forms in FORMS.items() if len(forms) < 5] == []


def test_plain_sentences_stay_as_they_are_written() -> None:
    sentence = "Gestern sagte sie: „Das geht nicht!“, und ging; niemand widersprach …"

    assert spoken(sentence) == sentence


@given(st.lists(PLAIN_WORDS, min_size=1, max_size=12))
def test_plain_words_are_left_alone(words: list[str]) -> None:
    assert spoken(" ".join(words)) == " ".join(words)


@given(
    st.integers(0, 10**15), st.sampled_from(["", " Menschen", " €", " %", " km/h", " Mio. Euro"])
)
def test_no_digit_is_left_of_a_number(number: int, unit: str) -> None:
    grouped = f"{number:,}".replace(",", ".")

    assert unsaid(spoken(f"Es sind {grouped}{unit} und {number}{unit}.")) == ""


@given(
    st.dates(),
    st.sampled_from(["{d}.{m}.{y}", "{d}. {m}. {y}", "{y:04}-{m:02}-{d:02}", "{d}.{m}."]),
)
def test_no_digit_is_left_of_a_date(day: object, form: str) -> None:
    written = form.format(d=day.day, m=day.month, y=day.year)  # type: ignore[attr-defined]

    assert unsaid(spoken(f"Am {written} war es.")) == ""


@given(st.times(), st.sampled_from(["{h}:{m:02}", "{h}.{m:02} Uhr", "{h:02}:{m:02}:{s:02} Uhr"]))
def test_no_digit_is_left_of_a_time(clock: object, form: str) -> None:
    written = form.format(h=clock.hour, m=clock.minute, s=clock.second)  # type: ignore[attr-defined]

    assert unsaid(spoken(f"Um {written} begann es.")) == ""


@given(
    st.decimals(0, 10**9, places=2), st.sampled_from(["€ {}", "{} €", "{} Euro", "CHF {}", "{}$"])
)
def test_no_digit_is_left_of_a_sum(amount: object, form: str) -> None:
    written = form.format(str(amount).replace(".", ","))

    assert unsaid(spoken(f"Das kostet {written}!")) == ""


@given(st.text(max_size=80))
def test_any_text_becomes_words_and_pauses(text: str) -> None:
    assert unsaid(spoken(text)) == ""


@given(st.text("0123456789.,:;-–/ %€$§()[]<>@#*'\"aAbZÄßéXIVuUm½²…„“\u00a0\u200b🎉", max_size=60))
def test_any_jumble_of_signs_becomes_words_and_pauses(text: str) -> None:
    assert unsaid(spoken(text)) == ""


@pytest.mark.parametrize(
    "machines",
    ['<speak>Hallo <break time="2s"/> Welt</speak>', "[[haˈloː]] Welt", "<p>Hallo</p> [[ Welt ]]"],
)
def test_instructions_for_machines_are_only_text(machines: str) -> None:
    said = spoken(machines)

    assert unsaid(said) == ""
    assert "Welt" in said


@pytest.mark.parametrize("silent", ["", "   ", "🎉", "– – –", "***", "+++", "\u200b", "…"])
def test_what_has_no_words_is_not_said(silent: str) -> None:
    assert spoken(silent) == ""


@pytest.mark.parametrize(
    "foreign", ["Москва bleibt", "北京 bleibt", "القدس bleibt", "Ełk und Čapek bleiben"]
)
def test_words_in_other_scripts_are_kept(foreign: str) -> None:
    assert spoken(foreign) == foreign


def test_four_hundred_words_take_a_hundredth_of_a_second() -> None:
    sentences = [form["written"] for forms in FORMS.values() for form in forms][:60]
    for sentence in sentences:
        spoken(sentence)
    words = sum(len(sentence.split()) for sentence in sentences)

    started = time.process_time()
    for sentence in sentences:
        spoken(sentence)
    taken = time.process_time() - started

    assert taken * 400 / words < 0.05  # five times what it takes on a quiet machine


@pytest.mark.parametrize(
    "endless",
    ["a", "A", "1", "1.", "1 ", "(", "[[", "<a", "1-", "1:", "a/", "www.", "XI ", "1. und ", "Dr. ",
     "a@", "#a", "20.20.", "²", "^", "Ab-", "Aa", "u. a. ", "€ 1 ", "\u0301", "1er ", "-"],
)  # fmt: skip
def test_very_long_sentences_take_no_more_than_their_share(endless: str) -> None:
    sentence = endless * (20_000 // len(endless))

    started = time.process_time()
    spoken(sentence)

    assert time.process_time() - started < 2


def test_a_long_row_of_ordinals_is_said_and_never_tried_in_all_ways() -> None:
    """Each join could once be read in two ways: a row of forty would have taken years."""
    assert spoken("3. " * 400 + "Platz") != ""
