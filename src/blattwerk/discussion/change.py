"""A writer changes or deletes the own comment."""

from datetime import datetime, timedelta

from django.db import transaction

from blattwerk.accounts.models import User
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
from blattwerk.discussion.switches import switches
from blattwerk.discussion.worded import worded
from blattwerk.discussion.write import appears_at_once, read_draft

EDITABLE = timedelta(minutes=5)
State = Comment.State
STANDING = (State.WAITING, State.PUBLIC, State.HELD)


def may_edit(comment: Comment, now: datetime) -> bool:
    """Whether its writer may still change its words; a clock that jumped back prolongs nothing."""
    age = abs(now - comment.sent_at)
    untouched = comment.state in (State.WAITING, State.PUBLIC) and comment.cut_at is None
    return untouched and age < EDITABLE


def edit_comment(*, comment_id: int, by: User, text: str, now: datetime) -> Comment:
    """Give the own comment other words, in the five minutes after it was sent.

    Where the team reads first, what was public is read again before it appears. Raises a
    DiscussionError.
    """
    draft = read_draft(text, switches())
    with transaction.atomic():
        comment = _own(comment_id, by)
        if comment.state not in STANDING:
            raise AlreadyDecided(comment.get_state_display())
        if not may_edit(comment, now):
            raise TooLateToEdit(EDITABLE // timedelta(minutes=1))
        page = comment.thread.page
        state = state_now(page, now) if page else None
        if state is None or not state.accepts:
            raise ClosedNow(worded(state, now) if state else "")
        if (sanction := in_force(by.sanctions.all(), now)) is not None:
            raise Sanctioned(sanction.reason, sanction.ends_at)
        if draft.text == comment.text:
            return comment
        keep(comment, Version.Ended.EDITED, by, now)
        comment.text, comment.score = draft.text, draft.score
        comment.edited_at = now if comment.public_at else None
        public = comment.is_public and not draft.words and appears_at_once(state.policy, by)
        hidden = State.HELD if comment.public_at else State.WAITING
        set_state(comment, State.PUBLIC if public else hidden, now)
        cause = Case.Cause.WORD if draft.words else Case.Cause.EDITED
        open_case(comment, cause, now, words=draft.words)
    return comment


def delete_comment(*, comment_id: int, by: User, now: datetime) -> Comment:
    """Take the own comment back. Its place stays if it had one. Raises a DiscussionError."""
    with transaction.atomic():
        comment = _own(comment_id, by)
        if comment.state not in STANDING:
            raise AlreadyDecided(comment.get_state_display())
        keep(comment, Version.Ended.DELETED, by, now)
        comment.text = ""
        set_state(comment, State.DELETED, now)
        if comment.pk not in noticed():  # a person reads what somebody calls illegal or dangerous
            close_case(comment, None, now)
    return comment


def keep(comment: Comment, ended: Version.Ended, by: User | None, now: datetime) -> Version:
    """Remember the text that a comment is about to lose."""
    return Version.objects.create(comment=comment, text=comment.text, ended=ended, at=now, by=by)


def _own(comment_id: int, by: User) -> Comment:
    rows = Comment.objects.select_for_update(of=("self",)).select_related("thread__page")
    comment = rows.filter(pk=comment_id).first()
    if comment is None:
        raise NoSuchComment
    if comment.writer_id != by.pk:
        raise NotYours if comment.is_public else NoSuchComment
    return comment
