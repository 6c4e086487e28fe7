"""How well scores sort texts that people have decided on."""

from collections.abc import Sequence
from dataclasses import dataclass

HALF = 0.5
TOP = 0.1  # of a queue


@dataclass(frozen=True)
class Measured:
    """Each 0 to 1; 1 is perfect."""

    macro_f1: float
    top: float  # precision of the queue's first tenth
    average: float  # average precision


def measured(scores: Sequence[float], verdicts: Sequence[bool]) -> Measured:
    """`verdicts` says which texts were rejected."""
    most = max(1, round(len(scores) * TOP))
    return Measured(
        macro_f1(scores, verdicts),
        precision_at_top(scores, verdicts, most),
        average_precision(scores, verdicts),
    )


def macro_f1(scores: Sequence[float], verdicts: Sequence[bool], limit: float = HALF) -> float:
    """The mean of both sides' F1, when all from `limit` on are taken for rejected."""
    pairs = [(score >= limit, verdict) for score, verdict in zip(scores, verdicts, strict=True)]
    right, left = pairs.count((True, True)), pairs.count((False, False))
    wrong = len(pairs) - right - left
    return (_f1(right, wrong) + _f1(left, wrong)) / 2


def precision_at_top(scores: Sequence[float], verdicts: Sequence[bool], most: int = 50) -> float:
    """Which share of the `most` texts with the highest scores people rejected.

    Equal scores share their places, so the order of the lists is of no matter. Of no text, 0.
    """
    left = min(most, len(scores))
    taken = left
    found = 0.0
    for rejected, size in _steps(scores, verdicts):
        if left <= 0:
            break
        found += rejected / size * min(size, left)
        left -= size
    return found / taken if taken > 0 else 0.0


def average_precision(scores: Sequence[float], verdicts: Sequence[bool]) -> float:
    """The mean precision at every rejected text, from the top down; equal scores are one step."""
    total = sum(verdicts)
    seen = hits = 0
    area = 0.0
    for rejected, size in _steps(scores, verdicts):
        seen += size
        hits += rejected
        area += rejected * hits / seen
    return area / total if total else 0.0


def _steps(scores: Sequence[float], verdicts: Sequence[bool]) -> list[tuple[int, int]]:
    """Highest score first: how many have it and were rejected, how many have it."""
    at: dict[float, list[bool]] = {}
    for score, verdict in zip(scores, verdicts, strict=True):
        at.setdefault(score, []).append(verdict)
    return [(sum(at[score]), len(at[score])) for score in sorted(at, reverse=True)]


def _f1(right: int, wrong: int) -> float:
    return 2 * right / (2 * right + wrong) if right else 0.0
