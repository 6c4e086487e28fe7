"""Captions and credits of pictures, told from their form and their neighbours."""

import re
from itertools import pairwise

from .bylines import read_byline
from .lines import Line
from .signers import is_source, surely_person

_KIND = (
    r"(?:symbol|archiv|sujet|beispiel)?(?:bild(?:er|rechte|nachweis|quelle)?|fotos?|grafik|"
    r"infografik|video|credits?|"
    r"fotograf(?:in)?|illustration|collage|montage|screenshot|copyright|karte|quelle|fotocredit|"
    r"photo|image)"
)
_AGENCY = (
    r"(?:APA|AFP|dpa|EPA|AP|REUTERS|Reuters|imago|Imago|IMAGO|GEPA|Getty(?: Images)?|ddp|ANSA|"
    r"picturedesk(?:\.com)?|Keystone|KEYSTONE|Shutterstock|iStock|stock\.adobe\.com|AdobeStock|"
    r"picture alliance)"
)
_CREDIT = re.compile(
    rf"^[\[(|/ ]*(?:{_KIND}\s*(?::|©|\(c\)|/\s)\s*\S.{{0,120}}|(?:©|\(c\)|⇒)\s*\S.{{0,120}}|"
    rf"{_KIND}\s?\|\s?.{{0,60}}"
    r"|(?:hochgeladen|fotografiert|fotos?|bild(?:er)?|aufgenommen|gezeichnet) von\s+\S.{0,60})$",
    re.IGNORECASE,
)
_AGENCY_LINE = re.compile(
    rf"^[\[(]?{_AGENCY}(?:\s?[/,|(©-]\s?[\w.\s/,'’&-]{{2,60}}\)?)?[\])]?$"
    rf"|^[\[(]?[\w.’'&\s-]{{2,40}}\s?/\s?{_AGENCY}(?:\s?[/,|]\s?[\w.\s]{{2,40}})?[\])]?$"
)
_WORD_ONLY = re.compile(
    rf"^[\[(]?(?:{_KIND}|symbolfoto|symbolbild|archivbild|sujetbild|zvg|privat|handout|"
    rf"faksimile)[\])]?[.:]?$",
    re.IGNORECASE,
)
_WITH_CREDIT = re.compile(
    rf"(?:^|.*?(?:[\s.,!?…“\"»)|/–-]|(?=[\[(])))[\[(|"
    rf"/–-]*\s?(?:{_KIND}\s?:\s?(?!\d)\S[^!?]{{1,90}}|(?:©|\(c\))\s?[^!?]{{2,90}})[\])]?\.?$",
    re.IGNORECASE,
)
_OF_PICTURE = re.compile(r"[\[(]?(?:©|\(c\)|(?:bild|foto|video|grafik)\w*\s*:)", re.IGNORECASE)
# So many letters in common make two lines printings of one caption.
_SAME = 24
_SOURCE = re.compile(r"^quelle\s*:\s*", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(?:by )?(?:19|20)\d\d\b", re.IGNORECASE)
_NAME_AND_PAPER = re.compile(
    r"^[A-ZÄÖÜ][\w.’'-]*(?: [A-ZÄÖÜ][\w.’'-]*){1,3} ?/ ?[A-ZÄÖÜ][\w. ]{1,30}$"
)
_COUNTER = re.compile(r"(?:bild )?\d{1,3}\s?(?:/|von)\s?\d{1,3}", re.IGNORECASE)
_UNAVAILABLE = re.compile(
    r"^(?:bild|foto|video) (?:nicht (?:mehr )?verfügbar|in großansicht|vergrößern).{0,20}$",
    re.IGNORECASE,
)
_CREDIT_START = re.compile(rf"[\s.|/]*[\[(]?(?:{_KIND}\s?:|©|\(c\))", re.IGNORECASE)
_INSIDE = re.compile(rf"\b{_KIND}\s?:|©|\(c\)", re.IGNORECASE)


def is_credit(line: Line) -> bool:
    """Nothing but a picture's credit: „(Bild: APA/Huber)“, „© Getty Images“, „Foto: privat“."""
    text = line.text
    if len(text) > 140 or (line.lower_words > 3 and line.ends_sentence):
        return False
    if _COPYRIGHT.match(text) or (is_source(_SOURCE.sub("", text)) and not _OF_PICTURE.match(text)):
        return False
    return (
        any(pattern.match(text) for pattern in (_CREDIT, _WORD_ONLY, _UNAVAILABLE))
        or _AGENCY_LINE.match(text) is not None
    )


def has_credit(line: Line) -> bool:
    """A caption that carries its credit at the end of its own line."""
    text = line.text
    if len(text) > 450 or not _INSIDE.search(text[-130:]) or _SOURCE.match(text):
        return False
    return _WITH_CREDIT.match(text) is not None


def credit_in(text: str) -> tuple[str, str]:
    """Caption and credit of a line that has both."""
    starts = [found.start() for found in _CREDIT_START.finditer(text)]
    if not starts:
        return text, ""
    return text[: starts[-1]].strip(" |/("), text[starts[-1] :].strip("()[] |/.")


def pictures_by_neighbour(lines: list[Line], named: set[int], captions: set[int]) -> set[int]:
    """Captions and bare credits that only neighbours betray, and captions printed twice."""
    structured = sum(line.gap for line in lines) * 5 > len(lines)
    found: set[int] = set()
    prose = short = 0
    for line in lines:
        number = line.number
        before = lines[number - 1] if number else None
        if before and before.number not in named | captions | found:
            if number in named:
                if _is_caption_before(before, line, prose, structured or short > 2):
                    found.add(before.number)
            elif _is_bare_credit(line, before, lines, prose):
                found |= {number, before.number}
            elif (
                _COUNTER.fullmatch(before.text)
                and len(line.text) < 220
                and not _COUNTER.fullmatch(line.text)
            ):
                # „1/3“ opens a gallery; a caption follows it, and often a bare name.
                found |= {number, *_bare_names_after(lines, number)}
        if number not in captions | found:
            prose += line.is_prose
            short += not line.is_prose and len(line.words) > 1
    return found | _printed_twice(lines, captions | found)


def _is_caption_before(line: Line, credit: Line, prose: int, roomy: bool) -> bool:
    if len(line.text) > 300 or line.sentences > 3 or line.closing == ":":
        return False
    byline = read_byline(line.text)
    if byline and byline.sure and byline.authors:
        return False
    if credit.gap:
        alone = credit.text[:1] in "(["
        return line.closing == "." and not line.is_prose and prose <= 1 and not alone
    if line.gap and (prose or line.ends_sentence):
        return True
    if line.ends_sentence:
        return (line.sentences == 1 and len(line.text) <= 150) or (
            not prose and len(line.text) <= 220
        )
    return roomy or prose > 0


def _is_bare_credit(line: Line, caption: Line, lines: list[Line], prose: int) -> bool:
    """„Anna Gruber / NZZ“ or a lone name, joined under a short caption and followed by the text."""
    if line.gap or len(caption.text) > 160 or caption.is_quoted or caption.closing in (":", "?"):
        return False
    if _NAME_AND_PAPER.match(line.text):
        return caption.is_sentence or prose > 0
    after = lines[line.number + 1] if line.number + 1 < len(lines) else None
    named = surely_person(line.text) and len(line.words) <= 3
    return bool(named and prose and caption.is_sentence and after and after.is_prose)


def _bare_names_after(lines: list[Line], number: int) -> set[int]:
    after = lines[number + 1] if number + 1 < len(lines) else None
    return (
        {after.number}
        if after and not after.gap and len(after.words) <= 5 and not after.is_sentence
        else set()
    )


def _printed_twice(lines: list[Line], captions: set[int]) -> set[int]:
    keys = {lines[number].key for number in captions}
    keys |= {Line(credit_in(lines[n].text)[0], n, gap=False).key for n in captions}
    longer: dict[str, str] = {
        key[:_SAME]: key for key in sorted(keys, key=len) if len(key) >= _SAME
    }
    found: set[int] = set()
    for line, below in pairwise([*lines, None]):
        if line is None or line.number in captions or len(line.key) < 5:
            continue
        known = longer.get(line.key[:_SAME], "")
        if (
            line.key in keys
            or known.startswith(line.key)
            or (known and line.is_cut)
            or (below and below.number in captions and _is_alternative_text(line, below))
        ):
            found.add(line.number)
        elif below and line.is_sentence and len(line.text) < 300 and _begins(below, line):
            found |= {line.number, below.number}
    return found


def _is_alternative_text(line: Line, caption: Line) -> bool:
    return not caption.gap and len(line.words) <= 3 and line.key in caption.key


def _begins(whole: Line, start: Line) -> bool:
    if len(start.key) < 12:
        return False
    return whole.key == start.key or (start.is_cut and whole.key.startswith(start.key))
