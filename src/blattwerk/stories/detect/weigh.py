"""How much each term of an article says, given how often it stands in others."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum, log, sqrt
from operator import mul, neg

from blattwerk.stories.detect.features import Features
from blattwerk.stories.detect.usual import usual
from blattwerk.stories.detect.wording import Term, grams

NAME = 2.0
GRAM_WORDS = 60  # the strongest words whose pieces are compared
TRUSTED = 150.0  # articles after which what was counted outweighs what was assumed
STEEP = 1.5  # how much more a rare word says


@dataclass(frozen=True, kw_only=True)
class Weighed:
    """An article's vectors, each of length 1, and what each term says by itself (0 to 1)."""

    words: dict[int, float]
    grams: dict[int, float]
    rarity: dict[int, float]
    counts: Mapping[int, float]  # in how many articles each word stood
    total: float  # articles counted
    usual: Mapping[int, float]  # the share of articles that usual words stand in

    def strongest(self, most: int) -> list[int]:
        return strongest(self.words, most)


def strongest(weights: Mapping[int, float], most: int) -> list[int]:
    ranked = sorted(zip(map(neg, weights.values()), weights, strict=True))
    return [key for _, key in ranked[:most]]


def weigh(features: Features, counts: Mapping[int, float], total: float) -> Weighed:
    """`counts` and `total` are document frequencies; a term that is missing there is new."""
    terms = features.wording.terms
    known = usual(features.language)
    rarity = _rarities(terms, counts, total + TRUSTED, known)
    words = unit({key: _weight(terms[key], rarity[key]) for key in terms})
    return Weighed(
        words=words,
        grams=_gram_weights(terms, words),
        rarity=rarity,
        counts=counts,
        total=total,
        usual=known,
    )


def _rarities(
    terms: Mapping[int, Term],
    counts: Mapping[int, float],
    whole: float,
    known: Mapping[int, float],
) -> dict[int, float]:
    """A pair, which stands after its words, says no more than the commoner of them."""
    found: dict[int, float] = {}
    for key, term in terms.items():
        if term.pair:
            found[key] = min(found[term.pair[0]], found[term.pair[1]])
        else:
            seen = counts.get(key, 0.0) + TRUSTED * known.get(key, 0.0) + 1.0
            found[key] = max(log(whole / seen) / log(whole), 0.0) ** STEEP
    return found


def _weight(term: Term, rarity: float) -> float:
    return (1.0 + log(term.count)) * rarity * (NAME if term.name else 1.0)


def _gram_weights(terms: Mapping[int, Term], words: Mapping[int, float]) -> dict[int, float]:
    single = {key: words[key] for key, term in terms.items() if not term.pair}
    added: dict[int, float] = {}
    for key in strongest(single, GRAM_WORDS):
        pieces = grams(terms[key].stem)
        share = single[key] / sqrt(len(pieces))
        for piece in pieces:
            added[piece] = added.get(piece, 0.0) + share
    return unit(added)


def unit(weights: dict[int, float]) -> dict[int, float]:
    whole = length(weights)
    return {key: weight / whole for key, weight in weights.items()} if whole else weights


def length(weights: Mapping[int, float]) -> float:
    values = weights.values()
    return sqrt(fsum(map(mul, values, values)))


def dot(first: Mapping[int, float], second: Mapping[int, float]) -> float:
    """Exact, so that the order of the terms makes no difference."""
    both = first.keys() & second.keys()
    return fsum(map(mul, map(first.__getitem__, both), map(second.__getitem__, both)))
