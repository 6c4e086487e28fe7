"""Times of the day and durations."""

import re

from blattwerk.narration.text.german.grammar import one, words_before
from blattwerk.narration.text.german.numbers import cardinal, digits
from blattwerk.narration.text.german.rules import DIGITS, Rule, rule

_HOUR = r"(?:[01]?\d|2[0-4])"
_MINUTE = r"[0-5]\d"
_TIME = rf"{_HOUR}(?:[:.]{_MINUTE})?"
_TO = r"\s?(?:–|-|−|bis|und|oder|sowie|bzw\.|/|,)\s?"
_PART = re.compile(rf"(?P<hour>{_HOUR})[:.]?(?P<minute>{_MINUTE})?")
_CONTEST = re.compile(
    r"(?i)sieg|gewann|gewinn|verlor|verlier|niederlage|\bsatz|sätze|führ|\btore?\b|treffer|"
    r"halbzeit|"
    r"\bspiel(?!e?n? (?:um|beginn))|besieg|schlug|endstand|finale|handball|remis|match|\bliga|"
    r"unentschieden|ergebnis|verhältnis|bezwang|setzte[n]? sich|durchsetz|heimsieg|punktestand|"
    r"pleite"
)
_QUARTERS = {
    "½": "halb",
    "1/2": "halb",
    "¼": "Viertel",
    "1/4": "Viertel",
    "¾": "drei Viertel",
    "3/4": "drei Viertel",
}


def hour_and_minute(hour: str, minute: str | None) -> str:
    """zwanzig Uhr fünfzehn; on the hour the minute is not said."""
    name = "ein" if int(hour) == 1 else cardinal(int(hour))
    return f"{name} Uhr {cardinal(int(minute))}" if minute and int(minute) else f"{name} Uhr"


def _o_clock(match: re.Match[str]) -> str:
    seconds = f" und {_counted(match['second'], 'Sekunde')}" if match["second"] else ""
    return f"{hour_and_minute(match['hour'], match['minute'])}{seconds}"


def _span(match: re.Match[str]) -> str:
    """9.30–18 Uhr: every part but the last is said as it stands before the word Uhr."""
    link = match["link"].strip()
    word = {"–": "bis", "-": "bis", "−": "bis", "/": "und", ",": "und"}.get(link, link)
    first = _PART.fullmatch(match["first"])
    if first is None:
        return match[0]
    if not first["minute"]:
        return f"{cardinal(int(first['hour']))} {word} "
    return f"{hour_and_minute(first['hour'], first['minute'])} {word} "


def _bare(match: re.Match[str]) -> str:
    """20:25 without Uhr is a time, unless the sentence is about a contest."""
    before = match.string[max(0, match.start() - 12) : match.start()]
    timed = re.search(r"(?i)\b(?:um|ab|gegen|seit|vor|bis|Uhrzeit|kurz nach|von) $|, $|\($", before)
    if _CONTEST.search(match.string) and not (
        timed and timed[0].strip(" ,(").lower() in {"um", "ab", "seit"}
    ):
        return match[0]
    return hour_and_minute(match["hour"], match["minute"])


def _half_past(match: re.Match[str]) -> str:
    return f"{match['um']} {_QUARTERS[match['part']]} {cardinal(int(match['hour']))}"


def _counted(written: str, singular: str, one: str = "eine") -> str:
    n = int(written)
    return f"{one} {singular}" if n == 1 else f"{cardinal(n)} {singular}n"


def _one(match: re.Match[str]) -> str:
    """eine, einer: the article of the first part."""
    return one(words_before(match.string, match.start()), "f")


def _duration(match: re.Match[str]) -> str:
    hours = _counted(match["hour"], "Stunde", _one(match))
    minutes = _counted(match["minute"], "Minute")
    return f"{hours}, {minutes} und {_seconds(match['second'])}"


def _seconds(written: str) -> str:
    whole, _, part = written.replace(".", ",").partition(",")
    if part:
        return f"{cardinal(int(whole))} Komma {digits(part)} Sekunden"
    return _counted(whole, "Sekunde")


