"""Who misuses the forum again and again (Art. 23): found by rule, put before a person who decides.

Counted in the last ninety days. A writer: five comments or more restricted, and at least half of
those sent. Who gives notice: five or more declined, and at least two thirds of those decided.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, QuerySet

from blattwerk.accounts.models import User
from blattwerk.discussion.models import Comment, NoticeItem, Statement

LOOKED_BACK = timedelta(days=90)
LEAST = 5
RESTRICTED_SHARE = 0.5
DECLINED_SHARE = 2 / 3
Restriction = Statement.Restriction
Outcome = NoticeItem.Outcome


@dataclass(frozen=True, slots=True)
class Writer:
    """So many of so many comments were restricted."""

    reader: User
    restricted: int
    sent: int


@dataclass(frozen=True, slots=True)
class Notifier:
    """So many of so many notices were declined. `who`: a public name, or an address."""

    who: str
    reader_id: int | None
    declined: int
    decided: int


def writers(now: datetime) -> list[Writer]:
    """Whose comments were restricted so often that a warning or a pause is to be thought of."""
    since = now - LOOKED_BACK
    standing = Statement.objects.filter(
        at__gt=since,
        withdrawn_at=None,
        restriction__in=Statement.OF_A_COMMENT,
        reader__erased_at=None,
    ).exclude(reader=None)
    by_reader = standing.values("reader").annotate(count=Count("comment", distinct=True))
    restricted = dict(by_reader.filter(count__gte=LEAST).values_list("reader", "count"))
    sent = _counted(Comment.objects.filter(writer__in=restricted, sent_at__gt=since))
    found = [
        Writer(reader, restricted[reader.pk], max(sent[reader.pk], restricted[reader.pk]))
        for reader in User.objects.filter(pk__in=restricted)
    ]
    grave = [each for each in found if each.restricted >= RESTRICTED_SHARE * each.sent]
    return sorted(grave, key=lambda each: (-each.restricted, each.reader.pk))


def notifiers(now: datetime) -> list[Notifier]:
    """Whose notices were declined so often that a warning is to be thought of."""
    items = NoticeItem.objects.filter(decided_at__gt=now - LOOKED_BACK).exclude(
        outcome__in=(Outcome.OPEN, Outcome.GONE)
    )
    told = items.values_list(
        "notice__reader_id", "notice__reader__public_name", "notice__mail", "outcome"
    )
    counts: dict[tuple[int | None, str], Counter[str]] = defaultdict(Counter)
    for reader_id, name, mail, outcome in told.iterator(chunk_size=2000):
        if reader_id is not None or mail:
            counts[reader_id, name or mail][outcome] += 1
    found = [
        Notifier(who, reader_id, count[Outcome.DECLINED], count.total())
        for (reader_id, who), count in counts.items()
    ]
    grave = [
        each
        for each in found
        if each.declined >= LEAST and each.declined >= DECLINED_SHARE * each.decided
    ]
    return sorted(grave, key=lambda each: (-each.declined, each.who))


def _counted(comments: QuerySet[Comment]) -> Counter[int]:
    rows = comments.order_by().values_list("writer").annotate(Count("pk"))
    return Counter({writer: count for writer, count in rows if writer is not None})
