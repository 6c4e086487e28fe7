"""One writer: all who have something to store at a moment share one durable transaction.

SQLite lets one write at a time and makes each wait for the disk. So a thread of its own does the
deeds of all who wait and answers them once what they share is on the disk: each in a savepoint,
but the same deed for many at once, where it can be done so. PostgreSQL's server does that itself;
there a deed is done where it was asked for.
"""

import atexit
import logging
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from django.db import connection, connections, transaction
from django.utils import timezone, translation

from blattwerk.discussion.errors import Busy
from blattwerk.discussion.lineup import Lineup

MOST_WAITING = 200  # deeds; who comes then is sent away
MOST_TOGETHER = 50  # deeds in one transaction
PATIENCE = 10.0  # seconds until a deed that nobody has begun is given up
FAREWELL = 5.0  # seconds the last deeds have when the process ends

log = logging.getLogger(__name__)


def durably[T](deed: Callable[[], T]) -> T:
    """Do something in a transaction, and return once no crash can undo it.

    What the deed raises comes back and undoes it, and it alone. What it leaves for after the commit
    is done before the return, in the calling thread. Inside a transaction that was begun before,
    that one decides. A deed may be done twice, when the first time was undone: all it knows of the
    database it reads itself. Raises Busy when too many wait.
    """
    if connection.in_atomic_block or not _waits_for_a_disk():
        return _here(deed)
    return _writer.do(Turn(deed))


def durably_together[Item, T](deed: Callable[[Sequence[Item]], Sequence[T]], item: Item) -> T:
    """As `durably`, for a deed that takes the items of all who wait for it, and answers each.

    Each statement lets other threads go first, so many comments are stored with hardly more of
    them than one. The deed refuses an item by its answer; when it raises, it is asked again for
    each item alone. It speaks no language and leaves nothing for after the commit.
    """
    if connection.in_atomic_block or not _waits_for_a_disk():
        return _here(partial(deed, [item]))[0]
    return _writer.do(JoinedTurn(deed, item))


def close_writer() -> None:
    """Store what waits and end the thread; the next deed begins another."""
    _writer.close()


class Turn[T]:
    """One deed that waits for the writer, in whose language it is done, and what came of it."""

    def __init__(self, deed: Callable[[], T]) -> None:
        self.deed = deed
        self.language = translation.get_language()
        self.zone = timezone.get_current_timezone()
        self.answer: Future[T] = Future()
        self.later: list[Any] = []  # what Django keeps for after the commit

    def take(self) -> None:
        """Do the deed, in a transaction that is not its business."""
        with translation.override(self.language), timezone.override(self.zone):
            self.result = self.deed()
        self.later, connection.run_on_commit = connection.run_on_commit, []


class JoinedTurn[Item, T](Turn[T]):
    """A turn that those who wait for the same deed take together."""

    def __init__(self, together: Callable[[Sequence[Item]], Sequence[T]], item: Item) -> None:
        super().__init__(lambda: together([item])[0])
        self.together = together
        self.item = item


