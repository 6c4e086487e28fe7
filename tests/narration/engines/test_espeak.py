"""espeak-ng in its worker: always there, and bounded whatever the text."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from blattwerk.narration.engines.booth import Booth, EngineSpec
from blattwerk.narration.engines.interface import Speech
from blattwerk.narration.errors import EngineFailed, VoiceError, VoiceMissing

GERMAN = "Die Brücke über den Fluss, die seit gestern gesperrt ist, öffnet am Montag."
ENGLISH = "The bridge over the river, closed since yesterday, opens at the end of the week."


@pytest.fixture(scope="module")
def booth() -> Iterator[Booth]:
    with Booth(EngineSpec("espeak")) as open_booth:
        yield open_booth


def say(booth: Booth, text: str, voice: str = "de", rate: float = 1.0, **lexicon: str) -> Speech:
    return booth.speak(text, voice=voice, rate=rate, lexicon=lexicon)


def seconds(speech: Speech) -> float:
    return speech.samples / speech.rate


def test_it_says_who_it_is(booth: Booth) -> None:
    info = booth.info()

    assert (info.name, info.version, info.trained) == ("espeak-ng", "1.52.0", False)
    assert [(voice.name, voice.language) for voice in info.voices] == [
        ("de", "de"),
        ("de+f2", "de"),
        ("de+m3", "de"),
        ("en-gb", "en"),
        ("en-gb+f2", "en"),
        ("en-us", "en"),
        ("en-us+f2", "en"),
    ]


@pytest.mark.parametrize(
    ("voice", "text"),
    [("de", GERMAN), ("de+f2", GERMAN), ("de+m3", GERMAN)]
    + [(voice, ENGLISH) for voice in ("en-gb", "en-gb+f2", "en-us", "en-us+f2")],
)
def test_every_voice_speaks_and_times_every_word(booth: Booth, voice: str, text: str) -> None:
    speech = say(booth, text, voice)

    assert speech.words
    assert [text[word.start : word.end] for word in speech.words] == [
        word.strip(",.") for word in text.split()
    ]
    assert all(before.sample < after.sample for before, after in pairwise(speech.words))
    assert 3 < seconds(speech) < 7


def test_voices_differ(booth: Booth) -> None:
    assert len({say(booth, GERMAN, voice).pcm for voice in ("de", "de+f2", "de+m3")}) == 3


def test_the_same_sentence_takes_the_same_time_again(booth: Booth) -> None:
    first, second = seconds(say(booth, GERMAN)), seconds(say(booth, GERMAN))

    assert abs(first - second) < 0.03


def test_the_pace_is_kept(booth: Booth) -> None:
    slow, usual, fast = (seconds(say(booth, GERMAN, rate=rate)) for rate in (0.5, 1.0, 2.0))

    assert 1.6 < slow / usual < 2.3
    assert 1.6 < usual / fast < 2.6


def test_a_pace_nobody_follows_is_refused(booth: Booth) -> None:
    with pytest.raises(
        EngineFailed, match=r"^A voice speaks at a rate from 0\.5 to 2\.0, not at 3"
    ):
        say(booth, GERMAN, rate=3.0)


def test_an_unknown_voice_is_refused(booth: Booth) -> None:
    with pytest.raises(VoiceMissing, match="espeak-ng has no voice “fr” here; try de, de"):
        say(booth, GERMAN, "fr")


@pytest.mark.parametrize("text", ["…", "–", "\x00", "[[]]", "\u200b", "()"])
def test_a_text_without_a_sound_is_refused(booth: Booth, text: str) -> None:
    with pytest.raises(EngineFailed, match="espeak-ng hears nothing to say in this sentence"):
        say(booth, text)


@pytest.mark.parametrize(
    "text",
    [
        "Er lachte 😀😀 und ging.",
        "Das Wort שלום heißt Frieden.",
        "In Москва schneit es.",
        "Das Zeichen 中文 steht für Chinesisch.",
        "Ein \ud800 einzelnes Surrogat.",
        "Zeile\nZeile\u2028Zeile\ttabuliert\ue000.",
    ],
)
def test_foreign_signs_do_not_stop_a_sentence(booth: Booth, text: str) -> None:
    speech = say(booth, text)

    assert 0.8 < seconds(speech) < 12
    assert speech.words
    assert all(before.sample <= after.sample for before, after in pairwise(speech.words))


@pytest.mark.parametrize(
    "orders",
    [
        'Vor <break time="60s"/> nach.',
        "Vor <speak><prosody rate='x-slow'>nach</prosody></speak>.",
        "Vor \x0120S nach \x01+99P und \x1b weiter.",
        "Vor [[h@l'oU]] nach.",
    ],
)
def test_orders_in_the_text_are_text(booth: Booth, orders: str) -> None:
    harmless = orders.translate({1: " ", 27: " ", ord("["): "(", ord("]"): ")"})

    assert abs(seconds(say(booth, orders)) - seconds(say(booth, harmless))) < 0.05


def test_phonemes_in_the_text_stay_text_beside_a_listed_word(booth: Booth) -> None:
    with_brackets = say(booth, "Graz [[gR'a:ts]] Graz", Graz="ɡʁaːts")
    with_others = say(booth, "Graz ((gR'a:ts)) Graz", Graz="ɡʁaːts")

    assert abs(seconds(with_brackets) - seconds(with_others)) < 0.05


def test_a_listed_word_is_said_as_listed_and_keeps_its_place(booth: Booth) -> None:
    text = "Präsident Selenskyj kam, Selenskyjs Frau nicht."
    plain, listed = say(booth, text), say(booth, text, Selenskyj="zeˈlɛnskɪ")

    assert listed.words
    assert [text[word.start : word.end] for word in listed.words] == [
        word.strip(",.") for word in text.split()
    ]
    assert seconds(listed) != pytest.approx(seconds(plain), abs=0.03)


def test_a_listed_word_may_be_anywhere(booth: Booth) -> None:
    text = "Graz, (Graz) und „Graz“ – Graz!"

    speech = say(booth, text, Graz="ɡʁaːts")

    assert speech.words
    assert [text[word.start : word.end] for word in speech.words] == [
        *("Graz", "Graz", "und", "Graz", "Graz")
    ]


def test_a_pronunciation_that_is_no_ipa_is_refused(booth: Booth) -> None:
    with pytest.raises(VoiceError, match="The symbol “q”"):
        say(booth, "Graz", Graz="qq")


def test_five_thousand_characters_are_spoken_within_forty_megabytes() -> None:
    with Booth(EngineSpec("espeak")) as booth:
        text = "der Bund und das Land und " * 192
        speech = say(booth, text)

        assert len(text) > 4_990
        assert seconds(speech) > 200
        assert peak_megabytes(booth) < 40


def test_one_word_of_five_thousand_letters_is_survived(booth: Booth) -> None:
    assert seconds(say(booth, "a" * 5_000)) > 1
    assert seconds(say(booth, "Und weiter geht es.")) > 0.5


def peak_megabytes(booth: Booth) -> float:
    status = Path(f"/proc/{booth.pid}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024
