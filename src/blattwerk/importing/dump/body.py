"""The body, read downward from the first paragraph to where the page takes over again.

Paragraphs are taken as they come. Short lines are judged as a run: after a colon they are a list, alone before
a paragraph a subheading, at the end a byline, and else another article's box.
"""

import re
from dataclasses import dataclass, field

from .blocks import Block, Kind
from .bylines import Byline, is_source, read_byline
from .core import Core
from .dates import Stamp, read_date_line
from .furniture import is_furniture, opens_box
from .lines import Line
from .marks import TEXT, Mark, Page

_APART = frozenset({Mark.FURNITURE, Mark.NOTICE, Mark.BOX, Mark.DATE, Mark.BYLINE, Mark.COMMENTS})
_UNSEEN = frozenset({Mark.CREDIT, Mark.CAPTION})
_SPEAKER = re.compile(r"^[„“\"»]?[\wÄÖÜäöüß.+ -]{2,30}[“”\"«]?:\s")


@dataclass
class Body:
    blocks: list[Block] = field(default_factory=list)
    bylines: list[Byline] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)
    end: int = 0

    def add(self, kind: Kind, text: str, number: int) -> None:
        self.blocks.append(Block(kind, text))
        self.end = number + 1


def read_body(page: Page, core: Core) -> Body:
    body = Body(end=core.start)
    number = core.start
    broken = False
    while number < core.stop:
        mark = page.marks[number]
        if mark is Mark.DATE and len(body.blocks) <= 1:
            _take_date(page, number, body)
            number += 1
            continue
        if mark in _APART:
            if not _goes_on(page, number, core.stop):
                break
            broken = mark is not Mark.FURNITURE
            number = _skip(page, number, core.stop, body)
            continue
        if mark in _UNSEEN:
            number += 1
            continue
        if mark in TEXT and not (broken and mark is Mark.SENTENCE and not _leads_on(page, number, core.stop)):
            number = _take_text(page, number, core.stop, body)
        elif mark in (Mark.BULLET, Mark.SHORT):
            number = _take_run(page, number, core.stop, body)
        else:
            number += 1
        broken = False
    return body


def _take_date(page: Page, number: int, body: Body) -> None:
    """Under the lead the date, and the byline on its line, still belong to the head."""
    read = read_date_line(page.lines[number].text)
    if read:
        body.stamps += read.stamps
        byline = read_byline(read.rest)
        body.bylines += [byline] if byline else []


def _take_text(page: Page, number: int, stop: int, body: Body) -> int:
    numbered = _numbered_run(page, number, stop)
    if len(numbered) > 1:
        for item in numbered:
            body.add(Kind.LIST_ITEM, page.lines[item].without_number, item)
        return numbered[-1] + 1
    listed = _listed_after_colon(page, number, stop, body)
    if listed:
        for item in listed:
            body.add(Kind.LIST_ITEM, page.lines[item].text.rstrip(";,"), item)
        return listed[-1] + 1
    if page.marks[number] is Mark.SENTENCE and _is_subhead(page, number, stop):
        body.add(Kind.SUBHEAD, page.lines[number].text, number)
    else:
        body.add(Kind.PARAGRAPH, page.lines[number].text, number)
    return number + 1


def _is_subhead(page: Page, number: int, stop: int) -> bool:
    """A short question or exclamation on its own, joined to the paragraph below it."""
    line = page.lines[number]
    after = page.upcoming(number + 1, min(number + 2, stop), Mark.PROSE)
    if after is None or line.closing not in "?!" or len(line.text) > 85 or line.sentences > 1:
        return False
    return not _SPEAKER.match(line.text) and not page.lines[after].gap and line.gap


def _numbered_run(page: Page, number: int, stop: int) -> list[int]:
    first = page.lines[number].number_mark
    if first is None:
        return []
    run = [number]
    while run[-1] + 1 < stop and page.lines[run[-1] + 1].number_mark == first + len(run):
        run.append(run[-1] + 1)
    return run


def _listed_after_colon(page: Page, number: int, stop: int, body: Body) -> list[int]:
    """Two and more unbroken lines under a paragraph that ends in a colon, short ones all."""
    if not body.blocks or not body.blocks[-1].text.endswith(":") or page.lines[number].sentences > 1:
        return []
    run: list[int] = []
    while number < stop and page.marks[number] in (Mark.SHORT, Mark.SENTENCE, Mark.BULLET):
        line = page.lines[number]
        if (run and line.gap) or len(line.text) > 140 or _SPEAKER.match(line.text) and line.closing == "?":
            break
        run.append(number)
        number += 1
    return run if len(run) > 1 else []