class Writer:
    """A thread with a connection of its own, begun when it is first needed."""

    def __init__(self) -> None:
        self.waiting: SimpleQueue[Turn[Any] | None] = SimpleQueue()
        self.guard = threading.Lock()
        self.thread: threading.Thread | None = None
        self.sure: object = None  # the connection that was told to wait for the disk
        self.lineup: Lineup | None = None

    def do[T](self, turn: Turn[T]) -> T:
        """Wait until the turn's deed is stored. Raises what it raises, and Busy."""
        if self.waiting.qsize() >= MOST_WAITING:
            raise Busy
        self.waiting.put(turn)
        self._see_to_it()
        try:
            result = turn.answer.result(PATIENCE)
        except TimeoutError:
            if turn.answer.cancel():
                raise Busy from None
            result = turn.answer.result()  # it was just begun, or this was the deed's own error
        _follow_up(turn.later)
        return result

    def close(self) -> None:
        """Store what waits, then end."""
        with self.guard:
            if self.thread is not None and self.thread.is_alive():
                self.waiting.put(None)
                self.thread.join(FAREWELL)
            self.thread = None

    def _see_to_it(self) -> None:
        if self.thread is None or not self.thread.is_alive():
            with self.guard:
                if self.thread is None or not self.thread.is_alive():
                    self.thread = threading.Thread(target=self._work, name="writer", daemon=True)
                    self.thread.start()

    def _work(self) -> None:
        try:
            while turn := self._first():
                self._store([turn])
        finally:
            connections.close_all()
            if self.lineup:
                self.lineup.close()

    def _first(self) -> Turn[Any] | None:
        """Who has waited longest; None at the end."""
        while turn := self.waiting.get():
            if turn.answer.set_running_or_notify_cancel():
                return turn
        return None

    def _others(self) -> Iterator[Turn[Any]]:
        """Those who wait as well, no more than fit into one transaction."""
        with suppress(Empty):
            for _place in range(MOST_TOGETHER - 1):
                if (turn := self.waiting.get(block=False)) is None:
                    self.waiting.put(None)  # the end comes after these
                    return
                if turn.answer.set_running_or_notify_cancel():
                    yield turn

    def _store(self, turns: list[Turn[Any]]) -> None:
        """Whatever happens, everybody is answered."""
        try:
            with self._be_sure().turn():
                turns.extend(self._others())
                errors = _together(turns) if len(turns) > 1 else [_alone(turns[0])]
        except BaseException as error:  # noqa: BLE001
            errors = [error] * len(turns)
        for turn, failed in zip(turns, errors, strict=True):
            if failed is None:
                turn.answer.set_result(turn.result)
            else:
                turn.answer.set_exception(failed)

    def _be_sure(self) -> Lineup:
        """A connection that waits for the disk, and the queue of those who write there."""
        connection.close_if_unusable_or_obsolete()
        connection.ensure_connection()
        if self.lineup is None or connection.connection is not self.sure:
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA synchronous=FULL")
            if self.lineup:
                self.lineup.close()
            self.lineup = Lineup(Path(connection.settings_dict["NAME"]))
            self.sure = connection.connection
        return self.lineup


def _together(turns: list[Turn[Any]]) -> list[BaseException | None]:
    """All in one transaction; where that cannot be stored, each by itself."""
    try:
        with transaction.atomic(durable=True):
            _take_joined([turn for turn in turns if isinstance(turn, JoinedTurn)])
            return [None if isinstance(turn, JoinedTurn) else _in_savepoint(turn) for turn in turns]
    except BaseException:
        log.warning("What was to be stored together is stored one by one", exc_info=True)
        return [_alone(turn) for turn in turns]


def _take_joined(turns: Sequence[JoinedTurn[Any, Any]]) -> None:
    for together in {turn.together: None for turn in turns}:
        joined = [turn for turn in turns if turn.together == together]
        results = together([turn.item for turn in joined])
        for turn, result in zip(joined, results, strict=True):
            turn.result = result


def _in_savepoint(turn: Turn[Any]) -> BaseException | None:
    try:
        with transaction.atomic():
            turn.take()
    except BaseException as error:
        if connection.needs_rollback:
            raise  # the savepoint is lost, and with it the transaction
        return error
    return None


def _alone(turn: Turn[Any]) -> BaseException | None:
    try:
        with transaction.atomic(durable=True):
            turn.take()
    except BaseException as error:  # noqa: BLE001
        return error
    return None


def _follow_up(later: Iterable[Any]) -> None:
    """What was left for after the commit. All is stored, so an error here is for the log."""
    for _savepoints, deed, _robust in later:
        try:
            deed()
        except Exception:
            log.exception("After a comment was stored, %s failed", deed)


def _here[T](deed: Callable[[], T]) -> T:
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL synchronous_commit TO on")
        return deed()


def _waits_for_a_disk() -> bool:
    """SQLite, and not in memory."""
    database: Any = connection
    return connection.vendor == "sqlite" and not database.is_in_memory_db()


def _begin_anew() -> None:
    """A forked process has no writer, and none of those who waited."""
    global _writer
    _writer = Writer()


_writer = Writer()
os.register_at_fork(after_in_child=_begin_anew)
atexit.register(close_writer)
