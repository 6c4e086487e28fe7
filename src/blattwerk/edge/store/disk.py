"""The second level: records of pages in one SQLite file, bounded, and never a reason to fail.

One file and not a million: a restart has nothing to look through, what is full is known from two
numbers in its head, and room is made in the order of writing. It may lose what the machine had not
written when it lost power, for every record has its own checksum; a file that SQLite finds damaged
is set aside. Whatever the disk does, nothing is raised here: it is counted, and tried again later.
"""

import logging
import os
import sqlite3
import threading
import time
from collections.abc import Container, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

NAME = "pages.sqlite3"
PAUSE = 15.0  # seconds until a disk that failed is tried again
PATIENCE = 5.0  # seconds the writer waits for another process, while one edge replaces another
LARGEST_SHARE = 8  # a record has at most one part in so many of the room
ROOM_AT_ONCE = 200  # records that go in one deletion
SPARE = 50  # one part in so many is freed beyond what is needed
GIVEN_BACK = 2_000  # file pages of 4 KiB given back to the disk at a time, when there are too many

log = logging.getLogger(__name__)

_FORM = 1  # of the table; a file of another form begins anew
_TABLE = """
PRAGMA page_size=4096;
PRAGMA auto_vacuum=INCREMENTAL;
PRAGMA journal_mode=WAL;
BEGIN IMMEDIATE;
CREATE TABLE IF NOT EXISTS page (
    number INTEGER PRIMARY KEY,  -- in the order of writing
    key BLOB NOT NULL UNIQUE,
    record BLOB NOT NULL
);
PRAGMA user_version=1;
COMMIT;
"""
_PAGE = 4096
_DAMAGE = {
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_FORMAT,
    sqlite3.SQLITE_ERROR,  # the table is not the one that was made
}

type Batch = Sequence[tuple[bytes, bytes | None]]  # key and record, or None: to be deleted


