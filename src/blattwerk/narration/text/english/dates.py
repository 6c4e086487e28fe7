"""Dates, decades, years and clock times."""

import re

from blattwerk.narration.text.english.numerals import cardinal, decade, one_by_one, ordinal, year

MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
]  # fmt: skip
SHORT = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
         "oct": 10, "nov": 11, "dec": 12}  # fmt: skip
DAYS = {"Mon": "Monday", "Tue": "Tuesday", "Tues": "Tuesday", "Wed": "Wednesday", "Thu": "Thursday",
        "Thur": "Thursday", "Thurs": "Thursday", "Fri": "Friday", "Sat": "Saturday",
        "Sun": "Sunday"}  # fmt: skip
MONTH = (
    rf"(?:{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.|(?=\s\d)|\b))"
)
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
YEAR = r"(?:1\d|20|21)\d\d"
DASH = r"\s?[-–—]\s?"
TO = rf"(?:{DASH}|\sto\s)"
ORD = r"(?:st|nd|rd|th)?"

WEEKDAY = re.compile(
    r"(?<!\w)(Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)(?:\.(?=,?\s|[–-])|(?=,\s(?:[A-Z]|\d)))"
)
DAY_RANGE = re.compile(
    r"(?<!\w)((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*)\.?[–-]((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*)\b(?:\.(?=\s\w))?"
)
ISO = re.compile(rf"(?<![\w.-])({YEAR})-(0\d|1[0-2])-([0-2]\d|3[01])(?:T(?=\d\d:))?(?![\d-])")
SLASHED = re.compile(rf"(?<![\w./])(\d{{1,2}})([/.])(\d{{1,2}})\2({YEAR}|\d\d)(?![\w/]|\.\d)")
MONTH_FIRST = re.compile(
    rf"(?<!\w)({MONTH})\s({DAY}){ORD}(?:{TO}(?:({MONTH})\s)?({DAY}){ORD})?(?!\w|[.,:]\d|%|-[a-z])"
    rf"(?:(,?\s)({YEAR})(?!\w|[.,]\d))?"
)
DAY_FIRST = re.compile(
    rf"(?<![\w.,:])(?P<the>[Tt]he\s)?({DAY}){ORD}(?:(?P<to>{TO}|\sand\s)(?:the\s)?({DAY}){ORD})?"
    rf"(?:\sof)?\s({MONTH})(?![\w-])(?:(,?\s)({YEAR})(?!\w|[.,]\d))?"
)
MONTH_YEAR = re.compile(rf"(?<!\w)({MONTH})(,?)\s(?:of\s)?({YEAR})(?!\w|[.,]\d)")
MONTH_ALONE = re.compile(r"(?<!\w)(Jan|Feb|Aug|Sept?|Oct|Nov|Dec|Apr|Jul|Jun|Mar)\.")
MONTH_SHORT_YEAR = re.compile(rf"(?<!\w)({MONTH})\s(?=['’]\d\d(?!\w))")
SCHOOL_YEAR = re.compile(rf"(?<![\w.,-])({YEAR})([-–/])(\d\d)(?![\w-]|[.,]\d)")
DECADE = re.compile(r"(?<!\w)['’]?((?:1\d|20)\d0|[2-9]0)(?:s|['’]s)\b")
SHORT_YEAR = re.compile(r"(?<![\w'’])['’](\d\d)(?![\w'’])")