def _lap(match: re.Match[str]) -> str:
    return f"{_counted(match['minute'], 'Minute', _one(match))} {_seconds(match['second'])}"


def _minutes(match: re.Match[str]) -> str:
    first, second = ("Stunde", "Minute") if match["unit"].startswith("S") else ("Minute", "Sekunde")
    return f"{_counted(match['a'], first, _one(match))} und {_counted(match['b'], second)}"


RULES: tuple[Rule, ...] = (
    rule("0", r"(?<=\d Uhr )0(?=[1-9](?!\d))", ""),
    rule(
        "h",
        rf"(?:(?<=\b[UuAa][mb] )|(?<=\b[Gg]egen ))(?P<hour>{_HOUR})(?P<minute>)(?P<second>) ?h\b",
        _o_clock,
    ),
    rule(
        DIGITS,
        r"\b(?P<um>[Uu]m|[Gg]egen|[Vv]or|[Nn]ach|[Aa]b|[Bb]is) (?P<part>½|¼|¾|1/2|1/4|3/4) "
        r"?(?P<hour>\d{1,2})(?!\d|[.,:]\d)",
        _half_past,
    ),
    rule(
        ":",
        r"(?<![\d:.,])(?!\d+:\d\d\.000)(?P<minute>\d{1,2}):(?P<second>[0-5]\d[,.]\d{1,3})(?!\d)"
        r"(?: (?:Min(?:uten|\.)|[Mm]in\b|Sekunden))?",
        _lap,
    ),
    rule(
        ":",
        rf"(?<![\d:.,])(?P<hour>\d{{1,2}}):(?P<minute>{_MINUTE}):(?P<second>{_MINUTE}(?:[,.]\d+)"
        rf"?)(?![\d:])(?! ?Uhr)(?: (?:Stunden|Std\.|h)\b)?",
        _duration,
    ),
    rule(
        ":.",
        rf"(?<![\d:.,])(?P<a>\d{{1,2}}):(?P<b>{_MINUTE})(?![\d:]) ?(?P<unit>Stunden?|Minuten?)\b",
        _minutes,
    ),
    rule(
        DIGITS,
        rf"(?<![\d:.,])(?P<first>{_TIME})(?P<link>{_TO})(?=(?:{_TIME}{_TO}){{0,2}}{_TIME} "
        rf"?(?:Uhr|h)\b)",
        _span,
    ),
    rule(
        DIGITS,
        rf"(?<![\d:.,])(?P<hour>{_HOUR})[:.](?P<minute>{_MINUTE})(?:[:.](?P<second>{_MINUTE}))? "
        rf"?(?:Uhr|h)\b",
        _o_clock,
    ),
    rule("h", rf"(?<![\w:.,])(?P<hour>{_HOUR})h(?P<minute>{_MINUTE})(?P<second>)(?!\w)", _o_clock),
    rule(DIGITS, r"(?<![\d:.,-])(?P<hour>0?1)(?P<minute>)(?P<second>) Uhr\b", _o_clock),
    rule(DIGITS, r"(?<![\d:.,-])0(?P<hour>\d)(?P<minute>)(?P<second>) Uhr\b", _o_clock),
    rule(
        ".",
        r"(?:(?<=\b[UuAa][mb] )|(?<=\b[Bb]is )|(?<=\b[Gg]egen )|(?<=\b[Ss]eit )|(?<=TV ))"
        rf"(?P<hour>{_HOUR})\.(?P<minute>{_MINUTE})(?P<second>)(?=[ ,.;!?)]|$)(?! "
        rf"(?:Euro|Prozent|Punkte|Millionen))",
        _o_clock,
    ),
    rule(
        ":", rf"(?<![\d:.,])(?P<hour>{_HOUR}):(?P<minute>{_MINUTE})(?![\d:]|-[A-ZÄÖÜ]|,\d)", _bare
    ),
)
