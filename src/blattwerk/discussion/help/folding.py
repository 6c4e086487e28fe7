"""One spelling for words that were written to slip through: 1d1ot, Idiooot, Іdiot, I.d.i.o.t."""

import re
import unicodedata
from functools import lru_cache

MOST_LETTERS = 40  # of one word; what is longer is no word, and would cost much
_KEPT_SPELLINGS = 20_000

_UNSEEN = dict.fromkeys(
    (0xAD, 0x34F, 0x61C, 0x180E, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F),
     *range(0x2060, 0x2070), *range(0xFE00, 0xFE10), *range(0xE0000, 0xE0080))
)  # fmt: skip
# A letter of another script, then the Latin one that it looks like.
_PAIRS = (
    "аa вb сc еe ԁd һh іi јj кk ӏl мm нh пn оo рp ԛq гr ѕs тt ѵv ԝw хx уy зe "
    "αa βb εe νv οo ρp τt υu χx ηn κk ιi γy ωw ɑa ɡg ɩi ıi łl øo đd ħh ŧt ʀr ɴn ʟl"
)
_ALIKE = {ord(pair[0]): pair[1] for pair in _PAIRS.split()}
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe"})
_FIGURES = dict(zip(map(ord, "0134578@$€!|+"), "oieastbaseilt", strict=True))
_MARKS = re.compile("[\u0300-\u036f]")
# Not at the end, nor two at the beginning: G20 and 20er are not misspelt.
_FIGURE_IN_WORD = re.compile(r"(?<=[a-z])[0134578@$€!|+]{1,3}(?=[a-z])|^[0134578@$€!|+](?=[a-z])")
_HELD_LETTER = re.compile(r"([a-z*])\1{2,}")
_BETWEEN = re.compile(r"[\W_]+")


@lru_cache(maxsize=_KEPT_SPELLINGS)
def folded(word: str) -> str:
    """The word in small plain letters, without what was put in to hide it."""
    plain = unicodedata.normalize("NFKC", word[: 2 * MOST_LETTERS].translate(_UNSEEN)).lower()
    plain = plain.translate(_ALIKE).translate(_UMLAUTS)
    if not plain.isascii():
        plain = _MARKS.sub("", unicodedata.normalize("NFD", plain))
    plain = _FIGURE_IN_WORD.sub(lambda figures: figures[0].translate(_FIGURES), plain)
    return _HELD_LETTER.sub(r"\1", plain)[:MOST_LETTERS]


def closed_up(letters: str) -> str:
    """Letters that were written with gaps, without them."""
    return _BETWEEN.sub("", letters.translate(_UNSEEN))
