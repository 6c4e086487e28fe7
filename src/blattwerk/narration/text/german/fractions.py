"""Fractions, written with a slash or as one sign."""

import re

from blattwerk.narration.text.german.grammar import half, words_before
from blattwerk.narration.text.german.nouns import gender
from blattwerk.narration.text.german.numbers import cardinal, ordinal
from blattwerk.narration.text.german.rules import Rule, any_of, rule
from blattwerk.narration.text.german.units import UNITS

_KITCHEN = any_of(["kg", "g", "dag", "l", "dl", "km", "m", "h", "t", "ha", "EL", "TL"])
_VULGAR = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "⅛": "1/8"}
_MIXED = {
    "½": "einhalb",
    "¼": "einviertel",
    "¾": "dreiviertel",
    "⅓": "eindrittel",
    "⅔": "zweidrittel",
    "⅛": "einachtel",
}


def _mixed(match: re.Match[str]) -> str:
    unit = f" {UNITS[match['unit']][1]}" if match["unit"] else ""
    return f"{_counted(match['whole'])}{_MIXED[match['part']]}{unit}"


def _mixed_slash(match: re.Match[str]) -> str:
    parts = {written: sign for sign, written in _VULGAR.items()}
    return f"{_counted(match['whole'])}{_MIXED[parts[match['part']]]}"


def _counted(whole: str) -> str:
    """The whole number as the first part of a word: ein, zwei."""
    words = cardinal(int(whole))
    return words.removesuffix("s") if words.endswith("eins") else words


def _half_of(match: re.Match[str]) -> str:
    noun = match["noun"]
    name, kind = (UNITS[noun][0], UNITS[noun][2]) if noun in UNITS else (noun, gender(noun))
    before = words_before(match.string, match.start())
    if before and before[0].lower() in {
        "eine",
        "die",
        "jede",
        "der",
        "einer",
        "einen",
        "einem",
        "ein",
    }:
        tail = {"eine": "e", "die": "e", "jede": "e", "ein": "es" if kind == "n" else "er"}.get(
            before[0].lower(), "en"
        )
        return f"halb{tail} {name}"
    return f"{half(before, kind)} {name}"


def _part_of(match: re.Match[str]) -> str:
    top, bottom = match["part"].split("/")
    return f"{_part_words(int(top), int(bottom))} {UNITS[match['unit']][0]}"


def _part_words(top: int, bottom: int) -> str:
    return f"{'ein' if top == 1 else cardinal(top)} {f'{ordinal(bottom)}el'.capitalize()}"


def _fraction(match: re.Match[str]) -> str:
    top, bottom = int(match["a"]), int(match["b"])
    if not 0 < top < bottom or (bottom > 100 and bottom != 1000):
        return match[0]
    if bottom == 2:
        return "ein halb"
    words = _part_words(top, bottom)
    return f"{words.replace(' ', '-')}-" if match["join"] else words


RULES: tuple[Rule, ...] = (
    rule(
        "½¼¾⅓⅔⅛",
        rf"(?<![\d,])(?P<whole>\d{{1,3}}) ?(?P<part>[½¼¾⅓⅔⅛])(?: (?P<unit>{_KITCHEN})(?!\w))?",
        _mixed,
    ),
    rule("/", r"(?<![\d,./])(?P<whole>\d{1,2}) (?P<part>1/2|1/4|3/4)(?![\d/])", _mixed_slash),
    rule(
        "½/",
        rf"(?<![\d/])(?:½|1/2)[ -]?(?P<noun>{_KITCHEN}"
        rf"\b|[A-ZÄÖÜ][a-zäöüß]+)",
        _half_of,
    ),
    rule("½¼¾⅓⅔⅛", r"[½¼¾⅓⅔⅛]", lambda m: _VULGAR[m[0]]),
    rule(
        "/",
        rf"(?:\b[Ee]in )?(?<![\d/])(?P<part>1/4|3/4|1/8|1/3|2/3) ?(?P<unit>{_KITCHEN})(?!\w)",
        _part_of,
    ),
    rule(
        "/",
        r"(?<=\b[Ee]in )1/(?P<b>[34568]|10)(?![\d/])",
        lambda m: f"{ordinal(int(m['b']))}el".capitalize(),
    ),
    rule(
        "/",
        r"(?<![\w.,/-])(?P<a>\d{1,2})/(?P<b>\d{1,4})(?![\d/]|[.,]\d|\w)(?P<join>-(?=[A-ZÄÖÜ]))?",
        _fraction,
    ),
)
