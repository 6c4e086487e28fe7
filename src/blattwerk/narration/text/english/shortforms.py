"""Abbreviations, initials, acronyms."""

import re

from blattwerk.narration.text.english.tables import (
    NAMES,
    POSTAL,
    SHORT,
    SHOUTED,
    STATES,
    STREETS,
    WORDS,
)

SAINT = re.compile(r"(?P<street>(?<=\w)\s?)?(?<!\w)St\.(?P<after>\s[A-Z])?(?!\w)")
DRIVE = re.compile(r"(?<!\w)Dr\.(?=\s?[A-Z(])|(?<=[a-z] )Dr\.(?=[\s,.]|$)|(?<!\w)Dr\.?(?=\s)")
ENDING = SHORT | STATES
SHORTS = re.compile(
    rf"(?<![\w.@/])(?:{'|'.join(sorted(map(re.escape, ENDING), key=len, reverse=True))})(?![\w@])"
)
PLAIN_TITLES = re.compile(
    r"(?<!\w)(Mr|Mrs|Ms|Dr|Prof|Sgt|Capt|Gen(?!\s(?:[XYZ]|Alpha)\b)|Col|Lt|Rev|Jr|Sr|Inc|Ltd|Corp|vs)(?=[\s,.;:!?)]|$)"
)
UNDOTTED = {
    "Mr": "Mister", "Mrs": "Missus", "Ms": "Miz", "Dr": "Doctor", "Prof": "Professor",
    "Jr": "Junior", "Sr": "Senior", "Inc": "Incorporated", "Ltd": "Limited",
    "Corp": "Corporation", "vs": "versus", "Sgt": "Sergeant", "Capt": "Captain",
    "Gen": "General", "Col": "Colonel", "Lt": "Lieutenant", "Rev": "Reverend",
}  # fmt: skip
PARTY = re.compile(
    rf"(?<!\w)(?P<party>[DRI])-(?=(?:{'|'.join(map(re.escape, STATES))}))"
    r"|(?:(?<=\()|(?<=, ))(?P<member>[DRI])-(?=[A-Z][a-z]+(?:\s[A-Z][a-z]+)?[),])"
)
SEAT = re.compile(rf"(?:(?<=\()|(?<=, ))([DRI])-({'|'.join(POSTAL)})(?=[),])")
FOUNDED = re.compile(
    r"(?<!\w)[Ee]st\.(?=\s(?:in\s)?(?:sixteen|seventeen|eighteen|nineteen|twenty|two thousand))"
)
PARTIES = {"D": "Democrat of ", "R": "Republican of ", "I": "independent of "}
VERSUS = re.compile(r"(?<=\w\s)v\.?(?=\s[A-Z])")
DOTTED = re.compile(r"(?<![\w.])((?:[A-Za-z]\.){2,}|(?:[A-Z]\.\s){1,3}[A-Z]\.)(s\b)?")
COMPASS = re.compile(
    r"(?<![\w.])([NSEW])\.(?=\s(?:Korea|Africa|Carolina|Dakota|Ireland|Sudan|America|Virginia"
    r"|Yorkshire|Wales|London|Germany|Jerusalem|Bank|Side)\b)"
)
COMPASSES = {"N": "North", "S": "South", "E": "East", "W": "West"}
INITIAL = re.compile(r"(?<![\w.])([A-Z])\.(?=[\s-][A-Z])")
NAMED = re.compile(
    rf"(?<![\w.])(?:{'|'.join(sorted(map(re.escape, NAMES), key=len, reverse=True))})(?!\w)"
)
CAPITALS = re.compile(
    r"(?<![^\W_])(?:[^\W\d_a-zß-öø-ÿ]{2,}(?:&[A-Z]+)?)(?P<plural>s|'s|’s|'|’|ed|er|ers)?(?![^\W_])"
)
MIXED_TAIL = re.compile(r"(?<![^\W_])([A-Z]?[a-z]+)([A-Z]{2,})(?![^\W_])")
VOWEL = re.compile(r"[AEIOUYÄÖÜ]")


def shortforms(text: str) -> str:
    """Put abbreviations into full and acronyms into letters or words."""
    text = FOUNDED.sub("established", text)
    text = PARTY.sub(lambda m: PARTIES[m["party"] or m["member"]], text)
    text = SEAT.sub(lambda m: PARTIES[m[1]] + POSTAL[m[2]], text)
    text = VERSUS.sub("versus", text)
    text = SAINT.sub(_saint, text)
    text = DRIVE.sub(_doctor, text)
    text = SHORTS.sub(_short, text)
    text = COMPASS.sub(lambda m: COMPASSES[m[1]], text)
    text = DOTTED.sub(_letters, text)
    text = INITIAL.sub(r"\1", text)
    return PLAIN_TITLES.sub(lambda m: UNDOTTED[m[1]], text)


def names(text: str) -> str:
    """Names with signs and digits of their own, before numbers and signs are read."""
    return NAMED.sub(lambda m: NAMES[m[0]], text)


def acronyms(text: str) -> str:
    """ "FBI" to letters, "NATO" to "Nato"; a sentence all in capitals is not spelt out."""
    shouting = _is_shouting(text)
    text = MIXED_TAIL.sub(lambda m: f"{m[1]} {' '.join(m[2])}", text)
    return CAPITALS.sub(lambda m: _acronym(m, shouting), text)


def _ends(match: re.Match[str]) -> bool:
    """Did the abbreviation's full stop end the sentence as well?"""
    return match[0].endswith(".") and not match.string[match.end() :].strip(" \"'”’»)")


def _short(match: re.Match[str]) -> str:
    return ENDING[match[0]] + ("." if _ends(match) else "")


def _saint(match: re.Match[str]) -> str:
    before = match.string[: match.start()].rstrip()
    word = before.rpartition(" ")[2]
    street = (
        word in STREETS
        or (word[:1].isupper() and not match["after"])
        or (word.endswith(("st", "nd", "rd", "th")) and not match["after"])
    )
    stop = "." if not match.string[match.end() :].strip() and not match["after"] else ""
    return f"{match['street'] or ''}{'Street' if street else 'Saint'}{match['after'] or ''}{stop}"


def _doctor(match: re.Match[str]) -> str:
    before = match.string[: match.start()].rstrip().rpartition(" ")[2]
    after = match.string[match.end() :].lstrip()
    drive = before[:1].isupper() and before.isalpha() and not after[:1].isupper() and match.start()
    return ("Drive" if drive else "Doctor") + ("." if not after else "")


def _letters(match: re.Match[str]) -> str:
    said = " ".join(re.findall(r"[A-Za-z]", match[1])).upper()
    return said + (match[2] or "") + ("." if _ends(match) and not match[2] else "")


def _is_shouting(text: str) -> bool:
    words = re.findall(r"[^\W\d_]{2,}", text)
    loud = [word for word in words if word.isupper()]
    return len(words) >= 3 and len(loud) * 10 >= len(words) * 8 and sum(map(len, loud)) >= 14


def _acronym(match: re.Match[str], shouting: bool) -> str:
    whole, tail = match[0], match["plural"] or ""
    word = whole[: len(whole) - len(tail)]
    if not word.isupper() or not any(char.isascii() for char in word):
        return whole
    if word in SHOUTED or (shouting and word not in ("US", "EU", "UK", "UN")):
        return word.lower() + tail
    if word in WORDS or (len(word) >= 5 and _pronounceable(word)):
        return word.capitalize() + tail
    return " ".join(word) + tail


def _pronounceable(word: str) -> bool:
    return len(VOWEL.findall(word)) * 3 >= len(word) and not re.search(r"[^AEIOUY]{4}", word)
