"""`read_dump`: lines, marks, core, head, body, tail; and what is in doubt."""

from dataclasses import replace

from . import kinds
from .blocks import Block, Body, Kind, Picture
from .body import read_body
from .core import Core, find_core
from .dates import Stamp, publication, read_date_line
from .head import Head, read_head
from .lines import split_lines
from .marks import Mark, Page, mark_lines
from .masthead import without_masthead
from .notices import comments_state
from .pictures import credit_in
from .reading import Doubt, Reading
from .sections import is_section_name
from .tail import letter_signature, read_signature, read_tail

# The longest live tickers have some thousand lines; beyond that lies no page.
_MOST_LINES = 20_000


def read_dump(text: str) -> Reading:
    lines = split_lines(text)
    if len(lines) > _MOST_LINES:
        return Reading("refused", refusal=kinds.TOO_LONG)
    page = without_masthead(mark_lines(lines))
    core = find_core(page)
    if core is None:
        if kinds.is_index(page, None) and kinds.refusal(page, core, 0) in (kinds.NOTHING, None):
            return Reading("index", refusal=kinds.INDEX)
        return Reading("refused", refusal=kinds.refusal(page, core, 0) or kinds.NOTHING)
    if kinds.is_index(page, core):
        return Reading("index", refusal=kinds.INDEX)
    head = read_head(page, core)
    body = read_body(page, core)
    refused = kinds.refusal(
        page, core, len(head.leads) + sum(b.kind is Kind.PARAGRAPH for b in body.blocks)
    )
    if refused:
        return Reading("refused", refusal=refused)
    if kinds.is_letter(page, core, body.end):
        return _letter(page, core, head, body)
    return _article(page, core, head, body)


def _article(page: Page, core: Core, head: Head, body: Body) -> Reading:
    blocks, signature, signed = read_signature(body.blocks)
    bylines, under = read_tail(page, body.end, core.stop)
    for byline in [*body.bylines, *([signature] if signature else []), *bylines]:
        head.sign(byline)
    stamp = publication(head.stamps) or publication(body.stamps) or publication(signed + under)
    lead, blocks = _lead(head, blocks)
    reading = Reading(
        kind="article",
        kicker=head.kicker,
        headline=head.headline,
        section=head.section,
        published=stamp.iso() if stamp else None,
        authors=tuple(head.authors),
        source=head.source,
        lead=lead,
        blocks=tuple(blocks),
        pictures=tuple(_pictures(page)),
        comments_state=_comments(page, core, body),
        doubts=(),
    )
    return _with_doubts(reading)


def _letter(page: Page, core: Core, head: Head, body: Body) -> Reading:
    blocks = [Block(Kind.PARAGRAPH, line.text) for line in head.leads] + body.blocks
    name, place = None, None
    for number in range(body.end, min(body.end + 3, core.stop)):
        signed = letter_signature(page.lines[number].text)
        if signed:
            name, place = signed
            break
    under = [
        stamp
        for n in range(body.end, min(body.end + 6, len(page.lines)))
        for stamp in _stamps(page, n)
    ]
    stamp = publication(head.stamps) or publication(under)
    reading = Reading(
        kind="letter",
        kicker=head.kicker,
        headline=head.headline,
        section=head.section,
        published=stamp.iso() if stamp else None,
        authors=(name,)
        if name
        else tuple(head.authors or [n for b in body.bylines for n in b.authors]),
        source=head.source,
        blocks=tuple(blocks),
        pictures=tuple(_pictures(page)),
        comments_state=_comments(page, core, body),
        place=place,
    )
    return _with_doubts(reading)


def _stamps(page: Page, number: int) -> list[Stamp]:
    read = read_date_line(page.lines[number].text) if page.marks[number] is Mark.DATE else None
    return list(read.stamps) if read else []


def _lead(head: Head, blocks: list[Block]) -> tuple[str | None, list[Block]]:
    """The first paragraph after the head is the lead; a subheading before it makes it none."""
    if head.leads:
        rest = [Block(Kind.PARAGRAPH, line.text) for line in head.leads[1:]]
        return head.leads[0].text, rest + blocks
    if blocks and blocks[0].kind is Kind.PARAGRAPH:
        return blocks[0].text, blocks[1:]
    return None, blocks


def _pictures(page: Page) -> list[Picture]:
    found: list[Picture] = []
    for number in page.indices(Mark.CAPTION, Mark.CREDIT):
        text = page.lines[number].text
        if page.marks[number] is Mark.CREDIT:
            before = number - 1
            joined = before >= 0 and page.marks[before] is Mark.CAPTION
            if joined and found and not found[-1].credit:
                found[-1] = Picture(found[-1].caption, text.strip("()[] "))
            else:
                found.append(Picture("", text.strip("()[] ")))
        else:
            caption, credit = credit_in(text)
            found.append(Picture(caption, credit))
    return list(dict.fromkeys(found))


def _comments(page: Page, core: Core, body: Body) -> str:
    outside = [line for line in page.lines if line.number < core.start or line.number >= body.end]
    return comments_state(outside)


def _with_doubts(reading: Reading) -> Reading:
    doubts: list[Doubt] = []
    if not reading.headline:
        doubts.append(Doubt.NO_HEADLINE)
    if not reading.published:
        doubts.append(Doubt.NO_DATE)
    if not reading.section:
        doubts.append(Doubt.NO_SECTION)
    elif not is_section_name(reading.section):
        doubts.append(Doubt.UNKNOWN_SECTION)
    if not reading.lead and not reading.blocks:
        doubts.append(Doubt.NO_TEXT)
    return replace(reading, doubts=tuple(doubts))
