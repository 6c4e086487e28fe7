"""A reader writes a comment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from django.db import IntegrityError
from wagtail.models import Page

from blattwerk.accounts.models import User
from blattwerk.accounts.queries import sanctions_of
from blattwerk.accounts.sanctions import in_force
from blattwerk.discussion.cases import first_case
from blattwerk.discussion.current import state_now
from blattwerk.discussion.errors import (
    CannotReply,
    ClosedNow,
    DiscussionError,
    NoName,
    NoText,
    SaidAlready,
    Sanctioned,
    TooLong,
    TooManyLinks,
    TooSoon,
)
from blattwerk.discussion.guards import seconds_to_wait
from blattwerk.discussion.help.in_use import in_use
from blattwerk.discussion.models import Case, Comment, Switch, Trust
from blattwerk.discussion.placing import put
from blattwerk.discussion.ready import take_turns, written_lately
from blattwerk.discussion.rules.moderation import Policy, Who
from blattwerk.discussion.rules.state import State
from blattwerk.discussion.switches import switches
from blattwerk.discussion.text import (
    LONGEST_CLUSTER,
    MOST_LINKS,
    cleaned,
    is_readable,
    length,
    likeness,
    links,
)
from blattwerk.discussion.threads import number_of_thread
from blattwerk.discussion.worded import worded
from blattwerk.discussion.words import hits
from blattwerk.discussion.writer import durably

LOOKED_BACK = timedelta(days=1)
MOST_SIGNS = 9_000  # code points beside the letters; lists and help read 10,000
MOST_READ = 120  # comments; nobody may write more in a day


@dataclass(frozen=True)
class Draft:
    """A text that may be kept: cleaned, short enough, with what lists and model say of it."""

    text: str
    words: list[str]
    score: float | None


def read_draft(text: str, switched: Switch) -> Draft:
    """Raises NoText, TooLong, TooManyLinks."""
    kept = cleaned(text)
    if not is_readable(kept):
        raise NoText
    count = max(length(kept), -(-len(kept) // LONGEST_CLUSTER), len(kept) - MOST_SIGNS)
    if count > switched.longest:
        raise TooLong(count, switched.longest)
    if len(links(kept)) > MOST_LINKS:
        raise TooManyLinks(MOST_LINKS)
    return Draft(kept, hits(kept), in_use().score(kept) if switched.help_on else None)


def write_comment(
    *, page: Page, writer: User, text: str, key: UUID, now: datetime, parent_id: int | None = None
) -> Comment:
    """Keep what a reader wrote under a page; at once public, or for the team to read first.

    Returns once no crash can undo it. Sent twice with the same `key` it is one comment. Raises a
    DiscussionError that says what to do. All that can be read beforehand is, so that the one writer
    does as little as possible; call it outside transactions.
    """
    try:
        state, draft = _read(page, writer, text, now)
        send = _Send(number_of_thread(page), writer, draft, state, key, now, parent_id)
        return durably(partial(_keep, send))
    except (DiscussionError, IntegrityError):
        # What was stored once stays, whatever holds now.
        if (twin := Comment.objects.filter(writer=writer, key=key).first()) is None:
            raise
        return twin


@dataclass(frozen=True)
class _Send:
    """A comment about to be kept."""

    number: int
    writer: User
    draft: Draft
    state: State
    key: UUID
    now: datetime
    parent_id: int | None


def _read(page: Page, writer: User, text: str, now: datetime) -> tuple[State, Draft]:
    """What is refused whatever else is being written."""
    if not writer.public_name:
        raise NoName
    state = state_now(page, now)
    if not state.accepts:
        raise ClosedNow(worded(state, now))
    if (sanction := in_force(sanctions_of(writer), now)) is not None:
        raise Sanctioned(sanction.reason, sanction.ends_at)
    return state, read_draft(text, switches())


def _keep(send: _Send) -> Comment:
    """In one transaction: what depends on what the writer and others have just written."""
    take_turns(send.writer.pk)
    written = written_lately(send.writer.pk, send.now - LOOKED_BACK, MOST_READ)
    if any(key == send.key for key, _sent, _text in written):
        return Comment.objects.get(writer=send.writer, key=send.key)
    _refuse_person(written, send)
    parent = _parent(send.number, send.parent_id)
    at_once = not send.draft.words and appears_at_once(send.state.policy, send.writer)
    comment = Comment(
        thread_id=send.number,
        writer=send.writer,
        parent=parent,
        root=parent and (parent.root or parent),
        text=send.draft.text,
        state=Comment.State.PUBLIC if at_once else Comment.State.WAITING,
        policy=str(send.state.policy),
        sent_at=send.now,
        score=send.draft.score,
        key=send.key,
    )
    put(comment, send.now)
    first_case(comment, _cause(send.draft, at_once=at_once), send.now, words=send.draft.words)
    return comment


def appears_at_once(policy: Policy | None, writer: User) -> bool:
    """Whether a reader's comments come out before the team has read them."""
    if policy is None or policy.who is Who.PRE:
        return False
    if policy.who is Who.POST:
        return True
    if policy.who is Who.TRUSTED:
        return Trust.objects.filter(reader=writer).exists()
    came_out = Comment.objects.filter(writer=writer, state=Comment.State.PUBLIC)
    return came_out[: policy.approved].count() >= policy.approved


def _cause(draft: Draft, *, at_once: bool) -> Case.Cause:
    if draft.words:
        return Case.Cause.WORD
    return Case.Cause.AFTERWARDS if at_once else Case.Cause.NEW


def _refuse_person(written: Sequence[tuple[UUID, datetime, str]], send: _Send) -> None:
    like = likeness(send.draft.text) or send.draft.text
    if any((likeness(text) or text) == like for _key, _sent, text in written):
        raise SaidAlready
    wait = seconds_to_wait([sent for _key, sent, _text in written], send.state.pace, send.now)
    if wait:
        raise TooSoon(wait)


def _parent(number: int, parent_id: int | None) -> Comment | None:
    if parent_id is None:
        return None
    public = Comment.objects.public().select_related("root")
    parent = public.filter(pk=parent_id, thread_id=number).first()
    if parent is None:
        raise CannotReply
    return parent
