"""Asking the application for pages that everybody may have, one at a time for each."""

import time
from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple

from blattwerk.edge.door.answers import Whole, head_of
from blattwerk.edge.door.flight import Flights
from blattwerk.edge.door.fresh import BRIEFLY
from blattwerk.edge.door.link import Broken
from blattwerk.edge.door.memory import PrivatePaths
from blattwerk.edge.door.passing import (
    LARGEST_STORED,
    answer_of,
    outwards,
    shared_question,
    tags_of,
)
from blattwerk.edge.door.strict import Headers, Request
from blattwerk.edge.door.upstream import Question, Reply
from blattwerk.edge.door.variants import Variants
from blattwerk.edge.store import Page

if TYPE_CHECKING:
    from blattwerk.edge.door.door import Door

REST = 1.0  # seconds after a failure in which an old copy is shown without asking again
MOST_FAILURES = 10_000
LARGEST_FAILURE = 64 * 1024  # bytes of an error page
_GATEWAYS = (502, 503, 504)


class Made(NamedTuple):
    """What came of asking: a page, or that it is private, or nothing good."""

    page: Page | None = None
    private: bool = False
    failure: Whole | None = None  # the application's own page about its error


class Renders:
    """The renders of one door."""

    def __init__(self, door: "Door") -> None:
        self.door = door
        self.flights: Flights[Made] = Flights()
        self.private = PrivatePaths()
        self.variants = Variants(door.options.queries)
        self.failures: OrderedDict[bytes, float] = OrderedDict()

    async def wait_briefly(self, key: bytes, request: Request) -> Made | None:
        """A page that is being made; None when that takes long, and goes on."""
        flight = self.flights.join(key, self.door.clock.steady, lambda: self._make(key, request))
        try:
            return await flight.landing(BRIEFLY)
        except TimeoutError:
            return None

    async def wait(self, key: bytes, request: Request, patience: float | None) -> Made:
        """A page that is being made, waited for no longer than `patience` seconds."""
        flight = self.flights.join(key, self.door.clock.steady, lambda: self._make(key, request))
        try:
            return await flight.landing(patience)
        except TimeoutError:
            self._note_failure(key)
            return Made()

    def begun(self, key: bytes) -> float | None:
        """Since when a page is being made."""
        return self.flights.begun(key)

    def takes_long(self, key: bytes) -> bool:
        """Whether who asked for a page that is being made has waited long enough."""
        begun = self.begun(key)
        return begun is not None and self.door.clock.steady - begun > BRIEFLY

    def failed_lately(self, key: bytes) -> bool:
        """Whether asking was in vain a moment ago."""
        failed = self.failures.get(key)
        return failed is not None and self.door.clock.steady - failed <= REST

    def is_private(self, request: Request) -> bool:
        return self.private.holds(request.target.path, self.door.clock.steady)

    async def _make(self, key: bytes, request: Request) -> Made:
        door = self.door
        as_of = door.tags.now()  # before asking: what is purged meanwhile counts
        begun = time.monotonic()
        door.numbers.renders += 1
        knocking = 0.0 if door.store.get(key) else door.knocking
        try:
            reply = await door.upstream.ask(Question(shared_question(request)), patience=knocking)
            try:
                made = await self._take(key, request, reply, as_of)
            finally:
                reply.close()
        except Broken:
            made = Made()
        door.numbers.render_seconds += time.monotonic() - begun
        if made.page is None and not made.private:
            self._note_failure(key)
        else:
            self.failures.pop(key, None)
        return made

    async def _take(self, key: bytes, request: Request, reply: Reply, as_of: int) -> Made:
        """Store an answer, if it may be stored."""
        status, headers = reply.status, reply.headers
        if status >= 500:
            body = await _whole_body(reply, LARGEST_FAILURE)
            kept = None if status in _GATEWAYS or body is None else _failure(status, headers, body)
            return Made(failure=kept)
        tags = tags_of(status, headers)
        body = await _whole_body(reply, LARGEST_STORED if tags is not None else LARGEST_FAILURE)
        if tags is None or body is None:
            self.door.store.drop(key)  # what was public before is so no longer
            self.private.note(request.target.path, self.door.clock.steady)
            return Made(private=True)
        answer = answer_of(status, headers, body, tags=tags, as_of=as_of)
        if self.variants.may_store(request.target.path, request.target.query):
            return Made(self.door.store.put(key, answer))
        return Made(Page(key, answer, self.door.tags))

    def _note_failure(self, key: bytes) -> None:
        self.door.numbers.failures += 1
        self.failures[key] = self.door.clock.steady
        self.failures.move_to_end(key)
        if len(self.failures) > MOST_FAILURES:
            self.failures.popitem(last=False)


async def _whole_body(reply: Reply, most: int) -> bytes | None:
    """All of a body; None when it is too large."""
    body = bytearray()
    async for piece in reply.pieces():
        body += piece
        if len(body) > most:
            return None
    return bytes(body)


def _failure(status: int, headers: Headers, body: bytes) -> Whole:
    """An error page for all who wait: with nothing in it that is for one of them."""
    kept = [
        (name, value)
        for name, value in outwards(headers)
        if name not in (b"set-cookie", b"content-length")
    ]
    kept.append((b"content-length", b"%d" % len(body)))
    return Whole(status, head_of(status, kept), body)