AM_PM = r"(?:\s?([AaPp])\.?\s?[Mm]\b(\.?))"
CLOCK_RANGE = re.compile(
    rf"(?<![\w.:,$£€])(\d{{1,2}})(?:[:.](\d\d))?{TO}(\d{{1,2}})(?:[:.](\d\d))?{AM_PM}"
)
UNTIL_CLOCK = re.compile(
    r"(?<=[apAP]m)\s?[-–]\s?(?=\d)|(?<=m\.)\s?[-–]\s?(?=\d)|(?<=\d:\d\d)\s?[-–]\s?(?=\d{1,2}:\d\d)"
)
MILITARY = re.compile(r"(?<![\w.,])([01]\d|2[0-3])([0-5]\d)(?=\s(?:hours|hrs|GMT|UTC|BST|local)\b)")
CLOCK_HALF = re.compile(rf"(?<![\w.:,$£€-])(\d{{1,2}})(?:[:.]([0-5]\d))?{AM_PM}")
CLOCK = re.compile(
    r"(?<![\w.:,$£€])([01]?\d|2[0-4]):([0-5]\d)(?::([0-5]\d))?(\s?h(?:rs|ours)?\b)?(?![\w:]|\.\d)"
)
LAPSE = re.compile(r"(?<![\w.:,$£€])(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)\.(\d{1,3})(?!\w)")
NUMBER_YEAR = re.compile(r"(?<![\w.,:/$£€¥+−#-])((?:1\d|20)\d\d)(?![\w/:%°]|[.,]\d|-[a-z]{2,})")
COUNTED = re.compile(
    r"\s(?:(?:[a-z]+\s)?(?!(?:was|is|has|does|as|its|this|us|sees|gets|plus|versus|thus|always|perhaps"
    r"|yes|elections|polls|less|unless|across|minus|[a-z]{3,}ess)\b)[a-z]{3,}s"
    r"|people|men|women|children|percent|million|billion|square|cubic|feet)\b"
)
SURELY = re.compile(
    r"(?i)\b(?:in|since|by|until|till|during|circa|year|years|early|late|mid|spring|summer|autumn|fall"
    r"|winter|born|died|founded|established|season|class"
    r"|est\.|ca?\.|copyright|©|(?-i:Act|Regulations|Olympics|Games|Cup))[\s-]$"
)
YEAR_RANGE = re.compile(rf"(?<![\w.,/–-])({YEAR})(?:{DASH}|(?<=\d)/)({YEAR})(?![\w%/–-]|[.,]\d)")
YEARLY = re.compile(
    r"(?i)(?:\b(?:of|from|to|before|after|around|between|the|and|or|into|for|than|through|on|that"
    r"|this|election)|[(,–-])\s?$"
)


def dates(text: str) -> str:
    """Put every date and clock time of `text` into words."""
    text = WEEKDAY.sub(lambda m: DAYS[m[1]], text)
    text = DAY_RANGE.sub(lambda m: f"{_day(m[1])} to {_day(m[2])}", text)
    text = ISO.sub(lambda m: _date(int(m[2]), m[3], m[1]) + (" " if m[0][-1] == "T" else ""), text)
    text = SLASHED.sub(_slashed, text)
    text = MONTH_FIRST.sub(_month_first, text)
    text = DAY_FIRST.sub(_day_first, text)
    text = MONTH_YEAR.sub(lambda m: f"{MONTHS[_month(m[1]) - 1]}{m[2]} {year(m[3])}", text)
    text = MONTH_SHORT_YEAR.sub(lambda m: f"{MONTHS[_month(m[1]) - 1]} ", text)
    text = MONTH_ALONE.sub(_month_alone, text)
    text = YEAR_RANGE.sub(lambda m: f"{year(m[1])} to {year(m[2])}", text)
    text = SCHOOL_YEAR.sub(_school_year, text)
    return DECADE.sub(lambda m: decade(m[1]), text)


def times(text: str) -> str:
    """Clock times, after dates and before other numbers with colons."""
    text = CLOCK_RANGE.sub(
        lambda m: f"{_clock(m[1], m[2])} to {_clock(m[3], m[4])} {_half(m, 5)}", text
    )
    text = UNTIL_CLOCK.sub(" to ", text)
    text = MILITARY.sub(_military, text)
    text = CLOCK_HALF.sub(lambda m: f"{_clock(m[1], m[2])} {_half(m, 3)}", text)
    text = LAPSE.sub(_lapse, text)
    return CLOCK.sub(_full_clock, text)


def years(text: str) -> str:
    """Four digits that are a year by what stands around them; the rest stays."""
    text = NUMBER_YEAR.sub(_year_or_number, text)
    return SHORT_YEAR.sub(
        lambda m: f"oh {cardinal(m[1][1])}" if m[1][0] == "0" else cardinal(m[1]), text
    )


def _day(written: str) -> str:
    return DAYS.get(written, written)


def _month(written: str) -> int:
    if written in MONTHS:
        return MONTHS.index(written) + 1
    return SHORT[written.rstrip(".").lower()]


def _date(month: int, day: str, written_year: str) -> str:
    return f"{MONTHS[month - 1]} {ordinal(day)}, {year(written_year)}"


