"""What each line of a dump is by form and neighbours, before anyone asks where the article lies."""

from dataclasses import dataclass
from enum import StrEnum

from . import furniture, pictures
from .bylines import read_byline
from .dates import is_relative_time, read_date_line
from .lines import Line
from .notices import is_notice


class Mark(StrEnum):
    FURNITURE = "furniture"
    NOTICE = "notice"
    BOX = "box"
    COMMENTS = "comments"
    DATE = "date"
    CREDIT = "credit"
    CAPTION = "caption"
    BYLINE = "byline"
    BULLET = "bullet"
    PROSE = "prose"
    SENTENCE = "sentence"
    SHORT = "short"


TEXT = frozenset({Mark.PROSE, Mark.SENTENCE})


@dataclass(frozen=True)
class Page:
    """A dump's lines with their marks; the two run in parallel."""

    lines: list[Line]
    marks: list[Mark]

    def indices(self, *marks: Mark) -> list[int]:
        return [number for number, mark in enumerate(self.marks) if mark in marks]

    def upcoming(self, start: int, stop: int, *marks: Mark) -> int | None:
        return next((n for n in range(start, stop) if self.marks[n] in marks), None)


def mark_lines(lines: list[Line]) -> Page:
    credits = {line.number for line in lines if not line.bullet and pictures.is_credit(line)}
    captions = {line.number for line in lines if line.number not in credits and pictures.has_credit(line)}
    captions |= pictures.pictures_by_neighbour(lines, credits, captions)
    marks = [_mark(line, credits, captions) for line in lines]
    return Page(lines, _drop_repeats(lines, marks))


def _mark(line: Line, credits: set[int], captions: set[int]) -> Mark:
    if furniture.opens_comments(line):
        return Mark.COMMENTS
    if furniture.opens_box(line):
        return Mark.BOX
    if not line.bullet and read_date_line(line.text):
        return Mark.DATE
    if furniture.is_furniture(line) or is_relative_time(line.text):
        return Mark.FURNITURE
    if line.number in credits:
        return Mark.CREDIT
    if line.number in captions:
        return Mark.CAPTION
    if is_notice(line, in_tail=False):
        return Mark.NOTICE
    if line.bullet:
        return Mark.BULLET
    if line.is_prose:
        return Mark.PROSE
    byline = read_byline(line.text)
    if byline and byline.sure:
        return Mark.BYLINE
    return Mark.SENTENCE if line.is_sentence else Mark.SHORT


def _drop_repeats(lines: list[Line], marks: list[Mark]) -> list[Mark]:
    """A paragraph printed again is a teaser or a print version; the first printing stands."""
    seen: set[str] = set()
    for line in lines:
        if marks[line.number] is Mark.PROSE:
            if line.key in seen:
                marks[line.number] = Mark.FURNITURE
            seen.add(line.key)
    return marks