class Disk:
    """Read in the loop's thread, written in another; each has its own connection.

    `most` is in bytes, of the file without its write-ahead log (at most some 16 MiB).
    """

    def __init__(self, folder: Path, most: int) -> None:
        self.path = folder / NAME
        self.most = most
        self.errors = 0  # times the disk failed
        self.set_aside = 0  # damaged files
        self.evicted = 0
        self.size = 0  # bytes in use when last written
        self._rests_until = 0.0
        self._damaged = False
        self._reader: sqlite3.Connection | None = None
        self._writer: sqlite3.Connection | None = None
        self._file = (0, 0)  # device and number of the writer's file
        self._readers_file = (0, 0)
        self._writing = threading.Lock()

    def read(self, key: bytes) -> bytes | None:
        """The record of a page, which may be damaged; None where there is none to be had."""
        if self.rests or self._damaged:
            return None
        try:
            if self._reader is None or self._readers_file != self._file:
                self._open_reader()
            if self._reader is None:
                return None
            rows = self._reader.execute("SELECT record FROM page WHERE key=?", (key,)).fetchall()
        except (sqlite3.Error, OSError) as error:
            self._note(error)
            return None
        return rows[0][0] if rows and isinstance(rows[0][0], bytes) else None

    def write(self, batch: Batch, *, keep: Container[bytes] = ()) -> bool:
        """Store and delete records, of each key once; whether all of that was done.

        A record out of all proportion to the bound is not stored, and what was before is deleted.
        Where room must be made, records of pages to keep are written anew instead of deleted.
        """
        with self._writing:
            if self.rests:
                return False
            try:
                writer = self._at_hand()
                for part in _parts(batch, self.most):
                    self._make_room(writer, sum(_room_for(record) for _key, record in part), keep)
                    with _transaction(writer):
                        _store(writer, part)
                self.size = _used(writer)
            except (sqlite3.Error, OSError) as error:
                self._note(error)
                return False
            return True

    @property
    def rests(self) -> bool:
        """Whether it failed and is left alone for a while."""
        return time.monotonic() < self._rests_until

    def open(self) -> None:
        """Have the file ready, so that the first page asked for is found there."""
        with self._writing:
            try:
                self.size = _used(self._at_hand())
            except (sqlite3.Error, OSError) as error:
                self._note(error)

    def close(self) -> None:
        """For both threads, once the writing one has ended."""
        with self._writing:
            self._close_writer()
        self._close_reader()

    def _at_hand(self) -> sqlite3.Connection:
        """The writer's connection, to the file that is at the path now."""
        if self._damaged:
            self._set_aside()
        if self._writer is not None and _identity(self.path) == self._file:
            return self._writer
        self._close_writer()
        try:
            self._open_writer()
        except sqlite3.DatabaseError as error:
            if not _is_damage(error):
                raise
            self._set_aside()
            self._open_writer()
        assert self._writer is not None  # noqa: S101
        return self._writer

    def _open_writer(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self._writer = connection = _connect(self.path, PATIENCE)
        # In this order: another process may be making it between the two.
        tables = _number(connection, "SELECT count(*) FROM sqlite_schema")
        form = _number(connection, "PRAGMA user_version")
        if form != _FORM and tables:
            raise Foreign(f"{self.path} has form {form}, not {_FORM}.")
        if form != _FORM:
            connection.executescript(_TABLE)
        connection.execute("SELECT number, key, record FROM page LIMIT 1").fetchall()
        connection.execute("PRAGMA wal_autocheckpoint=1000")
        connection.execute("PRAGMA journal_size_limit=16777216")
        self._file = _identity(self.path)

    def _open_reader(self) -> None:
        self._close_reader()
        if self._file == (0, 0):
            return
        self._readers_file = self._file
        self._reader = _connect(self.path, 0.0)
        self._reader.execute("PRAGMA query_only=ON")

    def _make_room(self, writer: sqlite3.Connection, needed: int, keep: Container[bytes]) -> None:
        """Delete the oldest records until so many bytes fit, in the worst case all of them."""
        if _used(writer) + needed <= self.most:
            return
        goal = self.most - needed - self.most // SPARE
        for spared in (keep, ()):
            last = _number(writer, "SELECT coalesce(max(number), 0) FROM page")
            while _used(writer) > goal and (oldest := _oldest(writer, last)):
                with _transaction(writer):
                    for number, key in oldest:
                        _let_go(writer, number, again=key in spared)
                self.evicted += sum(key not in spared for _number, key in oldest)
        if _number(writer, "PRAGMA page_count") * _PAGE > self.most:
            writer.execute(f"PRAGMA incremental_vacuum({GIVEN_BACK})").fetchall()

    def _note(self, error: sqlite3.Error | OSError) -> None:
        """Count what went wrong. What is damaged is set aside by the writer, the rest is rested."""
        self.errors += 1
        if _is_damage(error):
            if not self._damaged:
                log.warning("The stored pages are damaged and begin anew: %s", error)
            self._damaged = True
        elif _code(error) != sqlite3.SQLITE_BUSY:
            self._rests_until = time.monotonic() + PAUSE
            log.warning("Pages are kept in memory alone for %.0f s: %s", PAUSE, error)

    def _set_aside(self) -> None:
        """Keep one damaged file for inspection, without its log: a new file would read that."""
        self._damaged = False
        self._close_writer()
        self._file = (0, 0)
        self.set_aside += 1
        for name in (f"{NAME}-wal", f"{NAME}-shm"):
            self.path.with_name(name).unlink(missing_ok=True)
        with suppress(FileNotFoundError):
            os.replace(self.path, self.path.with_name(f"{NAME}.damaged"))  # noqa: PTH105

    def _close_writer(self) -> None:
        connection, self._writer = self._writer, None
        _close(connection)

    def _close_reader(self) -> None:
        connection, self._reader = self._reader, None
        _close(connection)


class Foreign(sqlite3.DatabaseError):
    """The file holds something else than these pages."""

    sqlite_errorcode = sqlite3.SQLITE_FORMAT


def _connect(path: Path, patience: float) -> sqlite3.Connection:
    connection = sqlite3.connect(
        path, timeout=patience, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA synchronous=OFF")
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    with connection:
        yield


def _parts(batch: Batch, most: int) -> Iterator[list[tuple[bytes, bytes | None]]]:
    """The batch in portions for which room can be made at once."""
    part: list[tuple[bytes, bytes | None]] = []
    room = 0
    for key, record in batch:
        needed = _room_for(record)
        fits = needed * LARGEST_SHARE <= most
        if part and (room + needed) * LARGEST_SHARE > most:
            yield part
            part, room = [], 0
        part.append((key, record if fits else None))
        room += needed if fits else 0
    if part:
        yield part


def _room_for(record: bytes | None) -> int:
    """Bytes of the file a record takes at most, its key included."""
    return 0 if record is None else (len(record) // _PAGE + 2) * _PAGE


def _store(writer: sqlite3.Connection, batch: Batch) -> None:
    gone = [(key,) for key, record in batch if record is None]
    kept = [(key, record) for key, record in batch if record is not None]
    writer.executemany("DELETE FROM page WHERE key=?", gone)
    # What is replaced gets a new number: it is the youngest now.
    writer.executemany("INSERT OR REPLACE INTO page (key, record) VALUES (?, ?)", kept)


def _oldest(writer: sqlite3.Connection, last: int) -> list[tuple[int, bytes]]:
    return writer.execute(
        "SELECT number, key FROM page WHERE number<=? ORDER BY number LIMIT ?",
        (last, ROOM_AT_ONCE),
    ).fetchall()


def _let_go(writer: sqlite3.Connection, number: int, *, again: bool) -> None:
    if again:
        writer.execute(
            "UPDATE page SET number=(SELECT max(number) + 1 FROM page) WHERE number=?", (number,)
        )
    else:
        writer.execute("DELETE FROM page WHERE number=?", (number,))


def _used(connection: sqlite3.Connection) -> int:
    """Bytes of the file that hold something."""
    pages = _number(connection, "PRAGMA page_count")
    return (pages - _number(connection, "PRAGMA freelist_count")) * _PAGE


def _number(connection: sqlite3.Connection, question: str) -> int:
    return int(connection.execute(question).fetchall()[0][0])


def _identity(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return -1, -1
    return found.st_dev, found.st_ino


def _code(error: Exception) -> int | None:
    """SQLite's, without what it adds about the place."""
    code = getattr(error, "sqlite_errorcode", None)
    return code & 0xFF if isinstance(code, int) else None


def _is_damage(error: Exception) -> bool:
    return _code(error) in _DAMAGE


def _close(connection: sqlite3.Connection | None) -> None:
    if connection is not None:
        with suppress(sqlite3.Error):
            connection.close()
