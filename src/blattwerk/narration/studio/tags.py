"""What a recording says of itself, in the words of each kind of file."""

from collections.abc import Sequence
from pathlib import Path

from blattwerk import __version__
from blattwerk.narration.studio import artwork, id3, mp4
from blattwerk.narration.studio.encode import Chapter
from blattwerk.narration.studio.interface import Tags
from blattwerk.narration.studio.timeline import clock, milliseconds

IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/"
ENCODER = f"Blattwerk {__version__}"
_THREE_LETTERS = {"de": "deu", "en": "eng"}


def source_type(tags: Tags) -> str:
    """The IPTC term as an address, or "" for a human's recording."""
    term = tags.digital_source_type
    return term if not term or term.startswith("http") else IPTC + term


def in_ogg(tags: Tags, chapters: Sequence[Chapter], rate: int) -> dict[str, str]:
    """Vorbis comments. Chapters are among them: FFmpeg's own are off by up to a second."""
    said = {
        "TITLE": tags.title,
        "ARTIST": _artist(tags),
        "ALBUM": tags.paper,
        "DATE": tags.date,
        "LANGUAGE": tags.language,
        "DESCRIPTION": tags.comment,
        "CONTACT": tags.address,
        "ENCODED_BY": ENCODER,
    }
    for number, chapter in enumerate(chapters):
        said[f"CHAPTER{number:03}"] = clock(milliseconds(chapter.start, rate))
        said[f"CHAPTER{number:03}NAME"] = chapter.title
    return _without_blanks(said | _own(tags))


def into_mp3(
    source: Path, target: Path, tags: Tags, chapters: Sequence[Chapter], rate: int
) -> None:
    """Copy an untagged MP3 with an ID3 tag before it; raises OSError."""
    texts = {
        "TIT2": tags.title,
        "TPE1": _artist(tags),
        "TALB": tags.paper,
        "TPUB": tags.paper,
        "TDRC": tags.date,
        "TLAN": _language(tags),
        "TENC": ENCODER,
        "TCOP": tags.licence,
    }
    tag = id3.tag(
        texts,
        language=_language(tags),
        comment=tags.comment,
        address=tags.address,
        own=_own(tags),
        picture=artwork.jpeg(tags.artwork, artwork.FEED) if tags.artwork else b"",
        chapters=[
            (milliseconds(one.start, rate), milliseconds(one.end, rate), one.title)
            for one in chapters
        ],
    )
    with source.open("rb") as sound, target.open("wb") as out:
        out.write(tag)
        while piece := sound.read(1 << 18):
            out.write(piece)


def into_m4a(source: Path, target: Path, tags: Tags) -> None:
    """Copy an M4A with iTunes' tags and its index in front; raises OSError."""
    texts = {
        "©nam": tags.title,
        "©ART": _artist(tags),
        "©alb": tags.paper,
        "©day": tags.date,
        "©cmt": tags.comment,
        "©too": ENCODER,
        "cprt": tags.licence,
    }
    own = {"LANGUAGE": tags.language, "URL": tags.address} | _own(tags)
    picture = artwork.jpeg(tags.artwork, artwork.PLAYER) if tags.artwork else b""
    mp4.finish(source, target, texts=texts, own=_without_blanks(own), picture=picture)


def _own(tags: Tags) -> dict[str, str]:
    """Names of ours, the same in every kind of file."""
    return _without_blanks(
        {
            "digitalSourceType": source_type(tags),
            "engine": tags.engine,
            "voice": tags.voice,
            "licence": tags.licence,
        }
    )


def _without_blanks(said: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in said.items() if text}


def _artist(tags: Tags) -> str:
    return ", ".join(tags.authors) or tags.paper


def _language(tags: Tags) -> str:
    return _THREE_LETTERS.get(tags.language, "und")
