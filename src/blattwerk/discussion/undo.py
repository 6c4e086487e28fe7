"""Take a decision about a comment back: it stands as before."""

from datetime import datetime

from django.db import transaction

from blattwerk.accounts.models import User
from blattwerk.discussion.cases import open_case
from blattwerk.discussion.decide import locked
from blattwerk.discussion.errors import NotUndone
from blattwerk.discussion.law.errors import TextGone
from blattwerk.discussion.law.notices import reopen_notices
from blattwerk.discussion.law.statements import withdraw_statements
from blattwerk.discussion.log import write_down
from blattwerk.discussion.models import Case, Comment, Deed, Entry, Version
from blattwerk.discussion.placing import set_state

State = Comment.State
# Not a restoring: to restrict again takes a reason that its writer is told.
UNDOABLE = frozenset(
    {
        Deed.APPROVE,
        Deed.REJECT,
        Deed.REMOVE,
        Deed.CUT,
        Deed.HOLD,
        Deed.DISMISS,
        Deed.PICK,
        Deed.UNPICK,
    }
)


@transaction.atomic
def undo(*, entry_id: int, by: User, now: datetime) -> Entry:
    """Raises NotUndone, where something was decided on top of it, or it was undone already."""
    entry = Entry.objects.select_related("comment", "case").get(pk=entry_id)
    if entry.comment_id is None or entry.deed not in UNDOABLE:
        raise NotUndone
    comment = locked(entry.comment_id, (*Comment.STANDING, *Comment.RESTRICTED), None, by)
    if Entry.objects.filter(comment=comment, pk__gt=entry.pk).exists():
        raise NotUndone
    if comment.turn != entry.details["turn"]:
        raise NotUndone  # its writer has changed it since
    before = entry.details["before"]
    comment.cut_at = _moment(before["cut_at"])
    if "version" in before:
        comment.text = Version.objects.get(pk=before["version"]).text
    if not comment.text:
        raise TextGone
    state = State(before["state"])
    # What readers could read keeps its place; it waits out of sight instead of as if never seen.
    if comment.public_at is not None and state in (State.WAITING, State.REJECTED):
        state = State.HELD if state is State.WAITING else State.REMOVED
    picked = _moment(before["picked_at"])
    comment.picked_at = picked
    set_state(comment, state, now)
    undone = write_down(Deed.UNDO, by=by, at=now, comment=comment, undoes=entry)
    if entry.case is not None and entry.case.closed_at is not None:
        open_case(comment, Case.Cause(entry.case.cause), now, words=entry.case.words)
    withdraw_statements(comment, now, of=entry)
    reopen_notices(entry, now)
    return undone


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
