"""Who can sign a text: persons by the form of a name, their roles, desks, papers, agencies."""

import re
from itertools import pairwise

from .names import FIRST_NAMES

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


def is_source(text: str) -> bool:
    """A paper, desk or agency: „krone.at/APA“, „Steirerkrone“, „red“, „Redaktion“."""
    bare = text.strip("()[] .")
    parts = [part.strip() for part in re.split(r"[/,]|\sund\s", bare) if part.strip()]
    if not parts or len(bare.split()) > 5 or len(bare) > 60:
        return False
    words = [word for part in parts if " " in part for word in part.split()]
    if set(bare[1:-1]) & set('„“"»«') or any(map(_is_small_word, words)):
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


def is_initials(text: str) -> bool:
    parts = re.split(r"[/,\s]+", text.strip("()[] ."))
    return bool(parts) and all(
        1 <= len(part.strip(".")) <= 4 and part.strip(".").isalpha() for part in parts
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
    if _is_phrase(words) or words[-1].lower() in _PARTICLES:
        return None
    if _DESK.search(text) or _ROLE_INSIDE.search(text):
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


def _is_phrase(words: list[str]) -> bool:
    """„Echo der Zeit“: an article belongs to a name only behind a preposition, „van der“."""
    lower = [word.lower() for word in words]
    return any(
        word in {"der", "den"} and before not in _PARTICLES for before, word in pairwise(lower)
    )


def speaks_of_role(text: str) -> bool:
    return _ROLE_INSIDE.search(text) is not None


def is_role(text: str) -> bool:
    """„Redakteurin Chronik“, „Sportchef krone.at“."""
    return len(text.split()) <= 5 and _ROLE_INSIDE.search(text) is not None


def _first_name(text: str) -> bool:
    first = text.split()[0].strip('„“"').lower() if text.split() else ""
    return first.split("-")[0] in FIRST_NAMES and len(text.split()) > 1
