"""The team closes a discussion, and opens it again: a rule of the page, and an entry of the log."""

from datetime import datetime
from typing import Any

from django.db import transaction

from blattwerk.accounts.models import User
from blattwerk.discussion.errors import EndsInThePast, NoClosingReason, NoSuchThread, NotClosed
from blattwerk.discussion.log import write_down
from blattwerk.discussion.models import Deed, Entry, RuleSet, Thread
from blattwerk.discussion.placing import note_change

LONGEST_REASON = 300


@transaction.atomic
def close_thread(
    *, number: int, by: User, now: datetime, reason: str, until: datetime | None = None
) -> Entry:
    """Take no more comments under a page; readers are told the reason.

    Raises NoSuchThread, NoClosingReason, EndsInThePast.
    """
    thread = _thread(number)
    told = " ".join(reason.split())[:LONGEST_REASON]
    if not told:
        raise NoClosingReason
    if until is not None and until <= now:
        raise EndsInThePast
    closed = {"since": now.isoformat(), "reason": told}
    if until is not None:
        closed["until"] = until.isoformat()
    before = _set(thread, {"closed": closed}, by, now)
    note_change(thread.pk)
    return write_down(Deed.CLOSE, by=by, at=now, thread=thread, closed=closed, before=before)


@transaction.atomic
def reopen_thread(*, number: int, by: User, now: datetime) -> Entry:
    """Take away what `close_thread` set; other rules still hold. Raises NotClosed, NoSuchThread."""
    thread = _thread(number)
    if closing_of(number) is None:
        raise NotClosed
    before = _set(thread, {}, by, now)
    note_change(thread.pk)
    return write_down(Deed.REOPEN, by=by, at=now, thread=thread, before=before)


def closing_of(number: int) -> dict[str, Any] | None:
    """What the page's own rules say of being closed by the desk."""
    row = RuleSet.objects.filter(scope=RuleSet.Scope.PAGE, key=number).first()
    closed: dict[str, Any] | None = row.plain.get("closed") if row else None
    return closed


def _thread(number: int) -> Thread:
    thread = Thread.objects.select_for_update().filter(pk=number).first()
    if thread is None:
        raise NoSuchThread
    return thread


def _set(thread: Thread, changes: dict[str, Any], by: User, now: datetime) -> dict[str, Any] | None:
    """Put the closing into the page's rules or take it out; returns what was there."""
    row, _made = RuleSet.objects.select_for_update().get_or_create(
        scope=RuleSet.Scope.PAGE, key=thread.pk, defaults={"changed_at": now}
    )
    rest = {name: value for name, value in row.plain.items() if name != "closed"}
    before: dict[str, Any] | None = row.plain.get("closed")
    row.plain, row.changed_at, row.changed_by = {**rest, **changes}, now, by
    row.save()
    return before
