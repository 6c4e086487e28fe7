"""One connection to the application, and the answer that comes over it."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from typing import cast

import httptools

# An answer of this size, in bytes, is taken at once, however slow its reader is: the application
# has few threads, and they are not there to wait for somebody's telephone.
TAKEN_AT_ONCE = 1024 * 1024
_NO_BODY = (204, 304)


class Broken(Exception):
    """The application's answer did not come, or not whole. Whether it did the deed is not known."""


class Unheard(Broken):
    """The connection ended before the first byte of an answer."""


class Link(asyncio.Protocol):
    """Asks one thing at a time. Raises Broken from whatever waits when the connection ends."""

    def __init__(self) -> None:
        self.loop = asyncio.get_running_loop()
        self.transport: asyncio.Transport | None = None
        self.writable = asyncio.Event()
        self.writable.set()
        self.lost = False
        self.refused = False  # what was written last has not arrived
        self.asking = False
        self.reusable = False
        self.half_sent = False  # answered before the whole request was sent

    def ask(self, *, head_only: bool) -> None:
        """Make ready for the answer to a request that is about to be sent."""
        self.parser = httptools.HttpResponseParser(self)
        self.head: asyncio.Future[int] = self.loop.create_future()
        self.head.add_done_callback(_look)
        self.headers: list[tuple[bytes, bytes]] = []
        self.pieces: deque[bytes] = deque()
        self.waiting = 0  # bytes in pieces
        self.news = asyncio.Event()
        self.head_only = head_only
        self.ended_by_close = False
        self.heard = self.done = False
        self.asking, self.reusable = True, False
        if self.lost:
            self._fail()

    def write(self, data: bytes) -> None:
        if self.transport is not None and not self.lost:
            self.transport.write(data)

    async def drain(self) -> None:
        """Wait until more can be written. Raises Broken."""
        await self.writable.wait()
        if self.lost:
            raise Broken("The application closed the connection while it was sent a body.")

    async def body(self, idle: float) -> AsyncIterator[bytes]:
        """The answer's body in pieces, at most `idle` seconds apart. Raises Broken."""
        while True:
            if self.pieces:
                piece = b"".join(self.pieces)
                self.pieces.clear()
                self.waiting = 0
                if self.transport is not None and not self.lost:
                    self.transport.resume_reading()
                yield piece
            elif self.done:
                return
            elif self.lost:
                raise Broken("The application's answer ended too soon.")
            else:
                self.news.clear()
                try:
                    async with asyncio.timeout(idle):
                        await self.news.wait()
                except TimeoutError:
                    raise Broken("The application stopped in the middle of an answer.") from None

    def close(self) -> None:
        """End the connection; what is under way is given up."""
        self.asking = False
        if self.transport is not None:
            self.transport.abort()

    # What asyncio calls

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)  # uvloop's are none by inheritance

    def data_received(self, data: bytes) -> None:
        if not self.asking or self.done:
            self.close()  # it speaks unasked: whose answer would that be?
            return
        self.heard = True
        try:
            self.parser.feed_data(data)
        except (httptools.HttpParserError, httptools.HttpParserUpgrade):
            self.lost = True
            self._fail()
            self.close()

    def eof_received(self) -> bool:
        return False

    def connection_lost(self, exc: Exception | None) -> None:
        self.lost = True
        self.refused = isinstance(exc, BrokenPipeError)
        self.reusable = False
        self.writable.set()
        if self.asking and not self.done:
            if self.head.done() and self.ended_by_close and exc is None:
                self._end()
            else:
                self._fail()

    def pause_writing(self) -> None:
        self.writable.clear()

    def resume_writing(self) -> None:
        self.writable.set()

    # What the parser calls

    def on_header(self, name: bytes, value: bytes) -> None:
        if not self.head.done():  # else it is a trailer
            self.headers.append((name.lower(), value.strip(b" \t")))

    def on_headers_complete(self) -> None:
        status = self.parser.get_status_code()
        if status < 200:
            self.headers = []
            return
        coded = [value.lower() for name, value in self.headers if name == b"transfer-encoding"]
        if coded not in ([], [b"chunked"]):
            raise ValueError("An answer in a coding nobody asked for.")  # so the parser fails
        names = {name for name, _value in self.headers}
        bodiless = self.head_only or status in _NO_BODY
        framed = bool(names & {b"content-length", b"transfer-encoding"})
        self.ended_by_close = not framed and not bodiless
        if not self.head.done():
            self.head.set_result(status)
        if self.head_only:
            # The parser waits for a body that does not come: this connection is not used again.
            self.done = True
            self.news.set()

    def on_body(self, body: bytes) -> None:
        if self.done:
            return
        self.pieces.append(body)
        self.waiting += len(body)
        if self.waiting > TAKEN_AT_ONCE and self.transport is not None:
            self.transport.pause_reading()
        self.news.set()

    def on_message_complete(self) -> None:
        if self.head.done() and not self.done:
            self.reusable = self.parser.should_keep_alive() and not self.ended_by_close
            self._end()

    def _end(self) -> None:
        self.done = True
        self.news.set()

    def _fail(self) -> None:
        if not self.head.done():
            kind = Broken if self.heard else Unheard
            self.head.set_exception(kind("The application ended the connection without an answer."))
        self.news.set()


def _look(head: asyncio.Future[int]) -> None:
    """Nobody may be waiting any more; that is no error."""
    if not head.cancelled():
        head.exception()
