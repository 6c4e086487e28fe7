"""A scripted little application on a Unix socket, and a door in front of it."""

import asyncio
import shutil
import socket
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from blattwerk.edge.door.door import Door
from blattwerk.edge.door.options import Options
from blattwerk.edge.door.process import DoorServer, listening_socket

PAGE = b"<!doctype html><title>Blattwerk</title>" + b"<p>Ein Absatz aus der Zeitung.</p>" * 40


@dataclass
class Heard:
    """A request as the application got it."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes = b""


@dataclass
class Said:
    """An answer as the application gives it."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = PAGE
    wait: float = 0.0
    raw: bytes | None = None  # instead of all that; the connection is closed after it
    close_after: bool = False  # quietly, once it is said


def public(tags: str = "article-1 site", body: bytes = PAGE, **more: Any) -> Said:
    headers = {"Content-Type": "text/html; charset=utf-8", "Blattwerk-Tags": tags}
    return Said(headers=headers | more.pop("headers", {}), body=body, **more)


def private(body: bytes = b"somebody's own", **headers: str) -> Said:
    return Said(headers={"Content-Type": "text/html", **headers}, body=body)


class Play:
    """The application: `script` answers; all that was heard is kept."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.script: Callable[[Heard], Said] = lambda _heard: public()
        self.heard: list[Heard] = []
        self.connections = 0
        self.ended: set[asyncio.StreamWriter] = set()
        self.server: asyncio.Server | None = None

    async def open(self) -> None:
        self.server = await asyncio.start_unix_server(self._talk, self.path)

    async def close(self) -> None:
        if self.server is not None:
            self.server.close()
            for writer in list(self.ended):
                writer.transport.abort()
            self.path.unlink(missing_ok=True)
            self.server = None

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self.ended.add(writer)
        try:
            while await self._once(reader, writer):
                pass
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            self.ended.discard(writer)
            writer.transport.abort()

    async def _once(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = head[:-4].split("\r\n")
        method, target, _version = first.split(" ")
        headers = {n.lower(): v for n, v in (line.split(": ", 1) for line in lines)}
        heard = Heard(method, target, headers)
        self.heard.append(heard)
        if "content-length" in headers:
            heard.body = await reader.readexactly(int(headers["content-length"]))
        elif headers.get("transfer-encoding") == "chunked":
            while size := int(await reader.readline(), 16):
                heard.body += await reader.readexactly(size)
                await reader.readline()
            await reader.readline()
        said = self.script(heard)
        if said.wait:
            await asyncio.sleep(said.wait)
        if said.raw is not None:
            writer.write(said.raw)
            await writer.drain()
            return False
        fields = {"Content-Length": str(len(said.body)), **said.headers}
        text = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
        body = b"" if method == "HEAD" else said.body
        writer.write(f"HTTP/1.1 {said.status} X\r\n{text}\r\n".encode("latin-1") + body)
        await writer.drain()
        return not said.close_after


class House:
    """A running door and the play behind it; both in one thread's loop."""

    def __init__(self, folder: Path, **options: Any) -> None:
        self.folder = folder
        self.play = Play(folder / "app")
        usual = {"port": 0, "hosts": ("paper.test",), "start_time": 0.0, "drain_time": 2.0}
        given: dict[str, Any] = usual | options
        self.options = Options(upstream=(folder / "app",), folder=folder, **given)
        self.socket = listening_socket(self.options)
        self.address = self.socket.getsockname()[:2]
        self.opened = threading.Event()
        self.server = DoorServer(self.options, ready=self._ready)
        self.thread = threading.Thread(target=self._run, daemon=True)

    @property
    def door(self) -> Door:
        assert self.server.door is not None
        return self.server.door

    def _ready(self, door: Door) -> None:
        self.loop = asyncio.get_running_loop()
        self.opened.set()

    def _run(self) -> None:
        self.server.run(sockets=[self.socket])

    def start(self) -> None:
        self.thread.start()
        assert self.opened.wait(10)
        self.do(self.play.open())

    def stop(self) -> None:
        self.do(self.play.close())
        self.server.should_exit = True
        self.thread.join(15)
        assert not self.thread.is_alive()

    def do(self, deed: Any) -> Any:
        """Await something in the door's loop."""
        return asyncio.run_coroutine_threadsafe(deed, self.loop).result(10)

    def connect(self) -> socket.socket:
        made = socket.create_connection(self.address, timeout=10)
        made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return made

    def ask(self, target: str = "/", *lines: str, method: str = "GET", body: bytes = b"") -> "Got":
        """One request on a connection of its own."""
        with self.connect() as connection:
            connection.sendall(request(target, *lines, method=method) + body)
            return read(connection, head_only=method == "HEAD")

    def purge(self, *tags: str, withdrawn: bool = False) -> None:
        self.server.tags.purge(tags, withdrawn=withdrawn)


@dataclass
class Got:
    status: int
    headers: dict[str, str]
    body: bytes
    head: bytes


def request(target: str, *lines: str, method: str = "GET", host: str = "paper.test") -> bytes:
    text = "".join(f"{line}\r\n" for line in (f"Host: {host}", *lines))
    return f"{method} {target} HTTP/1.1\r\n{text}\r\n".encode("latin-1")


def read(connection: socket.socket, *, head_only: bool = False) -> Got:
    """One answer, and not a byte more."""
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        byte = connection.recv(1)
        if not byte:
            raise EOFError(head)
        head += byte
    first, *lines = head[:-4].decode("latin-1").split("\r\n")
    headers = {n.lower(): v for n, v in (line.split(": ", 1) for line in lines)}
    status = int(first.split(" ")[1])
    body = b""
    if not head_only and status not in (204, 304) and status >= 200:
        if headers.get("transfer-encoding") == "chunked":
            body = _chunks(connection)
        else:
            body = exactly(connection, int(headers["content-length"]))
    return Got(status, headers, body, head)


def exactly(connection: socket.socket, size: int) -> bytes:
    found = bytearray()
    while len(found) < size:
        piece = connection.recv(min(65536, size - len(found)))
        if not piece:
            raise EOFError(found)
        found += piece
    return bytes(found)


def _chunks(connection: socket.socket) -> bytes:
    body = b""
    while True:
        line = b""
        while not line.endswith(b"\r\n"):
            line += exactly(connection, 1)
        size = int(line, 16)
        body += exactly(connection, size)
        exactly(connection, 2)
        if not size:
            return body


def until(true: Callable[[], Any], patience: float = 5.0) -> None:
    """Wait until something is so."""
    deadline = time.monotonic() + patience
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.005)


@contextmanager
def open_house(**options: Any) -> Iterator[House]:
    folder = Path(tempfile.mkdtemp(prefix="door-", dir="/tmp"))  # a socket's path is short
    house = House(folder, **options)
    house.start()
    try:
        yield house
    finally:
        house.stop()
        shutil.rmtree(folder, ignore_errors=True)
