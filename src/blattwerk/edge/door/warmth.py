"""Pages that many read are made anew before the next reader asks.

Which these are is looked at once a minute and kept in a file, so that after a start, when all that
is stored counts as old, the most read pages come first.
"""

import asyncio
import logging
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from blattwerk.edge.door.strict import Request
from blattwerk.edge.door.target import Target
from blattwerk.edge.store import Coding, Freshness

if TYPE_CHECKING:
    from blattwerk.edge.door.door import Door

LOOK_EVERY = 60.0  # seconds
MOST = 50  # pages
LEAST_USES = 3  # since the last look
REST = 1.0  # a pass is followed by so many times its length, so that others get the processor
MADE_AHEAD = (Coding.BROTLI, Coding.GZIP)
LARGEST_FILE = 1024 * 1024  # bytes

log = logging.getLogger(__name__)


class Warmth:
    """The most read pages of one door. `tick` is called once a second."""

    def __init__(self, door: "Door", file: Path) -> None:
        self.door = door
        self.file = file
        self.hot = _read(file)
        self.scheme: bytes | None = None  # the last reader's; nobody is served before the first
        self.uses: dict[bytes, int] = {}
        self.looked = door.clock.steady
        self.warmed = -1  # what the tags' counter was
        self.resting = 0.0  # until then
        self.task: asyncio.Task[None] | None = None

    def tick(self) -> None:
        """Look for the most read, and begin a pass over them where anything was purged."""
        steady = self.door.clock.steady
        if steady - self.looked >= LOOK_EVERY:
            self.looked = steady
            self._look()
        counter = self.door.tags.now()
        idle = self.task is None or self.task.done()
        if idle and self.scheme and counter != self.warmed and steady >= self.resting:
            self.warmed = counter  # what is purged during the pass has another
            self.task = asyncio.get_running_loop().create_task(self._pass(self.scheme))

    async def close(self) -> None:
        """End a pass that is under way."""
        if self.task is not None:
            self.task.cancel()
            await asyncio.gather(self.task, return_exceptions=True)

    async def _pass(self, scheme: bytes) -> None:
        begun = time.monotonic()
        try:
            for key in self.hot:
                if not await self._warm(key, scheme):
                    break
        except Exception:
            log.exception("Pages could not be made ahead; readers wait for theirs")
        now = time.monotonic()
        self.resting = now + REST * (now - begun)

    async def _warm(self, key: bytes, scheme: bytes) -> bool:
        """See to it that a page is fresh; False when the application does not answer."""
        door = self.door
        page = door.store.peek(key)
        if page is None or page.state(door.clock.now) is Freshness.FRESH:
            return True
        made = (await door.renders.wait(key, _request(key, scheme), None)).page
        if made is None:
            return not door.renders.failed_lately(key)
        door.numbers.warmed += 1
        for coding in MADE_AHEAD:
            made.wire(coding)
            await asyncio.sleep(0)  # each takes about a millisecond; readers come in between
        return True

    def _look(self) -> None:
        now = self.door.store.uses()
        gained = {key: uses - self.uses.get(key, 0) for key, uses in now.items()}
        self.uses = now
        read = [key for key, uses in gained.items() if uses >= LEAST_USES]
        if not read:
            return  # a quiet minute says nothing of the busy ones
        self.hot = sorted(read, key=lambda key: -gained[key])[:MOST]
        try:
            _write(self.file, self.hot)
        except OSError as error:
            log.warning("Which pages are read most could not be noted: %s", error)


def _request(key: bytes, scheme: bytes) -> Request:
    """As a reader would ask for it who says nothing of himself."""
    host, _space, target = key.partition(b" ")
    path, _mark, query = target.partition(b"?")
    return Request(b"GET", host, Target(path, query, query), (), "127.0.0.1", scheme)


def _read(file: Path) -> list[bytes]:
    try:
        with file.open("rb") as noted:
            lines = noted.read(LARGEST_FILE).split(b"\n")
    except OSError:
        return []
    return [line for line in lines if b" /" in line and line.isascii()][:MOST]


def _write(file: Path, keys: list[bytes]) -> None:
    beside = file.with_name(f"{file.name}.new")
    beside.write_bytes(b"\n".join(keys))
    os.replace(beside, file)  # noqa: PTH105  # the same, and its name says what is meant
