"""Our ruling on one possible sentence boundary, by what stands before and after it."""

import re
from typing import NamedTuple

from blattwerk.narration.text import endings, shapes

CLOSERS = "\"'“”„’‘»«›‹)\\]}"
EMOJI = "\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f\u200d"
NOTES = r"(?:\[\d{1,3}\]|[¹²³⁰-⁹])*"
DOUBTFUL = re.compile(
    rf"[.!?…][{CLOSERS}]*{NOTES}[{CLOSERS}]*\s+|(?<=[{EMOJI}])\s+(?=[^\s{EMOJI}])"
    rf"|[!?…][“”»«\"](?=[„“»«])"
)
BEFORE, AFTER = 90, 70  # characters looked at on either side

OPENERS = {
    language: re.compile(rf"[{CLOSERS}„‚(\[¿¡]*(?:{'|'.join(words.split())})(?![\w'’-])")
    for language, words in endings.OPENERS.items()
}
NOT_LETTER = r"(?<![^\W\d_])"


def _abbreviations(words: str) -> re.Pattern[str]:
    """Ends in one of `words` and a full stop; "a.D" also finds "a. D."."""
    spelled = (r"\.\s?".join(map(re.escape, word.split("."))) for word in words.split())
    return re.compile(rf"{NOT_LETTER}(?:{'|'.join(sorted(spelled, key=len, reverse=True))})\.$")


LEADING = {language: _abbreviations(words) for language, words in endings.LEADING.items()}
CLOSING = {language: _abbreviations(words) for language, words in endings.CLOSING.items()}
INNER = {  # letters with full stops that always lead on
    "de": re.compile(
        rf"{NOT_LETTER}(?:z\.\s?[BTHdZ]|d\.\s?[hi]|i\.\s?d\.\s?R|i\.\s?e\.\s?S|u\.\s?zw|s\.\s?[ou]|o\.\s?g|v\.\s?a"
        r"|a\.\s?d|[Zz]\.\s?B|[Uu]\.\s?[aU]|[DdIi]\.\s?[hH]|i\.\s?Z|i\.\s?H|a\.\s?o|m\.\s?E|u\.\s?U|v\.\s?l|i\.\s?S"
        r"|lt|Abg\.\s?z|z\.\s?Zt|geb|hl)\.$"
    ),
    "en": re.compile(rf"{NOT_LETTER}(?:e\.\s?g|i\.\s?e|a\.\s?k\.\s?a|c\.\s?f)\.$"),
}
NAMED = re.compile(rf"(?:^|[\s(„“\"])(?:{endings.MARKED_NAMES})$")
LIST_MARKER = re.compile(r"^[(\s]*(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})[.)]+$")
LATER_MARKER = re.compile(
    r"(?<!Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec|ept| No| no)"
    rf"[.!?:;,][{CLOSERS}]*\s\d{{1,2}}\.$"
)
NUMBER = re.compile(r"(?<![\d.,:/–-])\d{1,3}(?:\.?\d00)?\.$")
DATE = re.compile(r"(?<!\d)\d{1,2}\.\s?\d{1,2}\.$")
# Abbreviations before a number, words anywhere else.
WORDS_TOO = re.compile(
    r"(?<!\w)(?:Art|Gen|Max|Tab|Abs|Lit|Lot|Ziff|Pos|Ton|Rat|Fig|Tit|Hl|art|no)\.$"
)
ROMAN = re.compile(r"(?<!\w)[IVXLC]+\.$")
LETTER = re.compile(r"(?<![^\W\d_])(?<![\d.]\.)([^\W\d_])\.$")
LETTERED = re.compile(rf"(?<!\w)(?:{'|'.join(endings.LETTERED.split())})\s[A-Z]\d?\.$")
ARTICLE = re.compile(
    r"(?i)(?<!\w)(?:de[rmns]|die|das|diese[rmns]?|am|im|ins|zum|zur|beim|vom|fürs|[mds]?ein(?:e[rmns]?)?"
    r"|ihr(?:e[rmns]?)?|unser(?:e[rmns]?)?|jede[rmns]?|kein(?:e[rmns]?)?|mein(?:e[rmns]?)?)"
    r"(?:\s[a-zäöüß]+e[nrms]?)?\s\d{1,3}(?:\.?\d00)?\.$"
    r"|(?<!\w)als\s\d{1,3}\.$|(?<![\w-])(?!w[ua]r)(?-i:[a-zäöüß]+)\s1\.$"  # "als 1. Frau"
)
WEEKDAY = re.compile(r"(?:tag|woch|abend), de[mnr] \d{1,2}\.$")
NUMBERED = re.compile(rf"(?:{'|'.join(endings.NUMBERED.split())})(?![^\W\d_])|[A-ZÄÖÜ]{{2,}}")
SAID = re.compile(rf"(?:[A-Z][\w.’'-]*\s){{1,4}}(?:{endings.SAID})(?!\w)")
HUMPED = re.compile(r"[a-z]{1,2}(?:-?[A-Z]|-[a-z])")
UNSPEAKABLE = re.compile(r"(?<![^\W_])[A-ZÄÖÜ]?[b-df-hj-np-tv-xzß]{1,5}\.$")  # "tgl.", "Bgm."
ADDRESS = re.compile(r"(?:www\.|://|@)[^\s]*$")
ZONE = re.compile(
    r"(?:E[SD]?T|C[SDE]?T|P[SD]?T|M[SD]?T|GMT|BST|UTC|CES?T|Eastern|Central|Pacific|Mountain|Greenwich"
    r"|(?:Mon|Tue|Tues|Wed|Wednes|Thu|Thurs|Fri|Sat|Satur|Sun)(?:day)?)\b"
)


