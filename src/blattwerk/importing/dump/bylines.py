"""Who wrote it: persons apart from desks, papers and agencies."""

import re
from dataclasses import dataclass

from .names import FIRST_NAMES

_LABEL = re.compile(
    r"^(?:porträt von|autor(?:in)?(?:nen|en)?\s*:|text(?: und fotos?)?\s*:|redaktion\s*:|"
    r"bericht(?:et)?\s*:|"
    r"geschrieben von|verfasst von|ein beitrag von|quelle\s*:|von\s*:|by|"
    r"(?:(?:ein(?:e|en)?|gast)\s*)?(?:analyse|kommentar|kolumne|reportage|interview|bericht|"
    r"essay|gastbeitrag|"
    r"gastkommentar|leitartikel|glosse|rezension|kritik|artikel|porträt|meinung|"
    r"protokoll)\s?(?:von|:)|"
    r"(?:aus \w+ (?:berichtet|von)|protokolliert von|aufgezeichnet von|interview\s*:))\s+",
    re.IGNORECASE,
)
_FROM = re.compile(r"^(?:von|Von|VON)\s+(?=[A-ZÄÖÜ(„“\"a-z])")
_AGENCIES = frozenset(
    [
        "apa",
        "dpa",
        "afp",
        "reuters",
        "ap",
        "sda",
        "ots",
        "epd",
        "kna",
        "kathpress",
        "ansa",
        "tass",
        "dpa-afx",
        "apa-ots",
        "keystone-sda",
        "agenturen",
        "agentur",
        "red",
        "redaktion",
        "red.",
        "ag",
        "ag.",
        "sid",
        "pte",
        "awp",
        "mti",
        "efe",
        "itar-tass",
        "ntb",
        "ski",
        "apa/dpa",
        "wetter.net",
        "bang",
        "spot",
        "spoton",
    ]
)
_DESK = re.compile(
    r"redaktion|zeitung|nachrichten|\bkrone|krone\b|newsroom|newsdesk|\bteam\b|online|agentur|"
    r"presse\b|kurier\b|"
    r"standard\b|\borf\b|\bsrf\b|\bard\b|\bzdf\b|\bswr\b|\bwdr\b|spiegel\b|\bfaz\b|\bnzz\b|"
    r"\bsz\b|tagblatt|"
    r"anzeiger|rundschau|\btt\b|\bvn\b|\bnön\b|\boön\b|\bsn\b|heute\b|oe24|vienna|digital$|"
    r"community|^die zeit$|20 minuten|f\.a\.z|"
    r"^\w+[./-]?\w*\.(?:at|de|ch|com|net|tv|eu|li|it|info|news)\b|\.(?:at|de|ch|com|net)\b|"
    r"leserreporter|ressort",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"^(?:(?:chef|stv\.?|leitende[rn]?|stellvertretende[rn]?|politik|sport|wirtschafts|kultur|"
    r"lokal|online|außen|"
    r"innen|gast|digital|wien|video|foto)[\s-]?)*(?:redakteur|redaktor|reporter|korrespondent|"
    r"autor|journalist|"
    r"kolumnist|ressortleiter|herausgeber|chef|volontär|mitarbeiter|praktikant|leiter|"
    r"ressortchef|sportchef|"
    r"kommentator|moderator|fotograf|gastautor)\w*(?:\s|$)",
    re.IGNORECASE,
)
_ROLE_INSIDE = re.compile(
    r"redakteur|redaktor|reporter|korrespondent|\bautor|journalist|kolumnist|ressort|"
    r"herausgeber|chef\b|volont|"
    r"leiter|sportchef|professor|geschäftsführer|obfrau|obmann|experte|expertin|kommentator",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"^(?:(?:dr|mag|di|dipl|ing|prof|univ|dipl\.-ing|mmag|ddr|msc|ba|ma|hofrat|frau|"
    r"herr)\b\.?\s*)+",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(r"^(?:(?:[A-ZÄÖÜÀ-Þ][\w’'´]*[-–]?)+|[A-ZÄÖÜ]\.)$")
_PARTICLES = {
    "von",
    "van",
    "de",
    "der",
    "den",
    "zu",
    "la",
    "le",
    "di",
    "del",
    "da",
    "al",
    "el",
    "ten",
    "dos",
    "vom",
}
_NOT_NAMES = re.compile(
    r"\b(?:der|die|das|ein|eine|im|in|am|bei|mit|für|auf|nach|aus|und|zum|zur|wie|so|was|neue|"
    r"mehr|alle)\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:,|;|\||•|·|\sund\s|\s&\s|\+|\s/\s|\smit\s|\saus\s|\sin\s|\s[–—-]\s)\s*")


@dataclass(frozen=True)
class Byline:
    """`sure`: the form alone says byline (a „Von“, an agency); else the position must agree."""

    authors: tuple[str, ...] = ()
    source: str | None = None
    sure: bool = False


def read_byline(text: str) -> Byline | None:
    """Persons and source of a line, or None where it cannot be a byline."""
    text = text.strip(" |·•–—-")
    if not text or len(text) > 140 or text.endswith(("!", "?", ":")):
        return None
    bracketed = text[0] in "(["
    inner = text.strip("()[] ")
    label = _LABEL.match(inner)
    if label:
        inner = inner[label.end() :]
    start = _FROM.match(inner)
    if start:
        inner = inner[start.end() :]
    if len(inner.split()) > 14 or (not label and not start and len(inner.split()) > 8):
        return None
    return _of_parts(inner, sure=bool(label or start or bracketed), bracketed=bracketed)


def _of_parts(inner: str, *, sure: bool, bracketed: bool) -> Byline | None:
    if is_source(inner):
        return Byline((), inner.strip("() "), True)
    authors: list[str] = []
    source = None
    strange = 0
    for part in filter(None, _SPLIT.split(inner.replace("(", ",").replace(")", ""))):
        person = as_person(part)
        if is_source(part):
            source = source or part
        elif person:
            authors.append(person)
        elif _ROLE_INSIDE.search(part) or is_initials(part):
            source = source or _paper_in(part)
        elif authors and len(part.split()) <= 3:
            continue  # a place or a role after the name
        else:
            strange += 1
    if strange or not (authors or source):
        return Byline((), None, True) if bracketed and is_initials(inner) else None
    if source and not authors and not sure and len(inner.split()) > 4:
        return None
    return Byline(tuple(dict.fromkeys(authors)), source, sure or source is not None)


def is_source(text: str) -> bool:
    """A paper, desk or agency: „krone.at/APA“, „Steirerkrone“, „red“, „Redaktion“."""
    bare = text.strip("()[] .")
    parts = [part.strip() for part in re.split(r"[/,]|\sund\s", bare) if part.strip()]
    if not parts or len(bare.split()) > 5 or len(bare) > 60:
        return False
    if set(bare[1:-1]) & set('„“"»«') or any(_is_small_word(word) for word in bare.split()):
        return False
    if all(part.lower() in _AGENCIES for part in parts):
        return True
    if any(_ROLE_INSIDE.search(part) for part in parts) or any(_first_name(part) for part in parts):
        return False
    return any(_DESK.search(part) or part.lower() in _AGENCIES for part in parts) and all(
        _DESK.search(part) or part.lower() in _AGENCIES or is_initials(part) for part in parts
    )


def _is_small_word(word: str) -> bool:
    bare = word.strip(",./()").lower()
    return (
        word[:1].islower() and not _DESK.search(word) and not {bare, *bare.split("/")} & _AGENCIES
    )


def as_person(text: str) -> str | None:
    """The person's name in a part of a byline, without title and role; None where it is none."""
    text = _TITLE.sub("", text.strip(' .„“"*'))
    role = _ROLE.match(text)
    if role:
        text = text[role.end() :].strip()
    words = text.split()
    if not 2 <= len(words) <= 5 or any(map(str.isdigit, text)):
        return None
    proper = [word for word in words if word.lower() not in _PARTICLES]
    if len(proper) < 2 or not all(_NAME_WORD.match(word) for word in proper):
        return None
    if words[-1].lower() in _PARTICLES or _DESK.search(text) or _ROLE_INSIDE.search(text):
        return None
    if _NOT_NAMES.search(" ".join(proper)):
        return None
    if all(word.isupper() for word in proper if len(word) > 2):
        return " ".join(word if word.lower() in _PARTICLES else word.title() for word in words)
    return text


def surely_person(text: str) -> bool:
    """A name by form *and* a common given name: enough where the position says little."""
    person = as_person(text)
    return person is not None and _first_name(person)


def is_role(text: str) -> bool:
    """„Redakteurin Chronik“, „Sportchef krone.at“."""
    return len(text.split()) <= 5 and _ROLE_INSIDE.search(text) is not None


def surely_byline(text: str) -> bool:
    """Persons only, each with a common given name."""
    byline = read_byline(text)
    return byline is not None and bool(byline.authors) and all(map(surely_person, byline.authors))


def is_initials(text: str) -> bool:
    parts = re.split(r"[/,\s]+", text.strip("()[] ."))
    return bool(parts) and all(
        1 <= len(part.strip(".")) <= 4 and part.strip(".").isalpha() for part in parts
    )


def _first_name(text: str) -> bool:
    first = text.split()[0].strip('„“"').lower() if text.split() else ""
    return first.split("-")[0] in FIRST_NAMES and len(text.split()) > 1


def _paper_in(part: str) -> str | None:
    found = re.search(r"\b[\w-]+\.(?:at|de|ch|com)\b", part)
    return found.group() if found else None
