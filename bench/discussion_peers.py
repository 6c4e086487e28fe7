"""What comments are held against: bare inserts into SQLite, and Isso from PyPI."""

import json
import os
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import uuid4

from tests.household import free_port

from bench.discussion_load import Sent, send

TEXT = "Das sehe ich anders, und zwar aus einem Grund, der hier schon oft genannt wurde. " * 4
TABLE = """
CREATE TABLE comment (id INTEGER PRIMARY KEY, thread INTEGER, writer INTEGER, at TEXT, text TEXT);
CREATE INDEX by_thread ON comment (thread, at);
CREATE INDEX by_writer ON comment (writer, at);
CREATE INDEX by_time ON comment (at);
"""
ISSO = """
[general]
dbpath = {folder}/isso.db
host = http://127.0.0.1/
[guard]
enabled = false
[moderation]
enabled = false
"""


def insert_bare(folder: Path, seconds: float) -> float:
    """Rows a second: one client, one row a transaction, WAL and synchronous=FULL."""
    path = folder / f"bare-{uuid4()}.sqlite3"
    with closing(sqlite3.connect(path, isolation_level=None)) as file:
        file.execute("PRAGMA journal_mode=WAL")
        file.execute("PRAGMA synchronous=FULL")
        file.executescript(TABLE)
        statement = "INSERT INTO comment (thread, writer, at, text) VALUES (?, ?, ?, ?)"
        rows, began = 0, time.perf_counter()
        while time.perf_counter() - began < seconds:
            file.execute(statement, (rows % 50, rows, str(time.time()), TEXT))
            rows += 1
        return rows / (time.perf_counter() - began)


@contextmanager
def isso(folder: Path) -> Iterator[str | None]:
    """Its address, under gunicorn with two workers; None where it could not be installed."""
    environment = folder / "isso"
    pip = [str(environment / "bin" / "pip"), "install", "-q", "isso", "gunicorn", "setuptools<81"]
    subprocess.run([sys.executable, "-m", "venv", environment], check=True)
    if subprocess.run(pip, check=False).returncode:
        yield None
        return
    settings = folder / "isso.cfg"
    settings.write_text(ISSO.format(folder=folder))
    port = free_port()
    server = subprocess.Popen(
        [environment / "bin" / "gunicorn", "-w2", f"-b127.0.0.1:{port}", "isso.run"],
        env={**os.environ, "ISSO_SETTINGS": str(settings), "PYTHONPATH": ""},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://127.0.0.1:{port}" if _answers(port) else None
    finally:
        server.terminate()
        server.wait()


def write_to_isso(address: str, seconds: float) -> Sent:
    """Comments under one page, by people who give a name."""
    said = json.dumps({"text": TEXT, "author": "Amsel", "title": "Zu reden"})
    url = f"{address}/new?uri=/artikel"
    return send(url, [("", said)], seconds=seconds, kind="application/json")


def _answers(port: int) -> bool:
    for _turn in range(150):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/info", timeout=5):
                return True
        except OSError:
            time.sleep(0.2)
    return False
