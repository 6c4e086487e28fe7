"""A reader writes a comment."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from django.db import IntegrityError
from wagtail.models import Page

from blattwerk.accounts.models import User
from blattwerk.accounts.queries import sanctions_of
from blattwerk.accounts.sanctions import in_force
from blattwerk.common.ready import insert
from blattwerk.discussion.cases import new_case
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
from blattwerk.discussion.placing import put, tell_of
from blattwerk.discussion.ready import Written, take_turns, written_lately
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
from blattwerk.discussion.writer import durably_together

LOOKED_BACK = timedelta(days=1)
MOST_SIGNS = 9_000  # code points beside the letters; lists and help read 10,000
MOST_READ = 120  # comments; nobody may write more in a day

Refusal = Callable[[], DiscussionError]  # made where the reader's language is spoken


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
        answer = durably_together(_keep, send)
        if answer is None:
            return Comment.objects.get(writer=writer, key=key)
        if not isinstance(answer, Comment):
            raise answer()
    except (DiscussionError, IntegrityError):
        # What was stored once stays, whatever holds now.
        if (twin := Comment.objects.filter(writer=writer, key=key).first()) is None:
            raise
        return twin
    if answer.is_public:
        tell_of(answer)
    return answer


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


def _keep(sends: Sequence[_Send]) -> list[Comment | Refusal | None]:
    """In one transaction: what depends on what writers and others have just written.

    Each is answered by its comment, by what refuses it, or by None where it was stored before.
    """
    answers = _answers(sends)
    kept = [
        (send, answer)
        for send, answer in zip(sends, answers, strict=True)
        if isinstance(answer, Comment)
    ]
    put([comment for _send, comment in kept])
    insert([_case(send, comment) for send, comment in kept])
    return answers


def _answers(sends: Sequence[_Send]) -> list[Comment | Refusal | None]:
    writers = {send.writer.pk for send in sends}
    take_turns(writers)
    since = min(send.now for send in sends) - LOOKED_BACK
    written = written_lately(writers, since, MOST_READ)
    answers = []
    for send in sends:
        before = written[send.writer.pk]
        answers.append(answer := _answer(send, before))
        if isinstance(answer, Comment):
            before.append(Written(send.key, send.now, send.draft.text))
    return answers


def _answer(send: _Send, written: Sequence[Written]) -> Comment | Refusal | None:
    if any(earlier.key == send.key for earlier in written):
        return None
    if refusal := _refuses_person(written, send):
        return refusal
    parent = None
    if send.parent_id is not None and (parent := _parent(send.number, send.parent_id)) is None:
        return CannotReply
    return _comment(send, parent)


def _comment(send: _Send, parent: Comment | None) -> Comment:
    at_once = not send.draft.words and appears_at_once(send.state.policy, send.writer)
    return Comment(
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


def _case(send: _Send, comment: Comment) -> Case:
    """For somebody to look at it, whatever its state."""
    cause = Case.Cause.AFTERWARDS if comment.is_public else Case.Cause.NEW
    words = send.draft.words
    return new_case(comment, Case.Cause.WORD if words else cause, send.now, words=words)


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


def _refuses_person(written: Sequence[Written], send: _Send) -> Refusal | None:
    like = likeness(send.draft.text) or send.draft.text
    if any((likeness(earlier.text) or earlier.text) == like for earlier in written):
        return SaidAlready
    wait = seconds_to_wait([earlier.sent_at for earlier in written], send.state.pace, send.now)
    return partial(TooSoon, wait) if wait else None


def _parent(number: int, parent_id: int) -> Comment | None:
    public = Comment.objects.public().select_related("root")
    return public.filter(pk=parent_id, thread_id=number).first()
