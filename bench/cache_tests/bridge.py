"""The bridge: it stands behind the edge as its application, and before it to hear what is coming.

The edge asks for what may be stored without anything of the reader's, so the suite's server could
not know which request of which test that is. The bridge notes it at the reader's end, where it
changes nothing, and adds the number at the application's end.

A test's requests come one after the other.
"""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.cache_tests.declared import Script, asks_the_server, fresh_for
from blattwerk.edge.store import Tags

PRIVATE = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
READS = ("GET", "HEAD", "OPTIONS")

type Reader = asyncio.StreamReader
type Writer = asyncio.StreamWriter


@dataclass(frozen=True)
class Heard:
    """A request, and its bytes."""

    method: str
    path: tuple[str, ...]  # "test", its number, perhaps a name
    headers: dict[str, str]
    head: bytes
    body: bytes = b""

    @property
    def test(self) -> str:
        """The test's own number, where it is a test's request."""
        return self.path[1] if len(self.path) > 1 and self.path[0] == "test" else ""


class Bridge:
    """One run's bridge. Where it declares nothing, every page is said to be private."""

    def __init__(self, origin: Path, tags: Path, *, declares: bool) -> None:
        self.origin = origin
        self.declares = declares
        self.tags = Tags(tags)
        self.coming: dict[str, int] = {}  # by test, which of its requests is under way
        self.scripts: dict[str, list[Script]] = {}
        self.given: dict[tuple[str, int], bytes] = {}  # answers to the edge's own questions

    @asynccontextmanager
    async def before(self, edge: int) -> AsyncIterator[int]:
        """Take the suite's requests to the edge as they are; the port for them."""

        async def talk(reader: Reader, writer: Writer) -> None:
            answers, to_edge = await asyncio.open_connection("127.0.0.1", edge)
            back = asyncio.create_task(_carry(answers, writer))
            try:
                while True:
                    heard = await _request(reader)
                    if heard.test:
                        self.coming[heard.test] = int(heard.headers["req-num"])
                    to_edge.write(heard.head + heard.body)
            finally:
                to_edge.close()
                await back

        server = await asyncio.start_server(_ending(talk), "127.0.0.1", 0)
        async with server:
            yield server.sockets[0].getsockname()[1]

    @asynccontextmanager
    async def behind(self, path: Path) -> AsyncIterator[None]:
        """Answer the edge on a Unix socket, as its application."""

        async def talk(reader: Reader, writer: Writer) -> None:
            writer.write(await self._answer(await _request(reader)))

        async with await asyncio.start_unix_server(_ending(talk), path):
            yield

    async def _answer(self, heard: Heard) -> bytes:
        number = self.coming.get(heard.test, 0)
        if heard.headers.get("blattwerk-shared") == "1":
            return await self._shared(heard, number)
        if (given := self.given.pop((heard.test, number), None)) is not None:
            return given  # the edge would not store it, and asks again as the reader asked
        if heard.path[0] == "config":
            self.scripts[heard.path[1]] = json.loads(heard.body)
        answer = await self._from_server(heard)
        if heard.method not in READS and answer[9:10] in (b"2", b"3"):
            self.tags.purge([f"test-{heard.test}"])
        return answer

    async def _shared(self, heard: Heard, number: int) -> bytes:
        """The answer to a question whose answer everybody may get, if everybody may."""
        scripts = self.scripts.get(heard.test, [])
        script = scripts[number - 1] if 0 < number <= len(scripts) else {}
        if not (self.declares and asks_the_server(script)):
            return PRIVATE
        answer = await self._from_server(heard, b"Req-Num: %d\r\n" % number)
        seconds = fresh_for(script)
        if seconds is not None and answer:
            answer = _with_lines(answer, _marks(heard.test, seconds))
        self.given[heard.test, number] = answer
        return answer

    async def _from_server(self, heard: Heard, lines: bytes = b"") -> bytes:
        """The suite's server's whole answer; nothing where it hung up."""
        asked = _with_lines(heard.head, lines + b"Connection: close\r\n") + heard.body
        answer = await _exchanged(*await asyncio.open_unix_connection(self.origin), asked)
        return _with_lines(answer, b"Connection: close\r\n") if answer else b""


def _marks(test: str, seconds: float) -> bytes:
    text = f"Blattwerk-Tags: test-{test}\r\nBlattwerk-Until: {time.time() + seconds:.3f}\r\n"
    return text.encode()


def _with_lines(message: bytes, lines: bytes) -> bytes:
    """A message with more header lines."""
    head, end, body = message.partition(b"\r\n\r\n")
    return head + b"\r\n" + lines + end[2:] + body


async def _request(reader: Reader) -> Heard:
    head = await reader.readuntil(b"\r\n\r\n")
    first, *lines = head[:-4].decode("latin-1").split("\r\n")
    method, target, _version = first.split(" ")
    pairs = (line.split(":", 1) for line in lines)
    headers = {name.lower(): value.strip() for name, value in pairs}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    path = tuple(target.partition("?")[0].split("/")[1:])
    return Heard(method, path, headers, head, body)


async def _exchanged(reader: Reader, writer: Writer, asked: bytes) -> bytes:
    """All that comes back until the connection ends."""
    try:
        writer.write(asked)
        return await reader.read()
    except ConnectionError:
        return b""
    finally:
        writer.close()


async def _carry(reader: Reader, writer: Writer) -> None:
    """Pass on what comes, until no more does."""
    try:
        while data := await reader.read(65536):
            writer.write(data)
    except ConnectionError:
        pass  # as it is when the other end leaves first
    finally:
        writer.close()


def _ending(talk: Callable[[Reader, Writer], Coroutine[Any, Any, None]]) -> Any:
    """What is done with a connection, which ends whatever befalls it."""

    async def connected(reader: Reader, writer: Writer) -> None:
        try:
            await talk(reader, writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass  # nothing more is asked
        finally:
            writer.close()

    return connected
