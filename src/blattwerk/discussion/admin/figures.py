"""The figures' page: how long people wait, how much is done, and whether the local help helps."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, override

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from blattwerk.accounts.models import User
from blattwerk.discussion.admin.charts import Chart, bars
from blattwerk.discussion.admin.counting import WEEKS, Told, counted
from blattwerk.discussion.admin.page import DeskPage
from blattwerk.discussion.help.in_use import chosen
from blattwerk.discussion.models import Day, Reason
from blattwerk.discussion.switches import switches

FRESH = 60  # seconds for which today's figures are kept
MISLEADS_FROM = 30  # comments at the top; fewer say nothing


@dataclass(frozen=True)
class Help:
    """How the local help did: of the tenth it puts first, and of all, how many were refused."""

    top: int
    right: int  # per cent
    overall: int  # per cent

    @property
    def misleads(self) -> bool:
        """Whether it sorts no better than chance."""
        return self.top >= MISLEADS_FROM and self.right <= self.overall


@dataclass(frozen=True)
class Person:
    """What somebody decided, in all and in an hour in which they decided anything."""

    name: str
    decided: int
    per_hour: float


class FiguresPage(DeskPage):
    """`/redaktion/kommentare/zahlen/`"""

    template_name = "discussion/admin/figures.html"
    here = "forumdesk:figures"

    def get(self, _request: HttpRequest) -> HttpResponse:
        days = told_days(self.now)
        last = dict(list(days.items())[-28:])
        context = self.get_context_data(
            waits=waits(last),
            decided=sum(told["decided"] for told in last.values()),
            refused=sum(told["refused"] for told in last.values()),
            people=people(last),
            reasons=reasons(last),
            help=help_of(last),
            help_on=switches().help_on,
            weights=chosen(),
            charts=charts(days),
            weeks=WEEKS,
        )
        return self.render_to_response(context)

    @override
    def get_page_subtitle(self) -> str:
        return _("Figures")


def told_days(now: datetime) -> dict[date, Told]:
    """The last weeks day by day, oldest first, with today as it stands."""
    today = timezone.localdate(now)
    kept = Day.objects.filter(day__gte=today - timedelta(days=7 * WEEKS), day__lt=today)
    found: dict[date, Told] = {row.day: row.told for row in kept.order_by("day")}
    present = cache.get(key := f"discussion.figures.{today}")
    if present is None:
        present = counted(today)
        cache.set(key, present, FRESH)
    return {**found, today: present}


def waits(days: dict[date, Told]) -> tuple[int, int] | None:
    """Minutes a comment waits in the middle, and those that nine in ten do not wait longer."""
    lengths = sorted(
        (wait, told["closed"] / len(told["waits"]))
        for told in days.values()
        for wait in told["waits"]
    )
    total = sum(weight for _wait, weight in lengths)
    if not total:
        return None
    return _quantile(lengths, total * 0.5) // 60, _quantile(lengths, total * 0.9) // 60


def _quantile(lengths: list[tuple[int, float]], wanted: float) -> int:
    reached = 0.0
    for wait, weight in lengths:
        reached += weight
        if reached >= wanted:
            return wait
    return lengths[-1][0]


def people(days: dict[date, Told]) -> list[Person]:
    """Who decided how much, the most first."""
    decided: Counter[str] = sum((Counter(told["people"]) for told in days.values()), Counter())
    hours: Counter[str] = sum((Counter(told["hours"]) for told in days.values()), Counter())
    names = {str(user.pk): str(user) for user in User.objects.filter(pk__in=list(decided))}
    gone = _("somebody who is no longer here")
    return [
        Person(names.get(number, gone), count, round(count / max(1, hours[number]), 1))
        for number, count in decided.most_common()
    ]


def reasons(days: dict[date, Told]) -> list[tuple[str, int]]:
    """For which reasons comments were refused, the most frequent first."""
    counts: Counter[str] = sum((Counter(told["reasons"]) for told in days.values()), Counter())
    titles = {str(row.pk): row.title for row in Reason.objects.filter(pk__in=list(counts))}
    return [(titles.get(number, number), count) for number, count in counts.most_common()]


def help_of(days: dict[date, Told]) -> Help | None:
    """None where nothing scored was decided."""
    top = sum(told["top"] for told in days.values())
    scored = sum(told["scored"] for told in days.values())
    if not top:
        return None
    right = sum(told["right"] for told in days.values())
    refused = sum(told["scored_refused"] for told in days.values())
    return Help(top, round(100 * right / top), round(100 * refused / scored))


def charts(days: dict[date, Told]) -> list[Chart]:
    """Backlog, work and waiting by day, and by week how the local help did."""
    medians = {day: (told["waits"][5] // 60 if told["waits"] else 0) for day, told in days.items()}
    slow = {day: (told["waits"][9] // 60 if told["waits"] else 0) for day, told in days.items()}
    return [
        bars(_("Waiting at the end of the day"), _by_day(days, "backlog"), _("comments")),
        bars(_("Decided in a day"), _by_day(days, "decided"), _("comments")),
        bars(_("Waiting time in the middle"), _dated(medians), _("minutes")),
        bars(_("Nine in ten wait no longer than"), _dated(slow), _("minutes")),
        bars(_("Right at the top of the queue, by week"), _by_week(days), "%"),
    ]


def _by_day(days: dict[date, Told], name: str) -> list[tuple[str, int]]:
    return _dated({day: told[name] for day, told in days.items()})


def _dated(values: dict[date, int]) -> list[tuple[str, int]]:
    return [(f"{day.day}.{day.month}.", value) for day, value in values.items()]


def _by_week(days: dict[date, Told]) -> list[tuple[str, int]]:
    weeks: dict[tuple[int, int], dict[date, Any]] = {}
    for day, told in days.items():
        weeks.setdefault(day.isocalendar()[:2], {})[day] = told
    helped = {week: help_of(inside) for week, inside in weeks.items()}
    return [
        (_("week %(number)d") % {"number": week}, each.right)
        for (_year, week), each in helped.items()
        if each is not None
    ]
