"""Opening and closing what a person must look at."""

from collections.abc import Sequence
from datetime import datetime

from blattwerk.accounts.models import User
from blattwerk.common.ready import insert
from blattwerk.discussion.models import Case, Comment
from blattwerk.discussion.need import graver, turn_at


def new_case(
    comment: Comment, cause: Case.Cause, now: datetime, *, words: Sequence[str] = ()
) -> Case:
    """A case that is not stored yet."""
    turn = turn_at(cause, now, comment.score)
    return Case(comment=comment, cause=cause, turn_at=turn, opened_at=now, words=list(words))


def open_case(
    comment: Comment, cause: Case.Cause, now: datetime, *, words: Sequence[str] = ()
) -> Case:
    """Have a person look at a comment; a case that is open already becomes the graver of the two.

    It comes no later than it would have.
    """
    case = Case.objects.filter(comment=comment, closed_at=None).select_for_update().first()
    if case is None:
        case = new_case(comment, cause, now, words=words)
        insert([case])
        return case
    case.cause = graver(case.cause, cause)
    case.turn_at = min(case.turn_at, turn_at(cause, now, comment.score))
    case.words = sorted({*case.words, *words})
    case.save(update_fields=["cause", "turn_at", "words"])
    return case


def close_case(comment: Comment, by: User | None, now: datetime) -> Case | None:
    """The comment needs nobody's look any more. Returns the case that was open, if any."""
    case = Case.objects.filter(comment=comment, closed_at=None).first()
    if case is not None:
        case.closed_at, case.closed_by = now, by
        case.claimed_by = case.claimed_until = None
        case.save(update_fields=["closed_at", "closed_by", "claimed_by", "claimed_until"])
    return case
