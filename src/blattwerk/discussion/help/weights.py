"""The weights' file: a line of JSON that says what they are, then the numbers, packed."""

import json
import sys
import zlib
from array import array
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from blattwerk.discussion.help.features import BITS

MAGIC = b"blattwerk moderation help\n"
VERSION = 1
MOST_BYTES = 1_000_000
SIZE = 1 << BITS
_LARGEST = 32_767
_ITEM = 2  # bytes of one weight


class WeightsError(Exception):
    """Weights that cannot be used; the message says why, and what to do."""


@dataclass(frozen=True, kw_only=True)
class About:
    """What stands in the file beside the weights."""

    made: str  # a day: 2026-03-31
    examples: int
    attribution: str
    licence: str
    constant: float  # of the logit
    slope: float  # logit for each margin
    step: float  # a weight's unit


@dataclass(frozen=True)
class Weights:
    """Whole numbers by slot; times `about.step` they are parts of the logit."""

    about: About
    numbers: array[int]


def packed(values: dict[int, float]) -> tuple[array[int], float]:
    """Whole numbers for the weights, and the step that turns them back."""
    largest = max(map(abs, values.values()), default=0.0) or 1.0
    step = largest / _LARGEST
    numbers = array("h", bytes(SIZE * _ITEM))
    for slot, value in values.items():
        numbers[slot] = round(value / step)
    return numbers, step


def written(weights: Weights) -> bytes:
    """The file's bytes, the same on every machine."""
    plain = _ordered(weights.numbers).tobytes()
    told = {"version": VERSION, **asdict(weights.about), "digest": _digest(plain)}
    return MAGIC + json.dumps(told, sort_keys=True).encode() + b"\n" + zlib.compress(plain, 9)


def opened(path: Path) -> Weights:
    """The weights in a file; WeightsError when they cannot be used."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise WeightsError(f"{path} cannot be read: {error.strerror}.") from error
    try:
        return read(content)
    except WeightsError as error:
        raise WeightsError(f"{path} {error}") from error


def read(content: bytes) -> Weights:
    """The weights in a file's bytes. Nothing in them is ever run."""
    if not content.startswith(MAGIC):
        raise WeightsError("holds no weights of the moderation help.")
    if len(content) > MOST_BYTES:
        raise WeightsError(f"is larger than {MOST_BYTES:,} bytes; weights are smaller.")
    head, _, body = content[len(MAGIC) :].partition(b"\n")
    told = _told(head)
    if told.get("version") != VERSION:
        raise WeightsError(
            f"is of version {told.get('version')}, this Blattwerk reads version {VERSION}: "
            "train the weights again with `blattwerk moderation train`."
        )
    numbers = _unpacked(body, str(told.get("digest")))
    return Weights(_about(told), numbers)


def _told(head: bytes) -> dict[str, Any]:
    try:
        told = json.loads(head)
    except (ValueError, RecursionError) as error:
        raise WeightsError(_BROKEN) from error
    if not isinstance(told, dict):
        raise WeightsError(_BROKEN)
    return told


def _about(told: dict[str, Any]) -> About:
    try:
        about = About(
            made=str(told["made"]),
            examples=int(told["examples"]),
            attribution=str(told["attribution"]),
            licence=str(told["licence"]),
            **{name: _finite(told[name]) for name in ("constant", "slope", "step")},
        )
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise WeightsError(_BROKEN) from error
    if about.slope <= 0 or about.step <= 0:
        raise WeightsError(_BROKEN)
    return about


def _finite(value: object) -> float:
    number = float(str(value))
    if not -1e6 < number < 1e6:  # also what is no number
        raise ValueError(value)
    return number


def _unpacked(body: bytes, digest: str) -> array[int]:
    unpacker = zlib.decompressobj()
    try:
        plain = unpacker.decompress(body, SIZE * _ITEM + 1)
    except zlib.error as error:
        raise WeightsError(_BROKEN) from error
    if len(plain) != SIZE * _ITEM or _digest(plain) != digest:
        raise WeightsError(_BROKEN)
    return _ordered(array("h", plain))


def _ordered(numbers: array[int]) -> array[int]:
    """Little-endian, as the file has them."""
    if sys.byteorder == "little":
        return numbers
    turned = array("h", numbers)
    turned.byteswap()
    return turned


def _digest(plain: bytes) -> str:
    return blake2b(plain, digest_size=16).hexdigest()


_BROKEN = "is broken: fetch it again, or train the weights again."