class Place(NamedTuple):
    """What stands around a possible boundary; `begins`: `before` reaches the sentence's start."""

    before: str
    after: str
    language: str
    begins: bool


def verdict(text: str, start: int, place: int, language: str) -> bool | None:
    """Does a sentence begin at `place`, the one before having begun at `start`?

    None leaves it to the library. Looks at a few dozen characters, so it costs the same anywhere.
    """
    before = text[max(start, place - BEFORE) : place]
    stripped = before.rstrip()
    around = Place(stripped, text[place : place + AFTER], language, start >= place - BEFORE)
    if before == stripped and ADDRESS.search(before):
        return False
    for rule in (_signs, _quotes, _lists, _names, _numbers, _abbreviated, _brackets):
        ruling = rule(around)
        if ruling is not None:
            return ruling
    return None


def _opens(after: str, language: str) -> bool:
    return OPENERS[language].match(after) is not None


def _lower(after: str) -> bool:
    first = after.lstrip("„“”\"'‚‘’»«›‹([")[:1]
    return first.islower() and not HUMPED.match(after)


def _signs(place: Place) -> bool | None:
    before, after, language, _ = place
    if re.match(rf"[{EMOJI},;:.!?…)\]}}%]|[–—-]+\s", after):
        return False
    if re.search(rf"[{EMOJI}]$", before):
        bare = re.sub(rf"[{EMOJI}\s]+$", "", before)
        return (
            not _lower(after)
            if re.search(rf"[.!?…][{CLOSERS}]*$", bare)
            else _opens(after, language)
        )
    if re.search(rf"(?:…|\.\.\.)[{CLOSERS}]*$", before):
        return None if not _lower(after) and not _opens(after, language) else not _lower(after)
    if re.search(rf"[!?][{CLOSERS}]*$", before) and _lower(after):
        return False
    if re.search(rf"[.!?…][{CLOSERS}]*{NOTES}$", before) and re.search(r"[\]¹²³⁰-⁹]$", before):
        return not _lower(after) or None
    return None


def _quotes(place: Place) -> bool | None:
    before, after, language, _ = place
    if not re.search(r"[.!?…][\"'“”’‘»«›‹]+$", before):
        return None
    if re.match(r"[–—-]\s", after) or _lower(after):
        return False
    if language == "en" and SAID.match(after):
        return False
    return True if _opens(after, language) else None


