"""Articles of one story among themselves: compared without a shelf."""

from collections.abc import Iterable, Mapping, Sequence

from blattwerk.stories.detect.features import Features
from blattwerk.stories.detect.weigh import dot, length, unit, weigh

type Vector = dict[int, float]


def vectors_of(every: Sequence[Features]) -> list[Vector]:
    return [weigh(features, {}, 0.0).words for features in every]


def close(first: Mapping[int, float], second: Mapping[int, float]) -> float:
    """The cosine of two vectors or sums of vectors; 0 where one is empty."""
    lengths = length(first) * length(second)
    return dot(first, second) / lengths if lengths else 0.0


def mean(vectors: Iterable[Vector]) -> Vector:
    added: Vector = {}
    for vector in vectors:
        for key, weight in vector.items():
            added[key] = added.get(key, 0.0) + weight
    return unit(added)


def top_words(every: Sequence[Features], most: int) -> list[str]:
    """The words that most of these articles have, as the first of them writes them."""
    counted: dict[int, int] = {}
    written: dict[int, str] = {}
    for features in every:
        for key, term in features.wording.terms.items():
            if not term.pair:
                counted[key] = counted.get(key, 0) + 1 + term.name + term.title
                written.setdefault(key, term.surface)
    return [written[key] for key in sorted(counted, key=lambda key: (-counted[key], key))[:most]]
