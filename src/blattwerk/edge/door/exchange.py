"""One request and its answer, on the strict path."""

from collections.abc import AsyncIterator, Sequence
from typing import TYPE_CHECKING, Any

from uvicorn.protocols.http.httptools_impl import RequestResponseCycle

from blattwerk.edge.door.answers import Whole, head_of
from blattwerk.edge.door.link import Broken
from blattwerk.edge.door.strict import Request, header_in

if TYPE_CHECKING:
    from blattwerk.edge.door.protocol import DoorProtocol

CLOSE = b"connection: close\r\n"


class Gone(Broken):
    """The reader has left."""


class Exchange(RequestResponseCycle):
    """uvicorn's cycle for the request's side; the answer is written as the door has it."""

    def __init__(
        self,
        protocol: "DoorProtocol",
        request: Request | None,
        line: bytes,
        *,
        refusal: int | None,
        **cycle: Any,
    ) -> None:
        super().__init__(**cycle)
        self.protocol = protocol
        self.request = request
        self.refusal = refusal  # a status; there is a request or a refusal
        self.tried = False  # whether it could be answered at once
        self.line = line  # of the request, for the log
        self.head_only = line.startswith(b"HEAD ")
        self.modern = line.endswith(b"1.1")  # HTTP/1.0 knows no chunks
        self.status = 0
        self.unsent = b""  # a head whose body has not begun
        self.sent = 0  # bytes of body

    def whole(self, answer: Whole) -> None:
        """Give an answer that is all there."""
        body = b"" if self.head_only else answer.body
        self.raw(answer.status, answer.head, body)

    def raw(self, status: int, head: bytes, body: bytes) -> None:
        """Give an answer made of a head without date and empty line, and what follows it."""
        close = b"" if self.keep_alive else CLOSE
        self.response_started = True
        self.status = status
        self.sent = len(body)
        if self.transport.is_closing():
            self.give_up()  # the reader has left while it was made
            return
        self.transport.write(b"".join((head, close, self.protocol.clock.tail, body)))
        self.finish()

    def begin(self, status: int, headers: Sequence[tuple[bytes, bytes]]) -> None:
        """Begin an answer whose body comes in pieces. Raises Gone."""
        if self.transport.is_closing():
            raise Gone("The reader has left.")
        self.response_started = True
        self.status = status
        bodiless = self.head_only or status in (204, 304)
        lines = list(headers)
        self.chunked_encoding = False
        if header_in(headers, b"content-length") is None and not bodiless:
            if self.modern:
                self.chunked_encoding = True
                lines.append((b"transfer-encoding", b"chunked"))
            else:
                self.keep_alive = False  # its end is the connection's
        head = head_of(status, lines) + (b"" if self.keep_alive else CLOSE)
        self.unsent = head + self.protocol.clock.tail  # most answers are then one packet

    async def more(self, piece: bytes) -> None:
        """Send a piece, once there is room for it. Raises Gone."""
        if self.flow.write_paused and not self.disconnected:
            await self.flow.drain()
        if self.disconnected or self.transport.is_closing():
            raise Gone("The reader has left.")
        if piece and not self.head_only:
            self.sent += len(piece)
            self._write(b"%x\r\n%b\r\n" % (len(piece), piece) if self.chunked_encoding else piece)

    def end(self) -> None:
        """End an answer that was sent in pieces."""
        if self.unsent or self.chunked_encoding:
            self._write(b"0\r\n\r\n" if self.chunked_encoding else b"")
        self.finish()

    def _write(self, data: bytes) -> None:
        self.transport.write(self.unsent + data)
        self.unsent = b""

    def finish(self) -> None:
        """All is written."""
        self.response_complete = True
        self.message_event.set()
        self.protocol.answered(self)
        if not self.keep_alive:
            self.protocol.leave()
        self.on_response()

    def give_up(self) -> None:
        """Nothing more can be said: what was begun must not look whole."""
        self.keep_alive = False
        self.protocol.leave(abruptly=True)

    async def incoming(self) -> AsyncIterator[bytes]:
        """The request's body in pieces. Raises Gone when its sender leaves before the end."""
        while True:
            message = await self.receive()
            if message["type"] != "http.request":
                raise Gone("The reader left in the middle of a request.")
            if piece := message.get("body", b""):
                yield piece
            if not message.get("more_body", False):
                return

    async def run_asgi(self, app: Any) -> None:
        """What uvicorn starts for each request; here the door itself answers."""
        try:
            await self.protocol.door.answer(self)
        finally:
            if not self.response_complete and not self.disconnected:
                self.give_up()
            self.on_response = _nothing


def _nothing(*_given: Any) -> None:
    """The exchange is over; it holds on to nothing."""