def _lists(place: Place) -> bool | None:
    before, after, language, begins = place
    if begins and LIST_MARKER.match(before):
        return False
    if LATER_MARKER.search(before) and not _opens(after, language):
        return False
    return None


def _names(place: Place) -> bool | None:
    before, after, language, _ = place
    if NAMED.search(before[-12:]):
        return _opens(after, language)
    if LETTERED.search(before[-24:]):
        return not _lower(after)
    if language == "en" and re.search(
        r"(?:and|than|as|am|do|did|was|have|can|will|or|,) I\.$", before
    ):
        return True
    return None


def _numbers(place: Place) -> bool | None:
    before, after, language, _ = place
    if WORDS_TOO.search(before[-6:]):
        return False if re.match(r"\d|[IVX]+\b", after) else _opens(after, language) or None
    if ROMAN.search(before):
        return _roman(after, language)
    if language == "en":
        return None
    if DATE.search(before) and re.match(r"(?:19|20)\d\d\b", after):
        return False
    if re.search(r"(?<![\d:,])\d{1,3}\.$", before) and NUMBERED.match(after):
        return False
    if not NUMBER.search(before):
        return None
    if re.match(r"\d{1,2}\.(?!\d)|(?:[–-]|bis|und|oder|u\.)\s", after) or _lower(after):
        return False
    if _opens(after, language):
        return True
    if WEEKDAY.search(before):
        return True
    return False if ARTICLE.search(before) else None


def _roman(after: str, language: str) -> bool | None:
    if _lower(after):
        return False
    if _opens(after, language):
        return True
    return False if language == "de" else None


def _abbreviated(place: Place) -> bool | None:
    before, after, language, _ = place
    if not before.endswith("."):
        return None
    tail = before[-16:]
    if language == "en" and re.search(r"(?<!\w)[Nn]o\.$", before):
        return False if after[:1].isdigit() else None
    measured = re.search(r"\d\s?(?:Min|Sek|Std|St|Stk|Kl|Jh|Pkt|Pers|min|max|hr|ft|fl)\.$", before)
    if not measured and (LEADING[language].search(tail) or INNER[language].search(tail)):
        return False
    if CLOSING[language].search(tail) or LETTER.search(tail):
        return _closing(before, after, language)
    if language == "de" and re.search(r"[a-zäöü]str\.$", before):
        return _closing(before, after, language)
    if language == "de" and (ruling := _clipped(place)) is not None:
        return ruling
    if _lower(after) and shapes.CUT_SHORT.search(tail):
        return False
    doubtful = _lower(after) or after[:1].isdigit()
    return False if doubtful and UNSPEAKABLE.search(tail) else None


def _clipped(place: Place) -> bool | None:
    """German words cut short without being on a list."""
    before, after, language, _ = place
    tail = before[-40:]
    if shapes.LANE_NUMBERED.search(tail) and after[:1].isdigit():
        return False
    if shapes.CLIPPED.search(tail):
        return _closing(before, after, language)
    return None


def _closing(before: str, after: str, language: str) -> bool | None:
    if _lower(after):
        return False
    if language == "en" and re.search(r"[ap]\.\s?m\.$", before, re.IGNORECASE):
        return not ZONE.match(after)
    if re.search(r"(?<!\w)(?:usw|etc|u\.\s?dgl|u\.\s?[av]\.\s?m)\.$", before, re.IGNORECASE):
        return True
    if _opens(after, language) or re.search(r"\d (?:B\.C|B\.C\.E|C\.E)\.$", before):
        return True
    return False if language == "de" or after[:1].isdigit() else None


def _brackets(place: Place) -> bool | None:
    before, after, language, begins = place
    if not re.search(r"[.!?…][\"“”’»«]*[)\]]$", before):
        return None
    if _lower(after):
        return False
    if re.match(r"[(\[][„“\"»]?[A-ZÄÖÜ0-9]", before) and begins:
        return True
    return True if _opens(after, language) else None
