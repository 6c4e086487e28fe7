"""Asks the application, over kept connections on one Unix socket for each of its processes.

A request is sent a second time only when that cannot do a thing twice: nothing of it arrived, or it
only reads and a kept connection turned out to be closed. What writes goes on a connection that was
used just now, or on a new one.
"""

import asyncio
import math
import time
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from blattwerk.edge.door.link import Broken, Link, Unheard

MOST_WAITING = 2_000  # requests in front of a busy application
KEPT_FOR = 15.0  # seconds a connection is kept idle; the application closes its own later
KEPT_TO_WRITE = 2.0  # seconds; within them nobody closes it but who is killed
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

    def __init__(self, upstream: "Upstream", server: "Server", link: Link, status: int) -> None:
        self.upstream = upstream
        self.server = server
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
            self.upstream.take_back(self.server, link)


class Server:
    """One process of the application: its socket, and the connections kept to it."""

    def __init__(self, path: Path) -> None:
        self.path = str(path)
        self.asked = 0  # requests it has not answered yet
        self.kept: list[tuple[float, Link]] = []

    def take(self, idle: float) -> Link | None:
        """A kept connection that is alive and was idle for no longer; the last used, if any."""
        while self.kept:
            since, link = self.kept[-1]
            if time.monotonic() - since > idle:
                return None
            self.kept.pop()
            if not link.lost:
                return link
        return None

    def sweep(self, oldest: float) -> None:
        """End the connections that are idle since before `oldest` (monotonic)."""
        for since, link in self.kept:
            if since < oldest:
                link.close()
        self.kept = [(since, link) for since, link in self.kept if since >= oldest]


class Upstream:
    """The application as the door knows it: who is asked least is asked next."""

    def __init__(
        self, paths: Sequence[Path], *, most: int, answer_time: float, idle: float
    ) -> None:
        self.servers = [Server(path) for path in paths]
        self.answer_time = answer_time  # seconds until an answer begins
        self.idle = idle
        self.most_kept = most  # by each server: what writes comes on new ones and would add up
        self.places = asyncio.Semaphore(most)
        self.waiting = 0

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

    def take_back(self, server: Server, link: Link) -> None:
        """Free a place, and keep its connection if it can be used again."""
        self.places.release()
        server.asked -= 1
        whole = link.reusable and not (link.lost or link.pieces or link.half_sent)
        if whole and len(server.kept) < self.most_kept:
            link.asking = False
            server.kept.append((time.monotonic(), link))
        else:
            link.close()

    def close(self) -> None:
        """End the idle connections."""
        for server in self.servers:
            server.sweep(math.inf)

    def sweep(self, now: float) -> None:
        """End connections that were idle for long; `now` is monotonic."""
        for server in self.servers:
            server.sweep(now - KEPT_FOR)

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
        deadline = time.monotonic() + patience
        while True:
            for server in sorted(self.servers, key=_asked):
                server.asked += 1
                try:
                    return Reply(self, server, *await self._ask_one(server, question))
                except BaseException as error:
                    server.asked -= 1
                    if not isinstance(error, Unreachable):
                        raise
            if time.monotonic() >= deadline:
                raise Unreachable("The application does not listen.")
            await asyncio.sleep(BETWEEN_TRIES)

    async def _ask_one(self, server: Server, question: Question) -> tuple[Link, int]:
        if (kept := server.take(KEPT_FOR if question.safe else KEPT_TO_WRITE)) is not None:
            try:
                return kept, await self._status(kept, question)
            except Unheard:
                server.sweep(math.inf)  # it was restarted: the others are dead too
                if not (question.safe or (kept.refused and question.rest is None)):
                    raise
        link = await _connected(server)
        return link, await self._status(link, question)

    async def _status(self, link: Link, question: Question) -> int:
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
                return await asyncio.shield(link.head)
        except TimeoutError:
            link.close()
            raise Broken("The application took too long.") from None
        except BaseException:
            link.close()
            raise
        finally:
            if sender is not None:
                link.half_sent = not await _over(sender)


def _asked(server: Server) -> int:
    return server.asked


async def _connected(server: Server) -> Link:
    loop = asyncio.get_running_loop()
    try:
        _transport, link = await loop.create_unix_connection(Link, server.path)
    except OSError as error:
        raise Unreachable(f"The application does not listen: {error}.") from error
    return link


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
