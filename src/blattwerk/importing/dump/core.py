"""Where the article lies: the densest run of paragraphs, and where the page after it begins."""

import re
from dataclasses import dataclass

from .dates import is_relative_time
from .marks import TEXT, Mark, Page
from .notices import closes_discussion, is_notice

# Between two paragraphs of one article stand at most this many short lines (a list, a box)
# and this many lines of interface (a player, a gallery).
_SHORT_BETWEEN = 14
_FURNITURE_BETWEEN = 30
_THREAD = re.compile(
    r"\b(?:antworten|melden|gefällt|zeichen|eingeloggt|sortier|permalink|posting)\w*", re.IGNORECASE
)


@dataclass(frozen=True)
class Core:
    """`start`: the first paragraph. `stop`: the first line that can no longer be the article's."""

    start: int
    stop: int


def find_core(page: Page) -> Core | None:
    """The article's text, or None on a page that has none."""
    stop = _discussion_start(page)
    runs = _runs(page, stop, {Mark.PROSE}) or _runs(page, stop, set(TEXT))
    if not runs:
        return None
    weights = [sum(min(len(page.lines[n].text), 800) for n in run) for run in runs]
    best = max(weights)
    # Of runs of like weight the first is the article; what follows is a box of teasers.
    chosen = next(run for run, weight in zip(runs, weights, strict=True) if weight >= best * 0.6)
    return Core(chosen[0], stop)


def _runs(page: Page, stop: int, wanted: set[Mark]) -> list[list[int]]:
    runs: list[list[int]] = []
    short = interface = 0
    for number in range(stop):
        mark = page.marks[number]
        if mark in wanted:
            if runs and short <= _SHORT_BETWEEN and interface <= _FURNITURE_BETWEEN:
                runs[-1].append(number)
            else:
                runs.append([number])
            short = interface = 0
        elif mark is Mark.SHORT:
            short += 1
        elif mark in (Mark.FURNITURE, Mark.NOTICE):
            interface += 1
    return runs


def _discussion_start(page: Page) -> int:
    """The heading of the discussion, if it follows the text; a count in the head is none."""
    paragraphs = 0
    for number, mark in enumerate(page.marks):
        if mark in TEXT and (mark is Mark.PROSE or paragraphs):
            paragraphs += 1
        elif mark is Mark.COMMENTS and (
            paragraphs > 2 or (paragraphs and not _text_goes_on(page, number))
        ):
            return number
    return len(page.lines)


def _text_goes_on(page: Page, heading: int) -> bool:
    """A bar of buttons under the lead: paragraphs follow it at once, without a thread's signs."""
    ahead = range(heading + 1, min(heading + 9, len(page.lines)))
    for number in ahead:
        line = page.lines[number]
        if closes_discussion(line.text) or is_notice(line, in_tail=True):
            return False
        if page.marks[number] is Mark.PROSE:
            after = page.marks[number + 1 : number + 6]
            return Mark.PROSE in after
        if is_relative_time(line.text) or _THREAD.search(line.text):
            return False
        if page.marks[number] in (Mark.NOTICE, Mark.DATE):
            return False
    return False
