"""What readers are told of a discussion's state, and where they can go on when it is closed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.utils.translation import gettext as _
from wagtail.models import Page

from blattwerk.discussion.current import OpenTest, state_and_end
from blattwerk.discussion.models import PinnedLead, Thread
from blattwerk.discussion.registry import open_discussions
from blattwerk.discussion.rules.state import Cause, Kind, State
from blattwerk.discussion.told import notice
from blattwerk.discussion.worded import worded

MOST_LEADS = 4


@dataclass(frozen=True, slots=True)
class Lead:
    """An open discussion on the same matter."""

    page: Page
    comments: int
    last_at: datetime | None


@dataclass(frozen=True, slots=True)
class Standing:
    """A discussion's state in words; `leads` only where it is closed."""

    state: State
    words: str
    soon: str  # when it closes, in the hour before
    true_until: datetime | None  # when the clock alone makes it another
    leads: Sequence[Lead] = ()

    @property
    def heading(self) -> str:
        """Over the notice that it is closed."""
        if self.state.kind is Kind.NIGHT:
            return _("The discussion is resting")
        if self.state.kind is Kind.FULL:
            return _("No new comments for the moment")
        if self.state.kind is Kind.OFF:
            return _("No discussion yet") if self.state.cause is Cause.PUBLICATION else ""
        return _("This discussion is closed")

    @property
    def since(self) -> datetime | None:
        """When it was closed, where that can be known."""
        return None if self.state.accepts else self.state.since


def standing_of(page: Page, now: datetime) -> Standing:
    """How a page's discussion stands."""
    state, end = state_and_end(page, now)
    return Standing(state, words=worded(state, now), soon=notice(state), true_until=end)


def leads_of(thread: Thread, page: Page, now: datetime) -> list[Lead]:
    """Where a closed discussion leads: what editors pinned, then what the paper finds; all open."""
    is_open = OpenTest(now)
    pinned = _pinned(thread)
    is_open.look_at(pinned)
    named = {each.pk: each for each in (*pinned, *open_discussions(page, is_open, now))}
    named.pop(page.pk, None)
    found = list(islice(filter(is_open, named.values()), MOST_LEADS))
    threads = Thread.objects.in_bulk([each.pk for each in found]) if found else {}
    return [_lead(each, threads.get(each.pk)) for each in found]


def _pinned(thread: Thread) -> list[Page]:
    pins = PinnedLead.objects.filter(thread_id=thread.pk).select_related("page")
    return [pin.page for pin in pins.order_by("at", "pk")]


def _lead(page: Page, thread: Thread | None) -> Lead:
    return Lead(page, thread.comments if thread else 0, thread.last_at if thread else None)
