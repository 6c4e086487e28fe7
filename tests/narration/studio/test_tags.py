"""What players, podcast apps and auditors read from the files."""

from dataclasses import replace
from pathlib import Path

import av
import pytest

from blattwerk.narration.errors import StudioFailed
from blattwerk.narration.studio import encode, faults, sound, tags
from blattwerk.narration.studio.interface import Made, Order
from blattwerk.narration.studio.record import record

from . import sounds

TERM = "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"


def picture(path: Path, width: int, height: int, codec: str = "png") -> Path:
    """A grey picture."""
    frame = av.VideoFrame(width, height, "rgb24" if codec == "png" else "yuvj420p")
    for plane in frame.planes:
        plane.update(bytes([120]) * plane.buffer_size)
    encoder = av.CodecContext.create(codec, "w")
    encoder.width, encoder.height, encoder.pix_fmt = width, height, frame.format.name
    encoder.time_base = 1
    packets = [*encoder.encode(frame), *encoder.encode(None)]
    path.write_bytes(b"".join(bytes(packet) for packet in packets))
    return path


@pytest.fixture(scope="module")
def illustrated(article: Order, tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("illustrated")
    artwork = picture(folder / "picture.png", 1600, 900)
    return record(replace(article, tags=replace(article.tags, artwork=artwork), folder=folder))


def test_an_mp3_tells_title_paper_and_marking(made: Made) -> None:
    with av.open(str(sounds.by_kind(made)["mp3"])) as file:
        assert file.metadata == {
            "title": "Die alte Brücke",
            "artist": "Anna Berger, Paul Moser",
            "album": "Das Blatt",
            "publisher": "Das Blatt",
            "date": "2026-11-22",
            "language": "deu",
            "encoded_by": tags.ENCODER,
            "copyright": "GPL-3.0-or-later",
            "comment": "Automatisch vorgelesen mit künstlicher Stimme",
            "digitalSourceType": TERM,
            "engine": "espeak-ng 1.52",
            "voice": "de",
            "licence": "GPL-3.0-or-later",
        }
    assert b"WOAF" in sounds.by_kind(made)["mp3"].read_bytes()[:2000]


def test_an_m4a_tells_title_paper_and_marking(made: Made) -> None:
    with av.open(str(sounds.by_kind(made)["m4a"])) as file:
        told = {
            name: text
            for name, text in file.metadata.items()
            if name not in {"major_brand", "minor_version", "compatible_brands"}
        }
    assert told == {
        "title": "Die alte Brücke",
        "artist": "Anna Berger, Paul Moser",
        "album": "Das Blatt",
        "date": "2026-11-22",
        "comment": "Automatisch vorgelesen mit künstlicher Stimme",
        "encoder": tags.ENCODER,
        "copyright": "GPL-3.0-or-later",
        "LANGUAGE": "de",
        "URL": "https://blatt.example/chronik/bruecke-12/",
        "digitalSourceType": TERM,
        "engine": "espeak-ng 1.52",
        "voice": "de",
        "licence": "GPL-3.0-or-later",
    }


def test_an_opus_file_tells_title_paper_and_marking(made: Made) -> None:
    with av.open(str(sounds.by_kind(made)["opus"])) as file:
        told = file.streams.audio[0].metadata
    assert told == {
        "TITLE": "Die alte Brücke",
        "ARTIST": "Anna Berger, Paul Moser",
        "ALBUM": "Das Blatt",
        "DATE": "2026-11-22",
        "LANGUAGE": "de",
        "comment": "Automatisch vorgelesen mit künstlicher Stimme",
        "CONTACT": "https://blatt.example/chronik/bruecke-12/",
        "ENCODED_BY": tags.ENCODER,
        "digitalSourceType": TERM,
        "engine": "espeak-ng 1.52",
        "voice": "de",
        "licence": "GPL-3.0-or-later",
    }


@pytest.mark.parametrize("kind", ["m4a", "opus", "mp3"])
def test_chapters_begin_with_their_first_sentence(kind: str, made: Made) -> None:
    with av.open(str(sounds.by_kind(made)[kind])) as file:
        chapters = [
            (chapter["metadata"]["title"], float(chapter["start"] * chapter["time_base"]))
            for chapter in file.chapters()
        ]
    second = made.starts[3] / made.rate
    assert chapters == [("Die alte Brücke", 0.0), ("Das Geld", pytest.approx(second, abs=0.001))]


def test_more_chapters_than_a_file_can_count_end_in_the_last(tmp_path: Path) -> None:
    said = sounds.take(tmp_path, 1, 0.1, gap=0.0)
    takes = tuple(replace(said, chapter=f"Punkt {number}") for number in range(1, 301))

    made = record(replace(sounds.order(tmp_path), takes=takes))

    for kind in ("m4a", "opus", "mp3"):
        with av.open(str(sounds.by_kind(made)[kind])) as file:
            titles = [chapter["metadata"]["title"] for chapter in file.chapters()]
        assert titles == [f"Punkt {number}" for number in range(1, 256)]


def test_an_m4a_plays_before_it_is_loaded(made: Made) -> None:
    content = sounds.by_kind(made)["m4a"].read_bytes()
    assert content.index(b"moov") < content.index(b"mdat")


def test_an_mp3_has_one_rate_and_a_lame_tag(made: Made) -> None:
    path = sounds.by_kind(made)["mp3"]
    with av.open(str(path)) as file:
        sizes = {packet.size for packet in file.demux(audio=0) if packet.size}
        assert (file.streams.audio[0].rate, file.streams.audio[0].layout.name) == (44100, "mono")
    assert sizes <= {208, 209}
    assert b"Info" in path.read_bytes()[:4000]


@pytest.mark.parametrize(("kind", "longest"), [("mp3", 600), ("m4a", 320)])
def test_artwork_is_made_small(kind: str, longest: int, illustrated: Made) -> None:
    with av.open(str(sounds.by_kind(illustrated)[kind])) as file:
        stream = file.streams.video[0]
        assert (stream.codec_context.name, stream.width) == ("mjpeg", longest)
        assert stream.disposition == av.stream.Disposition.attached_pic


def test_artwork_does_not_move_the_sound(illustrated: Made, article: Order) -> None:
    heard = sounds.decoded(sounds.by_kind(illustrated)["m4a"], illustrated.rate)
    pcm = article.takes[1].pcm.read_bytes()
    assert sounds.lag(pcm, heard, illustrated.starts[1]) == 0


def test_artwork_that_is_no_picture_is_told(article: Order, tmp_path: Path) -> None:
    broken = tmp_path / "picture.jpg"
    broken.write_text("no picture")
    with pytest.raises(StudioFailed) as failure:
        record(replace(article, tags=replace(article.tags, artwork=broken), folder=tmp_path / "o"))
    assert str(failure.value) == faults.ARTWORK


def test_line_breaks_and_zero_bytes_in_a_title_do_not_cut_it(
    article: Order, tmp_path: Path
) -> None:
    odd = replace(article.tags, title="Zwei\nZeilen\0und 😀")
    made = record(replace(article, tags=odd, folder=tmp_path))
    for kind in ("m4a", "mp3"):
        with av.open(str(sounds.by_kind(made)[kind])) as file:
            assert file.metadata["title"] == "Zwei Zeilen und 😀"


def test_a_file_without_chapters_and_tags_is_whole(tmp_path: Path) -> None:
    pcm = sounds.speechlike(2.0)
    raw, bare, path = (tmp_path / name for name in ("raw.pcm", "bare.m4a", "file.m4a"))
    raw.write_bytes(pcm)
    frames = sound.frames(sound.Pcm(raw, sounds.RATE, len(pcm) // 2))
    encode.encode(encode.M4A, frames, sounds.RATE, bare)
    tags.into_m4a(bare, path, tags.Tags("", "", ""))
    assert len(sounds.decoded(path)) == len(pcm) // 2
