"""Notices and reports: what becomes of them when a comment is decided (Art. 16)."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from blattwerk.accounts.models import User
from blattwerk.discussion.cases import close_case
from blattwerk.discussion.errors import NoSuchComment, SamePerson
from blattwerk.discussion.law import mails
from blattwerk.discussion.log import write_down
from blattwerk.discussion.models import Comment, Complaint, Deed, Entry, Notice, NoticeItem

Outcome = NoticeItem.Outcome


def settle_notices(
    *,
    comment: Comment,
    entry: Entry | None,
    outcome: NoticeItem.Outcome,
    reasons: str,
    now: datetime | None = None,
) -> None:
    """All open notices of a comment are decided by this entry; those who gave them are told."""
    items = list(_open_items(comment))
    if outcome == Outcome.DECLINED and entry is not None:
        _refuse_same_person(items, entry)
    at = now or (entry.at if entry else None)
    NoticeItem.objects.filter(pk__in=[item.pk for item in items]).update(
        outcome=outcome, reasons=reasons, entry=entry, decided_at=at
    )
    numbers = {item.notice_id for item in items}
    unfinished = NoticeItem.objects.filter(notice_id__in=numbers, outcome=Outcome.OPEN)
    Notice.objects.filter(pk__in=numbers).exclude(pk__in=unfinished.values("notice_id")).update(
        decided_at=at
    )
    for item in items:
        item.outcome, item.reasons, item.entry, item.decided_at = outcome, reasons, entry, at
        mails.tell_decision(item)


def _refuse_same_person(items: list[NoticeItem], entry: Entry) -> None:
    """Whose refusal was overturned by a complaint does not refuse the same notice again."""
    overturned = Complaint.objects.filter(
        item__in=items, outcome=Complaint.Outcome.OVERTURNED, first_by=entry.by_id
    )
    if entry.by_id is not None and overturned.exists():
        raise SamePerson


def reopen_notices(entry: Entry, now: datetime) -> None:
    """The decision about them was taken back; those who gave them are told."""
    reopen(NoticeItem.objects.filter(entry=entry).select_related("notice__reader", "comment"), now)


def reopen(items: Iterable[NoticeItem], now: datetime) -> None:
    """Decide them anew. A complaint that asked for it has got what it wanted."""
    for item in items:
        Notice.objects.filter(pk=item.notice_id).update(decided_at=None)
        item.outcome, item.reasons, item.entry, item.decided_at = Outcome.OPEN, "", None, None
        item.save(update_fields=["outcome", "reasons", "entry", "decided_at"])
        mails.tell_reopened(item, now)


def settle_gone(now: datetime) -> int:
    """Reports of comments that their writers took away meanwhile; how many comments there were.

    What somebody calls illegal or dangerous a person looks at all the same.
    """
    waiting = NoticeItem.objects.filter(outcome=Outcome.OPEN, comment__state__in=Comment.TAKEN_BACK)
    waiting = waiting.exclude(comment__in=noticed())
    numbers = sorted(set(waiting.values_list("comment_id", flat=True)))
    for number in numbers:
        _settle_one_gone(number, now)
    return len(numbers)


def noticed() -> QuerySet[NoticeItem, int]:
    """The comments of which somebody says that they are illegal or dangerous, undecided."""
    grave = NoticeItem.objects.filter(outcome=Outcome.OPEN).exclude(notice__kind=Notice.Kind.RULES)
    return grave.values_list("comment_id", flat=True)


@transaction.atomic
def acknowledge(*, comment_id: int, by: User, now: datetime) -> Entry:
    """A person has read what its writer took away; those who gave notice are told that it is gone.

    Raises NoSuchComment.
    """
    taken_back = Comment.objects.filter(pk=comment_id, state__in=Comment.TAKEN_BACK)
    comment = taken_back.select_for_update().first()
    if comment is None:
        raise NoSuchComment
    case = close_case(comment, by, now)
    entry = write_down(Deed.DISMISS, by=by, at=now, comment=comment, case=case)
    settle_notices(comment=comment, entry=entry, outcome=Outcome.GONE, reasons="")
    return entry


@transaction.atomic
def _settle_one_gone(number: int, now: datetime) -> None:
    comment = Comment.objects.select_for_update().get(pk=number)
    if comment.state in Comment.TAKEN_BACK:
        close_case(comment, None, now)
        settle_notices(comment=comment, entry=None, outcome=Outcome.GONE, reasons="", now=now)


def _open_items(comment: Comment) -> Iterable[NoticeItem]:
    items = NoticeItem.objects.filter(comment=comment, outcome=Outcome.OPEN)
    return items.select_related("notice__reader", "comment").select_for_update(of=("self",))
