"""How many comments a second are stored for good, and how fast long discussions are read.

    python -m bench.discussion --rounds 3 --seconds 4

Sixteen people at a time, all of different accounts, write through the real web server; an answer
means that the comment is on the disk. Held against bare inserts of one row each into SQLite with
the same durability, and against Isso from PyPI, in alternating rounds.
"""

import argparse
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from tests.discussion.crowd import TOKEN, gather
from tests.homes import new_home
from tests.household import Household, running

from bench.discussion_load import WRITERS, Sent, send
from bench.discussion_peers import TEXT, insert_bare, isso, write_to_isso

MOST = 2_500  # comments a second that there are accounts for
POLICIES = ("post", "pre")
LENGTHS = (100, 10_000, 100_000)


@dataclass
class Rounds:
    """What one of them did in each round."""

    rates: list[float] = field(default_factory=list)
    halves: list[float] = field(default_factory=list)
    tails: list[float] = field(default_factory=list)
    bad: int = 0

    def note(self, sent: Sent) -> None:
        self.rates.append(sent.rate)
        self.halves.append(sent.p50)
        self.tails.append(sent.p99)
        self.bad += sent.bad


def main() -> None:
    """Measure writing, then reading; print tables."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--seconds", type=int, default=4)
    options.add_argument("--only", choices=("writing", "reading"))
    asked = options.parse_args()
    os.environ.pop("DATABASE_URL", None)
    if asked.only != "reading":
        measure_writing(asked.rounds, asked.seconds)
    if asked.only != "writing":
        from bench.article_list import scratch

        with scratch(postgresql=False):
            measure_reading()


def measure_writing(rounds: int, seconds: int) -> None:
    """Comments a second, with their ratios."""
    bare, rows = [], {name: Rounds() for name in ("Isso", *POLICIES)}
    with tempfile.TemporaryDirectory(prefix="blattwerk-bench-") as name, new_home() as home:
        folder = Path(name)
        with running(home) as paper, isso(folder) as other:
            crowd = gather(home, (1 + rounds) * len(POLICIES) * seconds * MOST, policies=POLICIES)
            sessions = iter(crowd.sessions)

            def write(page: int) -> Sent:
                mine = [next(sessions) for _reader in range(seconds * MOST)]
                return _write(paper, page, mine, seconds)

            for page in crowd.pages:  # nobody is measured cold
                write(page)
            if other:
                write_to_isso(other, seconds)
            for _round in range(rounds):
                bare.append(insert_bare(folder, seconds / 2))
                if other:
                    rows["Isso"].note(write_to_isso(other, seconds))
                for policy, page in zip(POLICIES, crowd.pages, strict=True):
                    rows[policy].note(write(page))
    _print_writing(bare, rows, rounds)


def _write(paper: Household, page: int, sessions: list[str], seconds: int) -> Sent:
    requests = [
        (
            f"bw_session={session}; csrftoken={TOKEN}",
            urlencode({"key": str(uuid4()), "text": f"{TEXT} {number}"}),
        )
        for number, session in enumerate(sessions)
    ]
    address = f"{paper.address}/diskussion/{page}/kommentare/"
    kind = "application/x-www-form-urlencoded"
    return send(address, requests, seconds=seconds, kind=kind, token=TOKEN)


def _print_writing(bare: list[float], rows: dict[str, Rounds], rounds: int) -> None:
    print(f"Medians of {rounds} alternating rounds, {WRITERS} writers.\n")
    print("| | comments/s | p50, p99 ms | ÷ bare inserts | ÷ Isso |")
    print("| --- | --- | --- | --- | --- |")
    print(f"| bare inserts, one client | {statistics.median(bare):,.0f} | | 1 | |")
    named = {"post": "Blattwerk, public at once", "pre": "Blattwerk, read before"}
    for name, row in rows.items():
        if not row.rates:
            print(f"| {name} | could not be installed | | | |")
            continue
        over_isso = _ratio(row.rates, rows["Isso"].rates) if rows["Isso"].rates else "–"
        failed = f" ({row.bad} failed)" if row.bad else ""
        print(
            f"| {named.get(name, name)} | {statistics.median(row.rates):,.0f}{failed} "
            f"| {statistics.median(row.halves):.1f}, {statistics.median(row.tails):.1f} "
            f"| {_ratio(row.rates, bare)} | {over_isso} |"
        )


def _ratio(ours: list[float], theirs: list[float]) -> str:
    return f"{statistics.median(a / b for a, b in zip(ours, theirs, strict=True)):.2f}"


def measure_reading() -> None:
    """A page of a discussion at each length, and the queue with as many comments waiting."""
    from django.test import Client
    from django.urls import reverse
    from django.utils import timezone
    from tests.discussion.forum import ALWAYS, a_moderator, ruled
    from tests.discussion.heaps import heap_public, heap_waiting
    from tests.factories import a_paper, an_article

    from blattwerk.newsroom.models import Section

    a_paper()
    ruled(ALWAYS)
    section = Section.objects.get(slug="ausland")
    reader, team = Client(headers={"host": "localhost"}), Client(headers={"host": "localhost"})
    team.force_login(a_moderator(lead=True))
    pages: list[tuple[int, Any, Any]] = []
    waiting = 0
    print(
        "\n| comments | a page of the thread: ms (queries) | the queue's first page: ms (queries) |"
    )
    print("| --- | --- | --- |")
    for many in LENGTHS:
        article = an_article(section)
        heap_public(article, many, now=timezone.now())
        heap_waiting(article, many - waiting, now=timezone.now())
        waiting = many
        address = reverse("thread", args=[article.pk])
        thread = _timed(lambda address=address: reader.get(address))  # type: ignore[misc]
        queue = _timed(lambda: team.get(reverse("forumdesk:index")))
        pages.append((many, thread, queue))
        print(f"| {many:,} | {thread[0]:.1f} ({thread[1]}) | {queue[0]:.1f} ({queue[1]}) |")
    first, last = pages[0], pages[-1]
    print(f"\nLongest ÷ shortest: thread × {last[1][0] / first[1][0]:.2f}, ", end="")
    print(f"queue × {last[2][0] / first[2][0]:.2f}")


def _timed(deed: Callable[[], Any]) -> tuple[float, int]:
    """Median of milliseconds, and queries."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    assert deed().status_code == 200
    with CaptureQueriesContext(connection) as asked:
        deed()
    times = []
    for _turn in range(15):
        began = time.perf_counter()
        deed()
        times.append(1000 * (time.perf_counter() - began))
    return statistics.median(times), len(asked)


if __name__ == "__main__":
    main()
