"""The weights by which the named numbers become one score; they ship in a versioned file."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from importlib.resources import files
from math import exp, fsum
from typing import Any

LEXICAL = "weights.json"
SEMANTIC = "weights-semantic.json"
SIGNS = {
    "words": 1, "nearest": 1, "pieces": 1, "much": 1, "own": 1, "meaning": 1,
    "days": -1, "places": -1, "figures": -1, "format": -1,
}  # fmt: skip
PLACES_KEPT = 6  # decimals of a part


@dataclass(frozen=True, kw_only=True)
class Model:
    """A logistic model. `join`, `same` and `grey` are values of `sure`, join ≥ same ≥ grey.

    From `join` on, and `clear` of the runner-up, an article joins by itself; from `same` on the
    story is the best choice; from `grey` on an editor is asked.
    """

    version: str
    constant: float
    weights: dict[str, float]
    join: float
    same: float
    grey: float
    clear: float

    def parts(self, numbers: Mapping[str, float]) -> dict[str, float]:
        """What each number adds to the score."""
        return {
            name: round(weight * numbers.get(name, 0.0), PLACES_KEPT) + 0.0  # never -0.0
            for name, weight in self.weights.items()
        }

    def score(self, parts: Mapping[str, float]) -> float:
        """Exact whatever the order, which a database may change."""
        return fsum([self.constant, *parts.values()])

    def written(self) -> str:
        return json.dumps(asdict(self), indent=2, ensure_ascii=False) + "\n"


def sure_of(score: float) -> float:
    """The logistic value of a score, 0 to 1."""
    if score < 0:
        return exp(max(score, -700.0)) / (1.0 + exp(max(score, -700.0)))
    return 1.0 / (1.0 + exp(-score))


def model_from(read: Mapping[str, Any]) -> Model:
    """ValueError where a field is missing or a weight has the wrong sign."""
    try:
        model = Model(**read)
    except TypeError as error:
        raise ValueError(f"This is not a file of weights: {error}.") from error
    wrong = [name for name, weight in model.weights.items() if weight * SIGNS.get(name, 0) < 0]
    unknown = sorted(set(model.weights) - set(SIGNS))
    if wrong or unknown:
        raise ValueError(f"These weights cannot be: {', '.join([*wrong, *unknown])}.")
    return model


@lru_cache(maxsize=8)  # more than there are ways to ask
def shipped(name: str = LEXICAL) -> Model:
    return model_from(json.loads((files(__package__) / name).read_text(encoding="utf-8")))
