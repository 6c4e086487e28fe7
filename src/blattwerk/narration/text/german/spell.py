"""Acronyms: letter by letter with spaces, or as a word; with what hangs on them."""

import re
from functools import lru_cache

from blattwerk.narration.text.german.acronyms import LETTERS, MIXED, WORDS
from blattwerk.narration.text.german.numbers import cardinal, digits, number, read
from blattwerk.narration.text.german.rules import DIGITS, Rule, rule

_UPPER = "A-ZÄÖÜ"
_SPEAKABLE = re.compile(
    r"(?:[BDFGHJKLMNPRSTVWZ]|[BDFGKPT][LR]|SCH|ST|SP|TR|QU|CH)?"
    r"(?:AU|EI|IE|EU|ÄU|[AEIOUÄÖÜ])(?:(?:[BDFGHJKLMNPRSTVWXZ]|[LMNRST]{1,2}[BDFGKLMNPRSTZ]|CH|CK|"
    r"SCH)"
    r"(?:AU|EI|IE|EU|ÄU|[AEIOUÄÖÜ])){1,8}(?:[BDFGKLMNPRSTZX]|[LNR][DGKSTZ]|CH|CK)?"
)
_LONG = 5  # letters; longer capitals are a word when they can be spoken
_SHOUT = re.compile(rf"(?<![^\W\d_])[{_UPPER}]{{2,}}(?![^\W\d_])")
_LOWER = re.compile(r"[a-zäöüß]")
_PARTISAN = re.compile(rf"([{_UPPER}]{{2,6}})(ler(?:in|innen|n|s)?|er|ern)")


def spelled(letters: str) -> str:
    """The letters with spaces between them, as capitals."""
    return " ".join(letters.upper())


def said(word: str, *, shouted: bool = False) -> str:
    """One run of letters with at least two capitals, as it is spoken."""
    if word in WORDS:
        return WORDS[word]
    if word in LETTERS or word in MIXED:
        return spelled(word)
    base, tail = (word[:-1], word[-1]) if word[-1] == "s" and word[:-1].isupper() else (word, "")
    if tail:
        return f"{WORDS[base]}s" if base in WORDS else f"{spelled(base)}s"
    if not word.isupper():
        return _mixed(word)
    if shouted and len(word) > 3 and re.search("[AEIOUÄÖÜY]", word):
        return word.capitalize()
    if (len(word) > 3 and _SPEAKABLE.fullmatch(word)) or (
        len(word) > _LONG + 1 and _has_vowels(word)
    ):
        return word.capitalize()
    return spelled(word)


def _has_vowels(word: str) -> bool:
    return not re.search(r"[^AEIOUÄÖÜY]{5}", word) and len(re.findall("[AEIOUÄÖÜY]", word)) > 1


def _mixed(word: str) -> str:
    """StGB and its like are spelled, BioNTech and McDonald are names."""
    party = _PARTISAN.fullmatch(word)
    if party and party[1] in LETTERS:
        return f"{spelled(party[1])}{party[2]}"
    if word.endswith("TV") and word[-3:-2].islower():
        return f"{word[:-2]} T V"
    small = len(_LOWER.findall(word))
    if small <= 2 and len(word) - small >= 3 and not re.match(r"[A-ZÄÖÜ][a-zäöü]{2}", word):
        return spelled(word)
    return word


def _acronym(match: re.Match[str]) -> str:
    return said(match[0], shouted=_is_shouting(match.string))


@lru_cache(maxsize=16)
def _is_shouting(text: str) -> bool:
    capitals = sum(len(run) for run in _SHOUT.findall(text))
    return capitals > 12 and capitals > 2 * len(_LOWER.findall(text))


def _numbered(match: re.Match[str]) -> str:
    """A1, CO2, FFP2, G-20, F-16, H5N1: the letters, then the number."""
    word = match["word"]
    spoken = said(word) if len(word) > 1 and word.isalpha() else word
    return f"{spoken} {_count(match['n'])}"


def _count(written: str) -> str:
    if "," in written:
        return read(written)
    return (
        digits(written) if written.startswith("0") or len(written) > 4 else cardinal(int(written))
    )


def _chain(match: re.Match[str]) -> str:
    """H5N1, C6H12O6, R2D2."""
    parts = re.findall(r"[^\W\d_]|\d+", match[0])
    return " ".join(_count(part) if part.isdecimal() else part.upper() for part in parts)


def _lineage(match: re.Match[str]) -> str:
    numbers = " ".join(_count(part) for part in match["rest"].split(".") if part)
    return f"{' '.join(match['word'])} {numbers}"


def _aircraft(match: re.Match[str]) -> str:
    return f"{match['maker']} {cardinal(int(match['n']))} {cardinal(int(match['type']))}"


