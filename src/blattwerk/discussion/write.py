"""A reader writes a comment."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from wagtail.models import Page

from blattwerk.accounts.models import User
from blattwerk.accounts.sanctions import in_force
from blattwerk.discussion.cases import open_case
from blattwerk.discussion.current import state_now
from blattwerk.discussion.errors import (
    CannotReply,
    ClosedNow,
    NoName,
    NoText,
    SaidAlready,
    Sanctioned,
    TooLong,
    TooManyLinks,
    TooSoon,
)
from blattwerk.discussion.guards import seconds_to_wait
from blattwerk.discussion.help.model import shipped
from blattwerk.discussion.models import Case, Comment, Switch, Trust
from blattwerk.discussion.placing import set_state
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
from blattwerk.discussion.threads import thread_of
from blattwerk.discussion.told import told
from blattwerk.discussion.words import hits

LOOKED_BACK = timedelta(days=1)


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
    count = max(length(kept), -(-len(kept) // LONGEST_CLUSTER))
    if count > switched.longest:
        raise TooLong(count, switched.longest)
    if len(links(kept)) > MOST_LINKS:
        raise TooManyLinks(MOST_LINKS)
    return Draft(kept, hits(kept), shipped().score(kept) if switched.help_on else None)


def write_comment(
    *, page: Page, writer: User, text: str, key: UUID, now: datetime, parent_id: int | None = None
) -> Comment:
    """Keep what a reader wrote under a page; at once public, or for the team to read first.

    Sent twice with the same `key` it is one comment. Raises a DiscussionError that says what to do.
    """
    if (twin := Comment.objects.filter(writer=writer, key=key).first()) is not None:
        return twin
    if not writer.public_name:
        raise NoName
    state = state_now(page, now)
    if not state.accepts:
        raise ClosedNow(told(state, now))
    draft = read_draft(text, switches())
    with transaction.atomic():
        _refuse_person(writer, draft, state, now)
        parent = _parent(page.pk, parent_id)
        comment = Comment(
            thread=thread_of(page),
            writer=writer,
            parent=parent,
            root=parent and (parent.root or parent),
            text=draft.text,
            state=Comment.State.WAITING,
            policy=str(state.policy),
            sent_at=now,
            score=draft.score,
            key=key,
        )
        comment.save(force_insert=True)
        at_once = not draft.words and appears_at_once(state.policy, writer)
        if at_once:
            set_state(comment, Comment.State.PUBLIC, now)
        open_case(comment, _cause(draft, at_once=at_once), now, words=draft.words)
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


def _refuse_person(writer: User, draft: Draft, state: State, now: datetime) -> None:
    if (sanction := in_force(writer.sanctions.all(), now)) is not None:
        raise Sanctioned(sanction.reason, sanction.ends_at)
    lately = Comment.objects.filter(writer=writer, sent_at__gt=now - LOOKED_BACK)
    written = list(lately.order_by("-sent_at").values_list("sent_at", "text")[:120])
    like = likeness(draft.text) or draft.text
    if any((likeness(text) or text) == like for _sent, text in written):
        raise SaidAlready
    wait = seconds_to_wait([sent for sent, _text in written], state.pace, now)
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
