"""Which line of the head is the section: by its name, a breadcrumb, or where it stands."""

from . import sections
from .marks import Mark, Page
from .signers import is_source, surely_person


def find_section(
    page: Page, numbers: list[int], dates: set[int], known: str | None
) -> tuple[str | None, set[int]]:
    """The section's name, and the lines that are thereby no headline."""
    free = [number for number in numbers if number not in dates]
    crumbs = {n: steps for n in free if (steps := sections.read_crumbs(page.lines[n].text))}
    section = known or _of_crumbs(page, crumbs, free)
    used = set(crumbs)
    named = [n for n in free if n not in used and sections.is_section_name(page.lines[n].text)]
    if section is None:
        chosen = _nearest_date(named, dates)
        if chosen is None:
            chosen = _at_section_place(page, [n for n in free if n not in used], dates)
        if chosen is not None:
            section = sections.bare_name(page.lines[chosen].text)
            used.add(chosen)
    if any(n not in used and n not in named for n in free):
        used |= {n for n in named if section is None or not _is_kicker(n, free, used | set(named))}
    return section, used


def _is_kicker(number: int, free: list[int], taken: set[int]) -> bool:
    """A section's name directly over the headline, where another line is the section."""
    first = number == min(free)
    return first and number + 1 in free and number + 1 not in taken


def _of_crumbs(page: Page, crumbs: dict[int, list[str]], free: list[int]) -> str | None:
    lines = {page.lines[n].text for n in free}
    for steps in crumbs.values():
        title = next((step for step in steps if step in lines), None)
        section = sections.section_of_crumbs(steps, title)
        if section:
            return section
    return None


def _nearest_date(named: list[int], dates: set[int]) -> int | None:
    if not named:
        return None
    if not dates:
        return named[-1]
    return min(named, key=lambda n: (min(abs(n - d) for d in dates), -n))


def _at_section_place(page: Page, free: list[int], dates: set[int]) -> int | None:
    """An unknown name that stands where sections stand: at the date, a headline left elsewhere."""
    texts = [n for n in free if page.marks[n] in (Mark.SHORT, Mark.SENTENCE)]
    if len(texts) < 2:
        return None
    for day in sorted(dates):
        above, below = day - 1, day + 1
        if above in texts and not page.lines[day].gap and _could_be(page.lines[above].text):
            return above
        alone = not _gap_at(page, below) and _gap_at(page, below + 1)
        if below in texts and alone and _could_be(page.lines[below].text):
            return below
    return None


def _could_be(text: str) -> bool:
    """„Brand in Hallein“ is a kicker: a section's name has no preposition."""
    phrase = any(word.islower() and word != "und" for word in text.split())
    named = sections.section_shaped(text) and not phrase
    return named and not surely_person(text) and not is_source(text)


def _gap_at(page: Page, number: int) -> bool:
    return number >= len(page.lines) or page.lines[number].gap
