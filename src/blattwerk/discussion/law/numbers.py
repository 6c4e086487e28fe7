"""What was done in a year, in the categories of the Act's transparency reports (Art. 15).

Keys are lasting names for machines; `labels.py` says them to people.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from statistics import mean
from typing import Any

from django.core.cache import cache
from django.db.models import Count, DurationField, ExpressionWrapper, F, Q, QuerySet
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
    outcomes = _counted(items, "outcome")
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
    kind = Statement.Restriction
    return _statements(span).aggregate(
        all=Count("pk"),
        by_law=Count("pk", filter=Q(ground=Reason.Ground.LAW)),
        by_terms=Count("pk", filter=Q(ground=Reason.Ground.RULES)),
        after_a_notice=Count("pk", filter=Q(from_notice=True)),
        of_own_accord=Count("pk", filter=Q(from_notice=False)),
        not_published=Count("pk", filter=Q(restriction=kind.REJECTED)),
        removed=Count("pk", filter=Q(restriction=kind.REMOVED)),
        parts_removed=Count("pk", filter=Q(restriction=kind.CUT)),
        taken_back=Count("pk", filter=Q(withdrawn_at__isnull=False)),
    )


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
    deeds = (Deed.PAUSE, Deed.BAN, Deed.LIFT)
    entries = _counted(Entry.objects.filter(span.holds(), deed__in=deeds), "deed")
    return {
        "for_a_time": entries[Deed.PAUSE],
        "for_good": entries[Deed.BAN],
        "lifted": entries[Deed.LIFT],
    }


def _statements(span: Span) -> QuerySet[Statement]:
    """Restrictions of comments; those of accounts are counted as suspensions."""
    return Statement.objects.filter(span.holds(), restriction__in=Statement.OF_A_COMMENT)


def _by_category(rows: QuerySet[Notice] | QuerySet[Statement]) -> dict[str, Value]:
    counted: Counter[str] = Counter()
    for category, how_many in _counted(rows, "category").items():
        counted[reported_as(category)] += how_many
    return {category: counted[category] for category in REPORTED}


def _median_hours(rows: QuerySet[Any], start: str, end: str) -> Value:
    """To a tenth; None where nothing was decided."""
    lasted = ExpressionWrapper(F(end) - F(start), DurationField())
    decided = rows.filter(**{f"{end}__isnull": False}).annotate(lasted=lasted)
    half, odd = divmod(decided.count(), 2)
    middle = slice(max(half + odd - 1, 0), half + 1)  # the one in the middle, or the two
    spans = decided.order_by("lasted").values_list("lasted", flat=True)[middle]
    hours = [span.total_seconds() / 3600 for span in spans]
    return round(mean(hours), 1) if hours else None


def _counted(rows: QuerySet[Any], field: str) -> Counter[str]:
    """How many rows there are of each value, counted by the database."""
    return Counter(dict(rows.order_by().values_list(field).annotate(Count("pk"))))
