"""Piper in its worker, with a real English voice."""

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from blattwerk.narration.engines import piper
from blattwerk.narration.engines.booth import Booth, EngineSpec
from blattwerk.narration.engines.interface import Speech
from blattwerk.narration.errors import EngineDown, EngineFailed, VoiceMissing

from .test_espeak import peak_megabytes, seconds

JOE = "en_US-joe-medium"
SENTENCE = "The bridge over the river, closed since yesterday, opens at the end of the week."


def spec(*folders: Path) -> EngineSpec:
    return EngineSpec("piper", options={"folders": [str(folder) for folder in folders]})


@pytest.fixture(scope="module")
def booth() -> Iterator[Booth]:
    with Booth(EngineSpec("piper", options={"folders": []}, seconds=60.0)) as open_booth:
        yield open_booth


@pytest.fixture(scope="module")
def model() -> Path:
    return next(path / f"{JOE}.onnx" for path in piper.packaged_folders())


def say(booth: Booth, text: str, rate: float = 1.0, **lexicon: str) -> Speech:
    return booth.speak(text, voice=JOE, rate=rate, lexicon=lexicon)


def test_it_says_who_it_is(booth: Booth) -> None:
    info = booth.info()

    assert (info.name, info.trained, info.licence) == ("Piper", True, "GPL-3.0-or-later")
    assert [(voice.name, voice.language, voice.licence, voice.title) for voice in info.voices] == [
        (JOE, "en", "CC0", "joe, medium, en_US")
    ]
    assert [len(voice.version) for voice in info.voices] == [12]


def test_it_speaks_and_times_every_word(booth: Booth) -> None:
    speech = say(booth, SENTENCE)

    assert speech.rate == 22_050
    assert 3 < seconds(speech) < 7
    assert speech.words
    assert [SENTENCE[word.start : word.end] for word in speech.words] == [
        word.strip(",.") for word in SENTENCE.split()
    ]
    assert all(before.sample < after.sample for before, after in pairwise(speech.words))


def test_the_pace_is_kept(booth: Booth) -> None:
    slow, fast = seconds(say(booth, SENTENCE, 0.5)), seconds(say(booth, SENTENCE, 2.0))

    assert 2.2 < slow / fast < 5


def test_a_listed_word_is_said_as_listed(booth: Booth) -> None:
    plain = say(booth, "President Xi came.")
    listed = say(booth, "President Xi came.", Xi="ˈabəlakadəbɹəkəˈdabɹə")

    assert listed.words
    assert len(listed.words) == 3
    assert seconds(listed) > seconds(plain) + 0.5


@pytest.mark.parametrize("text", ["…", "–", "()"])
def test_a_text_without_a_sound_is_refused(booth: Booth, text: str) -> None:
    with pytest.raises(EngineFailed, match="Piper hears nothing to say in this sentence"):
        say(booth, text)


def test_foreign_signs_and_orders_do_not_stop_a_sentence(booth: Booth) -> None:
    speech = say(booth, "He said שלום and 中文 😀 [[h@loU]] <break time='9s'/> and left.")

    assert 3 < seconds(speech) < 30


def test_a_long_slow_sentence_stays_below_four_hundred_megabytes() -> None:
    with Booth(EngineSpec("piper", options={"folders": []}, seconds=120.0)) as booth:
        text = "It rained, and the town, which waits, was patient 1234567890 times. " * 4
        speech = say(booth, text, 0.5)

        assert seconds(speech) > 30
        assert speech.words
        assert all(before.sample <= after.sample for before, after in pairwise(speech.words))
        assert peak_megabytes(booth) < 400


def test_an_unknown_voice_is_refused(booth: Booth) -> None:
    with pytest.raises(VoiceMissing, match=f"has no voice “de_DE-x-low” here; installed: {JOE}"):
        booth.speak("Ja.", voice="de_DE-x-low", lexicon={})


def test_a_voice_put_into_the_folder_is_found_and_changes_with_its_file(
    tmp_path: Path, model: Path
) -> None:
    settings = json.loads(model.with_name(model.name + ".json").read_text())
    settings["espeak"]["voice"] = "de"
    (tmp_path / "de_AT-probe-medium.onnx").symlink_to(model)
    (tmp_path / "de_AT-probe-medium.onnx.json").write_text(json.dumps(settings))
    (tmp_path / "de_AT-probe-medium.MODEL_CARD").write_text("# Probe\n* License: Public domain\n")
    with Booth(spec(tmp_path)) as booth:
        voice = booth.info().voices[0]
        settings["inference"]["noise_w"] = 0.7
        (tmp_path / "de_AT-probe-medium.onnx.json").write_text(json.dumps(settings))
        changed = booth.info(fresh=True).voices[0]
        speech = booth.speak(
            "Präsident Selenskyj kommt.",
            voice="de_AT-probe-medium",
            lexicon={"Selenskyj": "zeˈlɛnskɪ"},
        )

    assert (voice.name, voice.language, voice.licence) == (
        *("de_AT-probe-medium", "de", "Public domain"),
    )
    assert changed.version != voice.version
    assert len(speech.words or ()) == 3


def test_a_broken_voice_is_told(tmp_path: Path, model: Path) -> None:
    settings = model.with_name(model.name + ".json").read_text()
    (tmp_path / "broken.onnx").write_bytes(model.read_bytes()[:100_000])
    (tmp_path / "broken.onnx.json").write_text(settings)
    with Booth(spec(tmp_path)) as booth, pytest.raises(EngineDown) as refusal:
        booth.speak("Hallo", voice="broken", lexicon={})

    assert str(refusal.value) == "broken.onnx is no whole voice file; install it anew."


@pytest.mark.parametrize("text", ["a" * 400, "kurz", "eins, zwei, drei " * 20, "wort " * 90])
def test_pieces_cover_the_text_and_are_short(text: str) -> None:
    found = piper.pieces(text, piper.LONGEST_PIECE)

    assert "".join(text[start:end] for start, end in found) == text
    assert max(end - start for start, end in found) <= piper.LONGEST_PIECE
