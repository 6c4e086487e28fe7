"""The paper's pronunciation list goes before all rules and is safe from them."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

FIRST = 0xF0000  # private characters stand for what is said; the text itself holds none
MOST = 65_000


def put_aside(text: str, house: Mapping[str, str]) -> tuple[str, list[str]]:
    """The text with a private character for each listed word, and what they stand for."""
    present = tuple(word for word in house if word and word in text)[:MOST]
    if not present:
        return text, []
    ordered = sorted(present, key=len, reverse=True)
    numbers = {word: index for index, word in enumerate(ordered)}
    marked = _words(tuple(ordered)).sub(lambda m: chr(FIRST + numbers[m[0]]), text)
    return marked, [house[word] for word in ordered]


def put_back(text: str, said: Sequence[str]) -> str:
    """The text with what the private characters stand for."""
    if not said:
        return text
    return "".join(
        said[ord(character) - FIRST] if ord(character) >= FIRST else character for character in text
    )


@lru_cache(maxsize=256)
def _words(ordered: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(_whole, ordered)))


def _whole(word: str) -> str:
    left = r"(?<!\w)" if re.match(r"\w", word) else ""
    right = r"(?!\w)" if re.search(r"\w\Z", word) else ""
    return f"{left}{re.escape(word)}{right}"
