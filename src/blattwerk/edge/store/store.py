"""The store: pages in memory, behind them the disk, and the hands that tend both.

`get` and `put` are for the loop's thread and take microseconds; one read of the disk at most.
Whatever takes longer is done in a thread of its own, which gives way to others, while `tend` runs.
"""

import asyncio
import logging
import os
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from blattwerk.edge.store.answer import Answer, Wire
from blattwerk.edge.store.codings import Coding, encode
from blattwerk.edge.store.disk import Disk
from blattwerk.edge.store.memory import Memory
from blattwerk.edge.store.outbox import Outbox
from blattwerk.edge.store.page import Page
from blattwerk.edge.store.record import pack, unpack
from blattwerk.edge.store.tags import Freshness, Tags

PAUSE = 1.0  # seconds between two rounds
HOT_AFTER = 60.0  # seconds in the store until a page may be made finer
HOT_USES = 20  # asked for so often meanwhile
FINEST_SIZE = 512 * 1024  # bytes; a larger page would take seconds
STINT = 0.5  # seconds of a round spent on making pages finer
LOOK_EVERY = 10  # rounds between two looks for hot pages
NICENESS = 10
OUTBOX_SHARE = 4  # one part of the memory's bytes in so many may wait for the disk …
OUTBOX_LEAST = 8 * 1024 * 1024  # … but so much in any case, which is some 200 new pages
MOST_WANTED = 100  # codings of large pages that wait to be made

log = logging.getLogger(__name__)


