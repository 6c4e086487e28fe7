"""What a section's editors set for one of their pages: off, closed, kept open; where it leads."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction
from wagtail.models import Page

from blattwerk.accounts.models import User
from blattwerk.discussion.close import close_thread, reopen_thread
from blattwerk.discussion.log import write_down
from blattwerk.discussion.models import Deed, Entry, PinnedLead, RuleSet
from blattwerk.discussion.pages.closing import MOST_LEADS
from blattwerk.discussion.placing import note_change
from blattwerk.discussion.rules.layers import Layer
from blattwerk.discussion.rules.life import Span
from blattwerk.discussion.rules.read import from_plain
from blattwerk.discussion.ruling.errors import LeadsToItself, TooManyLeads
from blattwerk.discussion.ruling.set_rules import change_rules, rules_set
from blattwerk.discussion.threads import thread_of, thread_to_change


def switch_discussion(*, page: Page, on: bool, by: User, now: datetime) -> Entry | None:
    """No discussion under this page; or as it is for the others."""
    return _change(page, by, now, on=None if on else False)


def keep_open(*, page: Page, until: datetime | None, by: User, now: datetime) -> Entry | None:
    """Not closed by age from now on, up to a moment or without an end. Raises BadRule."""
    return _change(page, by, now, kept_open=Span(now, until))


def let_age(*, page: Page, by: User, now: datetime) -> Entry | None:
    """Closed by age like others."""
    return _change(page, by, now, kept_open=None)


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
    thread = thread_to_change(page)  # two people at once pin no more than one may
    pinned = list(PinnedLead.objects.filter(thread=thread).values_list("page_id", flat=True))
    if to.pk in pinned:
        return None
    if len(pinned) >= MOST_LEADS:
        raise TooManyLeads(MOST_LEADS)
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


def _change(page: Page, by: User, now: datetime, **fields: Any) -> Entry | None:
    """Other fields than these stay as they are."""

    def changed(plain: dict[str, Any]) -> Layer:
        return replace(from_plain(plain), **fields)

    return change_rules(scope=RuleSet.Scope.PAGE, key=page.pk, change=changed, by=by, now=now)
