"""Days, months and years of dates."""

import re

from blattwerk.narration.text.german.grammar import ending, words_before
from blattwerk.narration.text.german.numbers import ordinal, year
from blattwerk.narration.text.german.rules import DIGITS, Rule, rule
from blattwerk.narration.text.german.tables import words

MONTHS = words("Jänner Februar März April Mai Juni Juli August September Oktober November Dezember")
_WRITTEN = "|".join([*MONTHS, "Januar", "Feber"])
_SHORT = {
    "Jan": "Januar",
    "Jän": "Jänner",
    "Feb": "Februar",
    "Mär": "März",
    "Mrz": "März",
    "Apr": "April",
    "Jun": "Juni",
    "Jul": "Juli",
    "Aug": "August",
    "Sep": "September",
    "Sept": "September",
    "Okt": "Oktober",
    "Nov": "November",
    "Dez": "Dezember",
}
_WEEKDAYS = frozenset(
    words("montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend")
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_LINK = r"(?:\s?[–-]\s?|, ?| und | oder | bis | sowie |/| auf )"
# What stands before a day and month without a year; else 2.1 is a version.
_DATED = re.compile(
    r"(?i)(?:^|[(,;:„–—/-] ?|\b(?:am|vom|zum|bis|ab|seit|den|dem|der|des|und|oder|auf|von|dieser|"
    r"spätestens|frühestens|nach|vor|für|beim|\w+tag|sonnabend|mittwoch|zwischen|termin|stichtag|"
    r"datum|mo|di|mi|do|fr|sa|so) )$"
)
_BETWEEN = re.compile(r"(?i)\bzwischen \d{1,2}\. ?[\wä]+\.? und $")
_CLOCK_NEXT = re.compile(r",?\s(?=\d{1,2}[:.]\d{2}\b)")
CENTURY_TURN = 40  # a year written with two digits: '39 is 2039, '40 is 1940


def _ending(match: re.Match[str]) -> str:
    """The ending that the words before ask for; a weekday between is looked past."""
    text, start = match.string, match.start()
    before = words_before(text, start)
    if _BETWEEN.search(text, max(0, start - 40), start):
        return "em"
    if not before and text[:start].endswith(", "):
        earlier = words_before(text, start - 2)
        if earlier and earlier[0].lower() in _WEEKDAYS and len(earlier) > 1:
            return ending(earlier[1:], "m")
    if before and before[0].lower() in _WEEKDAYS:
        before = before[1:]
    return ending(before, "m")


def _days(written: str, tail: str) -> str:
    """One day or several: 1., 1./2., 1.–3."""
    said = re.sub(r"(\d{1,2})\.?", lambda m: f"{ordinal(int(m[1]))}{tail}", written)
    return re.sub(r"\s?[–-]\s?", " bis ", said).replace("/", " und ").strip()


def _full_year(written: str) -> int:
    n = int(written)
    if len(written) == 2:
        return n + (2000 if n < CENTURY_TURN else 1900)
    return n


def _named(match: re.Match[str]) -> str:
    month = match["month"].rstrip(".")
    month = _SHORT.get(month, month)
    tail = _ending(match)
    return f"{_days(match['days'], tail)} {month}"


def _numeric(match: re.Match[str]) -> str:
    if not match["year"] and not _DATED.search(match.string[: match.start()]):
        return match[0]
    return _day_month_year(match, _ending(match))


def _day_month_year(match: re.Match[str], tail: str) -> str:
    said = f"{_days(match['days'], tail)} {MONTHS[int(match['month']) - 1]}"
    if match["year"]:
        said += f" {year(_full_year(match['year']))}"
    if match["year"] and _CLOCK_NEXT.match(match.string, match.end()):
        return f"{said},"
    return f"{said}{_full_stop(match)}"


def _full_stop(match: re.Match[str]) -> str:
    """A date such as 3.5. at the end of the sentence leaves its full stop."""
    rest = match.string[match.end() :]
    return "." if match[0].endswith(".") and not rest.strip(' "“”’»)') else ""


def _both_numeric(match: re.Match[str]) -> str:
    """1.5. – 3.6.: the first date without its year takes the link along."""
    return f"{match['first']} bis {match['last']}"


def _iso(match: re.Match[str]) -> str:
    day = f"{ordinal(int(match['day']))}{_ending(match)}"
    said = f"{day} {MONTHS[int(match['month']) - 1]} {year(int(match['year']))}"
    return f"{said}, {match['hour']}:{match['minute']} Uhr" if match["hour"] else said


def _month_year(match: re.Match[str]) -> str:
    month = match["month"].rstrip(".")
    return f"{_SHORT.get(month, month)} {year(int(match['year']))}"


def _short_after_day(match: re.Match[str]) -> str:
    return f"{match['day']}. {_SHORT[match['month']]}"


_DAYS = rf"(?P<days>{_DAY}\.(?:{_LINK}{_DAY}\.){{0,3}})"
_SHORTS = "|".join(sorted(_SHORT, key=len, reverse=True))

RULES: tuple[Rule, ...] = (
    rule(
        "-",
        r"(?<![\w-])(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])"
        r"(?:[T ](?P<hour>\d{2}):(?P<minute>\d{2})(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?(?: Uhr)?)"
        r"?(?![\w-])",
        _iso,
    ),
    rule(
        ".",
        rf"(?<![\w.,])(?P<first>{_DAY}\. ?{_MONTH}\.(?: ?\d{{4}})?)\s?[–-]\s?(?P<last>{_DAY}\. "
        rf"?{_MONTH}\.)",
        _both_numeric,
    ),
    rule(
        ".",
        rf"(?<![\w.,])(?P<day>{_DAY})\. ?(?P<month>{_SHORTS})\b\.?(?=[ ,.;:)!?–-]|$)",
        _short_after_day,
    ),
    rule(
        ".",
        rf"(?<![\w.,])(?P<days>{_DAY}\.?\s?(?:–|-|/)\s?{_DAY}\.|{_DAYS[len('(?P<days>') : -1]})"
        rf"\s?(?P<month>{_WRITTEN})(?![a-zäöüß])",
        _named,
    ),
    rule(
        ".",
        rf"(?<![\w.,])(?P<days>{_DAY}\.?\s?(?:–|-|/)\s?{_DAY}\.|{_DAYS[len('(?P<days>') : -1]}) "
        rf"?(?P<month>{_MONTH})\. ?"
        r"(?P<year>\d{4}|\d{2}(?!\d| ?(?:Uhr|bis|Euro|Prozent|%)))(?![\d.:]\d|\d)",
        _numeric,
    ),
    rule(
        ".",
        rf"(?<![\w.,])(?P<days>{_DAY}\.?\s?(?:–|-|/)\s?{_DAY}\.|{_DAYS[len('(?P<days>') : -1]}) "
        rf"?(?P<month>{_MONTH})\.(?P<year>)(?!\d)",
        _numeric,
    ),
    rule(
        DIGITS,
        rf"\b(?P<month>{_WRITTEN}|(?:{_SHORTS})\.?) (?P<year>1[1-9]\d\d|20\d\d)(?![\d.,]\d|\d)",
        _month_year,
    ),
)
