"""Takes one after another, counted in samples, with silences of our own between them."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from blattwerk.narration.errors import StudioFailed
from blattwerk.narration.studio import faults
from blattwerk.narration.studio.interface import Take

RATES = (16000, 22050, 24000, 32000, 44100, 48000)  # what every encoder here can be fed with
FADE = 0.002  # seconds; the edge of a take never clicks
CHUNK = 1 << 16  # samples held at a time


@dataclass(frozen=True)
class Placed:
    """Where a take lies: its first sample and its length, in samples of the recording."""

    start: int
    samples: int


def gap_samples(seconds: float, rate: int) -> int:
    """How many samples of silence `seconds` are; live sound and files use the same count."""
    return max(0, round(seconds * rate))


def rescaled(samples: int, rate: int, wanted: int) -> int:
    """A count of samples at `rate` as a count at `wanted`, to the nearest."""
    return (samples * wanted + rate // 2) // rate


def milliseconds(samples: int, rate: int) -> int:
    """A place in the recording in milliseconds, to the nearest."""
    return rescaled(samples, rate, 1000)


def clock(milliseconds: int) -> str:
    """A time as hours, minutes, seconds: 00:01:05.250."""
    seconds, rest = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{rest:03}"


def recording_rate(takes: Sequence[Take]) -> int:
    """The rate most of the sound has, or the next higher one that all encoders take."""
    spoken: dict[int, float] = {}
    for take in takes:
        spoken[take.rate] = spoken.get(take.rate, 0) + take_samples(take) / take.rate
    main = max(spoken, key=lambda rate: (spoken[rate], rate))
    return next((rate for rate in RATES if rate >= main), RATES[-1])


def take_samples(take: Take) -> int:
    """The length of a take's file in samples; refuses a file that is gone or cut off."""
    try:
        size = take.pcm.stat().st_size
    except OSError as error:
        raise StudioFailed(faults.TAKE_GONE) from error
    if size % 2 or take.rate <= 0:
        raise StudioFailed(faults.TAKE_BROKEN)
    return size // 2


def places(takes: Sequence[Take], rate: int, begin: int = 0) -> tuple[list[Placed], int]:
    """Where each take lies when the first begins at sample `begin`, and where all end."""
    placed = []
    for take in takes:
        samples = rescaled(take_samples(take), take.rate, rate)
        placed.append(Placed(begin, samples))
        begin += samples + gap_samples(take.gap, rate)
    return placed, begin


def lay(takes: Sequence[Take], rate: int, target: Path) -> tuple[list[Placed], int]:
    """Write the timeline as mono 16 bit PCM at `rate` into `target`; answer like `places`."""
    placed, end = places(takes, rate)
    try:
        with target.open("wb") as out:
            for take, place in zip(takes, placed, strict=True):
                for piece in sound_of(take, rate, place.samples):
                    out.write(piece)
                _silence(out, gap_samples(take.gap, rate))
    except OSError as error:
        raise faults.writing(error) from error
    return placed, end


def sound_of(take: Take, rate: int, samples: int) -> Iterator[bytes]:
    """One take at the recording's rate, exactly `samples` long, its edges drawn in and out."""
    return _faded(_sound(take, rate), samples, rate)


def _sound(take: Take, rate: int) -> Iterator[bytes]:
    if take.rate != rate:
        from blattwerk.narration.studio import sound

        yield from sound.resampled(sound.Pcm(take.pcm, take.rate, take_samples(take)), rate)
        return
    try:
        with take.pcm.open("rb") as pcm:
            while piece := pcm.read(CHUNK * 2):
                yield piece
    except OSError as error:
        raise StudioFailed(faults.TAKE_GONE) from error


def _faded(pieces: Iterator[bytes], samples: int, rate: int) -> Iterator[bytes]:
    """Exactly `samples` samples, the first and last two milliseconds drawn in and out."""
    edge = min(int(FADE * rate), samples // 2)
    done = 0
    for piece in _exactly(pieces, samples):
        sound = array("h", piece)
        for at in _edge_places(done, len(sound), samples, edge):
            distance = min(done + at, samples - 1 - done - at)
            sound[at] = sound[at] * distance // edge
        done += len(sound)
        yield sound.tobytes()


def _edge_places(done: int, length: int, samples: int, edge: int) -> Iterator[int]:
    yield from range(max(0, min(length, edge - done)))
    yield from range(max(0, samples - edge - done), length)


def _exactly(pieces: Iterator[bytes], samples: int) -> Iterator[bytes]:
    """Cut or fill with silence: a resampler's last sample may be one more or one less."""
    left = samples * 2
    for piece in pieces:
        if left <= 0:
            return
        yield piece[:left]
        left -= len(piece)
    if left > 0:
        yield bytes(left)


def _silence(out: BinaryIO, samples: int) -> None:
    while samples > 0:
        out.write(bytes(2 * min(samples, CHUNK)))
        samples -= CHUNK
