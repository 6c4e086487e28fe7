"""The body, read downward from the first paragraph to where the page takes over again."""

import re

from .blocks import Body, Kind
from .core import Core
from .dates import read_date_line
from .interruptions import after_box, after_thread, goes_on, leads_on
from .marks import TEXT, UNSEEN, Mark, Page
from .notices import is_house_call, is_notice
from .runs import take_run, take_text

_APART = frozenset({Mark.FURNITURE, Mark.NOTICE, Mark.BOX, Mark.DATE, Mark.BYLINE, Mark.COMMENTS})
_FEWEST_WORDS = 3  # of a headline beside a date; fewer are a section's name


def read_body(page: Page, core: Core) -> Body:
    """Read from `core.start` to where neither text nor hope of it is left."""
    body = Body(end=core.start)
    number = core.start
    broken = behind = False  # something stood between; and it stood under three blocks and more
    while number < core.stop:
        mark = page.marks[number]
        if mark is Mark.DATE and len(body.blocks) <= 1:
            number = _take_date(page, number, body)
            continue
        if mark in _APART:
            if not goes_on(page, number, core.stop) or _is_signed(page, number, core.stop, body):
                break
            broken = mark is not Mark.FURNITURE
            behind = len(body.blocks) > 2
            number = _skip(page, number, core.stop, body)
            continue
        if mark in UNSEEN or (behind and is_notice(page.lines[number], in_tail=True)):
            number += 1
            continue
        if mark not in TEXT:
            number = take_run(page, number, core.stop, body)
        elif broken and mark is Mark.SENTENCE and not leads_on(page, number, core.stop):
            number += 1
        else:
            number = take_text(page, number, core.stop, body)
        broken = behind = False
    return _without_calls(page, body)


def _is_signed(page: Page, number: int, stop: int, body: Body) -> bool:
    """A byline or date joined under the text ends it, unless two more paragraphs follow."""
    joined = body.end == number and page.marks[number] in (Mark.BYLINE, Mark.DATE)
    if not joined or len(body.blocks) < 3:
        return False
    ahead = page.marks[number + 1 : min(stop, number + 30)]
    return ahead.count(Mark.PROSE) < 2


def _without_calls(page: Page, body: Body) -> Body:
    """Drop what the house calls out right under the text, and a heading left without a text."""
    while len(body.blocks) > 2:
        last = body.blocks[-1]
        line = page.lines[body.origins[-1]]
        bait = last.text.endswith("?") and page.marks[body.end : body.end + 1] == [Mark.NOTICE]
        if last.kind is Kind.SUBHEAD or (
            last.kind is Kind.PARAGRAPH and (bait or is_house_call(line))
        ):
            body.blocks.pop()
            body.end = body.origins.pop()
        else:
            break
    return body


def _take_date(page: Page, number: int, body: Body) -> int:
    """Under the lead the date, and the byline on its line, still belong to the head."""
    read = read_date_line(page.lines[number].text)
    if read:
        body.stamps += read.stamps
        body.sign(read.rest)
    return number + 1


def _skip(page: Page, number: int, stop: int, body: Body) -> int:
    """Past something that is not the article's; a box takes its items with it."""
    mark = page.marks[number]
    if mark is Mark.BYLINE:
        body.sign(page.lines[number].text)
    if mark is Mark.BOX and not re.search(r":\s*\S", page.lines[number].text):
        return after_box(page, number + 1, stop)
    if mark is Mark.DATE and not _dates_teaser(page, number, stop):
        return after_box(page, number + 1, stop, first=False)
    if mark is Mark.COMMENTS:
        return after_thread(page, number, stop)
    return number + 1


def _dates_teaser(page: Page, number: int, stop: int) -> bool:
    """The teaser ends with this date: what stands alone between it and a paragraph is a heading."""
    if number + 2 >= stop or page.marks[number + 1 : number + 3] != [Mark.SHORT, Mark.PROSE]:
        return False
    read = read_date_line(page.lines[number].text)
    told = read is not None and len(read.rest.split()) >= _FEWEST_WORDS
    return told or (page.marks[number - 1] is Mark.SHORT and not page.lines[number].gap)
