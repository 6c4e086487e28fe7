"""A recording people made: checked, brought to one channel, then treated like any other."""

from collections.abc import Callable, Iterator
from pathlib import Path

import av
from av.audio.frame import AudioFrame
from av.container import InputContainer
from av.error import FFmpegError
from av.stream import Disposition

from blattwerk.narration.errors import StudioFailed
from blattwerk.narration.studio import faults, marks, sound
from blattwerk.narration.studio.interface import Made, Tags
from blattwerk.narration.studio.produce import TIMELINE, press, studio_session
from blattwerk.narration.studio.timeline import RATES

LONGEST = 7200  # seconds
SHORTEST = 1
MISSING = 0.02  # share of the announced length that may be missing
_UNKNOWN_SIZE = 0xFFFF_FF00  # what recorders write that do not know yet
_READERS = {
    # Lists of other files (HLS, concat) are kinds FFmpeg reads too: an upload must not name them.
    "format_whitelist": "wav,w64,aiff,flac,mp3,aac,ogg,mov,caf,matroska,webm,amr,asf",
    "protocol_whitelist": "file",
}


def produce(
    source: Path, tags: Tags, scratch: Path, progress: Callable[[float], None], signer: str = ""
) -> Made:
    """Make the three sound files and an empty list of marks in `scratch`."""
    pcm = scratch / TIMELINE
    rate, samples = _taken_in(source, pcm)
    if samples < SHORTEST * rate:
        raise StudioFailed(faults.TOO_SHORT)
    progress(0.1)
    session = studio_session(pcm, rate, samples, samples, tags)
    if session.level is None:
        raise StudioFailed(faults.SILENT)
    progress(0.2)
    texts = {"json": marks.marks((), language=tags.language, rate=rate, samples=samples)}
    return press(session, texts, signer, progress)


def check(source: Path) -> None:
    """Raises StudioFailed for what can be told without reading the whole file."""
    _look_at(source)
    try:
        with av.open(str(source.absolute()), "r", options=dict(_READERS)) as container:
            _refuse(container)
            next(container.decode(container.streams.audio[0]), None)
    except FFmpegError as error:
        raise StudioFailed(faults.NOT_AUDIO) from error


def _taken_in(source: Path, target: Path) -> tuple[int, int]:
    """Write the recording as mono PCM; its rate and how many samples there are."""
    _look_at(source)
    try:
        with av.open(str(source.absolute()), "r", options=dict(_READERS)) as container:
            _refuse(container)
            stream = container.streams.audio[0]
            rate = next((rate for rate in RATES if rate >= stream.rate), RATES[-1])
            announced = _announced(container)
            samples = _written(_heard(container), rate, target)
    except FFmpegError as error:
        raise StudioFailed(faults.NOT_AUDIO) from error
    if samples < announced * (1 - MISSING) * rate - rate / 2:
        raise StudioFailed(faults.CUT_OFF)
    return rate, samples


def _look_at(source: Path) -> None:
    try:
        size = source.stat().st_size
    except OSError as error:
        raise StudioFailed(faults.NO_FILE) from error
    if not size:
        raise StudioFailed(faults.EMPTY_FILE)
    with source.open("rb") as file:
        head = file.read(12)
    if head[:4] == b"RIFF" and head[8:] == b"WAVE":
        announced = int.from_bytes(head[4:8], "little") + 8
        if announced < _UNKNOWN_SIZE and size < announced * (1 - MISSING):
            raise StudioFailed(faults.CUT_OFF)  # FFmpeg takes what is there for the whole


def _refuse(container: InputContainer) -> None:
    """Refuse what can be told without decoding."""
    moving = [
        stream
        for stream in container.streams.video
        if not stream.disposition & Disposition.attached_pic
    ]
    if moving:
        raise StudioFailed(faults.IS_VIDEO)
    if not container.streams.audio:
        raise StudioFailed(faults.HOLDS_NO_AUDIO)
    if _announced(container) > LONGEST:
        raise StudioFailed(faults.TOO_LONG)


def _announced(container: InputContainer) -> float:
    """The length in seconds that the file says it has, 0 when it says none."""
    return container.duration / av.time_base if container.duration else 0.0


def _heard(container: InputContainer) -> Iterator[AudioFrame]:
    """Decoded frames; what is damaged in the middle ends the recording."""
    try:
        yield from container.decode(container.streams.audio[0])
    except FFmpegError as error:
        raise StudioFailed(faults.CUT_OFF) from error


def _written(given: Iterator[AudioFrame], rate: int, target: Path) -> int:
    samples = 0
    try:
        with target.open("wb") as out:
            for made in sound.through(given, sound.plain(rate)):
                samples += made.samples
                if samples > LONGEST * rate:
                    raise StudioFailed(faults.TOO_LONG)
                out.write(sound.samples(made))
    except OSError as error:
        raise faults.writing(error) from error
    return samples
