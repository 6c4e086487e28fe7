"""Where the words of a sentence stand, and when each begins to sound."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from blattwerk.narration.engines.interface import SpokenWord

_WORD = re.compile(r"\w(?:\S*\w)?")


def word_spans(sentence: str) -> list[tuple[int, int]]:
    """Start and end of each word, without the punctuation around it."""
    return [match.span() for match in _WORD.finditer(sentence)]


def timed(
    spans: Sequence[tuple[int, int]], known: Mapping[int, int], samples: int
) -> tuple[SpokenWord, ...] | None:
    """Every word with its first sample; None when the engine told of none.

    `known` maps a word's number to the sample it was heard at. A word the engine ran together with
    its neighbour gets its share of the time between those that are known.
    """
    fixed = _rising(known, samples)
    if not fixed:
        return None
    length = spans[-1][1]
    marks = [(spans[number][0], sample) for number, sample in fixed.items()]
    if marks[0][0] > 0:
        marks.insert(0, (0, 0))
    marks.append((max(length, marks[-1][0] + 1), max(samples, marks[-1][1])))
    return tuple(
        SpokenWord(start, end, fixed[number] if number in fixed else _between(marks, start))
        for number, (start, end) in enumerate(spans)
    )


def _rising(known: Mapping[int, int], samples: int) -> dict[int, int]:
    """Times that never run backwards and lie inside the sound."""
    fixed: dict[int, int] = {}
    latest = 0
    for number in sorted(known):
        if latest <= known[number] < samples:
            fixed[number] = latest = known[number]
    return fixed


def _between(marks: Sequence[tuple[int, int]], place: int) -> int:
    for (left, early), (right, late) in pairwise(marks):
        if left <= place < right:
            return early + (late - early) * (place - left) // (right - left)
    return marks[-1][1]
