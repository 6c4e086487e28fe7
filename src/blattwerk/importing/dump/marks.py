"""What each line of a dump is by form and neighbours, before anyone asks where the article lies."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from . import furniture, pictures
from .bylines import read_byline
from .dates import is_relative_time, read_date_line
from .lines import Line
from .notices import is_notice


class Mark(StrEnum):
    """What a line is by its form."""

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
UNSEEN = frozenset({Mark.CREDIT, Mark.CAPTION})


@dataclass(frozen=True)
class Page:
    """A dump's lines with their marks; the two run in parallel."""

    lines: list[Line]
    marks: list[Mark]

    def indices(self, *marks: Mark) -> list[int]:
        return [number for number, mark in enumerate(self.marks) if mark in marks]

    @cached_property
    def paired_headings(self) -> int:
        marks = self.marks
        return sum(
            marks[n] in TEXT and marks[n + 1 : n + 4] == [Mark.SHORT, Mark.SHORT, Mark.PROSE]
            for n in range(len(marks) - 3)
        )

    @cached_property
    def is_interview(self) -> bool:
        """Lines begin with a speaker: more than two, or one that asks and one that answers."""
        turns = [line for line in self.lines if line.has_speaker and line.is_sentence]
        return len(turns) > 2 or (len(turns) == 2 and turns[0].closing == "?")

    def upcoming(self, start: int, stop: int, *marks: Mark) -> int | None:
        return next((n for n in range(start, stop) if self.marks[n] in marks), None)


def mark_lines(lines: list[Line]) -> Page:
    named = {line.number for line in lines if not line.bullet and pictures.is_credit(line)}
    captions = {n.number for n in lines if n.number not in named and pictures.has_credit(n)}
    captions |= pictures.pictures_by_neighbour(lines, named, captions)
    marks = [_mark(line, named, captions) for line in lines]
    return Page(lines, _drop_repeats(lines, marks))


def _mark(line: Line, named: set[int], captions: set[int]) -> Mark:
    return _of_page(line) or _of_picture(line, named, captions) or _of_text(line)


def _of_page(line: Line) -> Mark | None:
    if furniture.opens_comments(line):
        return Mark.COMMENTS
    if furniture.opens_box(line):
        return Mark.BOX
    if not line.bullet and read_date_line(line.text):
        return Mark.DATE
    if furniture.is_furniture(line) or is_relative_time(line.text):
        return Mark.FURNITURE
    return None


def _of_picture(line: Line, named: set[int], captions: set[int]) -> Mark | None:
    if line.number in named:
        return Mark.CREDIT
    return Mark.CAPTION if line.number in captions else None


def _of_text(line: Line) -> Mark:
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
