"""What is answered from where: the store, the folders, the application."""

import logging
import time
from collections import deque
from collections.abc import AsyncIterator
from hmac import compare_digest
from typing import TYPE_CHECKING

from blattwerk.edge.door import answers
from blattwerk.edge.door.accept import chosen
from blattwerk.edge.door.answers import Whole, small
from blattwerk.edge.door.clock import Clock
from blattwerk.edge.door.exchange import Exchange, Gone
from blattwerk.edge.door.fast import Glance
from blattwerk.edge.door.files import Files
from blattwerk.edge.door.fresh import STALE_FOR, Deed, deed
from blattwerk.edge.door.hit import Given, is_same
from blattwerk.edge.door.limits import Limits
from blattwerk.edge.door.link import Broken
from blattwerk.edge.door.log import AccessLog
from blattwerk.edge.door.numbers import Numbers, as_text
from blattwerk.edge.door.options import Options
from blattwerk.edge.door.passing import outwards, own_question
from blattwerk.edge.door.renders import Made, Renders
from blattwerk.edge.door.strict import SAFE, Reader, Request
from blattwerk.edge.door.target import Hosts, store_key
from blattwerk.edge.door.trouble import Trouble
from blattwerk.edge.door.upstream import Question, Unreachable, Upstream
from blattwerk.edge.door.warmth import Warmth
from blattwerk.edge.store import EVERYTHING, Freshness, Page, Store, Tags, slot_of

if TYPE_CHECKING:
    from blattwerk.edge.door.protocol import DoorProtocol

OWN_PREFIX = b"/_blattwerk/"
COUNTERS = b"/_blattwerk/edge"
GATHERED = 256 * 1024  # bytes of a form that are taken before the application is bothered
KNOCKING = 2.0  # seconds an application may need to start again
MOST_RENDERS = 3  # for one reader, when pages are withdrawn faster than they are made
STALE_MARK = b"x-blattwerk: stale\r\n"

log = logging.getLogger(__name__)


