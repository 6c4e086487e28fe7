"""WAV files as speech services send them: RIFF, PCM, 16 bit, mono; nothing else is let in."""

import struct

PCM, EXTENSIBLE = 1, 0xFFFE
SLOWEST, FASTEST = 8_000, 48_000
_FORMAT = struct.Struct("<HHIIHH")


class NotSound(ValueError):
    """The bytes are no such WAV file; says what they are instead."""


def read_wav(body: bytes) -> tuple[bytes, int]:
    """The samples (signed 16 bit little endian) and their rate. Raises NotSound.

    A service that streams cannot know the length and writes a huge one: the end of the answer
    is then the end of the sound.
    """
    if len(body) < 12 or body[:4] != b"RIFF" or body[8:12] != b"WAVE":
        raise NotSound(f"no WAV file but {_guess(body)}")
    rate, place = 0, 12
    while place + 8 <= len(body):
        name, size = body[place : place + 4], int.from_bytes(body[place + 4 : place + 8], "little")
        content = body[place + 8 : place + 8 + size]
        if name == b"fmt ":
            rate = _checked_format(content)
        elif name == b"data":
            if not rate:
                raise NotSound("a WAV file that does not tell its format")
            return content[: len(content) & ~1], rate
        place += 8 + size + (size & 1)
    raise NotSound("a WAV file without sound")


def _checked_format(content: bytes) -> int:
    if len(content) < _FORMAT.size:
        raise NotSound("a WAV file that is cut off")
    kind, channels, rate, _, _, bits = _FORMAT.unpack(content[: _FORMAT.size])
    if kind == EXTENSIBLE and len(content) >= 26:
        kind = int.from_bytes(content[24:26], "little")
    if kind != PCM or bits != 16:
        raise NotSound(f"a WAV file of kind {kind} with {bits} bit; 16 bit PCM is needed")
    if channels != 1:
        raise NotSound(f"a WAV file with {channels} channels; one is needed")
    if not SLOWEST <= rate <= FASTEST:
        raise NotSound(
            f"a WAV file of {rate} samples a second; {SLOWEST} to {FASTEST} are possible"
        )
    return int(rate)


def _guess(body: bytes) -> str:
    if not body:
        return "nothing"
    if body[:3] == b"ID3" or body[:2] in (b"\xff\xfb", b"\xff\xf3"):
        return "MP3; ask it for WAV"
    if body[:4] == b"OggS":
        return "Ogg; ask it for WAV"
    if body.lstrip()[:1] in (b"{", b"[", b"<"):
        return "text"
    return "something else"
