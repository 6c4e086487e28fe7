"""Several people in the same moment, and a database that several can write to."""

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Barrier
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections
from pytest_django import DjangoDbBlocker

from blattwerk.discussion.recent import forget
from blattwerk.discussion.writer import close_writer

PATIENCE = 60  # seconds that nothing done at once should take

Deed = Callable[[], Any]


def at_once(*deeds: Deed, may_refuse: tuple[type[Exception], ...] = ()) -> list[Any]:
    """Do them all in the same moment; what each gave, or the error it refused with.

    Any other error is raised.
    """
    start = Barrier(len(deeds))

    def run(deed: Deed) -> Any:
        start.wait(PATIENCE)
        try:
            return deed()
        except may_refuse as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as people:
        done: list[Future[Any]] = [people.submit(run, deed) for deed in deeds]
    return [each.result() for each in done]


@contextmanager
def in_file(path: Path, blocker: DjangoDbBlocker) -> Iterator[None]:
    """All that is asked and stored meanwhile goes to this SQLite file, in every thread."""
    usual, mine = connections.settings[DEFAULT_DB_ALIAS], connections[DEFAULT_DB_ALIAS]
    connections.settings[DEFAULT_DB_ALIAS] = {
        **usual,
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_HEALTH_CHECKS": False,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA synchronous=NORMAL",
        },
    }
    connections[DEFAULT_DB_ALIAS] = connections.create_connection(DEFAULT_DB_ALIAS)
    forget()  # what was remembered of the other database
    try:
        with blocker.unblock():
            yield
            close_writer()
            connections[DEFAULT_DB_ALIAS].close()
    finally:
        connections.settings[DEFAULT_DB_ALIAS], connections[DEFAULT_DB_ALIAS] = usual, mine
        forget()


def copy_database(original: Path, copy: Path) -> None:
    """Another file with the same rows, for readers beside a writer."""
    with closing(sqlite3.connect(original)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode=WAL")
