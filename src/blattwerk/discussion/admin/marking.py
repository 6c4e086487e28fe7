"""A comment's text in pieces: what lists found in it, and what weighs for the local help; pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from blattwerk.discussion.help.model import Look, Part
from blattwerk.discussion.wordlist import Hit

MOST_MARKED = 8
LIGHTEST = 0.15  # of the logit; less explains nothing
LEVELS = (0.45, 0.9)  # from where on a word weighs more, and much more


@dataclass(frozen=True)
class Piece:
    """A stretch of the text. `weight` 0 to 3; `phrase` is what a list found there, or ""."""

    text: str
    weight: int = 0
    phrase: str = ""


@dataclass(frozen=True)
class Weighed:
    """A word of the explanation: how much it moves the score, in hundredths of the logit."""

    text: str
    share: int


def pieces(text: str, look: Look | None, hits: Sequence[Hit]) -> list[Piece]:
    """The whole text in order; every sign stands in exactly one piece."""
    weights = {(part.start, part.end): _level(part.share) for part in _heavy(look)}
    borders = {0, len(text)}
    borders |= {at for start, end in weights for at in (start, end)}
    borders |= {at for hit in hits for at in (hit.start, hit.end)}
    places = sorted(at for at in borders if 0 <= at <= len(text))
    return [
        Piece(text[start:end], _weight_at(weights, start), _phrase_at(hits, start))
        for start, end in pairwise(places)
    ]


def weighed(look: Look | None) -> list[Weighed]:
    """What makes the score, the heaviest first; the same word once."""
    sums: dict[str, float] = {}
    for part in look.parts if look else ():
        if part.text.strip():
            sums[part.text] = sums.get(part.text, 0.0) + part.share
    heavy = sorted(sums.items(), key=lambda each: -abs(each[1]))[:MOST_MARKED]
    return [Weighed(word, round(100 * share)) for word, share in heavy if abs(share) >= LIGHTEST]


def _heavy(look: Look | None) -> Iterable[Part]:
    parts = [part for part in look.parts if part.text and part.share >= LIGHTEST] if look else []
    return sorted(parts, key=lambda part: -part.share)[:MOST_MARKED]


def _level(share: float) -> int:
    return 1 + sum(share >= level for level in LEVELS)


def _weight_at(weights: dict[tuple[int, int], int], at: int) -> int:
    return max((level for (start, end), level in weights.items() if start <= at < end), default=0)


def _phrase_at(hits: Sequence[Hit], at: int) -> str:
    return next((hit.phrase for hit in hits if hit.start <= at < hit.end), "")
