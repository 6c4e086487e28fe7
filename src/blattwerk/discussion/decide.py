"""What the team decides about a comment. Each deed is one entry of the log and can be undone."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction

from blattwerk.accounts.models import User
from blattwerk.discussion.cases import close_case, open_case
from blattwerk.discussion.change import keep
from blattwerk.discussion.cutting import CUT_MARK, is_cut_of
from blattwerk.discussion.errors import (
    AlreadyDecided,
    NoReason,
    NoSuchComment,
    NotACut,
    NoText,
    OwnComment,
)
from blattwerk.discussion.law.errors import TextGone
from blattwerk.discussion.law.notices import settle_notices
from blattwerk.discussion.law.statements import state_reasons, withdraw_statements
from blattwerk.discussion.log import write_down
from blattwerk.discussion.models import (
    Case,
    Comment,
    Deed,
    Entry,
    NoticeItem,
    Reason,
    Statement,
    Version,
)
from blattwerk.discussion.placing import note_change, set_state
from blattwerk.discussion.text import cleaned, is_readable

State = Comment.State
Outcome = NoticeItem.Outcome


@transaction.atomic
def approve(
    *, comment_id: int, by: User, now: datetime, seen: int | None = None, why: str = ""
) -> Entry:
    """Readers may read it; after reports: it stays. What was rejected or removed comes back.

    `seen` is the comment's `turn` as the moderator saw it: where it has moved on meanwhile, nothing
    happens and AlreadyDecided is raised. `why` is told to those who reported it.
    """
    comment = locked(comment_id, (*Comment.STANDING, *Comment.RESTRICTED), seen, by)
    if not comment.text:
        raise TextGone
    before = standing(comment)
    deed = _approval(comment)
    case = close_case(comment, by, now)
    if not comment.is_public:
        set_state(comment, State.PUBLIC, now)
    entry = write_down(
        deed, by=by, at=now, comment=comment, case=case, before=before, turn=comment.turn
    )
    if deed is Deed.RESTORE:
        withdraw_statements(comment, now)
    settle_notices(comment=comment, entry=entry, outcome=Outcome.DECLINED, reasons=why)
    return entry


@transaction.atomic
def refuse(
    *,
    comment_id: int,
    by: User,
    now: datetime,
    reason: Reason | None,
    facts: str = "",
    seen: int | None = None,
) -> Entry:
    """Readers may not read it: rejected, or removed where they could. Its writer is told why.

    Raises NoReason, AlreadyDecided, NoSuchComment.
    """
    if reason is None:
        raise NoReason
    comment = locked(comment_id, Comment.STANDING, seen, by)
    before = standing(comment)
    public = comment.public_at is not None
    case = close_case(comment, by, now)
    set_state(comment, State.REMOVED if public else State.REJECTED, now)
    deed = Deed.REMOVE if public else Deed.REJECT
    entry = write_down(
        deed,
        by=by,
        at=now,
        comment=comment,
        case=case,
        reason=reason,
        before=before,
        turn=comment.turn,
    )
    restriction = Statement.Restriction.REMOVED if public else Statement.Restriction.REJECTED
    state_reasons(entry=entry, restriction=restriction, reason=reason, facts=facts)
    settle_notices(comment=comment, entry=entry, outcome=Outcome.UPHELD, reasons=reason.text)
    return entry


@transaction.atomic
def hold(*, comment_id: int, by: User, now: datetime, seen: int | None = None) -> Entry:
    """Take it out of sight until somebody has looked again."""
    comment = locked(comment_id, (State.WAITING, State.PUBLIC), seen, by)
    before = standing(comment)
    if comment.public_at is not None:
        set_state(comment, State.HELD, now)
    case = open_case(comment, Case.Cause.HELD, now)
    return write_down(
        Deed.HOLD, by=by, at=now, comment=comment, case=case, before=before, turn=comment.turn
    )


@transaction.atomic
def cut(
    *,
    comment_id: int,
    by: User,
    now: datetime,
    text: str,
    reason: Reason | None,
    facts: str = "",
    seen: int | None = None,
) -> Entry:
    """Edit words out and let the rest be read; `text` carries a mark where they stood (CUT).

    None may come in. Raises NoReason, NoText, NotACut, AlreadyDecided, NoSuchComment.
    """
    if reason is None:
        raise NoReason
    left = cleaned(text)
    if not is_readable(left.replace(CUT_MARK, "")):
        raise NoText
    comment = locked(comment_id, Comment.STANDING, seen, by)
    if not is_cut_of(left, comment.text):
        raise NotACut
    before = standing(comment)
    version = keep(comment, Version.Ended.CUT, by, now)
    case = close_case(comment, by, now)
    comment.text, comment.cut_at = left, now
    set_state(comment, State.PUBLIC, now)
    entry = write_down(
        Deed.CUT,
        by=by,
        at=now,
        comment=comment,
        case=case,
        reason=reason,
        before={**before, "version": version.pk},
        turn=comment.turn,
    )
    restriction = Statement.Restriction.CUT
    state_reasons(entry=entry, restriction=restriction, reason=reason, facts=facts)
    settle_notices(comment=comment, entry=entry, outcome=Outcome.UPHELD, reasons=reason.text)
    return entry


@transaction.atomic
def pick(*, comment_id: int, by: User, now: datetime) -> Entry:
    """Show it first, as an editor's pick."""
    return _mark(comment_id, by, now, Deed.PICK, now)


@transaction.atomic
def unpick(*, comment_id: int, by: User, now: datetime) -> Entry:
    """No longer show it first."""
    return _mark(comment_id, by, now, Deed.UNPICK, None)


def standing(comment: Comment) -> dict[str, Any]:
    """What an undo puts back; never a text, which the log must not keep."""
    return {
        "state": comment.state,
        "picked_at": comment.picked_at.isoformat() if comment.picked_at else None,
        "cut_at": comment.cut_at.isoformat() if comment.cut_at else None,
    }


def locked(comment_id: int, states: Collection[str], seen: int | None, by: User) -> Comment:
    """The comment, its row locked, as the moderator saw it; nobody decides about their own.

    Raises NoSuchComment, OwnComment, AlreadyDecided.
    """
    rows = Comment.objects.select_for_update(of=("self",)).select_related("thread", "writer")
    comment = rows.filter(pk=comment_id).first()
    if comment is None:
        raise NoSuchComment
    if comment.writer_id == by.pk:
        raise OwnComment
    if comment.state not in states or (seen is not None and comment.turn != seen):
        raise AlreadyDecided(comment.get_state_display())
    return comment


def _approval(comment: Comment) -> Deed:
    if comment.state in Comment.RESTRICTED:
        return Deed.RESTORE
    return Deed.DISMISS if comment.is_public else Deed.APPROVE


def _mark(comment_id: int, by: User, now: datetime, deed: Deed, at: datetime | None) -> Entry:
    comment = locked(comment_id, (State.PUBLIC,), None, by)
    before = standing(comment)
    comment.picked_at = at
    comment.save(update_fields=["picked_at"])
    note_change(comment.thread_id)
    return write_down(deed, by=by, at=now, comment=comment, before=before, turn=comment.turn)
