"""Numbers as words. Nothing here looks at the words around a number."""

import re

from blattwerk.narration.text.german.tables import words

ONES = words(
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn "
    "fünfzehn sechzehn siebzehn achtzehn neunzehn"
)
TENS = words("zehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig")
SCALES = (
    ("Million", "Millionen"),
    ("Milliarde", "Milliarden"),
    ("Billion", "Billionen"),
    ("Billiarde", "Billiarden"),
)
LONGEST = 18  # digits; beyond that a number is read digit by digit
IRREGULAR_ORDINALS = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}

# A written number: 12.500, 1 234 567, 1'250, 3,14; the thousands' sign is the same throughout.
_WHOLE = r"(?:\d{1,3}(?P<SIGN>[. '’])\d{3}(?:(?P=SIGN)\d{3})*(?!\d)|\d+)"
_SEPARATORS = re.compile(r"[. '’]")


def number(group: str) -> str:
    """A pattern for one written number, as a named group."""
    return rf"(?P<{group}>{_WHOLE.replace('SIGN', group + '_sign')}(?:,\d+)?)"


def cardinal(n: int) -> str:
    """The number as it is counted: einundzwanzig, hundert, einhunderteins, eine Million."""
    if n in (100, 1000, 100_000):
        return {100: "hundert", 1000: "tausend"}.get(n, "hunderttausend")
    if len(str(n)) > LONGEST:
        return digits(str(n))
    high, low = divmod(n, 1_000_000)
    words = [_scaled(high)] if high else []
    if low or not high:
        words.append(_below_million(low))
    return " ".join(words)


def _scaled(millions: int) -> str:
    words: list[str] = []
    for singular, plural in SCALES:
        millions, group = divmod(millions, 1000)
        if group == 1:
            words.insert(0, f"eine {singular}")
        elif group:
            counted = _below_thousand(group)
            words.insert(
                0, f"{counted[:-1] + 'e' if counted.endswith('eins') else counted} {plural}"
            )
    return " ".join(words)


def _below_million(n: int) -> str:
    thousands, rest = divmod(n, 1000)
    if not thousands:
        return _below_thousand(rest)
    counted = _below_thousand(thousands).removesuffix("s") if thousands % 100 == 1 else ""
    counted = counted or _below_thousand(thousands)
    return f"{counted}tausend{_below_thousand(rest) if rest else ''}"


def _below_thousand(n: int) -> str:
    hundreds, rest = divmod(n, 100)
    if not hundreds:
        return _below_hundred(rest)
    head = "ein" if hundreds == 1 else ONES[hundreds]
    return f"{head}hundert{_below_hundred(rest) if rest else ''}"


def _below_hundred(n: int) -> str:
    if n < len(ONES):
        return ONES[n]
    tens, ones = divmod(n, 10)
    if not ones:
        return TENS[tens - 1]
    return f"{'ein' if ones == 1 else ONES[ones]}und{TENS[tens - 1]}"


def year(n: int) -> str:
    """The number as a year: neunzehnhundertneunundneunzig, zweitausendeinundzwanzig."""
    if 1000 < n < 1100:
        return f"tausend{_below_hundred(n - 1000)}"
    if not 1100 <= n <= 1999:
        return cardinal(n)
    hundreds, rest = divmod(n, 100)
    return f"{ONES[hundreds]}hundert{_below_hundred(rest) if rest else ''}"


def ordinal(n: int) -> str:
    """The ordinal's stem, to which an ending comes: erst, zweit, einundzwanzigst."""
    small = n % 100
    if not 0 < small < len(ONES):
        return f"{cardinal(n) if n else 'null'}{'st' if n else 't'}"
    head = n - small
    stem = IRREGULAR_ORDINALS.get(small) or f"{ONES[small]}t"
    if not head:
        return stem
    return f"{'einhundert' if head == 100 else cardinal(head)}{stem}"


def digits(written: str) -> str:
    """Digit by digit."""
    return " ".join(ONES[int(digit)] for digit in written if digit.isdecimal())


def read(written: str) -> str:
    """A written number as words: 12.500, 3,14, 007."""
    whole, comma, decimals = written.partition(",")
    whole = _SEPARATORS.sub("", whole)
    if len(whole) > 1 and whole.startswith("0"):
        words = digits(whole)
    else:
        words = cardinal(int(whole)) if len(whole) <= LONGEST else digits(whole)
    return f"{words} Komma {digits(decimals)}" if comma and decimals else words


def value(written: str) -> int | None:
    """The whole number that is written, or None where there are decimals."""
    whole = _SEPARATORS.sub("", written)
    return int(whole) if whole.isdecimal() and len(whole) <= LONGEST else None
