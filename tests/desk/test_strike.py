"""Scheduled publication happens by the clock's strikes, once, whatever else goes wrong."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from django.db import connection
from django.utils import timezone

from blattwerk.common import clock
from blattwerk.common.clock import Periodic
from blattwerk.desk.models import Pulse, Strike
from blattwerk.desk.queries import worker_health
from blattwerk.desk.strike import strike
from blattwerk.newsroom.models import Article, Section
from tests.factories import an_article

PUBLISHING = "newsroom.publish_scheduled"
MORNING = datetime(2026, 3, 2, 6, tzinfo=UTC)


@pytest.fixture
def only() -> Iterator[dict[str, Periodic]]:
    """The clock's deeds, to be changed by a test and put back after it."""
    before = dict(clock._periodics)
    yield clock._periodics
    clock._periodics.clear()
    clock._periodics.update(before)


@pytest.fixture
def publishing_only(only: dict[str, Periodic]) -> dict[str, Periodic]:
    """A clock that does nothing but publish."""
    for name in set(only) - {PUBLISHING}:
        del only[name]
    return only


def broken(now: datetime) -> None:
    """A deed that fails."""
    raise ZeroDivisionError("division by zero")


def sound(now: datetime) -> None:
    """A deed that does nothing, well."""


def scheduled(section: Section, at: datetime, **fields: object) -> Article:
    """An article that shall be published at that moment."""
    article = an_article(section, publish=False, published_at=None, **fields)
    article.published_at = None
    article.go_live_at = at
    article.save_revision().publish()
    return article


def test_a_scheduled_article_is_published_at_its_time_and_not_before(
    section: Section, publishing_only: dict[str, Periodic]
) -> None:
    with time_machine.travel(MORNING, tick=False) as traveller:
        article = scheduled(section, MORNING + timedelta(hours=2))
        strike(now=timezone.now(), worker="a")
        assert not Article.objects.get(pk=article.pk).live

        traveller.move_to(MORNING + timedelta(hours=2, seconds=1))
        strike(now=timezone.now(), worker="a")

    article = Article.objects.get(pk=article.pk)
    assert article.live
    assert article.published_at == MORNING + timedelta(hours=2, seconds=1)


def test_an_article_is_withdrawn_when_it_expires(
    section: Section, publishing_only: dict[str, Periodic]
) -> None:
    with time_machine.travel(MORNING, tick=False) as traveller:
        article = an_article(section)
        article.expire_at = MORNING + timedelta(days=1)
        article.save_revision().publish()

        traveller.move_to(MORNING + timedelta(days=1, seconds=30))
        strike(now=timezone.now(), worker="a")

    article.refresh_from_db()
    assert (article.live, article.expired) == (False, True)


def test_a_deed_is_not_run_again_before_its_interval_is_over(
    db: None, publishing_only: dict[str, Periodic]
) -> None:
    assert strike(now=MORNING, worker="a") == [PUBLISHING]
    assert strike(now=MORNING + timedelta(seconds=19), worker="b") == []
    assert strike(now=MORNING + timedelta(seconds=20), worker="b") == [PUBLISHING]


def test_a_clock_set_back_does_not_stop_publication(
    db: None, publishing_only: dict[str, Periodic]
) -> None:
    strike(now=MORNING + timedelta(days=30), worker="a")

    assert strike(now=MORNING, worker="a") == [PUBLISHING]


def test_a_failing_deed_is_noted_and_stops_no_other(only: dict[str, Periodic], db: None) -> None:
    ran = []
    only.clear()
    clock.every(timedelta(minutes=1), name="a.broken")(broken)
    clock.every(timedelta(minutes=1), name="b.sound")(ran.append)

    strike(now=MORNING, worker="a")

    assert ran == [MORNING]
    assert Strike.objects.get(name="a.broken").complaint == "ZeroDivisionError: division by zero"
    assert Strike.objects.get(name="b.sound").complaint == ""
    assert [row.name for row in worker_health(MORNING).complaints] == ["a.broken"]


