"""The head of an article, read upward from its first paragraph.

Rule of order: of the plain lines left when dates, sections, bylines and furniture are taken out,
the last is the headline and the one before it the kicker, whatever stands between them. A last
line that is a sentence or as long as one, with a headline above it, is the lead.
"""

import re
from dataclasses import dataclass, field

from . import sections
from .bylines import Byline, read_byline
from .core import Core
from .dates import Stamp, read_date_line
from .lines import Line
from .marks import Mark, Page
from .menus import box_lines, menu_lines
from .section_place import find_section
from .signers import as_person, surely_person

_SITE = re.compile(
    r"\s+(?:[|–—•·»›-]|\.\.\.)\s+(?:[\w. -]*\.(?:at|de|ch|com|net)\b.*|[^|–—•-]{0,30}(?:krone|"
    r"kurier|standard|presse|zeitung|spiegel|"
    r"nachrichten|news|online|welt|faz|orf|heute|oe24|nzz|srf|tagesspiegel)[^|–—•-]{0,30})$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"^(?P<kicker>[^:]{3,60}?)(?:\s:\s+|:(?=[A-ZÄÖÜ„“\"»]))(?P<headline>\S.{8,})$")
_PORTRAIT = re.compile(r"^porträt von\s+", re.IGNORECASE)


@dataclass
class Head:
    kicker: str | None = None
    headline: str | None = None
    section: str | None = None
    stamps: list[Stamp] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    source: str | None = None
    leads: list[Line] = field(default_factory=list)

    def sign(self, byline: Byline) -> None:
        self.authors += [name for name in byline.authors if name not in self.authors]
        self.source = self.source or byline.source


def read_head(page: Page, core: Core) -> Head:
    """Read the head of the article whose text begins at `core.start`."""
    head = Head()
    numbers = _window(page, core.start)
    taken = _read_dates(page, numbers, head)
    head.section, used = find_section(page, numbers, taken, head.section)
    taken |= used
    texts = _texts(page, [number for number in numbers if number not in taken], head)
    _place(texts, head, page)
    return head


def _window(page: Page, start: int) -> list[int]:
    """The lines above the first paragraph, up to the menu or box that ends the head."""
    numbers: list[int] = []
    plain = interface = 0
    menu = menu_lines(page, start) | box_lines(page, start)
    for number in range(start - 1, -1, -1):
        mark = page.marks[number]
        if mark is Mark.BOX and plain:
            break
        if number in menu or mark in (
            Mark.FURNITURE,
            Mark.NOTICE,
            Mark.BULLET,
            Mark.COMMENTS,
            Mark.BOX,
        ):
            interface += 1
            if plain and interface > 12:
                break
            if number in menu and plain > 1:
                break
            if not _belongs_to_head(page, number, joined=number in menu):
                continue
        else:
            interface = 0
        plain += mark in (Mark.SHORT, Mark.SENTENCE)
        if plain > 7:
            break
        numbers.append(number)
    return sorted(numbers)


def _belongs_to_head(page: Page, number: int, *, joined: bool) -> bool:
    """A section's name over the headline or at the date, though it looks like interface."""
    if not sections.is_section_name(page.lines[number].text):
        return False
    above, below = number - 1, number + 1
    if _opens_head(page, number) and not joined:
        return True
    if above >= 0 and page.marks[above] is Mark.DATE:
        return not (joined and page.lines[number].gap)
    if below < len(page.marks) and page.marks[below] is Mark.DATE:
        return not (joined and page.lines[below].gap)
    return False


def _opens_head(page: Page, number: int) -> bool:
    """Set off from all above and joined to a longer line below: a kicker, not a button."""
    if number + 1 >= len(page.lines) or (number and not page.lines[number].gap):
        return False
    below = page.lines[number + 1]
    return page.marks[number + 1] is Mark.SHORT and not below.gap and len(below.words) > 3


def _read_dates(page: Page, numbers: list[int], head: Head) -> set[int]:
    taken: set[int] = set()
    for number in numbers:
        if page.marks[number] is not Mark.DATE:
            continue
        read = read_date_line(page.lines[number].text)
        if read is None:
            continue
        taken.add(number)
        head.stamps += read.stamps
        for part in filter(None, read.rest.split(" | ")):
            _read_rest(part, head)
    return taken


def _read_rest(part: str, head: Head) -> None:
    if sections.is_section_name(part):
        head.section = part
        return
    byline = read_byline(part)
    if byline and (byline.sure or len(byline.authors) > 1 or surely_person(part) or head.section):
        head.sign(byline)
    elif head.section is None and sections.section_shaped(part) and len(part) > 3:
        head.section = part


def _texts(page: Page, numbers: list[int], head: Head) -> list[Line]:
    """The plain lines; bylines among them are signed off."""
    texts: list[Line] = []
    for number in numbers:
        line, mark = page.lines[number], page.marks[number]
        if mark is Mark.BYLINE:
            byline = read_byline(line.text)
            # A paper's name above the headline is the site's, not the article's.
            if byline and (
                byline.authors
                or texts
                or re.match(r"von\b|quelle|porträt", line.text, re.IGNORECASE)
            ):
                head.sign(byline)
        elif mark in (Mark.SHORT, Mark.SENTENCE, Mark.FURNITURE):
            texts.append(line)
    return _without_names(_without_repeats(texts), head)


def _without_repeats(texts: list[Line]) -> list[Line]:
    """A line printed twice (title and headline) counts once, where it stands last."""
    last = {_SITE.sub("", line.text).lower(): line.number for line in texts}
    return [line for line in texts if last[_SITE.sub("", line.text).lower()] == line.number]


def _without_names(texts: list[Line], head: Head) -> list[Line]:
    kept: list[Line] = []
    for line in texts:
        byline = read_byline(line.text)
        known = line.text in head.authors or line.text == head.source
        after_headline = any(len(other.words) >= 3 for other in kept)
        if known or (
            byline and (byline.authors or byline.source) and after_headline and _is_name(line.text)
        ):
            if byline and not known:
                head.sign(byline)
            continue
        kept.append(line)
    return kept


def _is_name(text: str) -> bool:
    first = re.split(r",|\sund\s|/|\||\(", text)[0].strip()
    return as_person(first) is not None and (surely_person(first) or len(first.split()) == 2)


def _place(texts: list[Line], head: Head, page: Page) -> None:
    while len(texts) > 1 and _is_lead(texts[-1], texts[:-1]):
        head.leads.insert(0, texts.pop())
    if len(texts) == 1 and len(texts[0].text) > 150 and texts[0].ends_sentence:
        head.leads.insert(0, texts.pop())
    if not texts:
        return
    headline = texts[-1]
    before = texts[-2] if len(texts) > 1 else None
    if before and len(texts) > 2 and len(headline.words) <= 2 and len(before.words) >= 3:
        # Below the headline stands a place or a rubric of one or two words.
        headline, before = before, texts[-3]
    elif before and _is_kicker_below(before, headline):
        headline, before = before, headline
    head.headline = _SITE.sub("", headline.text)
    if before and _is_kicker(before, headline, page):
        head.kicker = before.text
    joined = _JOINED.match(head.headline)
    if joined and head.kicker is None:
        head.kicker, head.headline = joined["kicker"].strip(), joined["headline"].strip()


def _is_lead(line: Line, above: list[Line]) -> bool:
    headlines = [other for other in above if len(other.words) >= 2 and other.number < line.number]
    if not headlines:
        return False
    if line.is_sentence and line.closing == "." and len(line.text) >= 40:
        return True
    longest = max(len(other.text) for other in headlines[-2:])
    if line.lower_words < 5 or len(line.text) <= longest * 1.25:
        return False
    return len(line.text) >= 80 or (len(line.text) >= 60 and line.sentences > 1)


def _is_kicker_below(headline: Line, kicker: Line) -> bool:
    """Some templates print the kicker under its headline: few words joined to many."""
    joined = kicker.number == headline.number + 1
    return joined and len(kicker.words) <= 3 and len(headline.words) >= 6 and not kicker.closing


def _is_kicker(before: Line, headline: Line, page: Page) -> bool:
    if len(before.text) > 70 or len(before.words) > 9:
        return False
    between = range(min(before.number, headline.number) + 1, max(before.number, headline.number))
    return len(between) <= 5 and all(
        page.marks[n]
        in (Mark.DATE, Mark.FURNITURE, Mark.BYLINE, Mark.SHORT, Mark.CREDIT, Mark.CAPTION)
        for n in between
    )
