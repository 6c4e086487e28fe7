"""References to laws, pages and cases."""

import re

from blattwerk.narration.text.german.numbers import cardinal, read, year
from blattwerk.narration.text.german.rules import DIGITS, rule

_REFERENCE = r"\d{1,4}[a-z]?"
_ROMAN_PARTS = {"I": "eins", "II": "zwei", "III": "drei"}
_LAWS = {
    "BVerfG": "Bundesverfassungsgericht",
    "BVwG": "Bundesverwaltungsgericht",
    "LVwG": "Landesverwaltungsgericht",
}


def _number(written: str) -> str:
    """A number of a law is never a year: 1293 is counted."""
    plain = written.rstrip("abcdefghijklmnopqrstuvwxyz")
    letter = written[len(plain) :]
    return f"{cardinal(int(plain))} {letter}".strip()


def _paragraph(match: re.Match[str]) -> str:
    many = len(match["sign"].replace(" ", "")) > 1
    name = "Paragrafen" if many else "Paragraf"
    return f"{name} {_list(match['numbers'])}"


def _list(written: str) -> str:
    said = re.sub(_REFERENCE, lambda m: _number(m[0]), written)
    return re.sub(r"\s?[–-]\s?", " bis ", said).replace("u.", "und").replace("/", " und ")


def _gazette(match: re.Match[str]) -> str:
    part = f" {_ROMAN_PARTS[match['part']]}" if match["part"] else ""
    return f"Bundesgesetzblatt{part} Nummer {read(match['number'])} aus {year(int(match['year']))}"


def _case(match: re.Match[str]) -> str:
    return f"{match['court']} {cardinal(int(match['number']))} aus {read(match['year'])}"


_MANY = rf"{_REFERENCE}(?:(?:\s?[–-]\s?|, | und | u\. | oder | bis |/){_REFERENCE}(?![\w%.]))*"

RULES = (
    rule("§", rf"(?P<sign>§\s?§?)\s?(?P<numbers>{_MANY})(?!\w)", _paragraph),
    rule("§", r"§\s?§", "Paragrafen"),
    rule("§", r"§", "Paragraf"),
    rule(
        ".",
        r"\bBGBl\.(?: (?P<part>I{1,3}))?(?: Nr\.)? (?P<number>\d{1,4})/(?P<year>\d{4})",
        _gazette,
    ),
    rule(".", r"\bBGBl\.", "Bundesgesetzblatt"),
    rule(
        "/",
        r"(?<=Nr\. )(?P<number>\d{1,4})/(?P<year>(?:19|20)\d\d)(?![\d/])",
        lambda m: f"{cardinal(int(m['number']))} aus {year(int(m['year']))}",
    ),
    rule("-/", r"\b(?P<court>[CT])[-‑](?P<number>\d{1,4})/(?P<year>\d{2})\b", _case),
    rule(
        DIGITS,
        rf"\bArt\.?\s?(?P<numbers>{_MANY})(?!\w)",
        lambda m: f"Artikel {_list(m['numbers'])}",
    ),
    rule(
        DIGITS,
        rf"\bAbs(?:\.\s?| )(?P<numbers>{_MANY})(?!\w)",
        lambda m: f"Absatz {_list(m['numbers'])}",
    ),
    rule(
        DIGITS,
        rf"\b(?:Z|Ziff?\.|lit\. Z) ?(?P<numbers>{_REFERENCE})(?![\w-])",
        lambda m: f"Ziffer {_list(m['numbers'])}",
    ),
    rule(
        DIGITS,
        rf"\bPkt\.\s?(?P<numbers>{_REFERENCE})(?!\w)",
        lambda m: f"Punkt {_list(m['numbers'])}",
    ),
    rule(".", r"\blit\. ?(?=[a-z]\b)", "litera "),
    rule(DIGITS, r"\bS\. ?(?=\d+(?:\s?[–-]\s?\d| f| und \d))", "Seiten "),
    rule(DIGITS, r"\bS\. ?(?=\d)", "Seite "),
    rule("f", r"(?<=[\w\d]) ?\bff\.?(?=\W|$)(?!-)", " fortfolgende"),
    rule(DIGITS, r"(?<=\d) ?f\.(?=\W|$)", " folgende"),
    rule("B", r"\b(?:BVerfG|BVwG|LVwG)\b", lambda m: _LAWS[m[0]]),
    rule("-", r"\bB-VG\b", "B V G"),
)
