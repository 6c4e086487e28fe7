"""Who wrote it: persons apart from desks, papers and agencies."""

import re
from dataclasses import dataclass

from .signers import as_person, is_initials, is_source, speaks_of_role, surely_person

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
    for part in _parts(inner):
        person = as_person(part)
        if is_source(part):
            source = source or part
        elif person:
            authors.append(person)
        elif speaks_of_role(part) or is_initials(part):
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


def _parts(inner: str) -> list[str]:
    """„Anna Gruber/Kronen Zeitung“ is two parts, „krone.at/APA“ one."""
    parts: list[str] = []
    for part in filter(None, _SPLIT.split(inner.replace("(", ",").replace(")", ""))):
        pieces = [piece.strip() for piece in part.split("/") if piece.strip()]
        parts += pieces if not is_source(part) and any(map(as_person, pieces)) else [part]
    return parts


def surely_byline(text: str) -> bool:
    """Persons only, each with a common given name."""
    byline = read_byline(text)
    return byline is not None and bool(byline.authors) and all(map(surely_person, byline.authors))


def _paper_in(part: str) -> str | None:
    found = re.search(r"\b[\w-]+\.(?:at|de|ch|com)\b", part)
    return found.group() if found else None
