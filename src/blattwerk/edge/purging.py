"""Purge tags: every stored answer that is made of them is stale from then on.

In a transaction tags are gathered and purged together, once all is safely stored.
"""

import logging
import os
import threading
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import connection, transaction

if TYPE_CHECKING:
    from blattwerk.edge.store import Tags

log = logging.getLogger(__name__)

ALL = "all"  # every answer has it
MISSING = "missing"  # what says that there is nothing at its address

_opening = threading.Lock()
_opened: "dict[int, Tags]" = {}


def purge(*tags: str, withdrawn: bool = False) -> None:
    """Have all answers that carry one of `tags` made anew, after the transaction if there is one.

    `withdrawn`: something in them must not be read any more; none is shown even for a moment
    longer. Answers that say “not found” are made anew with every purge.
    """
    if not tags:
        return
    gathered = _gathered() if connection.in_atomic_block else Gathered()
    (gathered.withdrawn if withdrawn else gathered.stale).update(tags)
    if not connection.in_atomic_block:
        gathered()


class Gathered:
    """The tags of one transaction, purged when it is called.

    It hangs on nothing but the connection's own list, since what a deed leaves for after the
    commit may be done in another thread.
    """

    def __init__(self) -> None:
        self.stale = {MISSING}
        self.withdrawn: set[str] = set()
        self.done = False

    def __call__(self) -> None:
        self.done = True
        write(self.stale - self.withdrawn)
        if self.withdrawn:
            write(self.withdrawn, withdrawn=True)


def _gathered() -> Gathered:
    """That of the transaction, made where it has none.

    One from around a savepoint serves inside it too: should the savepoint be taken back, its pages
    are made anew without need.
    """
    now_in = set(connection.savepoint_ids)
    for entry in connection.run_on_commit:
        around, waiting = entry[:2]
        if isinstance(waiting, Gathered) and not waiting.done and around <= now_in:
            return waiting
    gathered = Gathered()
    transaction.on_commit(gathered, robust=True)
    return gathered


def write(tags: set[str], *, withdrawn: bool = False) -> None:
    """Into the file that all processes share; an error is for the log, since the deed is done."""
    try:
        tags_of_process().purge(sorted(tags), withdrawn=withdrawn)
    except OSError:
        log.exception("Readers may see old pages: %s could not be purged.", ", ".join(sorted(tags)))


def last_of_all() -> tuple[int, int]:
    """Another one whenever all pages were purged. Raises OSError."""
    tags = tags_of_process()
    tags.follow()
    return tags.last(ALL)


def tags_of_process() -> "Tags":
    """The shared tags, opened at the first call, and once more in a process that was forked."""
    known = _opened.get(os.getpid())
    if known is not None:
        return known
    from blattwerk.edge.store import Tags

    with _opening:
        known = _opened.get(os.getpid())
        if known is None:
            path = settings.OPTIONS.data / "edge" / "tags"
            path.parent.mkdir(parents=True, exist_ok=True)
            known = Tags(path)
            _opened.clear()  # the parent's
            _opened[os.getpid()] = known
    return known
