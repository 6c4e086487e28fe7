"""Sums of money: the sign goes behind the number, cents are said after the word."""

import re

from blattwerk.narration.text.german.grammar import one, words_before
from blattwerk.narration.text.german.numbers import cardinal, number, read, value
from blattwerk.narration.text.german.rules import Rule, any_of, rule

_SIGNS = {
    "€": "Euro",
    "EUR": "Euro",
    "Eur": "Euro",
    "US$": "US-Dollar",
    "US-$": "US-Dollar",
    "USD": "US-Dollar",
    "A$": "australische Dollar",
    "C$": "kanadische Dollar",
    "$": "Dollar",
    "£": "Pfund",
    "GBP": "Pfund",
    "CHF": "Franken",
    "SFr.": "Franken",
    "sFr.": "Franken",
    "sfr": "Franken",
    "¥": "Yen",
    "JPY": "Yen",
    "₽": "Rubel",
    "RUB": "Rubel",
    "₺": "Lira",
    "CZK": "Kronen",
    "HUF": "Forint",
    "PLN": "Zloty",
    "SEK": "Kronen",
    "ATS": "Schilling",
    "öS": "Schilling",
    "DM": "Mark",
    "ct": "Cent",
    "Ct.": "Cent",
    "ct.": "Cent",
    "c": "Cent",
    "₿": "Bitcoin",
    "T€": "tausend Euro",
    "TEUR": "tausend Euro",
    "Mio€": "Millionen Euro",
}
_BEFORE = any_of([sign for sign in _SIGNS if not sign.lower().startswith("c") or sign == "CHF"])
_AFTER = any_of([sign for sign in _SIGNS if sign != "c"])
_SCALE = r"(?:Tausend|Million(?:en)?|Milliarden?|Billion(?:en)?)"
_NAMES = "Euro|US-Dollar|Dollar|Franken|Pfund|Rubel|Schilling|D-Mark|Mark|Kronen|Yuan|Zloty|Cent"
_GENDERS = {"Pfund": "n", "Mark": "f", "D-Mark": "f", "Kronen": "f", "Lira": "f"}
_SMALL_CHANGE = {"Euro": "Cent", "Dollar": "Cent", "US-Dollar": "Cent", "Franken": "Rappen"}
_RATE = re.compile(r"(?i)notier|wechselkurs|kurs\b|devisen")
_EVEN = r"(?:,|\.)(?:[–—−-]{1,2}|00(?!\d))"


def _sign_first(match: re.Match[str]) -> str:
    scale = f" {match['scale']}" if match["scale"] else ""
    return f"{match['minus'] or ''}{_comma(match['n'])}{scale} {_SIGNS[match['sign']]}"


def _comma(written: str) -> str:
    """20.50 with a dot for cents."""
    return re.sub(r"\.(\d{2})$", r",\1", written)


def _sign_last(match: re.Match[str]) -> str:
    scale = f" {match['scale']}" if match["scale"] else ""
    return f"{match['n']}{scale} {_SIGNS[match['sign']]}"


def _cents(match: re.Match[str]) -> str:
    whole, _, part = match["n"].partition(",")
    euros = value(whole) or 0
    name, rest = match["name"], int(part)
    if name == "Cent":
        return f"{read(match['n'])} Cent"
    if euros < 2 and name != "Euro" and _RATE.search(match.string):
        return f"{read(match['n'])} {name}"
    if not euros and rest and name in _SMALL_CHANGE:
        return f"{'ein' if rest == 1 else cardinal(rest)} {_SMALL_CHANGE[name]}"
    count = (
        one(words_before(match.string, match.start()), _GENDERS.get(name, "m"))
        if euros == 1
        else read(whole)
    )
    return f"{count} {name} {cardinal(rest)}" if rest else f"{count} {name}"


def _each(match: re.Match[str]) -> str:
    """2,50 bis 3,50 Euro: both are sums."""
    return f"{match['n']} {match['name']}{match['link']}"


RULES: tuple[Rule, ...] = (
    rule(
        "–—−-0",
        r"(?:(?<=€ )|(?<=€)|(?<=CHF )|(?<=EUR ))(?P<n>\d[\d.'’]*)(?:[,.][–—-]{1,2}|,00)(?!\d)",
        lambda m: m["n"],
    ),
    rule(
        "–—−-0",
        rf"(?<=\d){_EVEN}(?= ?(?:Euro|€|EUR|Franken|Dollar|\$|CHF)\b|(?: ?€)|[ .!?,;]*$)(?<![.,"
        rf"]\d\d\d)",
        "",
    ),
    rule("–—−-", r"(?<=\d)(?:,|\.)[–—−-]{1,2}(?![\d\w])", " Euro"),
    rule(
        "€$£¥₽₺EUSGCJRHPATDöSs₿",
        rf"(?<![\w$€])(?P<minus>[-–−])?(?P<sign>{_BEFORE}) ?(?P<n>\d+\.\d{{2}}(?![\d.])|"
        rf"{number('m')})(?P<s> (?P<scale>{_SCALE}))?(?![\w,]\d)",
        _sign_first,
    ),
    rule(
        "€$£¥₽₺EUSGCJRHPATDöSsc₿",
        rf"(?P<n>(?<![\w.,]){number('m')})(?:[ ](?P<scale>{_SCALE}))?[ ]?(?P<sign>{_AFTER})"
        rf"(?![\w])(?!/)",
        _sign_last,
    ),
    rule("€$£", r"(?:(?<=Millionen )|(?<=Milliarden ))[€$£]", lambda m: _SIGNS[m[0]]),
    rule(
        ",",
        rf"(?<![\w.,])(?P<n>\d[\d.]*,\d\d)(?P<link> (?:bis|auf|und|oder|statt|zu) (?:zu )?)"
        rf"(?=\d[\d.]*(?:,\d\d)? (?P<name>{_NAMES})\b)",
        _each,
    ),
    rule(",", rf"(?<![\w.,])(?P<n>\d[\d.]*,\d\d)[ -](?P<name>{_NAMES})(?![\w-])", _cents),
)
