"""How much a text needs a look, and why. It sorts and explains; it never decides."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from math import exp, fsum

from blattwerk.discussion.help.features import Term, slots, strengths, terms
from blattwerk.discussion.help.reading import Token, tokens
from blattwerk.discussion.help.weights import Weights, opened

_MOST_KEPT = 100_000  # terms; some 20 MB


@dataclass(frozen=True, slots=True)
class Part:
    """A word or sign of the text and what it adds to the logit.

    The part without text is what every text begins with.
    """

    text: str
    start: int
    end: int
    share: float


@dataclass(frozen=True, slots=True)
class Look:
    """How much a text needs a look, 0 to 1; the parts' shares add up to the logit."""

    score: float
    logit: float
    parts: tuple[Part, ...]


class Model:
    """Scores texts by weights. Keeps what it has found out about words, up to a limit."""

    def __init__(self, weights: Weights) -> None:
        self.about = weights.about
        self._numbers = weights.numbers
        self._kept: dict[Term, float] = {}

    def score(self, text: str) -> float:
        """0 to 1; from a half on, most such texts were rejected."""
        return likely(self.logit(text))

    def logit(self, text: str) -> float:
        """The score before it is bent to 0 to 1."""
        counted = Counter(term for term, _ in terms(tokens(text)))
        return self.about.constant + sum(
            self._weight(term) * strength for term, strength in strengths(counted)
        )

    def look(self, text: str) -> Look:
        """The score with the words that make it, in their order."""
        shares: dict[Token, list[float]] = {}
        for token, share in self._shares(text):
            shares.setdefault(token, []).append(share)
        found = (
            Part(token.written, token.start, token.end, fsum(each))
            for token, each in shares.items()
        )
        parts = (Part("", 0, 0, self.about.constant), *found)
        logit = self.logit(text)
        return Look(likely(logit), logit, parts)

    def stored(self) -> Weights:
        """What this model was made of."""
        return Weights(self.about, self._numbers)

    def kept(self) -> int:
        """How many words' weights are kept in memory."""
        return len(self._kept)

    def weights(self) -> dict[int, float]:
        """Parts of the logit by slot, for weights that stand on these."""
        step = self.about.step
        return {slot: number * step for slot, number in enumerate(self._numbers) if number}

    def _shares(self, text: str) -> Iterator[tuple[Token, float]]:
        """What each token adds; a pair's share goes to both its words alike."""
        found = list(terms(tokens(text)))
        counted = Counter(term for term, _ in found)
        strong = dict(strengths(counted))
        for term, on in found:
            share = self._weight(term) * strong[term] / counted[term]
            for token in on:
                yield token, share / len(on)

    def _weight(self, term: Term) -> float:
        known = self._kept.get(term)
        if known is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            numbers = self._numbers
            whole = sum(numbers[slot] * times for slot, times in slots(term))
            known = self._kept[term] = whole * self.about.step
        return known


def likely(logit: float) -> float:
    """A logit as 0 to 1."""
    if logit < 0:
        return 1.0 - likely(-logit)
    return 1.0 / (1.0 + exp(-min(logit, 700.0)))


@cache
def shipped() -> Model:
    """The model that comes with Blattwerk."""
    with as_file(files(__package__).joinpath("weights.bin")) as path:
        return Model(opened(path))
