"""A linear model of labelled texts: standard library only, the same each time.

Slots are scaled by how unevenly both sides use them (Wang and Manning 2012), then a support vector
machine is fitted by dual coordinate descent (Hsieh and others 2008). What is known beforehand comes
in as a margin that each text has already.
"""

from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from operator import mul
from random import Random

from blattwerk.discussion.help.features import Term, slots, strengths, terms
from blattwerk.discussion.help.reading import tokens

ROUNDS = 30
COST = 0.15
EVEN = 0.3  # share of the scale that is the same for all slots
FEWEST = 2  # texts with a slot; what stands in one text alone is chance
_CALM = 1e-3  # a round that changes less ends the fitting


@dataclass(frozen=True)
class Row:
    """A text by slots."""

    slots: array[int]
    values: array[float]


def row_of(text: str) -> Row:
    """What the model sees of a text."""
    counted = Counter(term for term, _ in terms(tokens(text)))
    values: dict[int, float] = {}
    for term, strength in strengths(counted):
        for slot, times in _slots(term):
            values[slot] = values.get(slot, 0.0) + times * strength
    return Row(array("i", values), array("d", values.values()))


@lru_cache(maxsize=200_000)
def _slots(term: Term) -> tuple[tuple[int, float], ...]:
    return tuple(slots(term))


def fitted(
    rows: Sequence[Row], rejected: Sequence[bool], known: Sequence[float], cost: float = COST
) -> tuple[dict[int, float], float]:
    """Weights by slot and a constant, to be added to what is `known` of each text."""
    scale = _scale(rows, rejected)
    place = {slot: at for at, slot in enumerate(scale)}
    factors = list(scale.values())
    kept = [_kept(row, place, factors) for row in rows]
    found = _descended(kept, rejected, known, len(place), cost)
    constant = found.pop()
    return {slot: found[at] * factors[at] for slot, at in place.items() if found[at]}, constant


def margins(rows: Sequence[Row], weights: dict[int, float], constant: float) -> list[float]:
    """What weights make of texts."""
    take = weights.get
    return [
        constant + sum(map(mul, [take(slot, 0.0) for slot in row.slots], row.values))
        for row in rows
    ]


def _scale(rows: Sequence[Row], rejected: Sequence[bool]) -> dict[int, float]:
    """For each slot that enough texts have: how unevenly both sides have it, about 1."""
    ours: Counter[int] = Counter()
    theirs: Counter[int] = Counter()
    for row, verdict in zip(rows, rejected, strict=True):
        (ours if verdict else theirs).update(row.slots)
    both = ours + theirs
    kept = [slot for slot in both if both[slot] >= FEWEST]
    many_ours, many_theirs = ours.total() + len(both), theirs.total() + len(both)
    uneven = {
        slot: abs(log((1 + ours[slot]) / many_ours) - log((1 + theirs[slot]) / many_theirs))
        for slot in kept
    }
    mean = sum(uneven.values()) / len(uneven) if uneven else 1.0
    return {slot: EVEN + (1 - EVEN) * each / (mean or 1.0) for slot, each in uneven.items()}


def _kept(row: Row, place: dict[int, int], factors: list[float]) -> Row:
    """The row by places, scaled; the last place is the constant's."""
    pairs = [
        (at, value * factors[at])
        for slot, value in zip(row.slots, row.values, strict=True)
        if (at := place.get(slot)) is not None
    ]
    pairs.append((len(place), 1.0))
    return Row(array("i", [at for at, _ in pairs]), array("d", [value for _, value in pairs]))


def _descended(
    rows: Sequence[Row], rejected: Sequence[bool], known: Sequence[float], size: int, cost: float
) -> list[float]:
    """The support vectors' sum: squared hinge loss, both sides of equal weight."""
    sides = (len(rows) / (2 * max(1, side)) for side in (rejected.count(False), sum(rejected)))
    ease = [1 / (2 * cost * side) for side in sides]
    bends = [
        sum(map(mul, row.values, row.values)) + ease[v]
        for row, v in zip(rows, rejected, strict=False)
    ]
    at, pulls = [0.0] * (size + 1), [0.0] * len(rows)
    order, chance = list(range(len(rows))), Random(1)  # noqa: S311  # repeatable, not secret
    for _ in range(ROUNDS):
        chance.shuffle(order)
        changed = 0.0
        for i in order:
            row, sign = rows[i], 1.0 if rejected[i] else -1.0
            margin = known[i] + sum(map(mul, map(at.__getitem__, row.slots), row.values))
            slope = sign * margin - 1.0 + pulls[i] * ease[rejected[i]]
            pull = max(pulls[i] - slope / bends[i], 0.0)
            step = (pull - pulls[i]) * sign
            if step:
                pulls[i] = pull
                changed = max(changed, abs(step) * bends[i])
                for place, value in zip(row.slots, row.values, strict=False):
                    at[place] += step * value
        if changed < _CALM:
            break
    return at
