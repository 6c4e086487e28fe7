"""What a name looks like: texts that a reader could take for one another have one skeleton.

Unicode's table of confusable letters (UTS 39), case, accents, separators, digits that stand for
letters, and letters that together look like another, all folded. It is compared, never shown.
"""

import unicodedata
from functools import cache

from confusable_homoglyphs.confusables import confusables_data

_LOOK = str.maketrans("i1034578", "lloeastb")
_PAIRS = (("rn", "m"), ("vv", "w"))
_ROUNDS = 8  # the folds settle in three; a table of another year may not loop for ever


def skeleton(text: str) -> str:
    """Letters and digits only; the same for all that look alike, and for a skeleton itself."""
    folded = _folded(text)
    for _round in range(_ROUNDS):
        again = _folded(folded)
        if again == folded:
            break
        folded = again
    return folded


def _folded(text: str) -> str:
    even = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    letters = _lookalikes()
    looks = "".join(letters.get(letter, letter) for letter in _bare(even))
    looks = looks.translate(_LOOK)
    for pair, letter in _PAIRS:
        looks = looks.replace(pair, letter)
    return looks


def _bare(text: str) -> str:
    """Without accents and whatever is neither letter nor digit."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart if unicodedata.category(letter)[0] in "LN")


@cache
def _lookalikes() -> dict[str, str]:
    """Each letter outside ASCII that looks like another, with the one that stands for them all.

    Names are compared without case: к looks like k because К looks like K.
    """
    found: dict[str, str] = {}
    for letter in (key for key in confusables_data if len(key) == 1 and not key.isascii()):
        small = letter.lower()
        plain = _plain(small) or _plain(letter) or _plain(letter.upper())
        single = [other for other in _alike(letter) if len(other) == 1]
        stands = plain or (min([small, *single]) if single else "")
        if stands and len(small) == 1:
            found[letter] = stands
            found.setdefault(small, stands)
    return found


def _plain(letter: str) -> str:
    """The letters of ASCII it looks like."""
    found = [other for other in _alike(letter) if other and other.isascii()]
    return min(found, key=lambda other: (len(other), other), default="")


def _alike(letter: str) -> list[str]:
    return [_bare(other["c"]).lower() for other in confusables_data.get(letter, ())]
