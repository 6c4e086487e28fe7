"""Taking a case, so that two people never work on the same one."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from blattwerk.accounts.models import User
from blattwerk.discussion.errors import AlreadyDecided, Claimed
from blattwerk.discussion.models import Case

FOR = timedelta(minutes=10)


def free_for(by: User, now: datetime) -> Q:
    """Cases that nobody else has claimed."""
    return Q(claimed_until=None) | Q(claimed_until__lte=now) | Q(claimed_by=by)


def queue() -> QuerySet[Case]:
    """The open cases in the order of their need."""
    return Case.objects.filter(closed_at=None).order_by("turn_at", "pk")


def claim(*, case_id: int, by: User, now: datetime) -> Case:
    """Work on this case for ten minutes, or ten more. Raises Claimed, AlreadyDecided."""
    case = Case.objects.select_related("comment", "claimed_by").get(pk=case_id)
    if case.closed_at is not None:
        raise AlreadyDecided(case.comment.get_state_display())
    mine = Case.objects.filter(free_for(by, now), pk=case_id, closed_at=None)
    if not mine.update(claimed_by=by, claimed_until=now + FOR):
        case.refresh_from_db()
        raise Claimed(str(case.claimed_by or ""), case.claimed_until or now)
    case.claimed_by, case.claimed_until = by, now + FOR
    return case


def claim_next(*, by: User, now: datetime, besides: Iterable[int] = ()) -> Case | None:
    """The next case that nobody works on, now the caller's; None when the queue is done."""
    free = queue().filter(free_for(by, now)).exclude(pk__in=list(besides))
    while (number := free.values_list("pk", flat=True).first()) is not None:
        try:
            return claim(case_id=number, by=by, now=now)
        except (Claimed, AlreadyDecided):
            continue  # somebody was faster
    return None


def release(*, case_id: int, by: User) -> None:
    """Give a case back."""
    Case.objects.filter(pk=case_id, claimed_by=by).update(claimed_by=None, claimed_until=None)


def claim_comment(*, comment_id: int, by: User, now: datetime) -> Case | None:
    """Take the comment's open case, if it has one. Raises Claimed where somebody else has it."""
    case = Case.objects.filter(comment_id=comment_id, closed_at=None).first()
    if case is None:
        return None
    try:
        return claim(case_id=case.pk, by=by, now=now)
    except AlreadyDecided:
        return None  # in this very moment; the deed itself finds out
