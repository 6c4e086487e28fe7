"""A day of the team's work, counted: in as few rows as it takes, and never again once kept."""

from collections import Counter
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from blattwerk.discussion.help.measure import TOP, precision_at_top
from blattwerk.discussion.models import Case, Comment, Day, Entry
from blattwerk.discussion.verdicts import APPROVALS, REFUSALS

type Told = dict[str, Any]
WEEKS = 8
HOUR = timedelta(hours=1)


def keep_days(now: datetime) -> int:
    """Count the days of the last weeks that are over and not kept yet; returns how many."""
    today = timezone.localdate(now)
    wanted = {today - timedelta(days=back) for back in range(1, 7 * WEEKS + 1)}
    known = set(Day.objects.filter(day__in=wanted).values_list("day", flat=True))
    missing = sorted(wanted - known)
    Day.objects.bulk_create([Day(day=day, told=counted(day)) for day in missing])
    return len(missing)


def counted(day: date) -> Told:
    """What the day brought. Seconds of waiting are those of cases that were closed by a person."""
    begin, end = bounds(day)
    closed = Case.objects.filter(closed_at__gte=begin, closed_at__lt=end, closed_by__isnull=False)
    waits = sorted(
        int((closed_at - opened_at).total_seconds())
        for opened_at, closed_at in closed.values_list("opened_at", "closed_at")
        if closed_at is not None
    )
    entries = list(_decisions(begin, end))
    return {
        "waits": _deciles(waits),
        "closed": len(waits),
        "opened": Case.objects.filter(opened_at__gte=begin, opened_at__lt=end).count(),
        "backlog": _backlog(end),
        "decided": len(entries),
        "refused": sum(deed in REFUSALS for deed, *_rest in entries),
        "people": dict(Counter(str(by) for _deed, by, *_rest in entries if by)),
        "hours": _hours(entries),
        "reasons": dict(Counter(str(reason) for _d, _b, reason, *_r in entries if reason)),
        **_help(entries),
    }


def bounds(day: date) -> tuple[datetime, datetime]:
    """When a day begins and the next one does, on the paper's clock."""
    begin = timezone.make_aware(datetime.combine(day, time.min))
    return begin, timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


def _decisions(begin: datetime, end: datetime) -> Any:
    """Those that still stand, in their order: of a comment the last one counts."""
    decided = Entry.objects.filter(at__gte=begin, at__lt=end, deed__in=(*APPROVALS, *REFUSALS))
    rows = decided.filter(undone_by=None).order_by("pk")
    return rows.values_list("deed", "by_id", "reason_id", "at", "comment_id")


def _deciles(waits: list[int]) -> list[int]:
    """The waits at 0, 10, … 100 per cent; enough to join days, and never a long list."""
    return [waits[round(step / 10 * (len(waits) - 1))] for step in range(11)] if waits else []


def _backlog(moment: datetime) -> int:
    still = Case.objects.filter(opened_at__lt=moment, closed_at=None).order_by().count()
    later = Case.objects.filter(closed_at__gte=moment, opened_at__lt=moment).order_by().count()
    return still + later


def _hours(entries: list[Any]) -> dict[str, int]:
    """In how many hours of the day each person decided something."""
    worked = {
        (str(by), timezone.localtime(at).hour) for _deed, by, _reason, at, _c in entries if by
    }
    return dict(Counter(person for person, _hour in worked))


def _help(entries: list[Any]) -> Told:
    """How many of the tenth that the local help put first were refused."""
    verdicts = {number: deed in REFUSALS for deed, _by, _reason, _at, number in entries}
    scored = Comment.objects.filter(pk__in=list(verdicts), score__isnull=False)
    scores = {pk: score or 0.0 for pk, score in scored.values_list("pk", "score")}
    top = max(1, round(len(scores) * TOP)) if scores else 0
    judged = [verdicts[number] for number in scores]
    right = precision_at_top(list(scores.values()), judged, top) * top
    return {"scored": len(scores), "scored_refused": sum(judged), "top": top, "right": right}
