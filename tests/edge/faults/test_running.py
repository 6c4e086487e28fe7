"""Something fails under a paper that is read and written: readers hardly notice, nothing is lost.

All tests share one paper, and each leaves it well. What is slow is short here and long in a proof.
"""

import os
import random
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing

import pytest

from blattwerk.edge.door.target import store_key
from blattwerk.edge.store import Answer, Store, Tags
from tests.edge.faults.paper import EDGE, KEY, WEB, WORKER, Paper, a_paper, eventually
from tests.edge.faults.readers import READERS
from tests.homes import Home

PROOF = os.environ.get("HYPOTHESIS_PROFILE") == "proof"
ON_POSTGRESQL = os.environ.get("BLATTWERK_TEST_DATABASE") == "postgresql"
pytestmark = [
    pytest.mark.proof,
    pytest.mark.skipif(ON_POSTGRESQL and not PROOF, reason="on PostgreSQL among the proofs"),
]
LOCKED = 30.0 if PROOF else 2.0  # seconds
PURGES = 60_000 if PROOF else 3_000
A_SECOND = 1_000
WAITING = 10.0  # seconds until an edge that has died again and again is there
OLD = b"<!doctype html><link rel=stylesheet href=/static/shell/blattwerk.000000000000.css>"

on_a_file = pytest.mark.skipif(ON_POSTGRESQL, reason="PostgreSQL has no file of ours")
PURGING = """
import sys, time
from pathlib import Path
from blattwerk.edge.store import Tags
tags, (many, rate), names = Tags(Path(sys.argv[1])), map(int, sys.argv[2:4]), sys.argv[4:]
begun = time.monotonic()
for number in range(many):
    tags.purge([names[number % len(names)] if number % 2 else f"nobody-{number}"],
        withdrawn=number % 100 == 0)
    time.sleep(max(0, begun + number / rate - time.monotonic()))
"""


@pytest.fixture(scope="module")
def whole() -> Iterator[Paper]:
    with pytest.MonkeyPatch.context() as surroundings:
        surroundings.setenv("BLATTWERK_EDGE_TOKEN", KEY)
        surroundings.setenv("BLATTWERK_REQUESTS_PER_SECOND", "0")  # all come from one address
        with a_paper(_left_by_an_older_version) as paper:
            yield paper


@pytest.fixture
def paper(whole: Paper) -> Paper:
    whole.settle()
    return whole


def _left_by_an_older_version(home: Home, port: int) -> None:
    folder = home.data / "edge"
    folder.mkdir(exist_ok=True)
    tags = Tags(folder / "tags")
    store = Store(tags, memory=1_000_000, folder=folder / "pages", disk=50_000_000)
    heads = ((b"content-type", b"text/html; charset=utf-8"),)
    answer = Answer(200, heads, OLD, ("front",), tags.now(), None, strict=False)
    store.put(store_key(b"127.0.0.1", b"/", b""), answer)
    store.close()
    tags.close()


def test_after_a_start_no_page_of_an_older_version_is_shown(paper: Paper) -> None:
    assert OLD not in paper.first_front
    linked = set(re.findall(rb'(?:href|src)="(/static/[^"]+)"', paper.first_front))

    assert {paper.ask(path.decode()).status for path in linked} == {200}
    assert len(linked) > 2


def test_damaged_stored_pages_are_made_again(paper: Paper) -> None:
    [edge] = paper.household.children(EDGE)
    eventually(lambda: not paper.counters()["store_unwritten_now"])
    with paper.read() as load:
        with paper.unattended():
            paper.kill(edge)
            damaged = _flip_in_records(paper)
        eventually(lambda: paper.counters()["store_records_damaged"])
        eventually(lambda: load.seen.total() > 100)

    assert damaged >= len(paper.paths)
    assert paper.counters()["store_records_damaged"] >= len(paper.paths)
    assert load.seen["stale"] == 0  # all were made anew


def _flip_in_records(paper: Paper) -> int:
    """One bit in each; the file as such stays whole. How many there are."""
    with closing(sqlite3.connect(paper.store, isolation_level=None)) as file:
        rows = file.execute("SELECT number, record FROM page").fetchall()
        for number, record in rows:
            changed = bytearray(record)
            changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
            file.execute("UPDATE page SET record=? WHERE number=?", (bytes(changed), number))
    return len(rows)


def test_bits_that_flip_in_the_open_store_break_no_page(paper: Paper) -> None:
    [edge] = paper.household.children(EDGE)
    with paper.read() as load:
        paper.kill(edge)
        while paper.household.children(EDGE) in ([], [edge]):
            _flip_in_file(paper)
        for _turn in range(10):
            _flip_in_file(paper)
            paper.purge()
            time.sleep(0.1)
        seen = load.seen.total()
        eventually(lambda: load.seen.total() > seen + 50)


def _flip_in_file(paper: Paper) -> None:
    with paper.store.open("r+b") as file:
        size = file.seek(0, os.SEEK_END)
        for place in random.sample(range(size), 50):
            file.seek(place)
            byte = file.read(1)[0]
            file.seek(place)
            file.write(bytes([byte ^ 1 << random.randrange(8)]))


@pytest.mark.parametrize("name", [WEB, WORKER])
def test_a_killed_server_or_worker_is_nothing_readers_notice(paper: Paper, name: str) -> None:
    number, *others = paper.household.children(name)
    with paper.read() as load, paper.written():
        paper.kill(number)
        eventually(lambda: len(set(paper.household.children(name)) - {number}) == len(others) + 1)

    assert load.broken == 0