class Door:
    """One door: what all connections share."""

    def __init__(self, options: Options, store: Store, tags: Tags) -> None:
        self.options = options
        self.store = store
        self.tags = tags
        self.clock = Clock()
        self.numbers = Numbers()
        self.log = AccessLog(options.log)
        hosts = Hosts(options.hosts)
        self.reader = Reader(hosts, options.trusted, options.proxies)
        self.limits = Limits(options.requests_per_second, self.reader.trusts)
        self.files = Files({b"/static/": options.static, b"/media/": options.media})
        self.private = tuple(prefix.encode() for prefix in options.private)
        self.look = Glance(hosts, (*self.private, *self.files.prefixes, OWN_PREFIX))
        self.upstream = Upstream(
            options.upstream,
            most=options.upstream_connections,
            answer_time=options.render_time,
            idle=options.body_time,
        )
        self.renders = Renders(self)
        self.warmth = Warmth(self, options.folder / "hot")
        self.trouble = Trouble(options.folder / "trouble")
        self.again: dict[bytes, Given] = {}
        self.connections: set[DoorProtocol] = set()
        self.counters: deque[tuple[float, int]] = deque([(self.clock.steady, tags.now())])
        self.begun = time.monotonic()

    # At once

    def at_once(self, exchange: Exchange) -> bool:
        """Answer what needs no waiting for; whether that was done."""
        exchange.tried = True
        request = exchange.request
        if request is None:
            self.numbers.refused += 1
            refusal = exchange.refusal or 400
            exchange.whole(answers.NOT_ALLOWED if refusal == 405 else small(refusal))
            return True
        if request.plain.startswith(OWN_PREFIX):
            self._answer_own(exchange, request)
            return True
        if not self._is_shared(request):
            return False
        self.warmth.scheme = request.scheme
        key = store_key(request.name, request.target.path, request.target.query)
        page = self.store.get(key)
        if page is None:
            return False
        match self.deed(key, page):
            case Deed.SERVE:
                self.numbers.hits += 1
                self.show(exchange, request, page)
            case Deed.RENDER_OR_OLD_SOON if self.renders.takes_long(key):
                self.numbers.stale += 1
                self.show(exchange, request, page)
            case Deed.RENDER_OR_OLD if self.renders.failed_lately(key):
                self.numbers.stale_errors += 1
                self.show(exchange, request, page, mark=STALE_MARK)
            case _:
                return False
        return True

    @property
    def knocking(self) -> float:
        """Seconds to go on asking an application that does not listen: it is starting, or again."""
        return max(KNOCKING, self.begun + self.options.start_time - time.monotonic())

    def deed(self, key: bytes, page: Page) -> Deed:
        """What is to be done with a stored page now."""
        state = page.state(self.clock.now)
        stale_for = 0.0
        if state is Freshness.STALE:
            begun = self.renders.begun(key)
            stale_for = 0.0 if begun is None else self.clock.steady - begun
            if not self._was_right_lately(page) or self.renders.failed_lately(key):
                stale_for = STALE_FOR + 1
        return deed(state, strict=page.strict, stale_for=stale_for)

    def show(self, exchange: Exchange, request: Request, page: Page, *, mark: bytes = b"") -> None:
        """Answer with a page."""
        wire = page.wire(chosen(request.header(b"accept-encoding") or b""))
        known = request.header(b"if-none-match")
        if known and page.status == 200 and _is_known(known, wire.etag):
            self.numbers.not_modified += 1
            exchange.raw(304, wire.not_modified + mark, b"")
        else:
            body = b"" if exchange.head_only else wire.body
            exchange.raw(page.status, wire.head + mark, body)

    def _was_right_lately(self, page: Page) -> bool:
        """Whether a stale page was fresh so short a time ago that it may still be shown."""
        now = self.clock.now
        if page.until is not None and now - page.until > STALE_FOR:
            return False
        if page.until is not None and now >= page.until:
            return True
        earlier = max(self.counters[0][1], page.as_of)
        slots = [slot_of(tag) for tag in (EVERYTHING, *page.tags)]
        return self.tags.state(slots, earlier) is not Freshness.FRESH

    def _is_shared(self, request: Request) -> bool:
        return (
            request.method in SAFE
            and request.header(b"authorization") is None
            and not request.plain.startswith(self.private)
            and not request.plain.startswith(self.files.prefixes)
        )

    def _may_be_shared(self, request: Request) -> bool:
        return self._is_shared(request) and not self.renders.is_private(request)

    def _answer_own(self, exchange: Exchange, request: Request) -> None:
        token = self.options.token
        given = request.header(b"authorization") or b""
        allowed = token is not None and compare_digest(given, b"Bearer " + token.encode())
        if request.plain != COUNTERS or request.method not in SAFE or not allowed:
            exchange.whole(answers.NOT_FOUND)
            return
        body = as_text(self.numbers, len(self.connections), self.store.counts(), self.begun)
        headers = [
            (b"content-type", b"text/plain; version=0.0.4; charset=utf-8"),
            (b"content-length", b"%d" % len(body)),
            (b"cache-control", b"no-store"),
            *answers.SAFETY,
        ]
        exchange.whole(Whole(200, answers.head_of(200, headers), body))

    # After waiting

    async def answer(self, exchange: Exchange) -> None:
        """Answer a request, whatever happens."""
        request = exchange.request
        try:
            if (not exchange.tried and self.at_once(exchange)) or request is None:
                return
            if request.plain.startswith(self.files.prefixes):
                self.numbers.files += 1
                await self.files.answer(exchange, request)
            elif wait := self.limits.wait(request.client, exchange.protocol.address):
                self._ask_to_wait(exchange, wait)
            elif not (self._may_be_shared(request) and await self._share(exchange, request)):
                await self._pass_on(exchange, request)
        except Gone:
            exchange.give_up()
        except Broken as broken:
            self.numbers.failures += 1
            log.warning("%s %s", exchange.line.decode("latin-1"), broken)
            self._say(
                exchange, answers.UNAVAILABLE if _is_undone(exchange, broken) else answers.UNSURE
            )
        except Exception:
            log.exception("A request could not be answered: %r", exchange.line)
            self._say(exchange, answers.BROKEN)

    def _say(self, exchange: Exchange, answer: Whole) -> None:
        if exchange.response_started or exchange.disconnected:
            exchange.give_up()
        else:
            self.numbers.unavailable += 1
            exchange.keep_alive = exchange.keep_alive and not exchange.more_body
            exchange.whole(answer)

    def _ask_to_wait(self, exchange: Exchange, seconds: int) -> None:
        self.numbers.limited += 1
        exchange.keep_alive = exchange.keep_alive and not exchange.more_body
        exchange.whole(small(429, (b"retry-after", b"%d" % seconds)))

    async def _share(self, exchange: Exchange, request: Request) -> bool:
        """Answer with a page made now, or an old one; False when it turned out to be private."""
        key = store_key(request.name, request.target.path, request.target.query)
        asked_at = self.tags.now()
        for _turn in range(MOST_RENDERS):
            old = self._old(key)
            if old and self.deed(key, old) is Deed.RENDER_OR_OLD_SOON:
                soon = await self.renders.wait_briefly(key, request)
                if soon is None:
                    self._show_old(exchange, request, key)
                    return True
                made = soon
            else:
                made = await self.renders.wait(key, request, self.options.patience if old else None)
            if made.private:
                return False
            if made.page is None:
                self._answer_without(exchange, request, key, made)
                return True
            if self._will_do(key, made.page, asked_at):
                self.numbers.misses += 1
                self.show(exchange, request, made.page)
                return True
        self._say(exchange, answers.UNAVAILABLE)
        return True

    def _will_do(self, key: bytes, page: Page, asked_at: int) -> bool:
        """Whether a page just made is what a reader may see who asked at a number of the tags.

        Made of what stood there after the reader had asked, it is right, whatever was changed while
        it was made; but not where something was withdrawn.
        """
        todo = self.deed(key, page)
        return todo is Deed.SERVE or (todo is not Deed.RENDER and page.as_of >= asked_at)

    def _show_old(self, exchange: Exchange, request: Request, key: bytes) -> None:
        """While a render takes long, the copy it will replace; unless that was withdrawn now."""
        if old := self._old(key):
            self.numbers.stale += 1
            self.show(exchange, request, old)
        else:
            self._say(exchange, answers.UNAVAILABLE)

    def _old(self, key: bytes) -> Page | None:
        """A copy that may be shown when there is no other."""
        page = self.store.get(key)
        if page is None or page.state(self.clock.now) is Freshness.WITHDRAWN:
            return None
        return page

    def _answer_without(self, exchange: Exchange, request: Request, key: bytes, made: Made) -> None:
        if old := self._old(key):
            self.numbers.stale_errors += 1
            self.show(exchange, request, old, mark=STALE_MARK)
        else:
            self._say(exchange, made.failure or answers.UNAVAILABLE)

    async def _pass_on(self, exchange: Exchange, request: Request) -> None:
        """Ask the application as the reader asked, and pass its answer on as it comes."""
        self.numbers.private += 1
        body, rest = await _gathered(exchange, request)
        question = Question(
            own_question(request),
            body,
            rest,
            safe=request.method in SAFE,
            head_only=request.method == b"HEAD",
        )
        reply = await self.upstream.ask(question, patience=self.knocking)
        try:
            exchange.begin(reply.status, outwards(reply.headers))
            async for piece in reply.pieces():
                await exchange.more(piece)
            exchange.end()
        finally:
            reply.close()

    # Now and then

    def note(self, exchange: Exchange, peer: str) -> None:
        """Count an answer, and write it down."""
        self.numbers.sent_bytes += exchange.sent
        if self.log.path is None:
            return
        request = exchange.request
        self.log.note(
            request.client if request else peer,
            self.clock.now,
            exchange.line,
            exchange.status,
            exchange.sent,
            (request.header(b"referer") if request else None) or b"",
            (request.header(b"user-agent") if request else None) or b"",
        )

    def tick(self) -> None:
        """What is done once a second."""
        self.clock.tick()
        self.again.clear()  # there is another date in the answers now
        steady = self.clock.steady
        self.counters.append((steady, self.tags.now()))
        while len(self.counters) > 1 and steady - self.counters[1][0] >= STALE_FOR:
            self.counters.popleft()
        for connection in list(self.connections):
            connection.sweep(steady)
        self.upstream.sweep(steady)
        self.warmth.tick()
        self.trouble.tick(self.numbers, self.clock)
        self.log.write()


def _is_known(known: bytes, etag: bytes) -> bool:
    if known == b"*":
        return True
    return any(is_same(given.strip(b" \t"), etag) for given in known.split(b","))


def _is_undone(exchange: Exchange, broken: Broken) -> bool:
    """Whether asking again can do no harm."""
    request = exchange.request
    return isinstance(broken, Unreachable) or request is None or request.method in SAFE


async def _gathered(
    exchange: Exchange, request: Request
) -> tuple[bytes, AsyncIterator[bytes] | None]:
    """What is sent of a body at once, and what later.

    A form is taken whole before the application hears of it: its threads do not wait for slow
    readers. Raises Gone.
    """
    if request.length == 0:
        return b"", None
    pieces = _framed(exchange.incoming(), chunked=request.length is None)
    gathered = bytearray()
    async for piece in pieces:
        gathered += piece
        if len(gathered) > GATHERED:
            return bytes(gathered), pieces
    return bytes(gathered), None


async def _framed(pieces: AsyncIterator[bytes], *, chunked: bool) -> AsyncIterator[bytes]:
    async for piece in pieces:
        yield b"%x\r\n%b\r\n" % (len(piece), piece) if chunked else piece
    if chunked:
        yield b"0\r\n\r\n"
