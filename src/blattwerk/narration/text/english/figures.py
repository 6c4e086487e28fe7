"""Every other number: telephone, law, scores, ranges, fractions, ordinals, numerals, codes."""

import re

from blattwerk.narration.text.english.numerals import (
    ROMAN,
    cardinal,
    decade,
    fraction,
    number,
    one_by_one,
    ordinal,
    roman,
    year,
)  # fmt: skip
from blattwerk.narration.text.english.tables import (
    COUNTED_PARTS,
    COUNTERS,
    FIRST_NAMES,
    POSTAL,
    REGNAL,
)

NUM = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
PHONE = re.compile(
    r"(?<![\w.,$£€-])(?:\+\d{1,3}(?:[\s.-]?\(?\d{1,5}\)?){2,6}|\(\d{2,5}\)\s?\d{3,4}[\s-]?\d{3,4}"
    r"|(?:1-)?\d{3}-\d{3}-\d{4}|\d{3}-\d{4}|0\d{2,4}\s\d{3,4}\s?\d{3,5})(?![\w-])"
)
EMERGENCY = re.compile(
    r"(?<![\w.,$£€/-])(?:911|999|112|988|101|111|411)(?=\s(?:calls?|operators?|dispatch|emergency))"
    r"|(?:(?<=[Cc]all )|(?<=[Dd]ial )|(?<=called )|(?<=dialed ))(?:911|999|112|988|101|111)(?!\w)"
)
DIGITS = re.compile(  # numbers to text to, American post codes
    r"((?<!\w)[Tt]ext(?:\s\S{1,20}){0,2}\sto\s"
    rf"|(?<!\w)(?:{'|'.join(POSTAL)})\s)(\d{{5,6}})(?![\w%]|[.,-]\d|\s[a-z]+s\b)"
)
COUNTER = "|".join(sorted(map(re.escape, COUNTERS), key=len, reverse=True))
COUNTED = re.compile(rf"(?<![\w.])({COUNTER})\s?(?=\d|[IVXLC]+\b(?![.’']))")
COUNTED_NUMERAL = re.compile(rf"(?<![\w.])({COUNTER})\s?(?=[IVXLC]{{2,}}\b(?![.’']))")
PARTS = re.compile(r"(?<![\w.,])(\d+)\s?((?:\(\w{1,4}\))+)")
WORD_DECIMAL = re.compile(r"(?<=[a-z]{3})-(?=\d+\.\d)")  # "magnitude-6.4"
HASH = re.compile(r"#\s?(?=\d)")
RANGE = re.compile(
    rf"(?<![\w.,/–-])({NUM})\s?[–—−-]\s?({NUM})(?:\s?[–—−-]\s?({NUM}))?"
    r"(?![\w%–/-]|\.\d|,\d)"
)
SCORE = re.compile(r"(?<![\w.,:])(\d{1,3}):(\d{1,3})(?![\w:]|[.,]\d)")
MIXED = re.compile(r"(?<![\w.,/])(\d+)(?:[\s-](\d{1,2})/(\d{1,3})|\s?([¼½¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘]))(?![\w/])")
RATED = re.compile(r"(?<![\w.,/])(\d\.\d{1,2}|10)/10(?![\w/]|[.,]\d)")
VULGAR = re.compile(r"[¼½¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘]")
VULGARS = {
    "¼": "1/4", "½": "1/2", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8",
    "⅞": "7/8", "⅕": "1/5", "⅖": "2/5", "⅗": "3/5", "⅘": "4/5",
}  # fmt: skip
FRACTION = re.compile(r"(?<![\w.,/])(\d{1,4})/(\d{1,4})(?:ths?|rds?)?(?![\w/]|[.,]\d)")
PARTED = (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 50, 64, 100, 1000)
ORDINAL = re.compile(r"(?<![\w.])(\d{1,3}(?:,\d{3})*|\d+)(?:st|nd|rd|th|ST|ND|RD|TH)(?![^\W_])")
CENTURY = re.compile(r"(?<!\w)([IVX]{1,5})(?=(?:th)?\s[Cc]entur)")
ROMANS = re.compile(
    rf"(?<![\w.'’-])((?:[A-Z][\w.'’-]*\s){{1,3}})({ROMAN})(?P<own>['’]s)?(?![\w'’])(?!\.[A-Z])"
)
COUNTED_ROMAN = re.compile(
    rf"(?<!\w)({'|'.join(part.lower() for part in COUNTED_PARTS)})\s({ROMAN})(?!\w)"
)
AIRCRAFT = re.compile(
    r"(?<!\w)(Boeing|Airbus|A|Flight|Route|Highway|Interstate|Room|Porsche|Mercedes|Peugeot)"
    r"([\s-]?)([1-9])(\d\d)(?=neo|ceo|(?!\w|,\d|\.\d))"
)
LINE = re.compile(r"(?<!\w)(Flight|Route|Highway|Room|Channel|Train) ([1-9]\d{3})(?![\w,]|\.\d)")
JET = re.compile(r"(?:(?<=[Tt]he )|(?<=[Aa] ))7([1-8]7)(?=s?\s(?!people|of)|s?[.,]|-[1-9]00)")
VERSION = re.compile(r"(?<![\w.])[vV]?(\d+(?:\.\d+){2,})(?!\w)")
JOINED = re.compile(r"(\d)-(to|by|and|or|in|of|for)-(?=\d)")
VERSE = re.compile(r"(?<![\w.,:])(\d{1,3}):(\d{1,3})[-–](\d{1,3})(?![\w:])")
AGED = re.compile(rf"(?<![\w.,-])({NUM})\s?[-–]\s?({NUM})(?=-[a-z])")
HYPHENED = re.compile(rf"(?<![\w.,-])({NUM})(?=-[^\W\d_]{{2,}})")
CODE = re.compile(
    r"(?<!\w)(?<!\w-)(?<!\d[.,])(?=[\w-]{0,60}\d)(?=[\w-]{0,60}[^\W\d_])[^\W_]+(?:-[^\W_]+)*(?!\w)"
)
PIECE = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+")
APPROXIMATELY = {
    "~": "about ", "≈": "about ", "<": "less than ", ">": "more than ", "≥": "at least ",
    "≤": "at most ", "±": "plus or minus ",
}  # fmt: skip
CIRCA = re.compile(r"(?<![\w.])ca?\.\s?(?=[\d$£€])")
COMPARED = re.compile(r"([~≈<>≥≤±])\s?(?=[-−]?[\d$£€.])")
TIMES = re.compile(rf"(?<![\w.,])({NUM})\s?[x×](?=[\s,.!?;:)]|$)")
NUMBER = re.compile(rf"((?<![\w\d)])[-−](?=\.?\d))?(?<![\d])({NUM}|\.\d+)")