def _take_run(page: Page, number: int, stop: int, body: Body) -> int:
    if page.marks[number] is Mark.BULLET:
        return _take_bullets(page, number, stop, body)
    numbered = _numbered_run(page, number, stop)
    listed = numbered if len(numbered) > 1 else _listed_after_colon(page, number, stop, body)
    if listed:
        for item in listed:
            line = page.lines[item]
            body.add(Kind.LIST_ITEM, (line.without_number if numbered[1:] else line.text).rstrip(";,"), item)
        return listed[-1] + 1
    run = [number]
    while run[-1] + 1 < stop and page.marks[run[-1] + 1] in (Mark.SHORT, *_UNSEEN):
        run.append(run[-1] + 1)
    after = run[-1] + 1
    shorts = [n for n in run if page.marks[n] is Mark.SHORT]
    if after < stop and page.marks[after] in (*TEXT, Mark.BULLET):
        _take_heading(page, shorts, after, body)
    return after


def _take_heading(page: Page, shorts: list[int], after: int, body: Body) -> None:
    """Of short lines before a paragraph the last is its subheading; more of them are a box."""
    last = shorts[-1]
    line = page.lines[last]
    if len(shorts) == 2 and _is_quote(line=page.lines[shorts[0]], speaker=line):
        body.add(Kind.QUOTE, page.lines[shorts[0]].text, shorts[0])
        return
    joined = not page.lines[after].gap
    alone = len(shorts) == 1 or line.gap or last - 1 != shorts[-2]
    if len(line.text) > 120 or line.text.endswith((",", ";")):
        return
    if alone and (len(shorts) == 1 or joined):
        body.add(Kind.SUBHEAD, line.text, last)
    elif len(shorts) > 2 and joined and not any(page.lines[n].gap for n in shorts[1:]):
        body.add(Kind.SUBHEAD, line.text, last)


def _is_quote(line: Line, speaker: Line) -> bool:
    return line.is_quoted and len(line.words) > 3 and read_byline(speaker.text) is not None


def _take_bullets(page: Page, number: int, stop: int, body: Body) -> int:
    while number < stop and page.marks[number] is Mark.BULLET:
        line = page.lines[number]
        if not is_furniture(line) and not opens_box(line):
            body.add(Kind.LIST_ITEM, line.text, number)
        number += 1
    return number


def _skip(page: Page, number: int, stop: int, body: Body) -> int:
    """Past something that is not the article's; a box takes its items with it."""
    mark = page.marks[number]
    if mark is Mark.BYLINE:
        byline = read_byline(page.lines[number].text)
        if byline:
            body.bylines.append(byline)
    if mark is Mark.BOX and not re.search(r":\s*\S", page.lines[number].text):
        return _after_box(page, number + 1, stop)
    if mark is Mark.DATE:
        return _after_box(page, number + 1, stop, first=False)
    return number + 1


def _after_box(page: Page, number: int, stop: int, *, first: bool = True) -> int:
    """The items of a box: the short lines up to the next paragraph, save its own subheading."""
    start = number
    while number < stop and page.marks[number] not in (Mark.PROSE, Mark.COMMENTS, Mark.NOTICE):
        line = page.lines[number]
        mark = page.marks[number]
        if mark is Mark.SENTENCE and not (number == start and first) and line.gap:
            break
        if mark in (Mark.SHORT, Mark.SENTENCE) and (number > start or not first):
            following = number + 1
            if line.gap and following < stop and page.marks[following] in TEXT and not page.lines[following].gap:
                break
        number += 1
    return number


def _leads_on(page: Page, number: int, stop: int) -> bool:
    """After an interruption a short sentence belongs to the article only if a paragraph follows it."""
    return page.upcoming(number + 1, min(number + 4, stop), Mark.PROSE) is not None


def _goes_on(page: Page, number: int, stop: int) -> bool:
    """Whether the article continues behind an interruption: by what is left, paragraphs or headlines."""
    number = _after_box(page, number + 1, stop) if page.marks[number] is Mark.BOX else number + 1
    first = page.upcoming(number, stop, Mark.PROSE)
    if first is None:
        return _sentences_only(page, number, stop)
    before = sum(page.marks[n] is Mark.SHORT for n in range(number, first))
    interface = sum(page.marks[n] in (Mark.FURNITURE, Mark.NOTICE) for n in range(number, first))
    rest = page.marks[first:stop]
    paragraphs = rest.count(Mark.PROSE)
    shorts = rest.count(Mark.SHORT) + rest.count(Mark.DATE) + rest.count(Mark.BOX)
    return before <= 3 and interface <= 30 and shorts <= paragraphs * 2 + 2


def _sentences_only(page: Page, number: int, stop: int) -> bool:
    """No paragraph follows, but short sentences directly behind a picture or a button do."""
    near = page.upcoming(number, min(number + 3, stop), Mark.SENTENCE)
    if near is None:
        return False
    return all(page.marks[n] in (Mark.FURNITURE, Mark.CAPTION, Mark.CREDIT) for n in range(number, near)) and (
        page.lines[near].closing == "." and not is_source(page.lines[near].text)
    )
