"""What goes through the pipe between a booth and its worker: a head, a JSON note, raw sound.

    4 bytes b"BW01" | length of the note | length of the sound | note | sound

Lengths are unsigned, 32 bit, big endian.
"""

import json
import struct
from typing import Any

MAGIC = b"BW01"
HEAD = struct.Struct(">4sII")
LONGEST_NOTE = 8 << 20
LONGEST_SOUND = 256 << 20


class NotAFrame(ValueError):
    """These bytes are no frame of ours."""


def pack(note: dict[str, Any], sound_bytes: int = 0) -> bytes:
    """A frame as it is sent, but for the sound itself."""
    text = json.dumps(note).encode()
    return HEAD.pack(MAGIC, len(text), sound_bytes) + text


def lengths(head: bytes | bytearray | memoryview) -> tuple[int, int]:
    """How many bytes of note and sound follow. Raises NotAFrame."""
    magic, note, sound = HEAD.unpack(head)
    if magic != MAGIC or note > LONGEST_NOTE or sound > LONGEST_SOUND:
        raise NotAFrame("no frame begins here")
    return note, sound


def unpack_note(text: bytes | bytearray | memoryview) -> dict[str, Any]:
    """Raises NotAFrame unless it is a JSON object."""
    try:
        note = json.loads(bytes(text))
    except ValueError as error:
        raise NotAFrame("the note is no JSON") from error
    if not isinstance(note, dict):
        raise NotAFrame("the note is no object")
    return note
