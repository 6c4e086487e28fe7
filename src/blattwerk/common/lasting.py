"""Answers that hold until all pages are made anew: what stands around every page of the paper.

The room that purges pages says how often it has purged all of them (`tell_by`); an answer from
before the last time is asked for again, in every process. Inside a transaction nothing is taken
from here or left here: it may read what nobody else will ever see.
"""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any

from django.db import connection

MOST = 200  # answers

_times: Callable[[], Hashable] | None = None
_answers: dict[Hashable, tuple[Hashable, Any]] = {}


def tell_by(times: Callable[[], Hashable]) -> None:
    """Have answers end when `times()` is another than before them. It may raise OSError."""
    global _times
    _times = times


def until_all_change[Key: Hashable, **P, T](
    key: Callable[P, Key],
) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Let a question be answered by its last answer for the same `key` of its arguments.

    Nobody changes the answer, which others are given too.
    """

    def decorate(read: Callable[P, T]) -> Callable[P, T]:
        @wraps(read)
        def answered(*args: P.args, **named: P.kwargs) -> T:
            if (now := _now()) is None:
                return read(*args, **named)
            place = (read, key(*args, **named))
            as_of, answer = _answers.get(place, (None, None))
            if as_of == now:
                known: T = answer
                return known
            answer = read(*args, **named)
            if len(_answers) >= MOST:
                _answers.clear()
            _answers[place] = now, answer  # what changed while it was read counts
            return answer

        return answered

    return decorate


def forget() -> None:
    """Ask anew from now on, in this process."""
    _answers.clear()


def _now() -> Hashable | None:
    if _times is None or connection.in_atomic_block:
        return None
    try:
        return _times()
    except OSError:
        return None
