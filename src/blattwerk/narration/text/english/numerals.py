"""Numbers in English words, the American way: no "and" after the hundred, "two thousand five"."""

import re

from normt2s.langs.base import get_language

_words = get_language("en")
LONGEST = 15  # digits; longer ones are read one by one
ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
ROMAN = r"(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
SIZES = {
    "k": "thousand", "thousand": "thousand", "m": "million", "mn": "million", "mln": "million",
    "mio": "million", "million": "million", "millions": "million", "b": "billion", "bn": "billion",
    "bln": "billion", "billion": "billion", "tn": "trillion", "trn": "trillion",
    "trillion": "trillion", "hundred": "hundred",
}  # fmt: skip


def cardinal(digits: str) -> str:
    """ "1,250" to words; leading zeros and very long runs are read digit by digit."""
    digits = digits.replace(",", "").replace(" ", "").replace("'", "")
    if len(digits) > LONGEST or (len(digits) > 1 and digits[0] == "0"):
        return one_by_one(digits)
    return _words.cardinal(int(digits))


def one_by_one(digits: str) -> str:
    """ "007" to "zero zero seven"."""
    return " ".join(_words.cardinal(int(digit)) for digit in digits if digit.isdecimal())


def number(written: str) -> str:
    """Any number as written: thousands, decimals, a sign before it."""
    sign = "minus " if written[:1] in ("-", "−") else ""
    whole, _, decimals = written.lstrip("-−+").partition(".")
    said = cardinal(whole) if whole else "zero"
    return sign + said + (f" point {one_by_one(decimals)}" if decimals else "")


def ordinal(digits: str) -> str:
    """ "22" to "twenty-second"."""
    digits = digits.replace(",", "")
    return _words.ordinal(int(digits)) if len(digits) <= LONGEST else cardinal(digits)


def year(digits: str) -> str:
    """ "1905" to "nineteen oh five", "2005" to "two thousand five"."""
    return _words.year(int(digits))


def decade(digits: str) -> str:
    """ "1990" or "90" to "nineteen nineties" or "nineties"."""
    if digits.endswith("000"):
        return cardinal(digits) + "s"
    said = year(digits) if len(digits) == 4 else cardinal(digits)
    if said.endswith(("x", "s")):
        return said + "es"
    return said[:-1] + "ies" if said.endswith("y") else said + "s"


def fraction(above: int, below: int) -> str:
    """ "3/4" to "three quarters"."""
    return _words.fraction(above, below)


def roman(written: str) -> int:
    """ "XVI" to 16."""
    values = [ROMAN_VALUES[sign] for sign in written]
    return sum(
        -value if value < max(values[place:]) else value for place, value in enumerate(values)
    )


def is_one(written: str) -> bool:
    """Does a thing counted so stand in the singular?"""
    return re.fullmatch(r"[-−+]?1", written) is not None
