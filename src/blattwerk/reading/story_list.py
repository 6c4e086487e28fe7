"""All public stories in pages: what runs now stands first, the rest follows by its last day."""

from dataclasses import dataclass
from datetime import datetime

from blattwerk.reading.pager import Numbered
from blattwerk.stories.queries import (
    StoryCard,
    StoryLine,
    current_stories,
    newest_parts,
    other_stories,
)

CURRENT = 40
PER_PAGE = 40


@dataclass(frozen=True, kw_only=True)
class StoryList(Numbered):
    """One page of the list; `current` stands on the first page only."""

    current: list[StoryCard]
    others: list[StoryLine]


def all_stories(now: datetime, number: int) -> StoryList | None:
    """The page of that number, from 1; None where there is none.

    What the first page shows as current is left out of every page, so no story comes twice.
    """
    current = current_stories(now, limit=CURRENT)
    known = [card.story.pk for card in current]
    start = (number - 1) * PER_PAGE
    found = other_stories(without=known, start=start, limit=PER_PAGE + 1)
    if number > 1 and not found:
        return None
    return StoryList(
        current=current if number == 1 else [],
        others=newest_parts(found[:PER_PAGE]),
        number=number,
        has_next=len(found) > PER_PAGE,
    )