def figures(text: str) -> str:
    """Put every number that is left in `text` into words."""
    text = COUNTED.sub(lambda m: f"{COUNTERS[m[1]]} ", text)
    text = WORD_DECIMAL.sub(" ", text)
    text = PARTS.sub(_parts, text)
    text = HASH.sub("number ", text)
    text = VERSION.sub(lambda m: " point ".join(map(cardinal, m[1].split("."))), text)
    text = RATED.sub(lambda m: f"{number(m[1])} out of ten", text)
    text = MIXED.sub(_mixed, text)
    text = VULGAR.sub(lambda m: _vulgar(VULGARS[m[0]]), text)
    text = FRACTION.sub(_fraction, text)
    text = ORDINAL.sub(lambda m: ordinal(m[1]), text)
    text = JOINED.sub(r"\1 \2 ", text)
    text = VERSE.sub(lambda m: f"{cardinal(m[1])}, {cardinal(m[2])} to {cardinal(m[3])}", text)
    text = AGED.sub(lambda m: f"{number(m[1])} to {number(m[2])}", text)
    text = HYPHENED.sub(lambda m: number(m[1]), text)
    text = AIRCRAFT.sub(_pairwise, text)
    text = LINE.sub(lambda m: f"{m[1]} {year(m[2])}", text)
    text = JET.sub(lambda m: f"seven {cardinal(m[1])}", text)
    text = RANGE.sub(_range, text)
    text = SCORE.sub(lambda m: f"{cardinal(str(int(m[1])))} to {cardinal(str(int(m[2])))}", text)
    text = TIMES.sub(lambda m: f"{number(m[1])} times", text)
    text = CODE.sub(_code, text)
    return NUMBER.sub(_number, text)


def compared(text: str) -> str:
    """ "~5", "<$20": said before the amount they stand at."""
    text = CIRCA.sub("circa ", text)
    return COMPARED.sub(lambda m: APPROXIMATELY[m[1]], text)


def phones(text: str) -> str:
    """Telephone numbers digit by digit, before anything takes them for sums or ranges."""
    text = PHONE.sub(_phone, text)
    text = DIGITS.sub(lambda m: m[1] + one_by_one(m[2]), text)
    return EMERGENCY.sub(lambda m: one_by_one(m[0]), text)


def romans(text: str) -> str:
    """Kings, popes, wars, chapters."""
    text = CENTURY.sub(lambda m: ordinal(str(roman(m[1]))), text)
    text = COUNTED_NUMERAL.sub(lambda m: f"{COUNTERS[m[1]]} ", text)
    text = ROMANS.sub(_roman, text)
    return COUNTED_ROMAN.sub(lambda m: f"{m[1]} {cardinal(str(roman(m[2])))}", text)


def _phone(match: re.Match[str]) -> str:
    groups = re.findall(r"\d+", match[0])
    if len(groups) == 2 and match[0][:1] not in "+(" and not _telephone(match):
        return match[0]
    return ("plus " if match[0][0] == "+" else "") + ", ".join(map(one_by_one, groups))