class Store:
    """Finished answers by key: host, path and what matters of the query.

    `memory` and `disk` are in bytes. Without a folder, or with one that cannot be used, pages are
    kept in memory alone.
    """

    def __init__(self, tags: Tags, *, memory: int, folder: Path | None, disk: int) -> None:
        self.tags = tags
        self._memory = Memory(memory)
        self._pages = self._memory.pages
        self._disk = Disk(folder, disk) if folder is not None and disk > 0 else None
        self._outbox = Outbox(max(memory // OUTBOX_SHARE, OUTBOX_LEAST))
        self._wanted: dict[tuple[bytes, Coding], Page] = {}
        self._hands = ThreadPoolExecutor(1, "store", initializer=_give_way)
        self._memory_hits = self._disk_hits = self._misses = 0
        self._stored = self._written = self._damaged = self._finer = self._tag_errors = 0
        self._rounds = 0
        if self._disk is not None:
            self._disk.open()

    def get(self, key: bytes) -> Page | None:
        """The page, which the caller asks for its state. It counts as used."""
        page = self._pages.get(key)
        if page is not None:
            page.uses += 1
            self._memory_hits += 1
            return page
        page = self._recall(key)
        if page is None:
            self._misses += 1
        else:
            self._disk_hits += 1
        return page

    def peek(self, key: bytes) -> Page | None:
        """The page, for who looks after it: that does not count as a use."""
        return self._pages.get(key) or self._recall(key)

    def uses(self) -> dict[bytes, int]:
        """How often each page in memory was asked for since it is there; eviction forgets some."""
        return {key: page.uses for key, page in self._pages.items()}

    def put(self, key: bytes, answer: Answer) -> Page:
        """Keep an answer, in the place of an older one."""
        page = Page(key, answer, self.tags)
        self._stored += 1
        self._keep(page)
        self._to_write(key, page)
        return page

    def drop(self, key: bytes) -> None:
        """Forget a page, on the disk as well."""
        self._memory.drop(key)
        self._to_write(key, None)

    def counts(self) -> dict[str, int]:
        """For the page of counters; what ends in `_now` can fall."""
        disk = self._disk
        return {
            "memory_hits": self._memory_hits,
            "disk_hits": self._disk_hits,
            "misses": self._misses,
            "stored": self._stored,
            "evicted": self._memory.evicted,
            "pages_now": len(self._pages),
            "bytes_now": self._memory.size,
            "made_finer": self._finer,
            "written": self._written,
            "unwritten_now": len(self._outbox),
            "unwritten_lost": self._outbox.lost,
            "records_damaged": self._damaged,
            "tag_errors": self._tag_errors,
            "disk_errors": disk.errors if disk else 0,
            "disk_set_aside": disk.set_aside if disk else 0,
            "disk_evicted": disk.evicted if disk else 0,
            "disk_bytes_now": disk.size if disk else 0,
            "disk_resting_now": int(disk.rests) if disk else 0,
        }

    async def tend(self) -> None:
        """Until cancelled: write what is new, make large pages and hot ones smaller."""
        while True:
            await asyncio.sleep(PAUSE)
            try:
                await self.tend_once()
            except Exception:
                log.exception("The store could not be tended; the next round tries again")

    async def tend_once(self) -> None:
        """One round."""
        loop = asyncio.get_running_loop()
        try:
            self.tags.follow()
        except OSError:
            self._tag_errors += 1
        wanted, self._wanted = self._wanted, {}
        if wanted:
            for page, coding, wire in await loop.run_in_executor(self._hands, _make, wanted):
                page.take(coding, wire)
        while (disk := self._disk) and not disk.rests and (batch := self._outbox.take()):
            self._note(batch, await loop.run_in_executor(self._hands, self._write, disk, batch))
        if self._rounds % LOOK_EVERY == 0:
            pages = list(self._pages.values())
            self._take_finer(await loop.run_in_executor(self._hands, _make_finer, pages))
        self._rounds += 1

    def close(self) -> None:
        """Write what is left and let go of the disk. `tend` was cancelled before."""
        self._hands.shutdown(wait=True, cancel_futures=True)
        if self._disk is None:
            return
        self._outbox.done(written=False)  # what was cancelled
        while not self._disk.rests and (batch := self._outbox.take()):
            if not self._note(batch, self._write(self._disk, batch)):
                break
        self._disk.close()

    def grew(self, page: Page, by: int) -> None:
        """For pages: one has made a wire."""
        self._memory.grew(page, by)

    def wanted(self, page: Page, coding: Coding) -> None:
        """For pages: one is too large to be compressed while readers wait."""
        if len(self._wanted) < MOST_WANTED and self._pages.get(page.key) is page:
            self._wanted[page.key, coding] = page

    def _keep(self, page: Page) -> None:
        page.keeper = self
        page.kept_since = time.monotonic()
        self._memory.put(page)

    def _recall(self, key: bytes) -> Page | None:
        """The page as the disk has it, or would have it soon."""
        if self._disk is None:
            return None
        if self._outbox.knows(key):
            page = self._outbox.find(key)
            if page is not None:
                self._keep(page)
            return page
        record = self._disk.read(key)
        if record is None:
            return None
        try:
            page = unpack(key, record, self.tags)
        except ValueError:  # damaged
            self._damaged += 1
            page = None
        if page is None or page.state(0.0) is Freshness.WITHDRAWN:
            self._to_write(key, None)
            return None
        self._keep(page)
        return page

    def _to_write(self, key: bytes, page: Page | None) -> None:
        if self._disk is not None:
            self._outbox.put(key, page)

    def _take_finer(self, made: list[tuple[Page, Wire | None]]) -> None:
        for page, wire in made:
            page.finest = True
            if wire is None:
                continue
            page.take(Coding.BROTLI, wire)
            self._finer += 1
            if self._pages.get(page.key) is page:  # neither replaced nor dropped meanwhile
                self._to_write(page.key, page)

    def _note(self, batch: dict[bytes, Page | None], written: bool) -> bool:
        self._written += len(batch) if written else 0
        self._outbox.done(written=written)
        return written

    def _write(self, disk: Disk, batch: dict[bytes, Page | None]) -> bool:
        """In the hands' thread."""
        records = [(key, None if page is None else pack(page)) for key, page in batch.items()]
        return disk.write(records, keep=self._pages)


def _make(wanted: dict[tuple[bytes, Coding], Page]) -> list[tuple[Page, Coding, Wire]]:
    """In the hands' thread: what was too large to be compressed while readers wait."""
    return [
        (page, coding, page.dress(encode(page.body(), coding), coding))
        for (_key, coding), page in wanted.items()
    ]


def _make_finer(pages: list[Page]) -> list[tuple[Page, Wire | None]]:
    """In the hands' thread: the Brotli of hot pages, the most asked for first."""
    begun = time.monotonic()
    made: list[tuple[Page, Wire | None]] = []
    for page in sorted((p for p in pages if _is_hot(p, begun)), key=lambda page: -page.uses):
        if time.monotonic() - begun > STINT:
            break
        made.append((page, page.finer()))
    return made


def _is_hot(page: Page, now: float) -> bool:
    return (
        page.uses >= HOT_USES
        and not page.finest
        and page.coded
        and page.wires[Coding.BROTLI] is not None
        and page.length <= FINEST_SIZE
        and now - page.kept_since >= HOT_AFTER
    )


def _give_way() -> None:
    """This thread comes after all others; only Linux can say that of a thread."""
    if sys.platform == "linux":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICENESS)
