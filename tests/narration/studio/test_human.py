"""Recordings people made: any common file, and a clear word about a bad one."""

import json
from pathlib import Path

import av
import pytest

from blattwerk.narration.errors import StudioFailed
from blattwerk.narration.studio import faults, loudness
from blattwerk.narration.studio.interface import Made, Tags
from blattwerk.narration.studio.record import record_human

from . import sounds

TAGS = Tags(title="Gelesen von Anna", paper="Das Blatt", language="de", authors=("Anna Berger",))
KINDS = {
    "wav": ("pcm_s16le", "wav", 44100),
    "mp3": ("libmp3lame", "mp3", 44100),
    "m4a": ("aac", "ipod", 44100),
    "flac": ("flac", "flac", 48000),
    "ogg": ("libopus", "ogg", 48000),
}


def upload(folder: Path, kind: str, seconds: float = 4.0, level: float = 0.05) -> Path:
    codec, container, rate = KINDS[kind]
    pcm = sounds.speechlike(seconds, 5, rate, level)
    return sounds.encoded(folder / f"upload.{kind}", pcm, rate, codec, container)


def refusal(source: Path, folder: Path) -> str:
    with pytest.raises(StudioFailed) as failure:
        record_human(source, TAGS, folder)
    assert sounds.leftovers(folder) == set()
    return str(failure.value)


@pytest.mark.parametrize("kind", KINDS)
def test_every_common_file_becomes_the_same_three(kind: str, tmp_path: Path) -> None:
    made = record_human(upload(tmp_path, kind), TAGS, tmp_path / "out")
    assert [file.kind for file in made.files] == ["m4a", "opus", "mp3", "json"]
    assert made.seconds == pytest.approx(4.0, abs=0.03)
    assert abs(made.loudness - loudness.TARGET) <= 0.5
    assert made.true_peak <= loudness.PEAK


def test_a_human_recording_has_no_marks_and_no_machine_marking(tmp_path: Path) -> None:
    made = record_human(upload(tmp_path, "wav"), TAGS, tmp_path / "out")
    files = sounds.by_kind(made)
    document = json.loads(files["json"].read_bytes())
    assert document == {"v": 1, "language": "de", "seconds": 4.0, "sentences": []}
    assert b"digitalSourceType" not in files["mp3"].read_bytes()


def test_both_sides_of_a_stereo_recording_are_heard(tmp_path: Path) -> None:
    source = sounds.encoded(tmp_path / "stereo.wav", sounds.speechlike(3.0, 2), layout="stereo")
    made: Made = record_human(source, TAGS, tmp_path / "out")
    assert made.seconds == pytest.approx(3.0, abs=0.01)


def test_a_cover_picture_does_not_make_it_a_video(tmp_path: Path) -> None:
    made = record_human(upload(tmp_path, "mp3"), _with_artwork(tmp_path), tmp_path / "one")
    again = record_human(sounds.by_kind(made)["mp3"], TAGS, tmp_path / "two")
    assert again.seconds == pytest.approx(4.0, abs=0.03)


def test_text_that_calls_itself_mp3_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "text.mp3"
    source.write_text("Das ist kein Ton. " * 500)
    assert refusal(source, tmp_path / "out") == faults.NOT_AUDIO


def test_a_list_that_names_other_files_is_refused(tmp_path: Path) -> None:
    secret = upload(tmp_path, "wav")
    for name, text in (
        ("list.m3u8", f"#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\n{secret}\n#EXT-X-ENDLIST\n"),
        ("list.mp3", f"ffconcat version 1.0\nfile '{secret}'\n"),
    ):
        source = tmp_path / name
        source.write_text(text)
        assert refusal(source, tmp_path / "out") == faults.NOT_AUDIO


def test_an_empty_and_a_missing_file_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "empty.wav").touch()
    assert refusal(tmp_path / "empty.wav", tmp_path / "out") == faults.EMPTY_FILE
    assert refusal(tmp_path / "nowhere.wav", tmp_path / "out") == faults.NO_FILE


def test_a_video_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "film.mp4"
    with av.open(str(source), "w") as out:
        stream = out.add_stream("mpeg4", rate=25)
        stream.width, stream.height, stream.pix_fmt = 64, 64, "yuv420p"
        for _ in range(25):
            frame = av.VideoFrame(64, 64, "yuv420p")
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    assert refusal(source, tmp_path / "out") == faults.IS_VIDEO


@pytest.mark.parametrize("kind", ["wav", "mp3", "flac", "m4a"])
def test_a_file_that_ends_early_is_told(kind: str, tmp_path: Path) -> None:
    whole = upload(tmp_path, kind, seconds=20)
    source = tmp_path / f"cut.{kind}"
    content = whole.read_bytes()
    source.write_bytes(content[: len(content) * 6 // 10])
    expected = faults.NOT_AUDIO if kind == "m4a" else faults.CUT_OFF  # its index was at the end
    assert refusal(source, tmp_path / "out") == expected


def test_a_recording_of_three_hours_is_refused_at_once(tmp_path: Path) -> None:
    source = sounds.encoded(tmp_path / "long.wav", bytes(2 * 8000 * 3 * 3600), rate=8000)
    assert refusal(source, tmp_path / "out") == faults.TOO_LONG


def test_silence_and_a_click_are_refused(tmp_path: Path) -> None:
    silent = sounds.encoded(tmp_path / "silent.wav", bytes(2 * sounds.RATE * 3))
    click = sounds.encoded(tmp_path / "click.wav", sounds.speechlike(0.3))
    assert refusal(silent, tmp_path / "out") == faults.SILENT
    assert refusal(click, tmp_path / "out") == faults.TOO_SHORT


def _with_artwork(folder: Path) -> Tags:
    from dataclasses import replace

    from .test_tags import picture

    return replace(TAGS, artwork=picture(folder / "cover.jpg", 400, 400, "mjpeg"))
