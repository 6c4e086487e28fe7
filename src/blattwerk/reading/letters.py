"""Topics under their letters, as an index at the end of a book."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlencode

from blattwerk.topics.queries import TopicLine

MOST_ON_A_PAGE = 400  # topics; of more, one letter at a time is shown
NO_LETTER, DIGITS = "#", "0–9"  # as topics say it, and as it is printed


@dataclass(frozen=True)
class Letter:
    """A jump link; `chosen` says that only its topics are shown."""

    letter: str
    address: str
    chosen: bool = False


@dataclass(frozen=True)
class Group:
    """The topics of one letter."""

    letter: str
    anchor: str
    lines: list[TopicLine]


def grouped(lines: Sequence[TopicLine]) -> list[Group]:
    """Lines in the order of a German list under their letters; what begins with none at the end."""
    ordered = sorted(lines, key=lambda line: (line.initial == NO_LETTER, line.initial))
    return [_group(letter, list(found)) for letter, found in groupby(ordered, key=_initial)]


def index(groups: Sequence[Group], asked: str) -> tuple[list[Letter], list[Group]]:
    """The jump links, and the groups that this page shows: all, or the letter asked for."""
    if sum(len(group.lines) for group in groups) <= MOST_ON_A_PAGE:
        return [Letter(group.letter, f"#{group.anchor}") for group in groups], list(groups)
    chosen = next((group for group in groups if group.anchor == asked.lower()), groups[0])
    links = [
        Letter(group.letter, "?" + urlencode({"buchstabe": group.anchor}), chosen=group is chosen)
        for group in groups
    ]
    return links, [chosen]


def _group(letter: str, lines: list[TopicLine]) -> Group:
    if letter == NO_LETTER:
        return Group(DIGITS, "0-9", lines)
    return Group(letter, letter.lower(), lines)


def _initial(line: TopicLine) -> str:
    return line.initial