def _telephone(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - 24) : match.start()].lower()
    return re.search(r"call|phone|tel|dial|hotline|number|ring|at |on |text", before) is not None


def _parts(match: re.Match[str]) -> str:
    before = match.string[max(0, match.start() - 12) : match.start()]
    said = re.findall(r"\w+", match[2])
    if not re.search(r"(?i)(?:article|section|number|rule|paragraph|clause|act)s?\s$", before):
        return match[0]
    first = "paragraph " if said[0].isdecimal() and "rticle" in before else ""
    parts = [_subpart(part) for part in said]
    return f"{cardinal(match[1])}, {first}{', '.join(parts)}"


def _subpart(written: str) -> str:
    """ "(2)" is two, "(a)" A, "(ii)" two."""
    if re.fullmatch(r"(?=[ivx]{2})x{0,3}(?:ix|iv|v?i{0,3})", written):
        return cardinal(str(roman(written.upper())))
    return cardinal(written) if written.isdecimal() else written.upper()


def _vulgar(written: str) -> str:
    above, below = map(int, written.split("/"))
    return fraction(above, below)


def _mixed(match: re.Match[str]) -> str:
    whole, above, below, sign = match.groups()
    if sign:
        above, below = VULGARS[sign].split("/")
    said = fraction(int(above), int(below)) if int(below) else f"{above}/{below}"
    return f"{cardinal(whole)} and {said.replace('one ', 'a ', 1) if int(above) == 1 else said}"


def _fraction(match: re.Match[str]) -> str:
    above, below = int(match[1]), int(match[2])
    if len(match[1]) == len(match[2]) == 4:
        return f"{year(match[1])} {year(match[2])}"
    if above < below and below in PARTED:
        return fraction(above, below)
    return f"{cardinal(match[1])} {cardinal(match[2])}"


def _pairwise(match: re.Match[str]) -> str:
    if match[1] == "A" and match[2]:
        return match[0]
    after = match.string[match.end() : match.end() + 1]
    rest = cardinal(match[4]) if match[4][0] != "0" else f"oh {cardinal(match[4][1])}"
    if match[4] == "00":
        return f"{match[1]} {cardinal(match[3])} hundred"
    return f"{match[1]} {cardinal(match[3])} {rest}{' ' if after.isalpha() else ''}"


def _range(match: re.Match[str]) -> str:
    sides = [side for side in match.groups() if side]
    if all(re.fullmatch(r"(?:1[1-9]|20|21)\d\d", side) for side in sides):
        return " to ".join(map(year, sides))
    return " to ".join(map(number, sides))


def _roman(match: re.Match[str]) -> str:
    names, written, value = match[1].split(), match[2], roman(match[2])
    own = "'s" if match["own"] else ""
    last = names[-1].rstrip(".'’s") if names[-1] not in COUNTED_PARTS + REGNAL else names[-1]
    last = last.rsplit("-", 1)[-1]
    if last in COUNTED_PARTS:
        return f"{match[1]}{cardinal(str(value)).capitalize()}{own}"
    known = [name for name in names if name in REGNAL or name in FIRST_NAMES]
    if names[-1] in REGNAL or (known and len(names) > 1 and len(written) > 1):
        return f"{match[1]}the {ordinal(str(value)).title()}{own}"
    if len(written) > 1 and set(written) <= set("IVX"):
        return f"{match[1]}{cardinal(str(value)).capitalize()}{own}"
    return match[0]


def _code(match: re.Match[str]) -> str:
    """ "F-16", "G7", "COVID-19": letters and numbers by turns; "12-year-old" keeps its hyphens."""
    if re.fullmatch(r"\d+(?:-[^\W\d_]+)+", match[0]):
        digits, _, rest = match[0].partition("-")
        return f"{cardinal(digits)}-{rest}"
    if several := re.fullmatch(r"([^\W\d_]+)-?(\d+)s", match[0]):
        return f"{several[1]} {decade(several[2])}"
    if ordinary := re.fullmatch(r"([^\W\d_]+(?:-[^\W\d_]+)*)-(\d+)", match[0]):
        return f"{ordinary[1]} {_number_name(ordinary[2])}"
    return " ".join(
        _number_name(piece) if piece[0].isdecimal() else piece for piece in PIECE.findall(match[0])
    )


def _number_name(digits: str) -> str:
    if re.fullmatch(r"20[1-9]\d|19\d\d", digits):
        return year(digits)
    return cardinal(digits)


def _number(match: re.Match[str]) -> str:
    before = match.string[match.start() - 1 : match.start()]
    after = match.string[match.end() : match.end() + 1]
    said = number((match[1] or "") + (match[2] if match[2][0] != "." else f"0{match[2]}"))
    if before.isalnum() or before == ")":
        said = f" {said}"
    return said + (" " if after.isalpha() else "")
