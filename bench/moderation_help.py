"""How fast the moderation help scores comments, against merely splitting and counting their words.

`python -m bench moderation_help`. Every round scores texts that were never seen; one in
twenty of their words was not either. One core.
"""

import random
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

from bench.story_words import stream, words_of
from blattwerk.discussion.help import weights
from blattwerk.discussion.help.folding import folded
from blattwerk.discussion.help.model import Model, shipped
from blattwerk.discussion.help.weights import Weights, opened

TEXTS = 2_000
ROUNDS = 3
WORDS = 22  # a comment of about 150 characters
NEW = 0.05  # of the words: made up for this text
WANTED = 1_000  # texts a second


def main() -> None:
    """Print texts a second and ratios; end with 1 below the bar."""
    chance = random.Random(5)
    known = [word for item in stream("de") for word in words_of(item)]
    base = opened(Path(weights.__file__).with_name("weights.bin"))
    model = shipped()
    cold = best(chance, known, lambda texts: _cold(base, texts))
    warm = best(chance, known, lambda texts: _each(model.score, texts))
    told = best(chance, known, lambda texts: _each(model.look, texts))
    plain = best(chance, known, lambda texts: _each(_counted, texts))
    print(f"{'':<38}{'texts/s':>10}{'ratio':>8}")
    for name, rate in (
        ("split and count words (reference)", plain),
        ("score, nothing known yet", cold),
        ("score, as the worker does it", warm),
        ("score with reasons", told),
    ):
        print(f"{name:<38}{rate:>10,.0f}{rate / plain:>8.3f}")
    print(f"wanted: {WANTED:,} texts/s; least {min(cold, warm, told):,.0f}")
    if min(cold, warm, told) < WANTED:
        sys.exit(1)


def best(
    chance: random.Random, known: Sequence[str], deed: Callable[[Sequence[str]], None]
) -> float:
    """Texts a second in the quickest of some rounds, each on texts of its own."""
    rates = []
    for _ in range(ROUNDS):
        texts = [comment(chance, known) for _ in range(TEXTS)]
        began = perf_counter()
        deed(texts)
        rates.append(TEXTS / (perf_counter() - began))
    return max(rates)


def comment(chance: random.Random, known: Sequence[str]) -> str:
    """Words as often as in our invented stream, some of them new."""
    words = [
        chance.choice(known) + ("".join(chance.choices("aeinrst", k=4)) * (chance.random() < NEW))
        for _ in range(WORDS)
    ]
    return " ".join(words) + chance.choice([".", "!", "!!!", "?", " 😂"])


def _cold(base: Weights, texts: Sequence[str]) -> None:
    folded.cache_clear()
    _each(Model(base).score, texts)


def _each(deed: Callable[[str], object], texts: Sequence[str]) -> None:
    for text in texts:
        deed(text)


def _counted(text: str) -> int:
    return len(Counter(text.lower().split()))


if __name__ == "__main__":
    main()
