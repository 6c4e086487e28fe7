"""What this room asks rooms above; they answer at start, from their app's `ready`."""

from collections.abc import Callable, Sequence
from datetime import datetime

from wagtail.models import Page

IsOpen = Callable[[Page], bool]
Topics = Callable[[int], Sequence[int]]
LeadOn = Callable[[Page, IsOpen, datetime], Sequence[Page]]

_topics: list[Topics] = []
_leads: list[LeadOn] = []


def tells_topics(source: Topics) -> None:
    """Say under which topics a page stands, by its number: topics may have rules of their own."""
    _topics[:] = [source]


def topics_of(page_id: int) -> Sequence[int]:
    """The numbers of the page's topics; none where no room knows topics."""
    return _topics[0](page_id) if _topics else ()


def leads_on(source: LeadOn) -> None:
    """Name pages on the same matter whose discussion is open, the most current first.

    Asked with the page, a test that says of a page whether its discussion is open, and the moment.
    """
    if source not in _leads:
        _leads.append(source)


def open_discussions(page: Page, is_open: IsOpen, now: datetime) -> list[Page]:
    """What all sources name, in their order, each page once."""
    found = {each.pk: each for source in _leads for each in source(page, is_open, now)}
    found.pop(page.pk, None)
    return list(found.values())
