"""Whose turn it is to write, among processes: one after the other, each told when it comes.

SQLite lets one process write and has the others ask again and again, ever less often: with two
writers at work, some wait for most of a second. Here they stand in a queue. It is a courtesy among
writers, not a guard: SQLite's own lock stays what keeps the data whole, for those too who do not
stand here.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


class Lineup:
    """The queue of those who write into one database file. For one thread of a process."""

    def __init__(self, database: Path) -> None:
        self._first = _open(database, "next")
        self._writes = _open(database, "turn")

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for one's turn; it is over at the end, and if the process dies.

        Two locks, or who has just written would take the next turn too, before the others wake.
        """
        with _held(self._first):
            fcntl.flock(self._writes, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(self._writes, fcntl.LOCK_UN)

    def close(self) -> None:
        self._first.close()
        self._writes.close()


def _open(database: Path, name: str) -> BinaryIO:
    return database.with_name(f"{database.name}-{name}").open("ab")


@contextmanager
def _held(file: BinaryIO) -> Iterator[None]:
    fcntl.flock(file, fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.flock(file, fcntl.LOCK_UN)
