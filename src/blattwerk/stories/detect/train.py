"""Make the weights again from a labelled stream. Standard library only, the same each time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from hashlib import blake2b
from math import exp, fsum, log1p
from operator import mul

from blattwerk.stories.detect.alone import alone
from blattwerk.stories.detect.features import Features, features_of
from blattwerk.stories.detect.find import choice_of
from blattwerk.stories.detect.measure import Measured, measure
from blattwerk.stories.detect.model import SIGNS, Model, sure_of
from blattwerk.stories.detect.numbers import numbers_of
from blattwerk.stories.detect.shapes import Choice, Piece
from blattwerk.stories.detect.shelf import Shelf, hour_of
from blattwerk.stories.detect.stream import Placed, place_all

type Stream = Sequence[tuple[Piece, str]]  # with the label of its story
type Read = Callable[[Piece], Features]
type _Aim = tuple[bool, float, float]  # whether it belongs; its weight; what is given

ROUNDS = 30
SAME_TRIED = tuple(step / 20 for step in range(2, 14))
NEIGHBOURS = 2
AS_GOOD = 0.997
GREY_SHARE = 0.09  # of all items
JOIN_TRIED = tuple(step / 20 for step in range(6, 20))
CLEAR = 0.1
WEIGHT_OF_STREAM = 100.0
GIVEN = {"format": -30.0, "places": -7.0}
"""Not learned. Tomorrow's weather is never today's story; and of events that only their place tells
apart a stream holds too few to learn that none of them joins surely."""
SMALLEST_STEP = 1e-4
RIDGE = 0.05  # holds the weights small where there are few examples


@dataclass(frozen=True, kw_only=True)
class Example:
    """An article beside a story: how they compare, and whether it belongs there."""

    numbers: dict[str, float]
    belongs: bool
    article: int = 0
    weight: float = 1.0

    @property
    def given(self) -> float:
        """The part of its score that is not learned."""
        return fsum(weight * self.numbers.get(name, 0.0) for name, weight in GIVEN.items())


def trained(streams: Sequence[Stream], read: Read = features_of, kind: str = "lexical") -> Model:
    """Weights from all streams together; the limits are those that place the streams best."""
    read = cache(read)
    examples = [each for stream in streams for each in evenly(examples_of(stream, read))]
    names = [name for name in SIGNS if any(name in example.numbers for example in examples)]
    learned = [name for name in names if name not in GIVEN]
    constant, weights = fitted(examples, learned)
    weights = {name: GIVEN.get(name, weights.get(name, 0.0)) for name in names}
    model = Model(
        version="",
        constant=round(constant, 4),
        weights={name: round(weight, 4) for name, weight in weights.items()},
        join=1.0,
        same=0.5,
        grey=0.0,
        clear=CLEAR,
    )
    model = _with_grey_zone(_with_best_same(model, streams, read), streams, read)
    written = model.written().encode()
    return replace(model, version=f"{kind}-{blake2b(written, digest_size=4).hexdigest()}")


def examples_of(stream: Stream, read: Read = features_of) -> list[Example]:
    """Every article beside all its candidates, the stories filled as the labels say."""
    stories: dict[str, int] = {}
    found: list[Example] = []
    with alone() as connection:
        shelf = Shelf(connection)
        for piece, label in stream:
            features = read(piece)
            shelf.count(features, piece.moment)
            shelf.count_meaning(features)
            weighed = shelf.weighed(features, piece.moment)
            own, mean = stories.get(label), shelf.mean(features.language)
            for story, profile in shelf.profiles(shelf.candidates(weighed, piece.moment)).items():
                numbers = numbers_of(features, weighed, hour_of(piece.moment), profile, mean)
                found.append(Example(numbers=numbers, belongs=story == own, article=piece.number))
            shelf.put(stories.setdefault(label, len(stories) + 1), features, piece.moment)
    return found


def _with_best_same(model: Model, streams: Sequence[Stream], read: Read) -> Model:
    """Where B-cubed and pairwise F1 are highest, the neighbours' counted: a peak may be chance.

    Of those that are as good the lowest: few papers are as quiet as a stream of labels.
    """
    reached = []
    for same in SAME_TRIED:
        tried = replace(model, same=same)
        measures = [replayed(tried, stream, read)[1] for stream in streams]
        reached.append(fsum(each.b_cubed.f1 + each.pairs.f1 for each in measures))
    inner = range(NEIGHBOURS, len(reached) - NEIGHBOURS)
    smooth = {at: fsum(reached[at - NEIGHBOURS : at + NEIGHBOURS + 1]) for at in inner}
    as_good = [at for at in smooth if smooth[at] >= AS_GOOD * max(smooth.values())]
    return replace(model, same=SAME_TRIED[min(as_good)])


def _with_grey_zone(model: Model, streams: Sequence[Stream], read: Read) -> Model:
    """An editor is asked as often as may be, rather about a join too many than one too few."""
    asking = replace(model, grey=round(model.same / 2, 4))
    founds = [
        placed.found
        for stream in streams
        for placed in replayed(asking, stream, read)[0]
        if placed.found is not None
    ]
    for join in sorted(JOIN_TRIED, reverse=True):
        tried = replace(asking, join=join)
        asked = sum(choice_of(found.sure, found.margin, tried) is Choice.GREY for found in founds)
        if asked <= GREY_SHARE * len(founds):
            return tried
    return replace(asking, join=model.same)


def replayed(
    model: Model, stream: Stream, read: Read = features_of
) -> tuple[list[Placed], Measured]:
    """The stream placed from first to last, and how well."""
    pieces = [piece for piece, _ in stream]
    with alone() as connection:
        placed = [each for _, each in place_all(pieces, connection, model=model, read=read)]
    measured = measure(
        [label for _, label in stream],
        [str(each.story) for each in placed],
        [each.sure for each in placed],
    )
    return placed, measured


def evenly(examples: Sequence[Example]) -> list[Example]:
    """Weighted so that every stream counts the same, however long."""
    belong = sum(example.belongs for example in examples) or 1
    return [replace(example, weight=WEIGHT_OF_STREAM / belong) for example in examples]


def fitted(
    examples: Sequence[Example], names: Sequence[str], ridge: float = RIDGE
) -> tuple[float, dict[str, float]]:
    """Constant and weights of a logistic model; what would get the wrong sign is left out."""
    kept = list(names)
    while True:
        solution = _newton(examples, kept, ridge)
        weights = dict(zip(kept, solution[1:], strict=True))
        wrong = [name for name in kept if weights[name] * SIGNS[name] < 0]
        if not wrong:
            return solution[0], {name: weights.get(name, 0.0) for name in names}
        kept.remove(max(wrong, key=lambda name: abs(weights[name])))


def _newton(examples: Sequence[Example], names: Sequence[str], ridge: float) -> list[float]:
    rows = [[1.0, *(example.numbers.get(name, 0.0) for name in names)] for example in examples]
    aims = [(example.belongs, example.weight, example.given) for example in examples]
    at = [-3.0, *[0.0] * len(names)]
    loss = _loss(at, rows, aims, ridge)
    for _ in range(ROUNDS):
        step = _step(at, rows, aims, ridge)
        size = 1.0
        while size > SMALLEST_STEP:
            tried = [weight + size * each for weight, each in zip(at, step, strict=True)]
            tried_loss = _loss(tried, rows, aims, ridge)
            if tried_loss < loss:
                break
            size /= 2
        else:
            return at
        at, loss = tried, tried_loss
    return at


def _loss(at: list[float], rows: list[list[float]], aims: list[_Aim], ridge: float) -> float:
    misses = (
        weight * log1p(exp(min((_times(at, row) + given) * (-1 if belongs else 1), 700.0)))
        for row, (belongs, weight, given) in zip(rows, aims, strict=True)
    )
    return fsum(misses) + ridge / 2 * sum(weight * weight for weight in at[1:])


def _step(at: list[float], rows: list[list[float]], aims: list[_Aim], ridge: float) -> list[float]:
    """Newton's: the slope divided by the curvature."""
    size = len(at)
    slope = [0.0, *(-ridge * weight for weight in at[1:])]
    bend = [[ridge * (i == j and i > 0) for j in range(size)] for i in range(size)]
    for row, (belongs, weight, given) in zip(rows, aims, strict=True):
        sure = sure_of(_times(at, row) + given)
        sway = weight * sure * (1 - sure)
        for i, value in enumerate(row):
            if value:
                slope[i] += weight * (belongs - sure) * value
                bend[i] = [
                    have + sway * value * each for have, each in zip(bend[i], row, strict=True)
                ]
    return _solved(bend, slope)


def _times(first: list[float], second: list[float]) -> float:
    return sum(map(mul, first, second))


def _solved(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gauss with pivots; the matrix is positive definite but for the constant's row."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for i in range(size):
        pivot = max(range(i, size), key=lambda j: abs(rows[j][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for j in range(i + 1, size):
            factor = rows[j][i] / (rows[i][i] or 1e-12)
            rows[j] = [a - factor * b for a, b in zip(rows[j], rows[i], strict=True)]
    solution = [0.0] * size
    for i in reversed(range(size)):
        rest = sum(rows[i][j] * solution[j] for j in range(i + 1, size))
        solution[i] = (rows[i][size] - rest) / (rows[i][i] or 1e-12)
    return solution