def _slashed(match: re.Match[str]) -> str:
    first, second, written = int(match[1]), int(match[3]), match[4]
    if match[2] == "." and len(written) == 2 and not (1 <= second <= 12):
        return match[0]
    month, day = (first, second) if match[2] == "/" and first <= 12 else (second, first)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return match[0]
    if len(written) == 2:
        written = ("20" if int(written) < 50 else "19") + written
    return _date(month, str(day), written)


def _month_first(match: re.Match[str]) -> str:
    month, day, until_month, until, gap, written = match.groups()
    said = f"{MONTHS[_month(month) - 1]} {ordinal(day)}"
    if until:
        said += (
            f" to {MONTHS[_month(until_month) - 1] + ' ' if until_month else ''}{ordinal(until)}"
        )
    return said + (f", {year(written)}" if gap else "")


def _day_first(match: re.Match[str]) -> str:
    _, day, joint, until, month, gap, written = match.groups()
    said = f"{match['the'] or 'the '}{ordinal(day)}"
    if until and joint:
        said += f" {'and' if 'and' in joint else 'to'} the {ordinal(until)}"
    said += f" of {MONTHS[_month(month) - 1]}"
    return said + (f"{gap}{year(written)}" if gap else "")


def _month_alone(match: re.Match[str]) -> str:
    ends = not match.string[match.end() :].strip()
    return MONTHS[SHORT[match[1].lower()] - 1] + ("." if ends else "")


def _school_year(match: re.Match[str]) -> str:
    first, second = match[1], match[3]
    if match[2] == "-" and 1 <= int(second) <= 12 and int(second) != (int(first) + 1) % 100:
        return f"{MONTHS[int(second) - 1]} {year(first)}"
    said = f"oh {cardinal(second[1])}" if second[0] == "0" else cardinal(second)
    return f"{year(first)} to {said}"


def _clock(hour: str, minute: str | None) -> str:
    if not minute or minute == "00":
        return cardinal(str(int(hour)))
    said = f"oh {cardinal(minute[1])}" if minute[0] == "0" else cardinal(minute)
    return f"{cardinal(str(int(hour)))} {said}"


def _half(match: re.Match[str], group: int) -> str:
    ends = match[group + 1] and not match.string[match.end() :].strip(" \"'”’)»")
    return f"{match[group].upper()} M" + ("." if ends else "")


def _military(match: re.Match[str]) -> str:
    hour = f"oh {cardinal(match[1][1])}" if match[1][0] == "0" else cardinal(match[1])
    if match[2] == "00":
        return f"{hour} hundred"
    return f"{hour} {cardinal(match[2]) if match[2][0] != '0' else 'oh ' + cardinal(match[2][1])}"


def _lapse(match: re.Match[str]) -> str:
    hours, minutes, seconds, rest = match.groups()
    said = f"{_clock(minutes, seconds)} point {one_by_one(rest)}"
    return f"{cardinal(hours)} {said}" if hours else said


def _full_clock(match: re.Match[str]) -> str:
    hour, minute, second, hundred = match.groups()
    if second:
        parts = ((hour, "hour"), (minute, "minute"), (second, "second"))
        return " ".join(
            f"{cardinal(str(int(value)))} {unit}{'' if int(value) == 1 else 's'}"
            for value, unit in parts
            if int(value)
        )
    if minute == "00":
        return _hour(int(hour), hundred is not None)
    return _clock(hour, minute)


def _hour(hour: int, hundred: bool) -> str:
    if hundred or hour > 12:
        return f"{cardinal(str(hour))} hundred" + (" hours" if hundred else "")
    return "midnight" if hour == 0 else f"{cardinal(str(hour))} o'clock"


def _year_or_number(match: re.Match[str]) -> str:
    before, after = match.string[: match.start()], match.string[match.end() :]
    if SURELY.search(before[-14:]):
        return year(match[1])
    clear = YEARLY.search(before[-14:]) is not None or not before.strip(" \"'“‘(")
    if COUNTED.match(after[:40]) and not re.search(r"(?i)\b(?:the|in|since|of)\s$", before[-6:]):
        return match[0]
    return year(match[1]) if clear or int(match[1]) >= 1900 else match[0]
