"""Lists, subheadings, quotations: what short lines between paragraphs are.

They are judged as a run: after a colon they are a list, alone before a paragraph a subheading,
a name under the lead is a byline, and several of them are another article's box.
"""

import re

from .blocks import Body, Kind
from .bylines import read_byline, surely_byline
from .dates import is_dated
from .furniture import is_furniture, opens_box
from .lines import Line
from .marks import TEXT, UNSEEN, Mark, Page
from .signers import as_person, is_role, surely_person
from .tail import letter_signature

_SCORE = re.compile(r"\b\d{1,3}:\d{1,3}\b.*\(\d{1,3}:\d{1,3}")


def take_text(page: Page, number: int, stop: int, body: Body) -> int:
    """Take a line of text, or the list it opens; the number of the next line."""
    listed = _take_list(page, number, stop, body)
    if listed:
        return listed
    short = page.marks[number] is Mark.SENTENCE
    kind = Kind.SUBHEAD if short and _is_subhead(page, number, stop) else Kind.PARAGRAPH
    body.add(kind, page.lines[number].text, number)
    return number + 1


def take_run(page: Page, number: int, stop: int, body: Body) -> int:
    """Take the short lines that begin here for what they are; the number of the next line."""
    if page.marks[number] is Mark.BULLET:
        return _take_bullets(page, number, stop, body)
    listed = _take_list(page, number, stop, body)
    if listed:
        return listed
    run = [number]
    while run[-1] + 1 < stop and page.marks[run[-1] + 1] in (Mark.SHORT, *UNSEEN):
        run.append(run[-1] + 1)
    after = run[-1] + 1
    shorts = _without_teasers(page, [n for n in run if page.marks[n] is Mark.SHORT])
    if _signs_lead(page, shorts, body):
        for signature in shorts:
            body.sign(page.lines[signature].text)
    elif shorts and after < stop and page.marks[after] in (*TEXT, Mark.BULLET):
        _take_heading(page, shorts, after, body)
    return after


def _without_teasers(page: Page, shorts: list[int]) -> list[int]:
    """A dated line over an undated one tells of another article; the last is the heading."""
    undated = [n for n in shorts if not is_dated(page.lines[n].text)]
    teased = page.paired_headings <= 2 and undated[-1:] == shorts[-1:]
    return undated if teased else shorts


def _take_list(page: Page, number: int, stop: int, body: Body) -> int | None:
    numbered = _numbered_run(page, number, stop)
    run = numbered or _listed_after_colon(page, number, stop, body)
    for item in run:
        line = page.lines[item]
        text = line.without_number if numbered else line.text
        body.add(Kind.LIST_ITEM, text.rstrip(";,"), item)
    return run[-1] + 1 if run else None


def _is_subhead(page: Page, number: int, stop: int) -> bool:
    """A short question or exclamation over a paragraph, outside of interviews."""
    line = page.lines[number]
    below = page.upcoming(number + 1, min(number + 2, stop), Mark.PROSE)
    if below is None or page.is_interview or line.has_speaker:
        return False
    if line.closing not in "?!" or line.sentences > 1:
        return False
    joined = not page.lines[below].gap
    if joined and line.gap:
        return len(line.text) <= 85
    return "," not in line.text and len(line.text) <= (60 if joined else 40)


def _numbered_run(page: Page, number: int, stop: int) -> list[int]:
    first = page.lines[number].number_mark
    if first is None:
        return []
    run = [number]
    while run[-1] + 1 < stop and page.lines[run[-1] + 1].number_mark == first + len(run):
        run.append(run[-1] + 1)
    return run if len(run) > 1 else []


def _listed_after_colon(page: Page, number: int, stop: int, body: Body) -> list[int]:
    """Two and more unbroken lines under a paragraph that ends in a colon, short ones all."""
    opened = bool(body.blocks) and body.blocks[-1].text.endswith(":")
    if not opened or page.lines[number].sentences > 1:
        return []
    run: list[int] = []
    while number < stop and page.marks[number] in (Mark.SHORT, Mark.SENTENCE, Mark.BULLET):
        line = page.lines[number]
        if (run and line.gap) or len(line.text) > 140 or (line.has_speaker and line.closing == "?"):
            break
        run.append(number)
        number += 1
    return run if len(run) > 1 else []


def _signs_lead(page: Page, shorts: list[int], body: Body) -> bool:
    """A name between lead and text, alone or over its role, is the byline."""
    if not shorts or len(body.blocks) != 1:
        return False
    text = page.lines[shorts[0]].text
    if len(shorts) > 1:
        return as_person(text) is not None and all(is_role(page.lines[n].text) for n in shorts[1:])
    return surely_byline(text) or (
        as_person(text) is not None and len(text.split()) == 2 and _apart(page, shorts[0])
    )


def _apart(page: Page, number: int) -> bool:
    return number + 1 < len(page.lines) and (
        page.lines[number + 1].gap or page.marks[number + 1] is Mark.FURNITURE
    )


def _take_heading(page: Page, shorts: list[int], after: int, body: Body) -> None:
    """Of short lines before a paragraph the last is its subheading; more of them are a box."""
    last = shorts[-1]
    line = page.lines[last]
    joined = not page.lines[after].gap
    if letter_signature(line.text, sure=True):
        body.sign(line.text)
    elif len(shorts) == 2 and page.paired_headings > 2:
        for number in shorts:
            body.add(Kind.SUBHEAD, page.lines[number].text, number)
    elif len(shorts) == 1:
        _take_single(line, body, joined=joined)
    elif len(shorts) == 2 and _is_quote(page.lines[shorts[0]], speaker=line):
        body.add(Kind.QUOTE, page.lines[shorts[0]].text, shorts[0])
    elif joined and _heads_text(page, shorts) and _heading_shaped(line):
        body.add(Kind.SUBHEAD, line.text, last)


def _take_single(line: Line, body: Body, *, joined: bool) -> None:
    if _SCORE.search(line.text):
        body.add(Kind.PARAGRAPH, line.text, line.number)
    elif _heading_shaped(line) and (joined or not _names_speaker(line, body)):
        body.add(Kind.SUBHEAD, line.text, line.number)


def _heads_text(page: Page, shorts: list[int]) -> bool:
    """The last of several belongs to the text if it stands off from the others, or if none does."""
    last = shorts[-1]
    if page.lines[last].gap or last - 1 != shorts[-2]:
        return True
    return len(shorts) > 2 and not any(page.lines[n].gap for n in shorts[1:])


def _heading_shaped(line: Line) -> bool:
    return len(line.text) <= 120 and not line.text.endswith((",", ";"))


def _names_speaker(line: Line, body: Body) -> bool:
    """The name under a paragraph that is one quotation, or a person's standing alone."""
    if surely_person(line.text):
        return True
    said = body.blocks[-1].text if body.blocks else ""
    byline = read_byline(line.text)
    quoted = said[:1] in '„“"»«' and said.rstrip(" .!?…")[-1:] in '“”"«»' and said != ""
    return quoted and byline is not None and bool(byline.authors)


def _is_quote(line: Line, speaker: Line) -> bool:
    return line.is_quoted and len(line.words) > 3 and read_byline(speaker.text) is not None


def _take_bullets(page: Page, number: int, stop: int, body: Body) -> int:
    while number < stop and page.marks[number] is Mark.BULLET:
        line = page.lines[number]
        if not is_furniture(line) and not opens_box(line):
            body.add(Kind.LIST_ITEM, line.text, number)
        number += 1
    return number
