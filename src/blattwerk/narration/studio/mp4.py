"""Finish an .m4a: its index to the front, so that it plays while it loads, and tags into it.

FFmpeg writes either iTunes' tags or free keys, never both; so the tags are written here.
"""

import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from blattwerk.narration.studio import sound

_CONTAINERS = (b"trak", b"mdia", b"minf", b"stbl")
_OFFSETS = {b"stco": "I", b"co64": "Q"}  # tables of places in the file, and their width
_TEXT, _JPEG = 1, 13  # iTunes' kinds of value


def finish(
    source: Path,
    target: Path,
    *,
    texts: Mapping[str, str],
    own: Mapping[str, str],
    picture: bytes = b"",
) -> None:
    """Copy `source` to `target` with its index first and new tags.

    `texts` by iTunes' names ("©nam"), `own` by free names, `picture` a JPEG. Raises OSError.
    """
    tags = _tags(texts, own, picture)
    with source.open("rb") as file:
        places = {name: (start, size) for name, start, size in _top_boxes(file)}
        head = _read(file, *places[b"ftyp"])
        index = _read(file, *places[b"moov"])[8:]
        start, size = places[b"mdat"]
        moved = len(head) + len(_index(index, tags, 0)) - start
        with target.open("wb") as out:
            out.write(head + _index(index, tags, moved))
            file.seek(start)
            sound.copy(file, out, size)


def _top_boxes(file: BinaryIO) -> Iterator[tuple[bytes, int, int]]:
    """Name, place and size of the file's outermost boxes."""
    start = 0
    while len(header := _read(file, start, 16)) >= 8:
        size, name = struct.unpack_from(">I4s", header)
        if size == 1:
            (size,) = struct.unpack_from(">Q", header, 8)
        yield name, start, size
        start += size


def _index(body: bytes, tags: bytes, moved: int) -> bytes:
    """The file's index with our tags, pointing to sound that lies `moved` bytes further on."""
    kept = b""
    parts = []
    for name, inner in _children(body):
        if name == b"udta":
            kept = b"".join(_box(*child) for child in _children(inner) if child[0] != b"meta")
        else:
            parts.append(_moved(name, inner, moved))
    return _box(b"moov", b"".join(parts) + _box(b"udta", kept + tags))


def _moved(name: bytes, body: bytes, moved: int) -> bytes:
    if name in _CONTAINERS:
        return _box(name, b"".join(_moved(*child, moved) for child in _children(body)))
    if name in _OFFSETS:
        (count,) = struct.unpack_from(">I", body, 4)
        table = f">{count}{_OFFSETS[name]}"
        offsets = (offset + moved for offset in struct.unpack_from(table, body, 8))
        body = body[:8] + struct.pack(table, *offsets)
    return _box(name, body)


def _tags(texts: Mapping[str, str], own: Mapping[str, str], picture: bytes) -> bytes:
    """iTunes' metadata box."""
    items = [
        _box(name.encode("latin-1"), _value(_TEXT, text.encode()))
        for name, text in texts.items()
        if text
    ]
    if picture:
        items.append(_box(b"covr", _value(_JPEG, picture)))
    items += [_free(name, text) for name, text in own.items()]
    handler = _box(b"hdlr", struct.pack(">II4s4s9x", 0, 0, b"mdir", b"appl"))
    return _box(b"meta", bytes(4) + handler + _box(b"ilst", b"".join(items)))


def _free(name: str, text: str) -> bytes:
    domain = _box(b"mean", bytes(4) + b"com.apple.iTunes")
    return _box(
        b"----", domain + _box(b"name", bytes(4) + name.encode()) + _value(_TEXT, text.encode())
    )


def _value(kind: int, value: bytes) -> bytes:
    return _box(b"data", struct.pack(">II", kind, 0) + value)


def _children(body: bytes) -> Iterator[tuple[bytes, bytes]]:
    start = 0
    while start + 8 <= len(body):
        size, name = struct.unpack_from(">I4s", body, start)
        yield name, body[start + 8 : start + size]
        start += size


def _box(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", len(body) + 8, name) + body


def _read(file: BinaryIO, start: int, size: int) -> bytes:
    file.seek(start)
    return file.read(size)
