"""Questions about the paper's health and what is to come; nothing here writes."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import DatabaseError, connection
from wagtail.models import Revision

from blattwerk.desk.models import Pulse, Strike
from blattwerk.newsroom.models import Article
from blattwerk.newsroom.models.article import ArticleQuerySet
from blattwerk.newsroom.queries import articles_open_to

SILENT_AFTER = timedelta(minutes=2)
COMING = timedelta(hours=24)
SHOWN_AT_MOST = 20


@dataclass(frozen=True)
class WorkerHealth:
    """Whether background work is being done, and what went wrong in it."""

    alive: bool
    last_seen: datetime | None
    complaints: list[Strike]


@dataclass(frozen=True)
class Event:
    """Something the clock will do to an article: `kind` is `publish` or `expire`."""

    at: datetime
    kind: str
    article: Article


def worker_health(now: datetime) -> WorkerHealth:
    """The worker is alive when one has been seen in the last two minutes."""
    last = Pulse.objects.order_by("-seen_at").values_list("seen_at", flat=True).first()
    return WorkerHealth(
        alive=last is not None and now - last <= SILENT_AFTER,
        last_seen=last,
        complaints=list(Strike.objects.exclude(complaint="")),
    )


def database_answers() -> bool:
    """Whether the database can be asked at all."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True


def strikes() -> list[Strike]:
    """What the clock does again and again, and when it last did."""
    return list(Strike.objects.order_by("name"))


def coming(*, user: Any, now: datetime) -> list[Event]:
    """What will be published or withdrawn within a day in the sections open to the user.

    What is overdue stands first: it shows when the worker does not run.
    """
    until = now + COMING
    due = Revision.page_revisions.filter(approved_go_live_at__lte=until)
    times = {
        int(number): moment
        for number, moment in due.values_list("object_id", "approved_go_live_at")
    }
    publishing = _open_to(user).filter(pk__in=times)
    expiring = _open_to(user).filter(live=True, expire_at__lte=until)
    events = [Event(times[article.pk], "publish", article) for article in publishing]
    events += [Event(article.expire_at, "expire", article) for article in expiring]
    return sorted(events, key=lambda event: event.at)[:SHOWN_AT_MOST]


def _open_to(user: Any) -> ArticleQuerySet:
    return articles_open_to(user).select_related("section").defer("body", "lead")
