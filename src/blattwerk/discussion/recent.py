"""What is asked with every comment and changes rarely is read once a second.

A change made by this process is seen at once, one made by another within a second. Inside a
transaction nothing is taken from here or left here: it may read what nobody else will ever see.
"""

from collections.abc import Callable
from functools import wraps
from time import monotonic
from typing import Any

from django.db import connection, transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save

MOST = 5_000  # answers

_answers: dict[Any, tuple[float, Any]] = {}


def for_a_second[**P, T](read: Callable[P, T]) -> Callable[P, T]:
    """Let a question be answered by what it was answered within the last second.

    Its arguments are hashable, and nobody changes its answer.
    """

    @wraps(read)
    def answered(*args: P.args, **named: P.kwargs) -> T:
        if connection.in_atomic_block:
            return read(*args, **named)
        kept, key, now = _answers, (read, args, *named.items()), monotonic()
        until, answer = kept.get(key, (now, None))
        if until > now:
            known: T = answer
            return known
        answer = read(*args, **named)
        if len(kept) >= MOST:
            kept.clear()
        kept[key] = now + 1, answer  # where `forget` came in between, nobody looks there any more
        return answer

    return answered


def forget(**_said: object) -> None:
    """Ask anew from now on."""
    global _answers
    _answers = {}


def forget_with(*models: type[Model]) -> None:
    """Ask anew once a row of these models has changed for good."""
    for model in models:
        for changed in (post_save, post_delete):
            changed.connect(_forget_after_commit, sender=model, dispatch_uid="discussion.recent")


def _forget_after_commit(**_said: object) -> None:
    transaction.on_commit(forget)
