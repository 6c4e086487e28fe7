"""An ID3v2.4 tag: what podcast apps read from an MP3, chapters and picture with it."""

import struct
from collections.abc import Mapping, Sequence

UTF8 = b"\x03"
_CONTENTS = b"toc\0"
_UNKNOWN = 0xFFFFFFFF  # chapters are found by time, not by byte


def tag(
    texts: Mapping[str, str],
    *,
    language: str,
    comment: str = "",
    address: str = "",
    own: Mapping[str, str] | None = None,
    picture: bytes = b"",
    chapters: Sequence[tuple[int, int, str]] = (),
) -> bytes:
    """A whole tag. `texts` by frame name (TIT2 …), `own` by name of ours, chapters in ms.

    `language` is a code of three letters, `picture` a JPEG.
    """
    frames = [_frame(name, UTF8 + text.encode()) for name, text in texts.items() if text]
    if comment:
        said = UTF8 + language.encode() + b"\0" + comment.encode()
        frames.append(_frame("COMM", said))
    if address:
        frames.append(_frame("WOAF", address.encode("ascii", "ignore")))
    for name, text in (own or {}).items():
        frames.append(_frame("TXXX", UTF8 + name.encode() + b"\0" + text.encode()))
    frames += _chapters(chapters)
    if picture:
        frames.append(_frame("APIC", UTF8 + b"image/jpeg\0\x03\0" + picture))
    body = b"".join(frames)
    return b"ID3\x04\0\0" + _size(len(body)) + body


def _chapters(chapters: Sequence[tuple[int, int, str]]) -> list[bytes]:
    if not chapters:
        return []
    names = [b"chapter%d\0" % number for number in range(1, len(chapters) + 1)]
    top_level_in_order = 3
    contents = struct.pack("BB", top_level_in_order, len(names)) + b"".join(names)
    frames = [_frame("CTOC", _CONTENTS + contents)]
    for name, (start, end, title) in zip(names, chapters, strict=True):
        times = struct.pack(">IIII", start, end, _UNKNOWN, _UNKNOWN)
        frames.append(_frame("CHAP", name + times + _frame("TIT2", UTF8 + title.encode())))
    return frames


def _frame(name: str, body: bytes) -> bytes:
    return name.encode() + _size(len(body)) + b"\0\0" + body


def _size(length: int) -> bytes:
    """Seven bits a byte, so that no size looks like the start of sound."""
    return bytes(length >> shift & 0x7F for shift in (21, 14, 7, 0))
