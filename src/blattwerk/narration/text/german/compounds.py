"""Numbers inside words: 17-Jähriger, 10-Euro-Schein, 1990er, Top-10, 3x."""

import re

from blattwerk.narration.text.german.numbers import cardinal, number, read, value, year
from blattwerk.narration.text.german.rules import DIGITS, Rule, any_of, rule
from blattwerk.narration.text.german.units import UNITS

_NOUN_TAILS = "Jährig|Köpfig|Fach|Prozentig|Stellig|Tonner|Sitzer|Zeiler|Achser|Ender|Zöller"
_IN_COMPOUND = {
    "%": "Prozent",
    "€": "Euro",
    "$": "Dollar",
    "m": "Meter",
    "km": "Kilometer",
    "kg": "Kilo",
    "l": "Liter",
    "t": "Tonnen",
    "h": "Stunden",
    "cm": "Zentimeter",
    "mm": "Millimeter",
    "g": "Gramm",
}
_BY_NAME = {"911": "neunelf"}  # cars whose number has become a name
_SMALL = {"in", "plus", "bis", "und", "zu", "oder", "mal", "minus"}


def counted(written: str) -> str:
    """The number as the first part of a word: one is ein."""
    words = read(written)
    if value(written) is not None and words.endswith("eins"):
        words = words[:-1]
    return words.replace(" ", "-")


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _attached(match: re.Match[str]) -> str:
    """17-Jähriger, 5-köpfig, 3fach, 100%ig."""
    tail = match["tail"]
    if tail.lower() in _SMALL and tail != "mal":
        return f"{read(match['n'])} {tail}"
    words = counted(match["n"])
    if "-" in words:
        return f"{words.replace('-', ' ')} {tail}"
    return f"{_capital(words) if tail[0].isupper() else words}{tail[0].lower()}{tail[1:]}"


def _percentish(match: re.Match[str]) -> str:
    return f"{counted(match['n'])}prozent{match['tail']}"


def _hanging(match: re.Match[str]) -> str:
    """18- bis 25-Jährige."""
    return f"{counted(match['n'])}-"


def _compound(match: re.Match[str]) -> str:
    """10-Euro-Schein, 100-m-Lauf."""
    symbol = match["symbol"]
    middle = ""
    if symbol:
        middle = (_IN_COMPOUND.get(symbol) or UNITS[symbol][1]) + "-"
    return f"{_capital(counted(match['n']))}-{middle}"


def _inner(match: re.Match[str]) -> str:
    """Formel-1-Pilot, Top-10, Covid-19."""
    join = "-" if match["more"] else " "
    return f"{join}{read(match['n']).replace(' ', '-')}"


def _decade(match: re.Match[str]) -> str:
    """68er, 3er-Kette, 50ern."""
    n = int(match["n"])
    counted_from = year(n) if n >= 1100 else cardinal(n)
    return f"{_capital(_BY_NAME.get(match['n'], counted_from))}er{match['tail']}"


def _decade_years(match: re.Match[str]) -> str:
    n = int(match["n"])
    return f"{year(n) if n >= 1100 else cardinal(n)}er Jahre{match['case'] or ''}"


def _times(match: re.Match[str]) -> str:
    return f"{counted(match['n'])}mal"


def _by(match: re.Match[str]) -> str:
    return f"{match['a']} mal "


RULES: tuple[Rule, ...] = (
    rule("x×", r"(?<![\w.,/])(?P<n>\d+) ?[x×](?![\w]| ?\d)", _times),
    rule("x×*", rf"(?<![\w.,]){number('a')} ?(?:m|cm)? ?[x×*] ?(?=\d)", _by),
    rule(
        DIGITS,
        r"(?<![\w.,])['’‘]?(?P<n>[1-9]\d?0|1\d\d0|20\d0)er[- ]?(?:Jahre)(?P<case>n)?(?![a-zäöü-])",
        _decade_years,
    ),
    rule(
        DIGITS,
        r"(?<![\w.,])['’‘]?(?P<n>\d{1,4})er(?P<tail>n|s|in|innen|)(?![a-zäöüß])",
        _decade,
    ),
    rule("'’‘", r"(?<![\w])['’‘](?P<n>\d\d)(?![\w'’])", lambda m: cardinal(int(m["n"]))),
    rule(
        DIGITS,
        rf"(?<![\w.,]){number('n')}- (?=(?:bis|und|oder|sowie|,) )",
        lambda m: _hanging(m) + " ",
    ),
    rule(DIGITS, rf"(?<![\w.,]){number('n')}-,", lambda m: _hanging(m) + ","),
    rule(
        DIGITS,
        rf"(?<![\w.,])(?P<a>\d{{1,3}})[-–](?={number('b')}-)",
        lambda m: f"{counted(m['a'])}- bis ",
    ),
    rule(
        DIGITS,
        rf"(?<![\w.,]){number('n')} ?(?:%|-prozent|-Prozent)-?(?P<tail>ig(?:e[nrsm]?)?)\b",
        _percentish,
    ),
    rule(
        DIGITS,
        rf"(?<![\w.,]){number('n')}-?(?P<tail>(?:fach|mal|jährig|köpfig|stellig|tägig|stündig|"
        rf"minütig|monatig|wöchig|prozentig)(?:e[nrsm]?|ig(?:e[nrsm]?)?)?)(?![\w])",
        _attached,
    ),
    rule(
        DIGITS,
        rf"(?<![\w.,]){number('n')}-(?P<tail>[a-zäöü]{{2,40}}|(?:{_NOUN_TAILS})[a-zäöü]{{0,4}})"
        rf"(?!\w|-[A-ZÄÖÜ])",
        _attached,
    ),
    rule(
        DIGITS,
        rf"(?<![\w.,:/-]){number('n')} ?(?P<symbol>{any_of([*UNITS, '€'])})-(?=[A-ZÄÖÜ])",
        _compound,
    ),
    rule(
        DIGITS,
        rf"(?<![\w.,:/-]){number('n')}-(?:(?P<symbol>{any_of([*UNITS, '€', '$'])})-)"
        rf"?(?=[A-ZÄÖÜa-zäöü])",
        _compound,
    ),
    rule(
        DIGITS,
        r"(?<=[^\W\d_])[-‑](?P<n>\d+)(?P<more>(?=-[^\W\d_]))?(?![\w]|[.,]\d|\.(?:[,)/]| [a-zäöü]))",
        _inner,
    ),
)
