"""The paper is killed while sixteen people write: what was acknowledged is there, once.

Killed are all processes of the web server, which on SQLite are all that write. On PostgreSQL its
server lives on in the suite; the proof gives the paper one of its own and kills that too. No test
takes away the machine's power: what a process has handed to the system is not lost with it.
"""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from threading import Thread
from urllib.parse import urlencode
from uuid import uuid4

import psycopg
import pytest

from tests.discussion.crowd import TOKEN, Crowd, gather
from tests.discussion.killable import KillableServer, killable_server
from tests.homes import Home, new_home
from tests.household import COMMAND, free_port
from tests.stock import migrated_home

PROOF = os.environ.get("HYPOTHESIS_PROFILE") == "proof"
KILLS = 50 if PROOF else 5
WRITERS = 16
READERS = 1_000  # for each round; nobody may write twice in ten seconds
LONGEST = 0.8  # seconds of writing before the kill
PATIENCE = 120  # seconds that a web server has to start

TOPS = """
    SELECT id, thread_id FROM discussion_comment
    WHERE root_id IS NULL AND state = 'public' ORDER BY id
"""
COUNTED_WRONG = """
    SELECT number FROM discussion_thread WHERE comments <> (
        SELECT COUNT(*) FROM discussion_comment
        WHERE thread_id = number AND state = 'public')
"""
REPLIES_WRONG = """
    SELECT root.id FROM discussion_comment root
    JOIN discussion_comment reply ON reply.root_id = root.id
    WHERE reply.place IS NOT NULL
    GROUP BY root.id, root.replies
    HAVING COUNT(*) <> root.replies OR COUNT(DISTINCT reply.place) <> root.replies
        OR MIN(reply.place) <> 1 OR MAX(reply.place) <> root.replies
"""
WITHOUT_CASE = """
    SELECT comment.id FROM discussion_comment comment
    LEFT JOIN discussion_case open ON open.comment_id = comment.id AND open.closed_at IS NULL
    GROUP BY comment.id HAVING COUNT(open.id) <> 1
"""


