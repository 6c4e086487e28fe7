"""How often the usual words stand in articles, for a paper that has not counted much yet."""

from functools import lru_cache
from importlib.resources import files

from blattwerk.stories.detect.wording import key_of, stem_of, tokens

SHARES = (0.10, 0.03, 0.01)


@lru_cache(maxsize=4)
def usual(language: str) -> dict[int, float]:
    """Term → the share of articles it stands in; empty for a language of which nothing is known."""
    path = files(__package__) / f"usual_{language}.txt"
    if not path.is_file():
        return {}
    tiers = path.read_text(encoding="utf-8").split("\n# ")[1:]
    found: dict[int, float] = {}
    for share, tier in zip(SHARES, tiers, strict=True):
        for token in tokens(tier.partition("\n")[2], title=False):
            found.setdefault(key_of("word", stem_of(token.folded, language)), share)
    return found
