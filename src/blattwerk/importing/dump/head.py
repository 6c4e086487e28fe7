"""The head of an article, read upward from its first paragraph.

Rule of order: of the plain lines left when dates, sections, bylines and furniture are taken out, the last is
the headline and the one before it the kicker, whatever stands between them. A last line that is a sentence or
as long as one, with a headline above it, is the lead.
"""

import re
from dataclasses import dataclass, field

from . import sections
from .bylines import Byline, as_person, is_source, read_byline, surely_person
from .core import Core
from .dates import Stamp, read_date_line
from .lines import Line
from .marks import Mark, Page

_SITE = re.compile(
    r"\s+(?:[|–—•·»›-]|\.\.\.)\s+(?:[\w. -]*\.(?:at|de|ch|com|net)\b.*|[^|–—•-]{0,30}(?:krone|kurier|standard|presse|zeitung|spiegel|"
    r"nachrichten|news|online|welt|faz|orf|heute|oe24|nzz|srf|tagesspiegel)[^|–—•-]{0,30})$",
    re.I,
)
_JOINED = re.compile(r"^(?P<kicker>[^:]{3,60}?)(?:\s:\s+|:(?=[A-ZÄÖÜ„“\"»]))(?P<headline>\S.{8,})$")
_PORTRAIT = re.compile(r"^porträt von\s+", re.I)


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
    head = Head()
    numbers = _window(page, core.start)
    taken = _read_dates(page, numbers, head)
    taken |= _read_section(page, numbers, taken, head)
    texts = _texts(page, [number for number in numbers if number not in taken], head)
    _place(texts, head, page)
    return head


def _window(page: Page, start: int) -> list[int]:
    """The lines above the first paragraph, up to the menu or box that ends the head."""
    numbers: list[int] = []
    plain = interface = 0
    menu = _menu_lines(page, start)
    for number in range(start - 1, -1, -1):
        mark = page.marks[number]
        if mark is Mark.BOX and plain:
            break
        if number in menu or mark in (Mark.FURNITURE, Mark.NOTICE, Mark.BULLET, Mark.COMMENTS, Mark.BOX):
            interface += 1
            if plain and interface > 12:
                break
            if number in menu and plain > 1:
                break
            if not _is_section_beside_date(page, number):
                continue
        else:
            interface = 0
        plain += mark in (Mark.SHORT, Mark.SENTENCE)
        if plain > 7:
            break
        numbers.append(number)
    return sorted(numbers)


def _menu_lines(page: Page, start: int) -> set[int]:
    """Runs of five and more unbroken lines of one to three words, none of them a date."""
    menu: set[int] = set()
    run: list[int] = []
    for number in range(start + 1):
        line = page.lines[number]
        small = number < start and len(line.words) <= 3 and page.marks[number] in (
            Mark.SHORT, Mark.FURNITURE, Mark.BULLET, Mark.BYLINE
        )  # fmt: skip
        if small and not (run and line.gap):
            run.append(number)
            continue
        if len(run) >= 5:
            menu |= set(run[:-2] if number < start and not line.gap else run)
        run = [number] if small else []
    return menu


def _is_section_beside_date(page: Page, number: int) -> bool:
    if not sections.is_section_name(page.lines[number].text):
        return False
    near = (number - 1, number + 1)
    return any(0 <= n < len(page.marks) and page.marks[n] is Mark.DATE for n in near)


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
    if byline and (byline.sure or as_person(part)):
        head.sign(byline)
    elif head.section is None and sections.section_shaped(part) and len(part) > 3:
        head.section = part


def _read_section(page: Page, numbers: list[int], taken: set[int], head: Head) -> set[int]:
    free = [number for number in numbers if number not in taken]
    used: set[int] = set()
    for number in free:
        steps = sections.read_crumbs(page.lines[number].text)
        if steps:
            used.add(number)
            others = [page.lines[n].text for n in free]
            title = next((step for step in steps if step in others), None)
            head.section = head.section or sections.section_of_crumbs(steps, title)
    named = [n for n in free if n not in used and sections.is_section_name(page.lines[n].text)]
    if head.section is None:
        chosen = _nearest_date(named, taken)
        if chosen is None:
            chosen = _at_section_place(page, free, taken, used)
        if chosen is not None:
            head.section = sections.bare_name(page.lines[chosen].text)
            used.add(chosen)
    return used | {n for n in named if sum(m not in used | taken | set(named) for m in free) >= 1}


def _nearest_date(named: list[int], dates: set[int]) -> int | None:
    if not named:
        return None
    if not dates:
        return named[-1]
    return min(named, key=lambda n: (min(abs(n - d) for d in dates), -n))


def _at_section_place(page: Page, free: list[int], dates: set[int], used: set[int]) -> int | None:
    """An unknown name that stands where sections stand: at the date, with a headline left elsewhere."""
    texts = [n for n in free if page.marks[n] in (Mark.SHORT, Mark.SENTENCE) and n not in used]
    for day in sorted(dates):
        for number, joined in ((day - 1, not page.lines[day].gap), (day + 1, not _gap_at(page, day + 1))):
            if number not in texts or not joined:
                continue
            text = page.lines[number].text
            others = [n for n in texts if n != number]
            if sections.section_shaped(text) and others and not surely_person(text) and not is_source(text):
                if number < day or _gap_at(page, number + 1):
                    return number
    return None


def _gap_at(page: Page, number: int) -> bool:
    return number >= len(page.lines) or page.lines[number].gap


def _texts(page: Page, numbers: list[int], head: Head) -> list[Line]:
    """The plain lines; bylines among them are signed off."""
    texts: list[Line] = []
    for number in numbers:
        line, mark = page.lines[number], page.marks[number]
        if mark is Mark.BYLINE:
            byline = read_byline(line.text)
            # A paper's name above the headline is the site's, not the article's.
            if byline and (byline.authors or texts or re.match(r"von\b|quelle|porträt", line.text, re.I)):
                head.sign(byline)
        elif mark in (Mark.SHORT, Mark.SENTENCE):
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
        if known or (byline and (byline.authors or byline.source) and after_headline and _is_name(line.text)):
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
    longest = max(len(other.text) for other in headlines)
    return len(line.text) >= 95 and line.lower_words >= 5 and len(line.text) > longest


def _is_kicker_below(headline: Line, kicker: Line) -> bool:
    """Some templates print the kicker under its headline: few words joined to many."""
    joined = kicker.number == headline.number + 1
    return joined and len(kicker.words) <= 3 and len(headline.words) >= 6 and not kicker.closing


def _is_kicker(before: Line, headline: Line, page: Page) -> bool:
    if len(before.text) > 70 or len(before.words) > 9:
        return False
    between = range(min(before.number, headline.number) + 1, max(before.number, headline.number))
    return len(between) <= 5 and all(
        page.marks[n] in (Mark.DATE, Mark.FURNITURE, Mark.BYLINE, Mark.SHORT, Mark.CREDIT, Mark.CAPTION) for n in between
    )
