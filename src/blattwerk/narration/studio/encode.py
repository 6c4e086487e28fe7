"""The three kinds of sound file: AAC in .m4a, Opus in Ogg, MP3 of constant rate for feeds.

Measured on speech at 22.05 kHz: the AAC encoder's "fast" search keeps 5 dB more of the wave at the
same size than its default, adds less to the peaks, and takes a fifth of the time; its noise
substitution and shaping lose a little of both. LAME's quality 7 keeps 4 dB more of the wave than
its default at 64 kbit/s, as much noise stays under the speech, peaks grow less, and it takes half
the time. Opus keeps its best quality: what is faster is larger or worse.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import av
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.error import FFmpegError
from av.rational import AVRational

from blattwerk.narration.errors import StudioFailed
from blattwerk.narration.studio import faults

if TYPE_CHECKING:
    from av.container import OutputContainer
    from av.container.core import Chapter as AvChapter

_REPEATABLE = 0x400  # AVFMT_FLAG_BITEXACT: no clock, no random number in the file


@dataclass(frozen=True)
class Recipe:
    """How one kind of file is encoded; `kind` is also the file's ending."""

    kind: str
    container: str
    codec: str
    bit_rate: int
    low_rate: int  # the encoder's rate for sound up to 24 kHz; 0: that of the recording
    high_rate: int
    options: Mapping[str, str] = field(default_factory=dict)
    container_options: Mapping[str, str] = field(default_factory=dict)

    @property
    def live_options(self) -> dict[str, str]:
        small_pages = {"page_duration": "100000"} if self.container == "ogg" else {}
        return {**self.container_options, **small_pages, "write_xing": "0", "flush_packets": "1"}

    def rate(self, recording: int) -> int:
        return (self.low_rate if recording <= 24000 else self.high_rate) or recording


@dataclass(frozen=True)
class Chapter:
    """A chapter of the recording, in samples of its rate."""

    title: str
    start: int
    end: int


_FAST = {"aac_coder": "fast", "aac_pns": "0", "aac_tns": "0"}
M4A = Recipe("m4a", "ipod", "aac", 42_000, 0, 0, _FAST)
OPUS = Recipe("opus", "ogg", "libopus", 31_500, 24000, 48000, {"application": "audio"})
_UNTAGGED = {"id3v2_version": "0", "write_xing": "1"}
MP3 = Recipe(
    "mp3", "mp3", "libmp3lame", 64_000, 44100, 44100, {"compression_level": "7"}, _UNTAGGED
)
RECIPES = (M4A, OPUS, MP3)


def encode(
    recipe: Recipe,
    sound: Iterable[AudioFrame],
    rate: int,
    target: Path,
    *,
    tags: Mapping[str, str] | None = None,
    chapters: Sequence[Chapter] = (),
) -> None:
    """Encode mono frames at `rate` into `target`; the container carries tags and chapters."""
    try:
        with av.open(
            str(target), "w", recipe.container, container_options=dict(recipe.container_options)
        ) as container:
            container.flags |= _REPEATABLE
            container.metadata.update(tags or {})
            stream = _stream(container, recipe, rate)
            if chapters:
                container.set_chapters(_chapters(chapters, rate))
            for given in sound:
                container.mux(stream.encode(given))
            container.mux(stream.encode(None))
    except OSError as error:
        raise faults.writing(error) from error
    except FFmpegError as error:
        raise StudioFailed(faults.ENCODER) from error


class LiveStream:
    """An encoder that writes each page or frame to `target` as soon as it is full."""

    def __init__(self, recipe: Recipe, rate: int, target: object) -> None:
        self._container = av.open(
            target, "w", recipe.container, container_options=recipe.live_options
        )
        self._container.flags |= _REPEATABLE
        self._encoder = _stream(self._container, recipe, rate)
        self._container.start_encoding()

    def encode(self, given: AudioFrame) -> None:
        self._container.mux(self._encoder.encode(given))

    def close(self) -> None:
        self._container.mux(self._encoder.encode(None))
        self._container.close()


def _stream(container: "OutputContainer", recipe: Recipe, rate: int) -> AudioStream:
    stream = container.add_stream(
        recipe.codec, rate=recipe.rate(rate), options=dict(recipe.options), layout="mono"
    )
    if not isinstance(stream, AudioStream):
        raise StudioFailed(faults.ENCODER)
    stream.bit_rate = recipe.bit_rate
    return stream


def _chapters(chapters: Sequence[Chapter], rate: int) -> list["AvChapter"]:
    return [
        {
            "id": number,
            "start": chapter.start,
            "end": chapter.end,
            "time_base": AVRational(1, rate),
            "metadata": {"title": chapter.title},
        }
        for number, chapter in enumerate(chapters, start=1)
    ]
