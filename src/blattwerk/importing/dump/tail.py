import re

from .blocks import Block, Kind
from .bylines import Byline, read_byline
from .dates import Stamp, read_date_line
from .marks import Mark, Page
from .signers import as_person, is_initials, is_source, surely_person

_SIGNED = re.compile(
    r"(?P<text>.*[.!?…“”\"«»])\s*[(\[](?P<sign>[^()\[\]]{2,60})[)\]]\.?$", re.DOTALL
)
_BYLINE_LABEL = re.compile(r"(?:von|text|autor(?:in|en)?)\s?:?", re.IGNORECASE)
_PLACE = re.compile(
    r"^(?P<name>[^,]{4,50}),\s*(?P<place>(?:\d{4,5}\s)?[A-ZÄÖÜ(][^,]{2,40}|per\s.{3,20}|"
    r"via\s.{3,20}|(?:nur )?e-?mail)$"
)


def read_signature(blocks: list[Block]) -> tuple[list[Block], Byline | None, list[Stamp]]:
    """Take „(red, 1. 8. 2020)“ or „(APA/dpa)“ off the end of the last paragraph."""
    if not blocks or blocks[-1].kind is not Kind.PARAGRAPH:
        return blocks, None, []
    found = _SIGNED.match(blocks[-1].text[-2000:])
    if not found:
        return blocks, None, []
    sign = found["sign"]
    dated = read_date_line(sign)
    parts = [part for part in (dated.rest if dated else sign).split(" | ") if part]
    if not dated and not all(_signs(part) for part in parts):
        return blocks, None, []
    bylines = [byline for part in parts if (byline := read_byline(f"({part})"))]
    text = (
        blocks[-1].text[: -len(found.group()) + len(found["text"])]
        if len(found.group())
        else blocks[-1].text
    )
    stamps = list(dated.stamps) if dated else []
    authors = tuple(name for byline in bylines for name in byline.authors)
    source = next((byline.source for byline in bylines if byline.source), None)
    return (
        [*blocks[:-1], Block(Kind.PARAGRAPH, text.rstrip())],
        Byline(authors, source, True),
        stamps,
    )


def _signs(part: str) -> bool:
    return is_source(part) or surely_person(part) or (is_initials(part) and part.islower())


def read_tail(page: Page, end: int, stop: int) -> tuple[list[Byline], list[Stamp]]:
    """Bylines and a labelled date in the first lines under the text."""
    bylines: list[Byline] = []
    stamps: list[Stamp] = []
    strange = 0
    for number in range(_behind_buttons(page, end, stop), min(end + 8, stop)):
        mark, line = page.marks[number], page.lines[number]
        if mark is Mark.DATE:
            read = read_date_line(line.text)
            if read and not strange:
                stamps += read.stamps
                ours = any(stamp.label != "other" for stamp in read.stamps)
                for part in read.rest.split(" | ") if ours else ():
                    byline = read_byline(part.strip('„“”"»«'))
                    bylines += [byline] if byline else []
        elif mark in (Mark.BYLINE, Mark.SHORT):
            byline = read_byline(line.text)
            if byline and (byline.sure or not strange):
                bylines.append(byline)
            else:
                strange += 1
            if strange > 2:
                break
        elif mark in (Mark.BOX, Mark.PROSE, Mark.SENTENCE, Mark.NOTICE) or (
            mark is Mark.FURNITURE and not _BYLINE_LABEL.fullmatch(line.text)
        ):
            break
    return bylines, stamps


def _behind_buttons(page: Page, end: int, stop: int) -> int:
    """Buttons may stand between the text and the paper's name, if that is printed twice."""
    number = end
    while number < min(end + 5, stop) and page.marks[number] is Mark.FURNITURE:
        number += 1
    twice = number + 1 < stop and page.lines[number].key == page.lines[number + 1].key
    return number if twice and page.marks[number] is Mark.BYLINE else end


def letter_signature(text: str, *, sure: bool = False) -> tuple[str, str | None] | None:
    found = _PLACE.match(text.strip(" –-"))
    if found:
        name = as_person(found["name"])
        return (name, found["place"]) if name else None
    name = None if sure else as_person(text)
    return (name, None) if name else None
