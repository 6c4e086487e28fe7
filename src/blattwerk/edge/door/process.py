"""The door as a process: it listens, ticks, and leaves in order."""

import asyncio
import logging
import signal
import socket
import threading
from collections.abc import Callable
from typing import Any, cast

from uvicorn import Config, Server

from blattwerk.edge.door.door import Door
from blattwerk.edge.door.options import Options
from blattwerk.edge.door.protocol import DoorProtocol
from blattwerk.edge.door.tls import BadCertificate, Certificate
from blattwerk.edge.store import Store, Tags

BACKLOG = 2_048
FAREWELL = 2.0  # seconds in which the other side may confirm that a TLS connection ends
log = logging.getLogger(__name__)


class DoorServer(Server):
    """uvicorn's server, with the store and the door beside it. Raises BadCertificate."""

    def __init__(self, options: Options, ready: Callable[[Door], None] | None = None) -> None:
        super().__init__(_config(options))
        self.options = options
        self.ready = ready
        self.door: Door | None = None
        self.certificate = None
        if options.certificate is not None:
            key = options.key or options.certificate  # both may stand in one file
            self.certificate = Certificate(options.certificate, key)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Open the store, then listen."""
        options = self.options
        self.tags = Tags(options.folder / "tags")
        self.store = Store(
            self.tags, memory=options.memory, folder=options.folder / "pages", disk=options.disk
        )
        door = self.door = Door(options, self.store, self.tags)
        door.connections = cast("set[DoorProtocol]", self.server_state.connections)
        self.hands = [
            asyncio.create_task(self.store.tend()),
            asyncio.create_task(_tick(door)),
        ]
        await super().startup(sockets=[])  # it would wait a minute for each TLS handshake
        await self._listen(door, sockets or [])
        if threading.current_thread() is threading.main_thread():
            asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, self.renew)
        if self.ready is not None:
            self.ready(door)

    async def _listen(self, door: Door, sockets: list[socket.socket]) -> None:
        def connection() -> DoorProtocol:
            return DoorProtocol(door, self.config, self.server_state, {})

        how: dict[str, Any] = {"backlog": BACKLOG}
        if self.certificate is not None:
            how |= {
                "ssl": self.certificate.context,
                "ssl_handshake_timeout": self.options.head_time,
                "ssl_shutdown_timeout": FAREWELL,
            }
        loop = asyncio.get_running_loop()
        self.servers = [await loop.create_server(connection, sock=one, **how) for one in sockets]

    def renew(self) -> None:
        """Take the certificate as its files are now; one that cannot be used changes nothing.

        What waits for the log is written, to a new file where the old one was moved away.
        """
        if self.door is not None:
            self.door.log.write()
        if self.certificate is None:
            return
        try:
            self.certificate.renew()
        except BadCertificate as error:
            log.warning("%s The certificate from before stays in use.", error)
        else:
            log.warning("The certificate %s was read anew.", self.certificate.certificate)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop listening, finish what was begun, then close the store."""
        await super().shutdown(sockets=sockets)
        for connection in list(self.server_state.connections):
            if connection.transport is not None:
                connection.transport.abort()
        if self.door is not None:
            await self.door.warmth.close()
            await self.door.renders.flights.cancel()
            self.door.upstream.close()
            self.door.log.write()
        for hand in self.hands:
            hand.cancel()
        await asyncio.gather(*self.hands, return_exceptions=True)
        self.store.close()
        self.tags.close()


def serve(options: Options) -> None:
    """Serve until told to stop. Raises BadCertificate."""
    server = DoorServer(options)
    server.run(sockets=[listening_socket(options)])


def listening_socket(options: Options) -> socket.socket:
    """The socket that was handed down, or a new one. Raises OSError."""
    if options.fd is not None:
        handed = socket.socket(fileno=options.fd)
        handed.setblocking(False)
        return handed
    family = socket.AF_INET6 if ":" in options.host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    made.bind((options.host, options.port))
    made.listen(BACKLOG)
    made.setblocking(False)
    return made


def _config(options: Options) -> Config:
    return Config(
        _nobody,
        http=DoorProtocol,
        loop="uvloop",
        ws="none",
        lifespan="off",
        access_log=False,
        log_config=None,
        server_header=False,
        date_header=False,
        proxy_headers=False,
        backlog=BACKLOG,
        timeout_graceful_shutdown=int(options.drain_time),
    )


async def _nobody(scope: Any, receive: Any, send: Any) -> None:
    """uvicorn wants an application; the door answers itself."""


async def _tick(door: Door) -> None:
    while True:
        await asyncio.sleep(1.0)
        try:
            door.tick()
        except Exception:
            log.exception("A tick of the door failed")
