"""What was done in a year, in the categories of the Act's transparency reports (Art. 15).

Keys are lasting names for machines; `labels.py` says them to people.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from typing import Any

from django.core.cache import cache
from django.db.models import Count, F, Q, QuerySet
from django.utils import timezone

from blattwerk.discussion.law.categories import Category, reported_as
from blattwerk.discussion.models import (
    Case,
    Complaint,
    Deed,
    Entry,
    Notice,
    NoticeItem,
    Order,
    Reason,
    Statement,
)

Value = int | float | None
Counts = dict[str, dict[str, Value]]
FRESH = 600  # seconds that a count is kept for all readers
REPORTED = sorted({reported_as(category) for category in ("", *Category.values)})


@dataclass(frozen=True, slots=True)
class Span:
    """A year on the paper's clock."""

    start: datetime
    end: datetime

    def holds(self, field: str = "at") -> Q:
        return Q(**{f"{field}__gte": self.start, f"{field}__lt": self.end})


def years(now: datetime) -> list[int]:
    """Those that have something to tell, the newest first; the running one always."""
    first = Entry.objects.order_by("at").values_list("at", flat=True).first() or now
    return list(range(timezone.localtime(now).year, timezone.localtime(first).year - 1, -1))


def numbers_of(year: int) -> Counts:
    """All counts of a year, ten minutes old at most."""
    found: Counts | None = cache.get(key := f"forum-numbers-{year}")
    if found is None:
        cache.set(key, found := count(year), FRESH)
    return found


def count(year: int) -> Counts:
    """All counts of a year."""
    zone = timezone.get_default_timezone()
    span = Span(*(datetime(each, 1, 1, tzinfo=zone) for each in (year, year + 1)))
    return {
        "orders": _orders(span),
        "notices": _notices(span),
        "notices_by_category": _by_category(
            Notice.objects.filter(span.holds(), kind=Notice.Kind.LAW)
        ),
        "restrictions": _restrictions(span),
        "restrictions_by_category": _by_category(_statements(span)),
        "automated_means": _automated(span),
        "complaints": _complaints(span),
        "suspensions": _suspensions(span),
    }


def _orders(span: Span) -> dict[str, Value]:
    orders = Order.objects.filter(span.holds("received_at"))
    return {
        "to_act": orders.filter(kind=Order.Kind.ACT).count(),
        "to_inform": orders.filter(kind=Order.Kind.INFORM).count(),
        "median_hours_to_effect": _median_hours(orders, "received_at", "done_at"),
    }


def _notices(span: Span) -> dict[str, Value]:
    notices = Notice.objects.filter(span.holds())
    items = NoticeItem.objects.filter(span.holds("notice__at"))
    restricted = items.filter(outcome=NoticeItem.Outcome.UPHELD)
    by_law = Q(entry__reason__ground=Reason.Ground.LAW)
    outcomes = Counter(items.values_list("outcome", flat=True))
    return {
        "given": notices.count(),
        "illegal_content": notices.filter(kind=Notice.Kind.LAW).count(),
        "house_rules": notices.filter(kind=Notice.Kind.RULES).count(),
        "danger_to_life": notices.filter(kind=Notice.Kind.DANGER).count(),
        "by_trusted_flaggers": 0,
        "comments_named": items.count(),
        "restricted_by_law": restricted.filter(by_law).count(),
        "restricted_by_terms": restricted.exclude(by_law).count(),
        "left_standing": outcomes[NoticeItem.Outcome.DECLINED],
        "gone_before": outcomes[NoticeItem.Outcome.GONE],
        "open": outcomes[NoticeItem.Outcome.OPEN],
        "decided_by_automated_means": 0,
        "median_hours_to_decide": _median_hours(items, "notice__at", "decided_at"),
    }


def _restrictions(span: Span) -> dict[str, Value]:
    statements = _statements(span)
    kinds = Counter(statements.values_list("restriction", flat=True))
    kind = Statement.Restriction
    return {
        "all": statements.count(),
        "by_law": statements.filter(ground=Reason.Ground.LAW).count(),
        "by_terms": statements.filter(ground=Reason.Ground.RULES).count(),
        "after_a_notice": statements.filter(from_notice=True).count(),
        "of_own_accord": statements.filter(from_notice=False).count(),
        "not_published": kinds[kind.REJECTED],
        "removed": kinds[kind.REMOVED],
        "parts_removed": kinds[kind.CUT],
        "taken_back": statements.exclude(withdrawn_at=None).count(),
    }


def _automated(span: Span) -> dict[str, Value]:
    """Word lists bring comments to people. What people then let through was found in error."""
    brought = Case.objects.filter(span.holds("closed_at")).exclude(words=[])
    let_through = Entry.objects.filter(case__in=brought, deed__in=(Deed.APPROVE, Deed.DISMISS))
    count = brought.count()
    wrong = let_through.values("case").distinct().count()
    return {
        "comments_brought_to_people": count,
        "let_through_by_people": wrong,
        "error_rate": round(wrong / count, 3) if count else None,
        "restrictions_found_by_automated_means": _statements(span)
        .filter(automated_detection=True)
        .count(),
        "restrictions_decided_by_automated_means": _statements(span)
        .filter(automated_decision=True)
        .count(),
    }


def _complaints(span: Span) -> dict[str, Value]:
    complaints = Complaint.objects.filter(span.holds())
    counted = complaints.aggregate(
        all=Count("pk"),
        by_writers=Count("pk", filter=~Q(statement=None)),
        by_notifiers=Count("pk", filter=~Q(item=None)),
        decision_stands=Count("pk", filter=Q(outcome=Complaint.Outcome.UPHELD)),
        overturned=Count("pk", filter=Q(outcome=Complaint.Outcome.OVERTURNED)),
        open=Count("pk", filter=Q(outcome=Complaint.Outcome.OPEN)),
    )
    hours = _median_hours(complaints, "at", "decided_at")
    return {**counted, "median_hours_to_decide": hours}


def _suspensions(span: Span) -> dict[str, Value]:
    entries = Counter(Entry.objects.filter(span.holds()).values_list("deed", flat=True))
    return {
        "for_a_time": entries[Deed.PAUSE],
        "for_good": entries[Deed.BAN],
        "lifted": entries[Deed.LIFT],
    }


def _statements(span: Span) -> QuerySet[Statement]:
    """Restrictions of comments; those of accounts are counted as suspensions."""
    kind = Statement.Restriction
    of_comments = (kind.REJECTED, kind.REMOVED, kind.CUT)
    return Statement.objects.filter(span.holds(), restriction__in=of_comments)


def _by_category(rows: QuerySet[Notice] | QuerySet[Statement]) -> dict[str, Value]:
    counted: Counter[str] = Counter()
    for category, how_many in rows.order_by().values_list("category").annotate(Count("pk")):
        counted[reported_as(category)] += how_many
    return {category: counted[category] for category in REPORTED}


def _median_hours(rows: QuerySet[Any], start: str, end: str) -> Value:
    """To a tenth; None where nothing was decided."""
    decided = rows.filter(**{f"{end}__isnull": False}).annotate(_start=F(start), _end=F(end))
    spans: Iterable[tuple[datetime, datetime]] = decided.values_list("_start", "_end")
    hours = [(done - begun).total_seconds() / 3600 for begun, done in spans]
    return round(median(hours), 1) if hours else None
