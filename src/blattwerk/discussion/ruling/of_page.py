"""What a section's editors set for one of their pages: off, closed, kept open; where it leads."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from wagtail.models import Page

from blattwerk.accounts.models import User
from blattwerk.discussion.close import close_thread, reopen_thread
from blattwerk.discussion.log import write_down
from blattwerk.discussion.models import Deed, Entry, PinnedLead, RuleSet
from blattwerk.discussion.placing import note_change
from blattwerk.discussion.rules.layers import Layer
from blattwerk.discussion.rules.life import Span
from blattwerk.discussion.rules.read import from_plain
from blattwerk.discussion.ruling.errors import LeadsToItself, TooManyLeads
from blattwerk.discussion.ruling.set_rules import rules_set, set_rules
from blattwerk.discussion.threads import thread_of

MOST_PINNED = 4


def switch_discussion(*, page: Page, on: bool, by: User, now: datetime) -> Entry | None:
    """No discussion under this page; or as it is for the others."""
    return _set(page, replace(layer_of(page), on=None if on else False), by, now)


def keep_open(*, page: Page, until: datetime | None, by: User, now: datetime) -> Entry | None:
    """Not closed by age from now on, up to a moment or without an end. Raises BadRule."""
    return _set(page, replace(layer_of(page), kept_open=Span(now, until)), by, now)


def let_age(*, page: Page, by: User, now: datetime) -> Entry | None:
    """Closed by age like others."""
    return _set(page, replace(layer_of(page), kept_open=None), by, now)


def close_page(
    *, page: Page, reason: str, until: datetime | None, by: User, now: datetime
) -> Entry:
    """Take no more comments; readers are told the reason. Raises DiscussionError."""
    return close_thread(number=thread_of(page).pk, reason=reason, until=until, by=by, now=now)


def reopen_page(*, page: Page, by: User, now: datetime) -> Entry:
    """Raises NotClosed."""
    return reopen_thread(number=thread_of(page).pk, by=by, now=now)


@transaction.atomic
def pin_lead(*, page: Page, to: Page, by: User, now: datetime) -> Entry | None:
    """Where the closed discussion leads first. Raises LeadsToItself, TooManyLeads."""
    if page.pk == to.pk:
        raise LeadsToItself
    thread = thread_of(page)
    pinned = list(PinnedLead.objects.filter(thread=thread).values_list("page_id", flat=True))
    if to.pk in pinned:
        return None
    if len(pinned) >= MOST_PINNED:
        raise TooManyLeads(MOST_PINNED)
    PinnedLead.objects.create(thread=thread, page=to, by=by, at=now)
    note_change(thread.pk)
    return write_down(Deed.RULES, by=by, at=now, thread=thread, pinned=to.pk)


@transaction.atomic
def unpin_lead(*, page: Page, to: Page, by: User, now: datetime) -> Entry | None:
    """None where it was not pinned."""
    thread = thread_of(page)
    gone, _rows = PinnedLead.objects.filter(thread=thread, page=to).delete()
    if not gone:
        return None
    note_change(thread.pk)
    return write_down(Deed.RULES, by=by, at=now, thread=thread, unpinned=to.pk)


def layer_of(page: Page) -> Layer:
    """What is set for this page alone."""
    return from_plain(rules_set(RuleSet.Scope.PAGE, page.pk))


def _set(page: Page, layer: Layer, by: User, now: datetime) -> Entry | None:
    return set_rules(scope=RuleSet.Scope.PAGE, key=page.pk, layer=layer, by=by, now=now)