def _generation(match: re.Match[str]) -> str:
    """5G, 3D; in a compound as one of its parts."""
    count = cardinal(int(match["n"])) if match["n"] != "1" else "ein"
    letter = match["letter"].upper()
    if match["join"]:
        return f"{count.capitalize()}-{letter}"
    return f"{count} {letter}"


def _rating(match: re.Match[str]) -> str:
    return f"{spelled(match['grade'])} minus"


def _amount(match: re.Match[str]) -> str:
    return f"{read(match['n'])} {spelled(match['word'])}"


def _word_versioned(match: re.Match[str]) -> str:
    return f"{match['word']} {' Punkt '.join(_count(part) for part in match['n'].split('.'))}"


def _word_numbered(match: re.Match[str]) -> str:
    return f"{match['word']} {_count(match['n'])}"


NUMBERED: tuple[Rule, ...] = (
    rule(
        ".",
        r"(?<![\w./-])(?P<word>[^\W\d_]{1,12})(?P<n>\d{1,3}\.\d{1,2})(?![\w.])",
        _word_versioned,
    ),
    rule(
        DIGITS,
        r"(?P<maker>\b(?:Boeing|Airbus|Embraer|MD)) (?P<n>\d{2,3})[-‑](?P<type>\d{1,4})(?!\w)",
        _aircraft,
    ),
    rule(".", r"(?<![\w.])(?P<word>[A-Z]{1,2})(?P<rest>\.\d+(?:\.\d+){0,4})(?![\w])", _lineage),
    rule(
        DIGITS,
        r"(?<![\w.,/])(?P<n>\d)(?P<letter>[GDK])(?P<join>(?=-[A-ZÄÖÜ]))?(?![\w])",
        _generation,
    ),
    rule(DIGITS, r"(?<![\w])\d{1,2}[A-Z]\d(?![\w])", _chain),
    rule(
        DIGITS,
        r"(?<![\w.,-])(?P<n>\d{1,3})(?P<word>sat|plus|max|go|you|free|com)\b",
        lambda m: f"{cardinal(int(m['n']))} {m['word']}",
    ),
    rule(
        DIGITS,
        r"(?<![\w])(?=[A-Z]{1,3}[a-z]?\d{1,4}[A-Za-z])(?:[A-Z][a-z]?\d{0,3}){2,8}(?![\w])(?=)",
        _chain,
    ),
    rule(
        DIGITS,
        rf"(?<![\w./-])(?P<word>[{_UPPER}]{{1,5}}|Covid|Sars|SARS-CoV|MiG|EuroMillionen|CoV)"
        rf"(?P<join>[-‑]?)(?P<n>\d{{1,4}}(?:,\d+)?)(?![\w]|[.,]\d)(?!\.[^\W\d_])",
        _numbered,
    ),
    rule(
        DIGITS,
        rf"(?<=[\w{_UPPER}]-)(?P<word>[{_UPPER}]{{1,5}})(?P<join>)(?P<n>\d{{1,4}})(?![\w]|[.,]\d)",
        _numbered,
    ),
    rule(
        DIGITS,
        r"(?<![\w./-])(?P<word>[^\W\d_]{1,20}?)(?P<n>\d{1,4})(?![\w]|[.,]\d)",
        _word_numbered,
    ),
    rule(DIGITS, rf"(?<![\w]){number('n')}(?P<word>[{_UPPER}]{{2,4}})(?![\w])", _amount),
)

ACRONYMS: tuple[Rule, ...] = (
    rule("", r"\b(?:Lkw|Pkw|Kfz|Lkws|Pkws)(?![\w])", lambda m: spelled(m[0][:3]) + m[0][3:]),
    rule(
        "M",
        r"(?:(?<=\b[Dd]as )|(?<=\b[Aa]m )|(?<=\b[Vv]om )|(?<=\b[Bb]eim )|(?<=\b[Dd]es ))MIT\b",
        "M I T",
    ),
    rule("-–", r"\b(?P<grade>AA|BB|BBB|CC|CCC)[-–](?=[\s,.;)])(?! und| oder| bis)", _rating),
    rule("", r"\b(?:dpa|epd|kna|sda|dts)(?!\w|\.\w)", lambda m: spelled(m[0])),
    rule(
        "",
        rf"(?<![^\W\d_])(?=\w?[{_UPPER}]|\w\w?[a-zäöü]{{1,3}}[{_UPPER}]|[a-z][{_UPPER}])"
        rf"[^\W\d_]*[{_UPPER}](?=[^\W\d_]*[{_UPPER}]|[^\W\d_]*(?<=[{_UPPER}][{_UPPER}]))"
        rf"[^\W_]{{1,24}}(?![^\W_])",
        _acronym,
    ),
)
