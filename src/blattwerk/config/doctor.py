"""What can be wrong with an installation, and what to do about it."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from blattwerk.accounts.models import User
from blattwerk.desk.queries import worker_health
from blattwerk.newsroom.models import Article, Paper

CHECK_URL = "Check DATABASE_URL; on a fresh data folder run `blattwerk migrate` first."
LOW_DISK = 500 * 1024 * 1024


@dataclass(frozen=True)
class Finding:
    """One thing looked at."""

    well: bool
    text: str


def examine() -> list[Finding]:
    """Look at everything that can be looked at without changing it."""
    findings = [_disk(), _database()]
    if findings[-1].well:
        findings.append(_migrations())
    if all(finding.well for finding in findings[1:]):
        looks: tuple[Callable[[], Finding], ...] = (_paper, _logins, _worker)
        findings += [look() for look in looks]
    return findings


def _disk() -> Finding:
    free = shutil.disk_usage(settings.OPTIONS.data).free
    text = f"Data folder {settings.OPTIONS.data}: {free // 1024**2:,} MiB free."
    return Finding(free > LOW_DISK, text if free > LOW_DISK else f"{text} Make room on this disk.")


def _database() -> Finding:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError as error:
        return Finding(False, f"The database does not answer: {error} {CHECK_URL}")
    return Finding(True, f"The database answers ({connection.vendor}).")


def _migrations() -> Finding:
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if missing:
        return Finding(False, f"{len(missing)} migrations are missing: run `blattwerk migrate`.")
    return Finding(True, "The database is up to date.")


def _paper() -> Finding:
    paper = Paper.objects.first()
    if paper is None:
        return Finding(False, "There is no paper yet: run `blattwerk serve` or `blattwerk sample`.")
    count = Article.objects.live().count()
    return Finding(True, f"{paper.title}: {count:,} published articles.")


def _logins() -> Finding:
    if not User.objects.filter(is_superuser=True, is_active=True).exists():
        return Finding(False, "Nobody may administer the paper: run `blattwerk invite EMAIL`.")
    return Finding(True, "There is a login that may do everything.")


def _worker() -> Finding:
    health = worker_health(timezone.now())
    if not health.alive:
        seen = f" It was last seen {health.last_seen:%d.%m.%Y %H:%M}." if health.last_seen else ""
        return Finding(False, f"No background worker runs: start `blattwerk serve`.{seen}")
    if health.complaints:
        names = ", ".join(strike.name for strike in health.complaints)
        return Finding(False, f"The worker runs, but these deeds failed: {names}.")
    return Finding(True, "The background worker runs.")
