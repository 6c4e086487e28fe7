"""Sound to be heard while the rest is still being spoken: PCM in, playable bytes out at once.

The timeline is the finished file's: the same takes and the same silences (`timeline.gap_samples`)
give the same times. Nothing can be measured beforehand, so the level is the usual one for the
engine's loudness. PyAV is loaded with the first encoder.
"""

import struct
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from blattwerk.narration.studio.sound import Filters

Kind = Literal["opus", "mp3"]
CONTENT_TYPES: Mapping[str, str] = {"opus": "audio/ogg; codecs=opus", "mp3": "audio/mpeg"}
LOUDNESS: Mapping[str, float] = {"espeak-ng": -20.6, "piper": -25.9}  # LUFS, measured raw speech
USUAL_LOUDNESS = -21.0
# Samples by which decoders bring MP3 late when no tag tells them, and a stream has no place for
# one: the first 25 ms, usually silence, are left out so that all else comes in time.
_LAG: Mapping[str, int] = {"opus": 0, "mp3": 1105}
PIECE = 0.25  # seconds fed at a time by `stream`


class LiveEncoder:
    """Mono 16 bit PCM at `rate` into Ogg Opus or MP3, piece by piece.

    `engine` sets the gain by how loud that engine speaks. Feed takes and silences in order; each
    answer continues the one before it. Not for use by two threads at a time.
    """

    def __init__(self, kind: Kind, rate: int, engine: str = "") -> None:
        from blattwerk.narration.studio import encode, sound

        self.rate = rate
        self.position = 0
        self._sink = _Sink()
        recipe = {"opus": encode.OPUS, "mp3": encode.MP3}[kind]
        self._chain = sound.Through(_filters(engine, recipe.rate(rate), _LAG[kind]))
        self._stream = encode.LiveStream(recipe, rate, self._sink)

    def feed(self, pcm: bytes) -> bytes:
        """Encode the next samples; what a player can use by now."""
        from blattwerk.narration.studio import sound

        if pcm:
            given = sound.frame(pcm, self.rate, self.position)
            self.position += given.samples
            for made in self._chain.feed(given):
                self._stream.encode(made)
        return self._sink.taken()

    def stream(self, pcm: bytes) -> Iterator[bytes]:
        """Feed a long take in pieces, so that its beginning is heard while the rest is encoded."""
        size = int(self.rate * PIECE) * 2
        for start in range(0, len(pcm), size):
            yield self.feed(pcm[start : start + size])

    def close(self) -> bytes:
        """The last bytes; the encoder is spent."""
        for made in self._chain.end():
            self._stream.encode(made)
        self._stream.close()
        return self._sink.taken()


def wav(pcm: bytes, rate: int) -> bytes:
    """Mono 16 bit PCM as a WAV file."""
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, rate, rate * 2, 2, 16)
    body = b"WAVE" + form + struct.pack("<4sI", b"data", len(pcm)) + pcm
    return struct.pack("<4sI", b"RIFF", len(body)) + body


class _Sink:
    """Where FFmpeg writes to; it cannot go back in what was already sent."""

    def __init__(self) -> None:
        self.waiting = bytearray()

    def write(self, piece: bytes) -> int:
        self.waiting += piece
        return len(piece)

    def taken(self) -> bytes:
        piece = bytes(self.waiting)
        self.waiting.clear()
        return piece


def _filters(engine: str, rate: int, lag: int) -> "Filters":
    from blattwerk.narration.studio import loudness, sound

    level = loudness.usual_level(LOUDNESS.get(engine, USUAL_LOUDNESS))
    cut = (("atrim", f"start_sample={lag}"), ("asetpts", "PTS-STARTPTS"))
    return (*loudness.filters(level), *sound.plain(rate), *cut)
