"""A writer changes or deletes the own comment."""

from datetime import datetime, timedelta
from functools import partial

from django.db.models import QuerySet

from blattwerk.accounts.models import User
from blattwerk.accounts.queries import sanctions_of
from blattwerk.accounts.sanctions import in_force
from blattwerk.discussion.cases import close_case, open_case
from blattwerk.discussion.current import state_now
from blattwerk.discussion.errors import (
    AlreadyDecided,
    ClosedNow,
    NoSuchComment,
    NotYours,
    Sanctioned,
    TooLateToEdit,
)
from blattwerk.discussion.law.notices import noticed
from blattwerk.discussion.models import Case, Comment, Version
from blattwerk.discussion.placing import set_state
from blattwerk.discussion.rules.moderation import Policy
from blattwerk.discussion.switches import switches
from blattwerk.discussion.worded import worded
from blattwerk.discussion.write import Draft, appears_at_once, read_draft
from blattwerk.discussion.writer import durably

EDITABLE = timedelta(minutes=5)
State = Comment.State


def may_edit(comment: Comment, now: datetime) -> bool:
    """Whether its writer may still change its words; a clock that jumped back prolongs nothing."""
    age = abs(now - comment.sent_at)
    untouched = comment.state in (State.WAITING, State.PUBLIC) and comment.cut_at is None
    return untouched and age < EDITABLE


def own_comment(comment_id: int, by: User) -> Comment:
    """A comment for the one who wrote it. Raises NoSuchComment, NotYours."""
    return _own(Comment.objects.all(), comment_id, by)


def refuse_late(comment: Comment, now: datetime) -> None:
    """Raises AlreadyDecided, TooLateToEdit."""
    if comment.state not in Comment.STANDING:
        raise AlreadyDecided(comment.get_state_display())
    if not may_edit(comment, now):
        raise TooLateToEdit(EDITABLE // timedelta(minutes=1))


def edit_comment(*, comment_id: int, by: User, text: str, now: datetime) -> Comment:
    """Give the own comment other words, in the five minutes after it was sent.

    Where the team reads first, what was public is read again before it appears. Returns once no
    crash can undo it; all that can be read beforehand is. Raises a DiscussionError.
    """
    draft = read_draft(text, switches())
    comment = own_comment(comment_id, by)
    refuse_late(comment, now)
    policy = _policy_for(comment, by, now)
    return durably(partial(_change, comment_id, by, draft, policy, now))


def delete_comment(*, comment_id: int, by: User, now: datetime) -> Comment:
    """Take the own comment back. Its place stays if it had one.

    Returns once no crash can undo it. Raises a DiscussionError.
    """
    return durably(partial(_delete, comment_id, by, now))


def keep(comment: Comment, ended: Version.Ended, by: User | None, now: datetime) -> Version:
    """Remember the text that a comment is about to lose."""
    return Version.objects.create(comment=comment, text=comment.text, ended=ended, at=now, by=by)


def _policy_for(comment: Comment, by: User, now: datetime) -> Policy | None:
    """How comments are read here now. Raises ClosedNow, Sanctioned."""
    page = comment.thread.page
    state = state_now(page, now) if page else None
    if state is None or not state.accepts:
        raise ClosedNow(worded(state, now) if state else "")
    if (sanction := in_force(sanctions_of(by), now)) is not None:
        raise Sanctioned(sanction.reason, sanction.ends_at)
    return state.policy


def _change(
    comment_id: int, by: User, draft: Draft, policy: Policy | None, now: datetime
) -> Comment:
    """In one transaction: what depends on what others have just done to the comment."""
    comment = _locked(comment_id, by)
    refuse_late(comment, now)
    if draft.text == comment.text:
        return comment
    keep(comment, Version.Ended.EDITED, by, now)
    comment.text, comment.score = draft.text, draft.score
    comment.edited_at = now if comment.public_at else None
    public = comment.is_public and not draft.words and appears_at_once(policy, by)
    hidden = State.HELD if comment.public_at else State.WAITING
    set_state(comment, State.PUBLIC if public else hidden, now)
    cause = Case.Cause.WORD if draft.words else Case.Cause.EDITED
    open_case(comment, cause, now, words=draft.words)
    return comment


def _delete(comment_id: int, by: User, now: datetime) -> Comment:
    comment = _locked(comment_id, by)
    if comment.state not in Comment.STANDING:
        raise AlreadyDecided(comment.get_state_display())
    keep(comment, Version.Ended.DELETED, by, now)
    comment.text = ""
    set_state(comment, State.DELETED, now)
    if comment.pk not in noticed():  # a person reads what somebody calls illegal or dangerous
        close_case(comment, None, now)
    return comment


def _locked(comment_id: int, by: User) -> Comment:
    return _own(Comment.objects.select_for_update(of=("self",)), comment_id, by)


def _own(comments: QuerySet[Comment], comment_id: int, by: User) -> Comment:
    comment = comments.select_related("thread__page").filter(pk=comment_id).first()
    if comment is None:
        raise NoSuchComment
    if comment.writer_id != by.pk:
        raise NotYours if comment.is_public else NoSuchComment
    return comment
