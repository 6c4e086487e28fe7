"""What the community desk asks; nothing here writes, and nothing counts a whole table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from blattwerk.accounts.models import Sanction, User
from blattwerk.accounts.sanctions import in_force
from blattwerk.discussion.claim import queue
from blattwerk.discussion.models import Case, Comment, Deed, Entry, Note, NoticeItem, Trust
from blattwerk.newsroom.models import Article

COUNTED = 999  # in the queue
RECORDED = 99  # of a writer's comments in one state
NEIGHBOURS = 3
State = Comment.State


@dataclass(frozen=True)
class Capped:
    """A count that stops at a limit."""

    count: int
    more: bool

    def __str__(self) -> str:
        return f"{self.count}+" if self.more else str(self.count)


def capped(rows: QuerySet[Any], most: int) -> Capped:
    """How many there are, counted no further than `most`."""
    count = rows.order_by()[: most + 1].count()
    return Capped(min(count, most), count > most)


def waiting_now(request: Any) -> Capped:
    """How many cases wait; asked once a page, though menu and page both tell it."""
    known: Capped | None = getattr(request, "forum_waiting", None)
    if known is None:
        known = request.forum_waiting = capped(queue(), COUNTED)
    return known


def listed(now: datetime, cause: str = "") -> QuerySet[Case]:
    """The queue, or its cases of one cause, with all that a list shows of each."""
    cases = queue().select_related("comment__thread", "comment__writer", "claimed_by")
    cases = cases.filter(cause=cause) if cause else cases
    writer = OuterRef("comment__writer")
    open_ones = NoticeItem.objects.filter(
        comment=OuterRef("comment"), outcome=NoticeItem.Outcome.OPEN
    )
    counted = open_ones.order_by().values("comment").annotate(many=Count("pk")).values("many")
    return cases.annotate(
        is_trusted=Exists(Trust.objects.filter(reader=writer)),
        is_kept=Exists(holding(now).filter(user=writer)),
        reports=Coalesce(Subquery(counted), 0),
    )


def holding(now: datetime) -> QuerySet[Sanction]:
    """The pauses and bans that keep somebody from writing, as `in_force` has it."""
    lasting = Q(ends_at=None) | Q(ends_at__gt=now)
    return Sanction.objects.filter(lasting, lifted_at=None, starts_at__lte=now)


def after(case: Case) -> Q:
    """What comes later in the queue."""
    return Q(turn_at__gt=case.turn_at) | Q(turn_at=case.turn_at, pk__gt=case.pk)


def articles_of(numbers: Iterable[int]) -> dict[int, Article]:
    """The articles under which threads stand, by number."""
    wanted = Article.objects.filter(pk__in=set(numbers)).select_related("section").defer("body")
    return {article.pk: article for article in wanted}


def open_items(numbers: Iterable[int]) -> dict[int, list[NoticeItem]]:
    """What was reported and is not decided, by comment."""
    found: dict[int, list[NoticeItem]] = {}
    items = NoticeItem.objects.filter(
        comment_id__in=list(numbers), outcome=NoticeItem.Outcome.OPEN
    ).select_related("notice__reader")
    for item in items.order_by("notice__at"):
        found.setdefault(item.comment_id, []).append(item)
    return found


@dataclass(frozen=True, kw_only=True)
class Record:
    """What the team knows of a reader."""

    reader: User
    since: datetime
    public: Capped
    rejected: Capped
    removed: Capped
    warned: Capped
    sanction: Sanction | None
    sanctions: list[Sanction]
    is_trusted: bool
    notes: list[Note]


def record_of(reader: User, now: datetime) -> Record:
    """A reader's record, in a fixed number of questions."""
    written = Comment.objects.filter(writer=reader)
    sanctions = list(reader.sanctions.select_related("by").order_by("-starts_at")[:10])
    return Record(
        reader=reader,
        since=reader.date_joined,
        public=capped(written.filter(state=State.PUBLIC), RECORDED),
        rejected=capped(written.filter(state=State.REJECTED), RECORDED),
        removed=capped(written.filter(state=State.REMOVED), RECORDED),
        warned=capped(Entry.objects.filter(reader=reader, deed=Deed.WARN), RECORDED),
        sanction=in_force(sanctions, now),
        sanctions=sanctions,
        is_trusted=Trust.objects.filter(reader=reader).exists(),
        notes=list(Note.objects.filter(reader=reader).select_related("by")[:10]),
    )


def around(comment: Comment) -> tuple[list[Comment], list[Comment]]:
    """What readers see just before and just after a comment: in its branch, or at the top."""
    beside = Comment.objects.filter(thread=comment.thread_id).placed().exclude(pk=comment.pk)
    beside = beside.select_related("writer")
    if comment.root_id is None:
        beside = beside.filter(root=None)
        moment = comment.public_at or comment.sent_at
        sooner = beside.filter(public_at__lte=moment).order_by("-public_at", "-pk")
        later = beside.filter(public_at__gt=moment).order_by("public_at", "pk")
    else:
        beside = beside.filter(root=comment.root_id).exclude(pk=comment.parent_id or 0)
        place = comment.place if comment.place is not None else 2**31 - 1
        sooner = beside.filter(place__lt=place).order_by("-place")
        later = beside.filter(place__gt=place).order_by("place")
    return list(sooner[:NEIGHBOURS])[::-1], list(later[:NEIGHBOURS])


def history_of(comment: Comment) -> list[Entry]:
    """What was done about a comment, newest first."""
    entries = Entry.objects.filter(comment=comment).select_related(
        "by", "reason", "undone_by__by", "statement"
    )
    return list(entries.order_by("-pk")[:20])


def shift_notes() -> list[Note]:
    """What the team left for whoever comes next."""
    return list(Note.objects.filter(reader=None, comment=None).select_related("by")[:3])
