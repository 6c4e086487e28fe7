"""The bursts of a story: its chapters."""

from collections.abc import Sequence
from datetime import datetime

from blattwerk.stories.detect.features import Features
from blattwerk.stories.detect.shelf import hour_of
from blattwerk.stories.detect.vectors import Vector, close, mean, vectors_of

type Member = tuple[int, Features, datetime]

GAP = 48  # hours; a longer silence ends a chapter
FEWEST = 3  # articles on either side of a turn of the matter
TURN = 0.16  # sides that are less close than this are about different things


def bursts(members: Sequence[Member]) -> list[list[int]]:
    """The articles' numbers, chapter by chapter, oldest first in both."""
    ordered = sorted(members, key=lambda each: (each[2], each[0]))
    return [
        [number for number, _, _ in part]
        for run in _runs(ordered)
        for part in _by_matter(run, vectors_of([features for _, features, _ in run]))
    ]


def _runs(ordered: list[Member]) -> list[list[Member]]:
    runs: list[list[Member]] = []
    for member in ordered:
        if runs and hour_of(member[2]) - hour_of(runs[-1][-1][2]) <= GAP:
            runs[-1].append(member)
        else:
            runs.append([member])
    return runs


def _by_matter(run: list[Member], vectors: list[Vector]) -> list[list[Member]]:
    """Cut where what came before and what came after have least in common, if little enough."""
    cuts = range(FEWEST, len(run) - FEWEST + 1)
    closeness = {at: close(mean(vectors[:at]), mean(vectors[at:])) for at in cuts}
    if not closeness or min(closeness.values()) >= TURN:
        return [run]
    at = min(closeness, key=lambda cut: (closeness[cut], cut))
    return [*_by_matter(run[:at], vectors[:at]), *_by_matter(run[at:], vectors[at:])]
