"""Loudness: −16 LUFS and no peak above −1 dBTP, in what is heard of every file."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from blattwerk.narration.studio import loudness, peaks, sound
from blattwerk.narration.studio.interface import Made, Order, Take
from blattwerk.narration.studio.record import record

from . import sounds


def heard(made: Made, kind: str) -> loudness.Measured:
    return loudness.measured(sound.decoded(sounds.by_kind(made)[kind]), peak=True)


def recorded(pcm: bytes, folder: Path, rate: int = sounds.RATE) -> Made:
    path = folder / "take.pcm"
    path.write_bytes(pcm)
    order = Order((Take("Wort.", path, rate, 0.0),), sounds.TAGS, folder / "out")
    return record(order)


@pytest.mark.parametrize("kind", ["m4a", "opus", "mp3"])
def test_each_file_is_as_loud_as_it_should_be(kind: str, made: Made) -> None:
    measure = heard(made, kind)
    assert abs(measure.loudness - loudness.TARGET) <= 0.5
    assert measure.true_peak <= loudness.PEAK


def test_what_is_told_is_the_worst_of_the_files(made: Made) -> None:
    measures = [heard(made, kind) for kind in ("m4a", "opus", "mp3")]
    farthest = max(measures, key=lambda one: abs(one.loudness - loudness.TARGET))
    assert made.loudness == farthest.loudness
    assert made.true_peak == max(one.true_peak for one in measures)


@pytest.mark.parametrize(
    ("seconds", "level"),
    [(20, 0.008), (20, 0.03), (20, 3.0), (20, 80.0), (0.6, 0.2)],
    ids=["hardly there", "quiet", "too loud", "clipped through and through", "one word"],
)
def test_bad_sound_comes_out_at_the_same_loudness(
    seconds: float, level: float, tmp_path: Path
) -> None:
    made = recorded(sounds.speechlike(seconds, 3, level=level), tmp_path)
    assert abs(made.loudness - loudness.TARGET) <= 0.5
    assert made.true_peak <= loudness.PEAK


def test_a_syllable_too_short_to_measure_still_becomes_a_file(tmp_path: Path) -> None:
    made = recorded(sounds.speechlike(0.15, 3), tmp_path)
    assert made.seconds == pytest.approx(0.15, abs=1e-4)
    assert made.true_peak <= loudness.PEAK


def test_silence_stays_silence(tmp_path: Path) -> None:
    made = recorded(bytes(2 * sounds.RATE * 2), tmp_path)
    assert made.loudness == loudness.NOTHING
    assert not sounds.decoded(sounds.by_kind(made)["m4a"]).any()


def test_the_notice_does_not_change_the_articles_level(
    made: Made, article: Order, tmp_path: Path
) -> None:
    alone = record(replace(article, notice=(), folder=tmp_path))
    assert sounds.by_kind(alone)["m4a"].name == sounds.by_kind(made)["m4a"].name


def test_a_sample_is_never_moved_by_levelling(tmp_path: Path) -> None:
    pcm = sounds.speechlike(5.0)
    (tmp_path / "raw.pcm").write_bytes(pcm)
    raw = sound.Pcm(tmp_path / "raw.pcm", sounds.RATE, len(pcm) // 2)
    loudness.levelled(raw, loudness.settle(raw), tmp_path / "level.pcm")
    assert (tmp_path / "level.pcm").stat().st_size == len(pcm)
    levelled = replace(raw, path=tmp_path / "level.pcm")
    pieces = b"".join(sound.samples(one) for one in sound.frames(levelled))
    assert sounds.lag(pcm, np.frombuffer(pieces, "<i2").astype(float), 0) == 0


def test_a_peak_that_is_too_high_is_brought_down_where_it_is(tmp_path: Path) -> None:
    pcm = np.full(3 * sounds.RATE, 10_000, "<i2")
    (tmp_path / "raw.pcm").write_bytes(pcm.tobytes())
    raw = sound.Pcm(tmp_path / "raw.pcm", sounds.RATE, len(pcm))
    peaks.lowered(raw, {100: 6.0, 299: 6.0}, tmp_path / "dips.pcm")
    dipped = np.fromfile(tmp_path / "dips.pcm", "<i2")
    assert len(dipped) == len(pcm)
    assert set(dipped[22050 : 22050 + 220]) == {5011}  # 6 dB lower
    assert np.array_equal(dipped[:21600], pcm[:21600])
    assert np.array_equal(dipped[23200:65000], pcm[23200:65000])
    assert max(abs(np.diff(dipped.astype(int)))) < 60  # no step anywhere


def test_peaks_are_found_where_they_are(tmp_path: Path) -> None:
    pcm = np.zeros(2 * sounds.RATE, "<i2")
    pcm[sounds.RATE : sounds.RATE + 200] = 32_000
    path = sounds.encoded(tmp_path / "click.wav", pcm.tobytes())
    assert set(peaks.found(path)) == {100}
