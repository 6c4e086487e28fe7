"""Let a Piper model tell how long each of its sounds lasts.

The durations are computed inside every model, as the output of its one `Ceil` step, but most files
do not hand them out. A model is a protocol buffer, and protocol buffers merge: a second `graph`
appended to the file adds one more output to the first. So no model library is needed.
"""

import mmap
import shutil
from collections.abc import Iterator
from pathlib import Path

GRAPH, NODE, OUTPUT = 7, 1, 12  # fields of ModelProto and GraphProto
NODE_OUTPUT, NODE_KIND, VALUE_NAME = 2, 4, 1  # fields of NodeProto and ValueInfoProto
LENGTH_DELIMITED = 2
FIXED_SIZES = {1: 8, 5: 4}


def copy_with_durations(model: Path, copy: Path) -> bool:
    """Write a copy that also hands out durations; False (no copy) when there is no way to.

    Raises OSError when the copy cannot be written, ValueError when the model is no ONNX file.
    """
    with model.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as raw:
        durations, outputs = _find(raw)
    if len(durations) != 1 or durations[0] in outputs:
        return False
    shutil.copyfile(model, copy)
    with copy.open("ab") as patched:
        patched.write(_field(GRAPH, _field(OUTPUT, _field(VALUE_NAME, durations[0]))))
    return True


def has_graph(model: Path) -> bool:
    """Whether this is a whole ONNX file: fields to the last byte, a graph among them."""
    try:
        with model.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as raw:
            return any(number == GRAPH for number, _, _ in _fields(raw, 0, len(raw)))
    except ValueError:
        return False


def _find(raw: mmap.mmap) -> tuple[list[bytes], list[bytes]]:
    """What the `Ceil` steps put out, and what the model hands out already."""
    durations: list[bytes] = []
    outputs: list[bytes] = []
    for number, start, end in _fields(raw, 0, len(raw)):
        if number != GRAPH:
            continue
        for inner, first, last in _fields(raw, start, end):
            if inner == NODE:
                parts = [
                    (part, raw[i:j]) for part, i, j in _fields(raw, first, last) if j - i < 256
                ]
                if (NODE_KIND, b"Ceil") in parts:
                    durations += [name for part, name in parts if part == NODE_OUTPUT]
            elif inner == OUTPUT:
                outputs += [
                    raw[i:j] for part, i, j in _fields(raw, first, last) if part == VALUE_NAME
                ]
    return durations, outputs


def _fields(raw: mmap.mmap, place: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Number, start and end of each field that has a length. Raises ValueError on other files."""
    while place < end:
        key, place = _varint(raw, place)
        kind = key & 7
        if kind == LENGTH_DELIMITED:
            length, place = _varint(raw, place)
            if place + length > end:
                raise ValueError("the file is cut off")
            yield key >> 3, place, place + length
            place += length
        elif kind == 0:
            _, place = _varint(raw, place)
        elif kind in FIXED_SIZES:
            place += FIXED_SIZES[kind]
        else:
            raise ValueError("the file is no protocol buffer")


def _varint(raw: mmap.mmap, place: int) -> tuple[int, int]:
    value = shift = 0
    while shift < 64 and place < len(raw):
        byte = raw[place]
        place += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, place
        shift += 7
    raise ValueError("the file is cut off")


def _field(number: int, content: bytes) -> bytes:
    return bytes([number << 3 | LENGTH_DELIMITED, len(content)]) + content
