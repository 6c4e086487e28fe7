"""Asks the application, over kept connections on a Unix socket.

A request is sent a second time only when that cannot do a thing twice: nothing of it was sent yet,
or it only reads and a kept connection turned out to be closed. What writes goes on a connection
made for it.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from blattwerk.edge.door.link import Broken, Link, Unheard

MOST_WAITING = 2_000  # requests in front of a busy application
KEPT_FOR = 15.0  # seconds a connection is kept idle; the application closes its own later
BETWEEN_TRIES = 0.05  # seconds

type Pieces = AsyncIterator[bytes]


class Unreachable(Broken):
    """Nothing was sent: the application does not listen, or too many wait for it."""


@dataclass(frozen=True, slots=True)
class Question:
    """A request as it goes to the application."""

    head: bytes  # with the empty line
    body: bytes = b""  # what is there of the body
    rest: Pieces | None = None  # what is still to come, in its framing
    safe: bool = True  # it only reads
    head_only: bool = False


class Reply:
    """An answer whose head is there. Close it, or its place is never free again."""

    def __init__(self, upstream: "Upstream", link: Link, status: int) -> None:
        self.upstream = upstream
        self.link: Link | None = link
        self.status = status
        self.headers = link.headers

    async def pieces(self) -> Pieces:
        """The body. Raises Broken when it does not come whole."""
        if self.link is not None:
            async for piece in self.link.body(self.upstream.idle):
                yield piece

    def close(self) -> None:
        """Keep the connection when its answer was taken whole, else end it."""
        link, self.link = self.link, None
        if link is not None:
            self.upstream.take_back(link)


class Upstream:
    """The application as the door knows it."""

    def __init__(self, path: Path, *, most: int, answer_time: float, idle: float) -> None:
        self.path = str(path)
        self.answer_time = answer_time  # seconds until an answer begins
        self.idle = idle
        self.places = asyncio.Semaphore(most)
        self.waiting = 0
        self.kept: list[tuple[float, Link]] = []

    async def ask(self, question: Question, *, patience: float = 0.0) -> Reply:
        """The answer's head. Raises Unreachable and Broken.

        For `patience` seconds it goes on knocking where nobody listens yet.
        """
        await self._place()
        try:
            return await self._ask(question, patience)
        except BaseException:
            self.places.release()
            raise

    def take_back(self, link: Link) -> None:
        """Free a place, and keep its connection if it can be used again."""
        self.places.release()
        if link.reusable and not (link.lost or link.pieces or link.half_sent):
            link.asking = False
            self.kept.append((time.monotonic(), link))
        else:
            link.close()

    def close(self) -> None:
        """End the idle connections."""
        for _since, link in self.kept:
            link.close()
        self.kept.clear()

    def sweep(self, now: float) -> None:
        """End connections that were idle for long; `now` is monotonic."""
        old = [link for since, link in self.kept if now - since > KEPT_FOR]
        self.kept = [(since, link) for since, link in self.kept if now - since <= KEPT_FOR]
        for link in old:
            link.close()

    async def _place(self) -> None:
        if self.waiting >= MOST_WAITING:
            raise Unreachable("Too many requests wait for the application.")
        self.waiting += 1
        try:
            async with asyncio.timeout(self.answer_time):
                await self.places.acquire()
        except TimeoutError:
            raise Unreachable("The application was busy for too long.") from None
        finally:
            self.waiting -= 1

    async def _ask(self, question: Question, patience: float) -> Reply:
        if question.safe and (kept := self._kept()) is not None:
            try:
                return await self._send(kept, question)
            except Unheard:
                self.close()  # the application was restarted: the others are dead too
        return await self._send(await self._connect(patience), question)

    def _kept(self) -> Link | None:
        while self.kept:
            since, link = self.kept.pop()
            if not link.lost and time.monotonic() - since <= KEPT_FOR:
                return link
            link.close()
        return None

    async def _connect(self, patience: float) -> Link:
        loop = asyncio.get_running_loop()
        deadline = loop.time() + patience
        while True:
            try:
                _transport, link = await loop.create_unix_connection(Link, self.path)
            except OSError as error:
                if loop.time() >= deadline:
                    raise Unreachable(f"The application does not listen: {error}.") from error
                await asyncio.sleep(BETWEEN_TRIES)
            else:
                return link

    async def _send(self, link: Link, question: Question) -> Reply:
        link.ask(head_only=question.head_only)
        link.write(question.head + question.body)
        sender = None
        try:
            if question.rest is not None:
                sender = asyncio.ensure_future(_pour(link, question.rest))
                await _first(sender, link.head)
                if sender.done() and not link.head.done():
                    sender.result()  # the reader may have left in the middle of a form
            async with asyncio.timeout(self.answer_time):
                status = await asyncio.shield(link.head)
        except TimeoutError:
            link.close()
            raise Broken("The application took too long.") from None
        except BaseException:
            link.close()
            raise
        finally:
            if sender is not None:
                link.half_sent = not await _over(sender)
        return Reply(self, link, status)


async def _pour(link: Link, pieces: Pieces) -> None:
    async for piece in pieces:
        link.write(piece)
        await link.drain()


async def _first(*ends: "asyncio.Future[Any]") -> None:
    await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)


async def _over(sender: "asyncio.Future[None]") -> bool:
    """End what is still being sent; whether it was sent whole."""
    if not sender.done():
        sender.cancel()
    try:
        await sender
    except (asyncio.CancelledError, Exception):  # noqa: BLE001  # the answer counts, or was raised
        return False
    return True