def test_a_complaint_is_gone_when_the_deed_succeeds_again(
    only: dict[str, Periodic], db: None
) -> None:
    only.clear()
    clock.every(timedelta(minutes=1), name="a.deed")(broken)
    strike(now=MORNING, worker="a")
    clock.every(timedelta(minutes=1), name="a.deed")(sound)
    strike(now=MORNING + timedelta(minutes=1), worker="a")

    assert worker_health(MORNING).complaints == []


def test_one_article_that_cannot_be_published_holds_up_no_other(
    section: Section, publishing_only: dict[str, Periodic]
) -> None:
    with time_machine.travel(MORNING, tick=False) as traveller:
        spoilt = scheduled(section, MORNING + timedelta(minutes=1), headline="Kaputt")
        fine = scheduled(section, MORNING + timedelta(minutes=2), headline="Heil")
        revision = spoilt.latest_revision
        revision.content = {**revision.content, "title": "", "slug": ""}
        revision.save()

        traveller.move_to(MORNING + timedelta(minutes=5))
        strike(now=timezone.now(), worker="a")

    live = {article.pk: article.live for article in Article.objects.all()}
    assert live == {spoilt.pk: False, fine.pk: True}
    assert Strike.objects.get(name=PUBLISHING).complaint.startswith("ScheduleFailed: ")


STRIKER = """
import sys, time
from pathlib import Path
import django
django.setup()
from datetime import UTC, datetime, timedelta
from blattwerk.common import clock
from blattwerk.desk.strike import strike
name, folder = sys.argv[1], Path(sys.argv[2])
clock._periodics.clear()
clock.every(timedelta(minutes=1), name="a.deed")(lambda now: (folder / f"ran-{name}").touch())
(folder / f"ready-{name}").touch()
while len(list(folder.glob("ready-*"))) < 2:
    time.sleep(0.001)
strike(now=datetime(2026, 3, 2, 6, tzinfo=UTC), worker=name)
"""


def test_of_two_processes_that_strike_at_once_one_runs_each_deed_on_sqlite(tmp_path: Path) -> None:
    """On a file, as in real life: SQLite in memory locks otherwise."""
    surroundings = {
        **os.environ,
        "BLATTWERK_DATA": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "blattwerk.config.settings",
        "DATABASE_URL": "",
    }
    (tmp_path / "blattwerk.sqlite3").touch()
    migrate = [sys.executable, "-m", "django", "migrate", "desk", "-v0", "--skip-checks"]
    subprocess.run(migrate, env=surroundings, check=True)

    striking = [
        subprocess.Popen([sys.executable, "-c", STRIKER, name, str(tmp_path)], env=surroundings)
        for name in ("a", "b")
    ]

    assert [process.wait(timeout=60) for process in striking] == [0, 0]
    assert len(list(tmp_path.glob("ran-*"))) == 1


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="its own test runs on a file")
def test_of_two_workers_that_strike_at_once_one_runs_each_deed(only: dict[str, Periodic]) -> None:
    ran: list[datetime] = []
    only.clear()
    clock.every(timedelta(minutes=1), name="a.deed")(ran.append)
    start = threading.Barrier(2)

    def work(name: str) -> None:
        start.wait()
        strike(now=MORNING, worker=name)
        connection.connection.close()  # Django keeps one in memory open

    workers = [threading.Thread(target=work, args=(name,)) for name in ("a", "b")]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert ran == [MORNING]
    assert sorted(Pulse.objects.values_list("worker", flat=True)) == ["a", "b"]


def test_workers_not_seen_for_an_hour_are_forgotten(
    db: None, publishing_only: dict[str, Periodic]
) -> None:
    strike(now=MORNING, worker="old")
    strike(now=MORNING + timedelta(hours=2), worker="new")

    assert list(Pulse.objects.values_list("worker", flat=True)) == ["new"]
