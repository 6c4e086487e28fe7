"""Text that no engine takes for orders: what could steer a synthesiser becomes a space or a comma.

Characters are exchanged one for one, so that places in the text stay true.
"""

import re
import unicodedata
from collections.abc import Iterable

# Square brackets open phoneme input in espeak-ng and in Piper; control characters carry commands.
_EXCHANGED = {"[": "(", "]": ")", "\u2028": " ", "\u2029": " "}
_SILENT = {"Cc", "Cs", "Co", "Cn"}


def plain(sentence: str) -> str:
    """The sentence without anything an engine could obey; of the same length."""
    return "".join(_harmless(character) for character in sentence)


def _harmless(character: str) -> str:
    if character in _EXCHANGED:
        return _EXCHANGED[character]
    return " " if unicodedata.category(character) in _SILENT else character


def split_at_words(sentence: str, words: Iterable[str]) -> list[tuple[str, bool]]:
    """The sentence in pieces; True marks a piece that is one of `words` standing alone."""
    listed = sorted((word for word in words if word), key=len, reverse=True)
    if not listed:
        return [(sentence, False)]
    pattern = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, listed))})(?!\w)")
    pieces = pattern.split(sentence)
    return [(piece, bool(number % 2)) for number, piece in enumerate(pieces) if piece]
