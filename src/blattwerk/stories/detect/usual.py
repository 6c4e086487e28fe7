"""How often the usual words stand in articles, for a paper that has not counted much yet."""

from functools import lru_cache
from importlib.resources import files

from blattwerk.common.stems import fold
from blattwerk.stories.detect.stems import key_of, stem_of

SHARES = (0.10, 0.03, 0.01)


@lru_cache(maxsize=4)
def usual(language: str) -> dict[int, float]:
    """Term → the share of articles it stands in; empty for a language of which nothing is known."""
    found: dict[int, float] = {}
    for word, share in _tiers(language):
        found.setdefault(key_of("word", stem_of(word, language)), share)
    return found


@lru_cache(maxsize=4)
def usual_words(language: str) -> frozenset[str]:
    """The same as they stand in the list."""
    return frozenset(word for word, _share in _tiers(language))


@lru_cache(maxsize=4)
def usual_places(language: str) -> frozenset[int]:
    """Those of the usual words that name one place among many."""
    places = (files(__package__) / "usual_places.txt").read_text(encoding="utf-8")
    words = map(fold, places.partition("\n")[2].split())
    return frozenset(key_of("word", stem_of(word, language)) for word in words)


def _tiers(language: str) -> list[tuple[str, float]]:
    path = files(__package__) / f"usual_{language}.txt"
    if not path.is_file():
        return []
    tiers = path.read_text(encoding="utf-8").split("\n# ")[1:]
    return [
        (fold(word), share)
        for share, tier in zip(SHARES, tiers, strict=True)
        for word in tier.partition("\n")[2].split()
    ]
