"""The timeline: counted in samples, nothing lost, nothing moved."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blattwerk.narration.errors import StudioFailed
from blattwerk.narration.studio import faults, timeline
from blattwerk.narration.studio.interface import Take

from .sounds import RATE, speechlike

LENGTHS = st.lists(
    st.tuples(st.integers(0, 3000), st.floats(0, 0.2), st.sampled_from([16000, 22050, 24000])),
    min_size=1,
    max_size=6,
)


def laid(folder: Path, parts: list[tuple[int, float, int]], rate: int) -> tuple[bytes, list]:
    takes = []
    for number, (samples, gap, own_rate) in enumerate(parts):
        path = folder / f"{number}.pcm"
        path.write_bytes(b"\x10\x20" * samples)
        takes.append(Take("Satz.", path, own_rate, gap))
    placed, end = timeline.lay(takes, rate, folder / "timeline.pcm")
    written = (folder / "timeline.pcm").read_bytes()
    assert len(written) == 2 * end
    return written, placed


@given(LENGTHS)
def test_every_take_begins_where_the_one_before_and_its_silence_end(
    parts: list[tuple[int, float, int]],
) -> None:
    with TemporaryDirectory() as folder:
        _, placed = laid(Path(folder), parts, RATE)
    begin = 0
    for (samples, gap, rate), place in zip(parts, placed, strict=True):
        assert place.start == begin
        assert abs(place.samples - samples * RATE / rate) <= 0.5
        begin += place.samples + round(gap * RATE)


@given(LENGTHS)
def test_silences_are_silent_to_the_sample(parts: list[tuple[int, float, int]]) -> None:
    with TemporaryDirectory() as folder:
        written, placed = laid(Path(folder), parts, RATE)
    for (_, gap, _), place in zip(parts, placed, strict=True):
        end = 2 * (place.start + place.samples)
        silence = 2 * timeline.gap_samples(gap, RATE)
        assert written[end : end + silence] == bytes(silence)


def test_a_take_keeps_its_sound_but_for_two_milliseconds_at_its_edges(tmp_path: Path) -> None:
    pcm = speechlike(8.0)  # longer than what is held at a time
    path = tmp_path / "take.pcm"
    path.write_bytes(pcm)
    timeline.lay([Take("Satz.", path, RATE, 0.5)], RATE, tmp_path / "timeline.pcm")
    edge = 2 * int(0.002 * RATE)
    written = (tmp_path / "timeline.pcm").read_bytes()
    assert written[edge : len(pcm) - edge] == pcm[edge:-edge]


def test_a_take_that_breaks_off_at_full_height_is_drawn_to_zero(tmp_path: Path) -> None:
    path = tmp_path / "take.pcm"
    path.write_bytes(b"\xff\x7f" * 1000)
    timeline.lay([Take("Satz.", path, RATE, 0.0)], RATE, tmp_path / "timeline.pcm")
    written = (tmp_path / "timeline.pcm").read_bytes()
    assert (written[:2], written[-2:]) == (b"\0\0", b"\0\0")


def test_the_recording_has_the_rate_most_of_its_sound_has(tmp_path: Path) -> None:
    long, short = tmp_path / "long.pcm", tmp_path / "short.pcm"
    long.write_bytes(bytes(2 * 50_000))
    short.write_bytes(bytes(2 * 20_000))
    takes = [Take("Kurz.", short, 16000, 0.1), Take("Lang.", long, 24000, 0.1)]
    assert timeline.recording_rate(takes) == 24000


def test_a_rate_no_encoder_takes_is_raised_to_the_next_one(tmp_path: Path) -> None:
    path = tmp_path / "take.pcm"
    path.write_bytes(bytes(2 * 1000))
    assert timeline.recording_rate([Take("Satz.", path, 11025, 0.1)]) == 16000
    assert timeline.recording_rate([Take("Satz.", path, 96000, 0.1)]) == 48000


def test_a_take_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(StudioFailed, match="missing or cannot be read"):
        timeline.places([Take("Satz.", tmp_path / "nowhere.pcm", RATE, 0.1)], RATE)


def test_a_take_cut_inside_a_sample_is_told(tmp_path: Path) -> None:
    path = tmp_path / "take.pcm"
    path.write_bytes(b"123")
    with pytest.raises(StudioFailed) as refusal:
        timeline.places([Take("Satz.", path, RATE, 0.1)], RATE)
    assert str(refusal.value) == faults.TAKE_BROKEN