@dataclass
class Writing:
    """Who writes what, and what was answered."""

    crowd: Crowd
    port: int = 0
    acknowledged: list[str] = field(default_factory=list)
    unanswered: list[dict[str, str]] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    tops: list[int] = field(default_factory=list)  # comments that take replies

    def write(self, sessions: Iterator[str], again: Iterator[dict[str, str]]) -> None:
        """One after another, until nobody answers any more."""
        web = HTTPConnection("127.0.0.1", self.port, timeout=20)
        with closing(web):
            for form in again:
                if not self._send(web, form):
                    return
            for session in sessions:
                if not self._send(web, self._new(session)):
                    return

    def _new(self, session: str) -> dict[str, str]:
        key = str(uuid4())
        page = random.choice(self.crowd.pages)
        form = {"session": session, "page": str(page), "key": key, "text": f"Ich meine: {key}."}
        if self.tops and page == self.crowd.pages[0] and random.random() < 0.5:
            form["antwort"] = str(random.choice(self.tops[-20:]))
        return form

    def _send(self, web: HTTPConnection, form: dict[str, str]) -> bool:
        heads = {
            "Cookie": f"bw_session={form['session']}; csrftoken={TOKEN}",
            "X-CSRFToken": TOKEN,
            "Accept": "application/json",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        path = f"/diskussion/{form['page']}/kommentare/"
        try:
            web.request("POST", path, urlencode(form), heads)
            answer = web.getresponse()
            said = answer.read().decode()
        except (OSError, HTTPException):
            self.unanswered.append(form)
            return False
        if answer.status == 503:  # too much at once, which the answer says; send it again
            self.unanswered.append(form)
        elif answer.status >= 300:
            self.refused.append(f"{answer.status} {said[:200]}")
        else:
            self.acknowledged.append(form["text"])
        return True


@pytest.fixture
def database(monkeypatch: pytest.MonkeyPatch) -> Iterator[KillableServer | None]:
    """A PostgreSQL server to be killed; None where only the web server is."""
    if not (PROOF and os.environ.get("DATABASE_URL")):
        yield None
        return
    with killable_server() as server:
        monkeypatch.setenv("DATABASE_URL", server.url)
        yield server


@pytest.fixture
def home(database: KillableServer | None) -> Iterator[Home]:
    like = None if database else migrated_home()
    with new_home(like) as made:
        if database:
            migrate = [*COMMAND, "migrate"]
            subprocess.run(migrate, env=made.environment, check=True, capture_output=True)
        yield made


@pytest.mark.proof
def test_what_was_acknowledged_is_there_once_whenever_all_is_killed(
    home: Home, database: KillableServer | None
) -> None:
    writing = Writing(gather(home, KILLS * READERS, policies=("post", "pre")))
    sessions = iter(writing.crowd.sessions)
    for turn in range(KILLS):
        round_ = [next(sessions) for _reader in range(READERS)]
        _write_until_killed(home, writing, round_, database)
        writing.tops = _public_tops(home, writing.crowd.pages[0])
        assert faults_after(home, writing.acknowledged) == {}, f"kill {turn + 1}"
    assert writing.refused == []
    assert len(writing.acknowledged) > KILLS  # nobody was killed before the first answer


def _write_until_killed(
    home: Home, writing: Writing, round_: list[str], database: KillableServer | None
) -> None:
    again, writing.unanswered = iter(writing.unanswered), []
    with _web_server(home) as (server, port):
        writing.port = port
        mine = Shared(again), Shared(iter(round_))
        threads = [
            Thread(target=writing.write, args=(mine[1], mine[0])) for _writer in range(WRITERS)
        ]
        before = len(writing.acknowledged)
        for thread in threads:
            thread.start()
        while len(writing.acknowledged) == before and any(each.is_alive() for each in threads):
            time.sleep(0.01)
        time.sleep(random.uniform(0, LONGEST))
        os.killpg(server.pid, signal.SIGKILL)
        if database:
            database.kill()
        for thread in threads:
            thread.join()
    if database:
        database.start()


class Shared[T]:
    """An iterator for several threads."""

    def __init__(self, items: Iterator[T]) -> None:
        self.items = list(items)

    def __iter__(self) -> Iterator[T]:
        while self.items:
            try:
                yield self.items.pop()
            except IndexError:
                return


@contextmanager
def _web_server(home: Home) -> Iterator[tuple["subprocess.Popen[bytes]", int]]:
    """The paper's web server with a process group of its own, once it answers."""
    port = free_port()
    command = [
        sys.executable, "-m", "blattwerk.config.web", "--interface", "wsgi", "--host", "127.0.0.1",
        "--port", str(port), "--workers", "2", "--blocking-threads", "8", "--no-ws",
        "--log-level", "error", "blattwerk.config.wsgi:application",
    ]  # fmt: skip
    environment = {**home.environment, "PORT": str(port)}
    server = subprocess.Popen(command, env=environment, start_new_session=True)
    try:
        _wait_for(server, port)
        yield server, port
    finally:
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def _wait_for(server: "subprocess.Popen[bytes]", port: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < deadline:
        try:
            with closing(HTTPConnection("127.0.0.1", port, timeout=20)) as web:
                web.request("DELETE", "/")  # refused before any page is made
                web.getresponse()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("the web server did not start")


def faults_after(home: Home, acknowledged: list[str]) -> dict[str, list[object]]:
    """What is not as it must be; empty where all is well."""
    stored = Counter(text for (text,) in _ask(home, "SELECT text FROM discussion_comment"))
    found: dict[str, list[object]] = {
        "lost": [text for text in acknowledged if text not in stored],
        "doubled": [text for text, times in stored.items() if times > 1],
        "counted wrong": list(_ask(home, COUNTED_WRONG)),
        "replies wrong": list(_ask(home, REPLIES_WRONG)),
        "without one open case": list(_ask(home, WITHOUT_CASE)),
    }
    return {name: rows for name, rows in found.items() if rows}


def _public_tops(home: Home, page: int) -> list[int]:
    rows = _ask(home, TOPS)
    return [int(str(number)) for number, thread in rows if thread == page]


def _ask(home: Home, statement: str) -> list[tuple[object, ...]]:
    if home.database_url:
        with psycopg.connect(home.database_url) as server:
            return list(server.execute(statement))
    with closing(sqlite3.connect(home.data / "blattwerk.sqlite3")) as file:
        return list(file.execute(statement))
