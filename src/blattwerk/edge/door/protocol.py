"""One reader's connection: the glance first, then the strict parser, and limits on patience."""

import asyncio
from math import inf
from typing import TYPE_CHECKING, Any

import httptools
from uvicorn.config import Config
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.server import ServerState

from blattwerk.edge.door.answers import small
from blattwerk.edge.door.exchange import CLOSE, Exchange
from blattwerk.edge.door.hit import answer_at_a_glance
from blattwerk.edge.door.strict import LARGEST_HEAD, Refused, Request

if TYPE_CHECKING:
    from blattwerk.edge.door.door import Door

LAST_CALL = 0.5  # seconds an idle connection may still ask when the door closes


class DoorProtocol(HttpToolsProtocol):
    """uvicorn's protocol, whose application is the door and whose timers are one sweep a second."""

    def __init__(
        self,
        door: "Door",
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self.door = door
        self.clock = door.clock
        self.glance = door.options.fast
        self.between = True  # no request is being read
        self.heading = False  # the head of one is
        self.head_size = 0
        self.ended = False  # our last word is said; what still comes is not read
        self.draining = False
        self.due = door.clock.steady + door.options.idle_time
        self.stalled: tuple[int, float] | None = None  # bytes not taken, and until when they may be
        self.address = "-"

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's
        super().connection_made(transport)
        self.address = self.client[0] if self.client else "-"
        if len(self.connections) > self.door.options.connections:
            self.door.numbers.turned_away += 1
            self._last_words(503)

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self.ended = True
        self.pipeline.clear()

    def data_received(self, data: bytes) -> None:
        if (
            self.between
            and self.glance
            and not self.ended
            and data.endswith(b"\r\n\r\n")
            and (self.cycle is None or self.cycle.response_complete)
            and not self.flow.write_paused
            and answer_at_a_glance(self.door, self, data)
        ):
            self.due = self.clock.steady + self.door.options.idle_time
            return
        self._strictly(data)

    def _strictly(self, data: bytes) -> None:
        if self.ended:
            return
        begun = self.heading
        try:
            self.parser.feed_data(data)
        except httptools.HttpParserUpgrade:
            self.ended = True  # it was answered as if it had not asked for that
        except httptools.HttpParserError:
            self._refuse_rest(400)
        else:
            if self.heading and begun:
                self.head_size += len(data)
                if self.head_size > LARGEST_HEAD:
                    self._refuse_rest(431)

    # What the parser calls

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self.between, self.heading, self.head_size = False, True, 0
        self.due = self.clock.steady + self.door.options.head_time

    def on_headers_complete(self) -> None:
        self.heading = False
        self.due = self.clock.steady + self.door.options.body_time
        if self.ended or self.transport.is_closing():
            return
        waiting = self.cycle is not None and not self.cycle.response_complete
        request, refusal = self._read()
        exchange = self.cycle = self._exchange(request, refusal)
        self.ended = refusal is not None
        if waiting:
            self.flow.pause_reading()
            self.pipeline.appendleft((exchange, self.app))
        elif not self.door.at_once(exchange):
            self._start_asgi_task(exchange, self.app)

    def on_body(self, body: bytes) -> None:
        self.due = self.clock.steady + self.door.options.body_time
        if self.cycle is not None and not self.ended:
            super().on_body(body)

    def on_message_complete(self) -> None:
        self.between = True
        if self.cycle is None:
            return
        super().on_message_complete()
        idle = self.cycle.response_complete
        self.due = self.clock.steady + self.door.options.idle_time if idle else inf

    def _read(self) -> tuple[Request | None, int | None]:
        scheme = b"https" if self.scheme == "https" else b"http"
        try:
            return self.door.reader.read(
                self.parser.get_method(),
                self.url,
                self.parser.get_http_version(),
                self.headers,
                self.address,
                scheme,
            ), None
        except Refused as refused:
            return None, refused.status

    def _exchange(self, request: Request | None, refusal: int | None) -> Exchange:
        version = self.parser.get_http_version()
        keep_alive = version == "1.1" and self.parser.should_keep_alive()
        keep_alive = keep_alive and not (self.parser.should_upgrade() or self.draining)
        return Exchange(
            self,
            request,
            b"%b %b HTTP/%b" % (self.parser.get_method(), self.url, version.encode()),
            refusal=refusal,
            scope=self.scope,
            transport=self.transport,
            flow=self.flow,
            logger=self.logger,
            access_logger=self.access_logger,
            access_log=False,
            default_headers=[],
            message_event=asyncio.Event(),
            expect_100_continue=self.expect_100_continue,
            keep_alive=keep_alive and refusal is None,
            on_response=self.on_response_complete,
        )

    # What exchanges call

    def answered(self, exchange: Exchange) -> None:
        """An answer is written."""
        self.door.note(exchange, self.address)

    def on_response_complete(self) -> None:
        self.server_state.total_requests += 1
        if self.transport.is_closing():
            return
        if not self.flow.write_paused:
            self.flow.resume_reading()
        if self.pipeline:
            exchange, app = self.pipeline.pop()
            self._start_asgi_task(exchange, app)
        elif not self.heading:
            options = self.door.options
            wait = options.idle_time if self.between else options.body_time
            self.due = self.clock.steady + wait

    def leave(self, *, abruptly: bool = False) -> None:
        """Close the connection: once all is written, or at once."""
        self.ended = True
        if abruptly:
            self.transport.abort()
        else:
            self.due = self.clock.steady + self.door.options.body_time
            self.transport.close()

    # Limits

    def pause_writing(self) -> None:
        super().pause_writing()
        self.flow.pause_reading()  # who does not take answers need not ask for more

    def resume_writing(self) -> None:
        super().resume_writing()
        if not self.pipeline:
            self.flow.resume_reading()

    def sweep(self, now: float) -> None:
        """End what takes too long; `now` is monotonic."""
        if self._takes_nothing(now):
            self.door.numbers.overdue += 1
            self.leave(abruptly=True)
        elif now >= self.due:
            self._end_overdue()

    def _takes_nothing(self, now: float) -> bool:
        left = self.transport.get_write_buffer_size()
        if left == 0:
            self.stalled = None
        elif self.stalled is None or self.stalled[0] != left:
            self.stalled = (left, now + self.door.options.body_time)
        return self.stalled is not None and now >= self.stalled[1]

    def _end_overdue(self) -> None:
        if self.transport.is_closing():
            self.transport.abort()
            return
        if self.between:
            self.leave()
            return
        self.door.numbers.overdue += 1
        self._refuse_rest(408)

    def _refuse_rest(self, status: int) -> None:
        """Nothing more is read. What was asked for before and can be answered is."""
        self.ended = True
        self.door.numbers.refused += 1
        cycle = self.cycle
        if cycle is None or cycle.response_complete:
            if self.heading or self.between:
                self._last_words(status)
            else:
                self.leave()  # in a body that nobody waits for any more
        elif cycle.more_body:
            cycle.disconnected = True  # half a form is none
            cycle.message_event.set()
            if cycle.response_started or self.pipeline:
                self.leave(abruptly=True)
            else:
                self._last_words(status)
        else:
            cycle.keep_alive = False

    def _last_words(self, status: int) -> None:
        answer = small(status)
        self.transport.write(b"".join((answer.head, CLOSE, self.clock.tail, answer.body)))
        self.leave()

    def shutdown(self) -> None:
        """The door closes: who is being answered is, and who is just asking may."""
        self.draining, self.glance = True, False
        if self.cycle is not None and not self.cycle.response_complete:
            self.cycle.keep_alive = self.cycle.keep_alive and self.cycle.response_started
        self.loop.call_later(LAST_CALL, self._close_if_idle)

    def _close_if_idle(self) -> None:
        if self.transport.is_closing():
            return
        if self.between and (self.cycle is None or self.cycle.response_complete):
            self.leave()
        else:
            self.loop.call_later(LAST_CALL, self._close_if_idle)
