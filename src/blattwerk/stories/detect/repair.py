"""What the hourly repair asks: are two stories one, is one story two."""

from collections.abc import Sequence
from datetime import datetime
from math import exp
from typing import Any

from blattwerk.stories.detect.features import Features
from blattwerk.stories.detect.shelf import Shelf, hour_of
from blattwerk.stories.detect.vectors import Vector, close, mean, top_words, vectors_of

type Member = tuple[int, Features, datetime]

ALIKE = 0.34  # closeness of two stories at which it is as likely as not that they are one
STEEP = 18.0
TIME_FADES = 10 * 24  # hours
FEWEST = 4  # articles of a story that may fall apart
FEWEST_OF_HALF = 2
MOST = 120  # the newest articles of a story
APART = 0.10  # halves that are less close than this are two matters
TOLD_WORDS = 6


def likeness(shelf: Shelf, story: int, other: int) -> tuple[float, dict[str, Any]]:
    """How sure it is that two stories are one (0 to 1), with {"close", "words_close", …}."""
    profiles = shelf.profiles([story, other])
    if len(profiles) < 2:  # one of them is not on the shelf
        return 0.0, {}
    one, two = profiles[story], profiles[other]
    words = close(one.words, two.words)
    pieces = close(one.grams, two.grams)
    gap = max(one.first - two.last, two.first - one.last, 0)
    time = exp(-gap / TIME_FADES)
    whole = (words + 0.3 * pieces) / 1.3 * time
    shared = set(one.titles) & set(two.titles)
    sure = 1.0 / (1.0 + exp(-STEEP * (whole - ALIKE)))
    return sure, {
        "numbers": {"words": round(words, 4), "pieces": round(pieces, 4)},
        "shared_titles": len(shared),
        "time": round(time, 4),
        "score": round(whole, 4),
    }


def halves(members: Sequence[Member]) -> tuple[list[int], list[int], float, dict[str, Any]] | None:
    """Two parts of a story that have little to do with each other, the older first; or None."""
    if len(members) < FEWEST:
        return None
    ordered = sorted(members, key=lambda each: (hour_of(each[2]), each[0]))[-MOST:]
    texts = [features for _, features, _ in ordered]
    vectors = vectors_of(texts)
    first, second = _two_groups(vectors)
    if min(len(first), len(second)) < FEWEST_OF_HALF:
        return None
    closeness = close(mean(vectors[at] for at in first), mean(vectors[at] for at in second))
    if closeness >= APART:
        return None
    words = [top_words([texts[at] for at in part], TOLD_WORDS) for part in (first, second)]
    return (
        [ordered[at][0] for at in first],
        [ordered[at][0] for at in second],
        1.0 - closeness / APART,
        {"score": round(closeness, 4), "words_of_halves": words},
    )


def _two_groups(vectors: list[Vector]) -> tuple[list[int], list[int]]:
    """Average linkage, from single articles up; ties go to the older ones."""
    groups = {at: [at] for at in range(len(vectors))}
    near = {
        (one, two): close(vectors[one], vectors[two])
        for one in groups
        for two in groups
        if one < two
    }
    while len(groups) > 2:
        one, two = min(near, key=lambda pair: (-near[pair], pair))
        for other in groups:
            if other not in (one, two):
                kept, gone = _pair(one, other), _pair(two, other)
                sizes = len(groups[one]), len(groups[two])
                near[kept] = (sizes[0] * near[kept] + sizes[1] * near.pop(gone)) / sum(sizes)
        del near[one, two]
        groups[one] += groups.pop(two)
    first, second = sorted(sorted(group) for group in groups.values())
    return first, second


def _pair(one: int, two: int) -> tuple[int, int]:
    return (one, two) if one < two else (two, one)
