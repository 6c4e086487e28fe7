"""What this room asks rooms above; they answer at start, from their app's `ready`."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime

from wagtail.models import Page

IsOpen = Callable[[Page], bool]
Topics = Callable[[Collection[int]], Mapping[int, Sequence[int]]]
TopicNames = Callable[[Collection[int]], Mapping[int, str]]
TopicSearch = Callable[[str], Sequence[int]]
LeadOn = Callable[[Page, IsOpen, datetime], Sequence[Page]]

_topics: list[Topics] = []
_names: list[tuple[TopicNames, TopicSearch]] = []
_leads: list[LeadOn] = []


def tells_topics(source: Topics) -> None:
    """Say under which topics pages stand, all by number: topics may have rules of their own.

    Asked with the numbers of some pages; those without topics may be left out of the answer.
    """
    _topics[:] = [source]


def topics_of(*page_ids: int) -> Mapping[int, Sequence[int]]:
    """The numbers of each page's topics; none where no room knows topics."""
    found = _topics[0](page_ids) if _topics and page_ids else {}
    return {number: found.get(number, ()) for number in page_ids}


def names_topics(names: TopicNames, search: TopicSearch) -> None:
    """Say how topics are called, by number, and which are called like some words."""
    _names[:] = [(names, search)]


def topic_names(numbers: Collection[int]) -> Mapping[int, str]:
    """The names of those of these topics that are there, in the order of the numbers."""
    found = _names[0][0](numbers) if _names and numbers else {}
    return {number: found[number] for number in numbers if number in found}


def topics_called(words: str) -> Mapping[int, str]:
    """Topics called like these words, by number."""
    return topic_names(_names[0][1](words)) if _names and words.strip() else {}


def leads_on(source: LeadOn) -> None:
    """Name pages on the same matter whose discussion is open, the most current first.

    Asked with the page, a test that says of a page whether its discussion is open, and the moment.
    Who asks it of many pages tells it before, by `asked_soon`.
    """
    if source not in _leads:
        _leads.append(source)


def asked_soon(is_open: IsOpen, pages: Sequence[Page]) -> None:
    """These pages will be asked one by one: a test that can looks at all of them together."""
    look_at: Callable[[Sequence[Page]], None] | None = getattr(is_open, "look_at", None)
    if look_at is not None:
        look_at(pages)


def open_discussions(page: Page, is_open: IsOpen, now: datetime) -> list[Page]:
    """What all sources name, in their order, each page once."""
    found = {each.pk: each for source in _leads for each in source(page, is_open, now)}
    found.pop(page.pk, None)
    return list(found.values())
