"""Live sound: heard at once, with the times the finished files will have."""

import io
import time
import wave
from pathlib import Path

import pytest

from blattwerk.narration.engines.booth import Booth, EngineSpec
from blattwerk.narration.studio import live, loudness, sound
from blattwerk.narration.studio.interface import Made, Order
from blattwerk.narration.studio.timeline import gap_samples

from . import sounds


def streamed(kind: live.Kind, article: Order) -> bytes:
    encoder = live.LiveEncoder(kind, sounds.RATE)
    heard = []
    for take in article.takes:
        silence = bytes(2 * gap_samples(take.gap, take.rate))
        heard += encoder.stream(take.pcm.read_bytes() + silence)
    return b"".join([*heard, encoder.close()])


@pytest.mark.parametrize("kind", ["opus", "mp3"])
def test_live_sound_has_the_finished_files_times(
    kind: live.Kind, article: Order, made: Made, tmp_path: Path
) -> None:
    path = tmp_path / f"live.{kind}"
    path.write_bytes(streamed(kind, article))
    heard = sounds.decoded(path, made.rate)
    lags = [
        sounds.lag(take.pcm.read_bytes(), heard, start)
        for take, start in zip(article.takes, made.starts, strict=True)
    ]
    assert lags == [0] * len(lags)


def test_live_opus_is_exactly_as_long_as_the_finished_file(
    article: Order, made: Made, tmp_path: Path
) -> None:
    path = tmp_path / "live.opus"
    path.write_bytes(streamed("opus", article))
    assert len(sounds.decoded(path)) == len(sounds.decoded(sounds.by_kind(made)["opus"]))


@pytest.mark.parametrize("kind", ["opus", "mp3"])
def test_the_first_piece_can_be_played(kind: live.Kind, article: Order, tmp_path: Path) -> None:
    encoder = live.LiveEncoder(kind, sounds.RATE)
    first = b"".join(encoder.stream(article.takes[0].pcm.read_bytes()))
    path = tmp_path / f"first.{kind}"
    path.write_bytes(first)
    seconds = len(sounds.decoded(path, 48000)) / 48000
    assert seconds >= 1.2 - 0.3


@pytest.mark.parametrize("kind", ["opus", "mp3"])
def test_first_bytes_come_within_twenty_milliseconds(kind: live.Kind, article: Order) -> None:
    pcm = article.takes[0].pcm.read_bytes()
    waits = []
    for _ in range(5):
        encoder = live.LiveEncoder(kind, sounds.RATE)
        began = time.process_time()
        assert next(encoder.stream(pcm))
        waits.append(time.process_time() - began)
    assert min(waits) < 0.020


def test_the_header_and_the_first_sound_come_with_the_first_piece(article: Order) -> None:
    encoder = live.LiveEncoder("opus", sounds.RATE)
    first = next(encoder.stream(article.takes[0].pcm.read_bytes()))
    assert first.startswith(b"OggS")
    assert first.count(b"OggS") > 2  # two pages of header, then sound


def test_live_sound_is_as_loud_as_the_finished_file_will_be(tmp_path: Path) -> None:
    sentence = "Die alte Brücke über den Fluss bleibt bis auf Weiteres gesperrt."
    with Booth(EngineSpec("espeak")) as booth:
        speech = booth.speak(sentence, voice="de", rate=1.0, lexicon={})
    encoder = live.LiveEncoder("opus", speech.rate, "espeak-ng")
    path = tmp_path / "live.opus"
    path.write_bytes(b"".join([*encoder.stream(speech.pcm), encoder.close()]))
    measure = loudness.measured(sound.decoded(path), peak=True)
    assert abs(measure.loudness - loudness.TARGET) <= 1
    assert measure.true_peak <= 0


def test_nothing_fed_gives_nothing_to_hear_and_no_error() -> None:
    encoder = live.LiveEncoder("mp3", sounds.RATE)
    assert encoder.feed(b"") + encoder.close() == b""


def test_a_wav_holds_the_samples_it_was_given() -> None:
    pcm = sounds.speechlike(0.5)
    with wave.open(io.BytesIO(live.wav(pcm, sounds.RATE))) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 22050)
        assert file.readframes(file.getnframes()) == pcm