def test_a_killed_edge_lets_readers_wait_and_refuses_none(paper: Paper) -> None:
    [edge] = paper.household.children(EDGE)
    with paper.read() as load:
        paper.kill(edge)
        eventually(lambda: paper.household.children(EDGE) not in ([], [edge]))
        seen = load.seen.total()
        eventually(lambda: load.seen.total() > seen + 50)

    assert load.broken <= 2 * READERS
    assert load.slowest < WAITING


def test_without_the_application_stored_pages_are_read_on_but_none_withdrawn(paper: Paper) -> None:
    with paper.unattended():
        with paper.read() as load:
            paper.kill(*paper.household.children(WEB))
            marks = {paper.ask(path).mark for path in paper.paths}
            paper.purge()
            eventually(lambda: {paper.ask(path).mark for path in paper.paths} == {"stale"})
            eventually(lambda: load.seen["stale"] > 50)
        paper.purge(withdrawn=True)
        withdrawn = paper.ask("/")

    assert marks == {""}  # nothing was changed yet
    assert load.broken == 0
    assert (withdrawn.status, b"Zu reden" in withdrawn.body) == (503, False)


@on_a_file
def test_a_database_that_cannot_be_written_is_read_on(paper: Paper) -> None:
    before = paper.household.children(WEB)
    with paper.read() as load:
        paper.database.chmod(0o444)
        try:
            paper.kill(before[0])  # its connections may write; those of its successor may not
            eventually(lambda: set(paper.household.children(WEB)) - set(before))
            for _turn in range(20):
                paper.purge()
                time.sleep(0.1)
        finally:
            paper.database.chmod(0o644)

    assert load.broken == 0


@on_a_file
def test_a_locked_database_keeps_only_writers_waiting(paper: Paper) -> None:
    locking = closing(sqlite3.connect(paper.database, isolation_level=None))
    with paper.read() as load, paper.written(), locking as other:
        other.execute("PRAGMA busy_timeout=20000")
        other.execute("BEGIN EXCLUSIVE")
        paper.purge()
        locked, before = time.monotonic(), load.seen.total()
        eventually(lambda: load.seen.total() > before + 100 * LOCKED, seconds=10 * LOCKED)
        time.sleep(max(0, locked + LOCKED - time.monotonic()))
        other.execute("ROLLBACK")

    assert load.broken == 0


def test_a_thousand_purges_in_a_second_are_no_trouble(paper: Paper) -> None:
    tags = str(paper.home.data / "edge" / "tags")
    command = [sys.executable, "-c", PURGING, tags, str(PURGES), str(A_SECOND), *sorted(paper.tags)]
    with paper.read() as load:
        subprocess.run(command, check=True)
        seen = load.seen.total()
        eventually(lambda: load.seen.total() > seen + 50)
        paper.settle()

    assert load.broken == 0


def test_when_the_tags_are_removed_all_is_made_anew_and_purges_count(paper: Paper) -> None:
    with paper.read() as load:
        tags = paper.home.data / "edge" / "tags"
        made = paper.counters()["renders_total"]
        tags.unlink()
        eventually(tags.exists)
        eventually(lambda: paper.counters()["renders_total"] >= made + len(paper.paths))
        paper.settle()
        made = paper.counters()["renders_total"]
        paper.purge()
        eventually(lambda: paper.counters()["renders_total"] >= made + len(paper.paths))

    assert load.seen["stale"] == 0
    assert load.broken == 0


def test_a_full_disk_is_not_the_readers_business(paper: Paper) -> None:
    errors = paper.counters()["store_disk_errors"]
    with paper.read() as load, paper.no_room():
        made = paper.counters()["renders_total"]
        paper.purge()
        eventually(lambda: paper.counters()["store_disk_errors"] > errors)
        paper.purge()
        eventually(lambda: paper.counters()["renders_total"] >= made + 2 * len(paper.paths))

    assert load.seen["stale"] == 0
    assert load.broken == 0


@pytest.mark.skipif(not ON_POSTGRESQL, reason="a server of one's own")
def test_while_postgresql_is_away_stored_pages_are_read_on(paper: Paper) -> None:
    assert paper.server is not None
    with paper.read() as load, paper.written():
        paper.server.kill()
        paper.purge()
        eventually(lambda: load.seen["stale"] > 50)
        time.sleep(LOCKED)
        paper.server.start()
        paper.settle()

    assert load.broken == 0


def test_when_all_are_killed_at_once_nobody_is_refused_and_nothing_lost(paper: Paper) -> None:
    before = paper.numbers()
    eventually(lambda: not paper.counters()["store_unwritten_now"])
    with paper.read() as load, paper.written():
        paper.kill(*before)
        eventually(lambda: set(paper.numbers()).isdisjoint(before) and len(paper.numbers()) == 4)

    assert load.seen.total() > 100


@on_a_file
def test_a_database_that_is_away_for_a_moment_is_taken_up_again(paper: Paper) -> None:
    away = paper.home.data / "away"
    away.mkdir()
    with paper.written(), paper.read() as load:
        files = sorted(paper.home.data.glob("blattwerk.sqlite3*"))
        for file in files:
            file.rename(away / file.name)
        for turn in range(20):
            paper.purge()
            paper.ask(f"/suche/?q=Reden+{turn}")
        made_meanwhile = list(paper.home.data.glob("blattwerk.sqlite3*"))
        for file in files:
            (away / file.name).rename(file)
        paper.settle()

    assert made_meanwhile == []
    assert load.broken == 0
