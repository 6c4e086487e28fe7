"""Encoders add to a peak here and there: find where, and bring the sound down just there."""

from array import array
from collections.abc import Mapping
from pathlib import Path

from blattwerk.narration.studio import faults, loudness, sound

BLOCKS = 100  # a second is looked at in so many pieces
FINE = 96_000  # rate at which no peak hides between samples
_NEARLY = 0.3  # dB below the limit that count as too high: meters differ
_MARGIN = 0.5  # dB more than needed: the next encoding is another one
_SCAN = (
    ("aresample", f"{FINE}"),
    ("aformat", "sample_fmts=fltp"),  # peaks above full scale keep their height
    ("asetnsamples", f"{FINE // BLOCKS}"),
    ("astats", "metadata=1:reset=1:measure_perchannel=none:measure_overall=Peak_level"),
)
_HEIGHT = "lavfi.astats.Overall.Peak_level"

Dips = Mapping[int, float]
"""By how many dB the sound is brought down in which block."""


def found(path: Path) -> dict[int, float]:
    """The blocks of an encoded file whose peaks are too high, and by how much to lower them."""
    high = {}
    for number, piece in enumerate(sound.through(sound.decoded(path), _SCAN)):
        excess = float(piece.metadata[_HEIGHT]) - loudness.PEAK
        if excess > -_NEARLY:
            high[number] = excess + _NEARLY + _MARGIN
    return high


def lowered(pcm: sound.Pcm, dips: Dips, target: Path) -> None:
    """Write the sound with its dips into `target`; ten milliseconds lead into and out of each."""
    corners = _corners(dips)
    blocks = sorted({block for corner in corners for block in (corner - 1, corner) if block >= 0})
    try:
        with pcm.path.open("rb") as source, target.open("wb") as out:
            for block in blocks:
                start, end = (at * pcm.rate // BLOCKS for at in (block, block + 1))
                sound.copy(source, out, 2 * start - source.tell())
                piece = array("h", source.read(2 * (end - start)))
                edges = corners.get(block, 1.0), corners.get(block + 1, 1.0)
                out.write(_bent(piece, *edges))
            sound.copy(source, out, 2 * pcm.samples - source.tell())
    except OSError as error:
        raise faults.writing(error) from error


def together(one: Dips, other: Dips) -> dict[int, float]:
    """Dips upon dips."""
    return {
        block: one.get(block, 0.0) + other.get(block, 0.0) for block in one.keys() | other.keys()
    }


def _corners(dips: Dips) -> dict[int, float]:
    """The gain at the beginning of each block that has one: dips reach one block to each side."""
    gains: dict[int, float] = {}
    for block, dip in dips.items():
        for corner in range(block - 1, block + 3):
            gains[corner] = min(gains.get(corner, 1.0), 10 ** (-dip / 20))
    return gains


def _bent(samples: "array[int]", begin: float, end: float) -> bytes:
    """Samples times a gain that goes straight from `begin` to `end`."""
    step = (end - begin) / max(1, len(samples))
    return array("h", (int(one * (begin + step * at)) for at, one in enumerate(samples))).tobytes()
