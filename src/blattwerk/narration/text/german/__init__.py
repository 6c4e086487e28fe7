"""German as it is written to German as it is said: one door, `spoken`."""

import re
from collections.abc import Mapping

from blattwerk.narration.text.german import (
    addresses,
    clean,
    clock,
    compounds,
    counting,
    dates,
    fractions,
    law,
    left,
    listed,
    money,
    ordinals,
    people,
    results,
    roman,
    shortened,
    signs,
    spell,
    telephone,
    units,
)
from blattwerk.narration.text.german.rules import apply

__all__ = ["spoken"]

# The order matters: what is most specific goes first, what counts what is left goes last.
_WORDS_FIRST = (
    *addresses.RULES,
    *telephone.RULES,
    *law.RULES,
    *shortened.RULES,
    *people.RULES,
    *roman.RULES,
)
_NUMBERS = (
    *signs.AMONG_NUMBERS,
    *spell.NUMBERED,
    *dates.RULES,
    *clock.RULES,
    *units.PRICES,
    *money.RULES,
    *compounds.RULES,
    *results.RULES,
    *fractions.RULES,
    *units.RULES,
    *ordinals.RULES,
    *counting.RULES,
)
_SIGNS_LAST = (*spell.ACRONYMS, *signs.AMONG_WORDS)
_HAS_NUMBER = re.compile(r"[\d½¼¾⅓⅔⅛]")
_SMALL_START = re.compile(r"[„“‚\"'»›(]?[a-zäöü]")
_FIRST_SMALL = re.compile(r"\A[„“‚\"'»›]?[a-zäöü]")


def spoken(sentence: str, house: Mapping[str, str] | None = None) -> str:
    """The sentence in plain words, as a newsreader would say it; "" when there is nothing to say.

    `house` is the paper's pronunciation list, written word to what is said instead of it:
    whole words, longest first, minding capitals; the rules leave it alone.
    """
    text = signs.brackets_of_machines(clean.plain(sentence))
    text, aside = listed.put_aside(text, house or {})
    capital = not _SMALL_START.match(text)
    text = apply(_WORDS_FIRST, text)
    if _HAS_NUMBER.search(text):
        text = apply(_NUMBERS, text)
    text = apply(_SIGNS_LAST, text)
    text = clean.swept(left.said(text))
    if capital:
        text = _FIRST_SMALL.sub(lambda start: start[0][:-1] + start[0][-1].upper(), text, count=1)
    return listed.put_back(text, aside)
