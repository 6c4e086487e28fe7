"""Results, ratios and ranges: two numbers that belong together."""

import re

from blattwerk.narration.text.german.numbers import cardinal, number, read, value, year
from blattwerk.narration.text.german.rules import Rule, rule

YEAR = r"(?:1[1-9]\d\d|20\d\d)"
_SPORT = re.compile(r"(?i)satz|sätze|tennis|sieg|gewann|gewinn|schlug|besieg|verlor|finale|\bspiel")


def _to(match: re.Match[str]) -> str:
    said = f"{read(match['a'])} zu {read(match['b'])}"
    return said.replace(" ", "-").capitalize() + "-" if match["join"] else said


def _range(match: re.Match[str]) -> str:
    """10–15 is a range; where the second number is smaller, a dash is only a dash."""
    first, last = value(match["a"]), value(match["b"])
    if first is None or last is None or match["dash"] != "-" or first < last:
        return f"{match['a']} bis {match['b']}"
    if _SPORT.search(match.string) and first < 100:
        return f"{match['a']} zu {match['b']}"
    return f"{match['a']} {match['b']}"


def _years(match: re.Match[str]) -> str:
    return f"{year(int(match['a']))} bis {_later(match)}"


def _later(match: re.Match[str]) -> str:
    written = match["b"]
    return year(int(written)) if len(written) == 4 else cardinal(int(written))


def _season(match: re.Match[str]) -> str:
    return f"{year(int(match['a']))} {_later(match)}"


def _short_season(match: re.Match[str]) -> str:
    return f"{match['word']} {cardinal(int(match['a']))} {cardinal(int(match['b']))}"


RULES: tuple[Rule, ...] = (
    rule("/", rf"(?<![\w.,/])(?P<a>{YEAR})/(?P<b>{YEAR}|\d\d)(?![\d/])", _season),
    rule(
        "/",
        r"\b(?P<word>Saison|Spielzeit|Schuljahr|Winter|Wintersemester|Weltcup) (?P<a>\d\d)"
        r"/(?P<b>\d\d)\b",
        _short_season,
    ),
    rule("-–", rf"(?<![\w.,/-])(?P<a>{YEAR})\s?[–-]\s?(?P<b>{YEAR})(?![\w.,]\d|\w)", _years),
    rule(
        "-–", rf"(?<![\w.,/-])(?P<a>{YEAR})[–-](?P<b>\d\d)(?![\w.,%-]|\d| (?:Prozent|Euro))", _years
    ),
    rule(
        ":",
        rf"(?<![\w:.,]){number('a')} ?: ?{number('b')}(?P<join>-(?=[A-ZÄÖÜ]))?(?![\d:]|-\w)",
        _to,
    ),
    rule(
        "–-−",
        rf"(?<![\w.,/-]){number('a')} ?(?P<dash>[–−]) ?{number('b')}(?![\d/])(?!-[a-zäöüA-ZÄÖÜ])",
        _range,
    ),
    rule(
        "-",
        rf"(?<![\w.,/-]){number('a')}(?P<dash>-| - ){number('b')}(?![\d/])(?!-[\w])(?!\.\d)",
        _range,
    ),
)
