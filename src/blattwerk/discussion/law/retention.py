"""What is kept how long; what is over goes, every day. Rows stay, words and persons go.

A text is held back while somebody may still need it: as long as its restriction can be complained
about, a complaint or a notice about it is undecided, or an authority is to be told of it.
"""

from datetime import datetime, timedelta
from itertools import batched

from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from blattwerk.discussion.law.deadlines import COMPLAIN_WITHIN
from blattwerk.discussion.log import write_down
from blattwerk.discussion.models import (
    Comment,
    Complaint,
    Danger,
    Deed,
    Entry,
    Letter,
    Notice,
    NoticeItem,
    Statement,
    Version,
)
from blattwerk.discussion.rules.wall import months_after
from blattwerk.discussion.switches import switches

LETTERS_KEPT = timedelta(days=30)
AT_ONCE = 500
State = Comment.State


def purge(now: datetime) -> int:
    """All of it; how many comments lost a text."""
    before = kept_since(now)
    purged = sum(_purge_comments(numbers, before, now) for numbers in _batches(before))
    _purge_notices(before)
    _purge_complaints(before)
    _purge_statements(before)
    Danger.objects.filter(told_at__lte=before).update(facts="")
    _purge_letters(now)
    return purged


def kept_since(now: datetime) -> datetime:
    """What was over by then is no longer kept; never less than complaints may take."""
    months = max(switches().months_kept, COMPLAIN_WITHIN)
    return months_after(now, -months, timezone.get_default_timezone())


def needed() -> Q:
    """Comments whose texts somebody still decides on."""
    notices = NoticeItem.objects.filter(comment=OuterRef("pk"), outcome=NoticeItem.Outcome.OPEN)
    complaints = Complaint.objects.filter(outcome=Complaint.Outcome.OPEN)
    return (
        Exists(notices)
        | Exists(complaints.filter(statement__comment=OuterRef("pk")))
        | Exists(complaints.filter(item__comment=OuterRef("pk")))
        | Exists(Danger.objects.filter(comment=OuterRef("pk"), told_at=None))
    )


def _batches(before: datetime) -> list[tuple[int, ...]]:
    numbers = [*_out_of_sight(before), *_with_old_versions(before)]
    return list(batched(sorted(set(numbers)), AT_ONCE))


def _out_of_sight(before: datetime) -> QuerySet[Comment, int]:
    """Rejected or removed so long ago, and erased ones whose text was only held back."""
    decided_since = Entry.objects.filter(comment=OuterRef("pk"), at__gt=before)
    decided_since = decided_since.exclude(deed=Deed.PURGE)
    rejected = Q(state__in=Comment.RESTRICTED, sent_at__lte=before)
    over = (rejected & ~Exists(decided_since)) | Q(state=State.ERASED)
    return Comment.objects.exclude(text="").filter(over, ~needed()).values_list("pk", flat=True)


def _with_old_versions(before: datetime) -> QuerySet[Comment, int]:
    over = Q(at__lte=before) | Q(comment__state=State.ERASED)
    old = Version.objects.filter(over, comment=OuterRef("pk")).exclude(text="")
    return Comment.objects.filter(Exists(old), ~needed()).values_list("pk", flat=True)


@transaction.atomic
def _purge_comments(numbers: tuple[int, ...], before: datetime, now: datetime) -> int:
    """Look again with the rows locked: a complaint may have come meanwhile."""
    rows = Comment.objects.select_for_update(of=("self",)).select_related("thread")
    # One by one in the log: each says of which comment, and no more than that.
    comments = list(rows.filter(~needed(), pk__in=numbers).order_by("pk"))
    found = [comment.pk for comment in comments]
    over = set(_out_of_sight(before).filter(pk__in=found))
    Comment.objects.filter(pk__in=over).update(text="", turn=F("turn") + 1)
    erased = Q(comment__in=[each.pk for each in comments if each.state == State.ERASED])
    old = Version.objects.filter(Q(at__lte=before) | erased, comment__in=found)
    old.exclude(text="").update(text="")
    for comment in comments:
        write_down(Deed.PURGE, by=None, at=now, comment=comment, text=comment.pk in over)
    return len(comments)


def _purge_notices(before: datetime) -> None:
    """Who gave them, and what they wrote."""
    contested = Complaint.objects.filter(
        item__notice=OuterRef("pk"), outcome=Complaint.Outcome.OPEN
    )
    over = Notice.objects.filter(~Exists(contested), decided_at__lte=before)
    over.update(name="", mail="", why="", law="", reader=None)


def _purge_complaints(before: datetime) -> None:
    Complaint.objects.filter(decided_at__lte=before).update(text="")


def _purge_statements(before: datetime) -> None:
    """What was quoted of a comment; that and why it was restricted stays."""
    open_complaint = Complaint.objects.filter(
        statement=OuterRef("pk"), outcome=Complaint.Outcome.OPEN
    )
    ended = (
        Q(restriction__in=Statement.OF_A_COMMENT)
        | Q(until__lte=before)
        | Q(withdrawn_at__lte=before)
    )
    over = Statement.objects.filter(ended, ~Exists(open_complaint), at__lte=before)
    over.exclude(told="").update(facts="", told="")


def _purge_letters(now: datetime) -> None:
    over = Q(sent_at__lte=now - LETTERS_KEPT) | Q(given_up_at__lte=now - LETTERS_KEPT)
    kept = Letter.objects.filter(over).exclude(context={}, error="")
    kept.update(context={}, mail="", subject="", error="")
