"""What no rule of ours knows goes to normt2s: Greek letters, formulas, rarer signs."""

import re
from functools import lru_cache

from normt2s import Normalizer

_UNSAID = re.compile(r"[\d%°²³±×÷√∞≠≤≥≈→‰µα-ωΑ-Ω^+=<>]")


def said(text: str) -> str:
    """The text after normt2s, where there is something left that it may know."""
    return _normaliser().normalize(text) if _UNSAID.search(text) else text


@lru_cache(maxsize=1)
def _normaliser() -> Normalizer:
    return Normalizer("de", latex="keep")
