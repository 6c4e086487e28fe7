"""The day of the visit in a page's masthead, which is no day of publication."""

from . import sections
from .dates import names_weekday, read_date_line
from .marks import Mark, Page
from .menus import box_lines

_INTERFACE = frozenset({Mark.FURNITURE, Mark.NOTICE, Mark.BYLINE, Mark.BOX})


def without_masthead(page: Page) -> Page:
    """A weekday's date over the whole article, or joined to the site's menu, becomes furniture."""
    top = page.upcoming(0, len(page.marks), Mark.DATE)
    if top is None or not names_weekday(page.lines[top].text):
        return page
    boxed = box_lines(page, top + 1)
    if not all(n in boxed or _is_interface(page, n) for n in range(top)):
        return page
    read = read_date_line(page.lines[top].text)
    timed = read is not None and any(stamp.clock or stamp.label for stamp in read.stamps)
    joined = top > 0 and not page.lines[top].gap
    if _is_lone_section(page, top - 1) or (timed and not joined):
        return page
    marks = [Mark.FURNITURE if n == top else mark for n, mark in enumerate(page.marks)]
    return Page(page.lines, marks)


def _is_lone_section(page: Page, number: int) -> bool:
    """A section's name over the date, not the last entry of a menu."""
    if number < 0 or not sections.is_section_name(page.lines[number].text):
        return False
    return number == 0 or page.lines[number].gap


def _is_interface(page: Page, number: int) -> bool:
    named = sections.is_section_name(page.lines[number].text)
    return named or page.marks[number] in _INTERFACE
