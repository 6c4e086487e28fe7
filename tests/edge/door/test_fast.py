"""Whatever the glance answers, the strict parser would have answered with the same bytes."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from uvicorn import Config
from uvicorn.server import ServerState

from blattwerk.edge.door.door import Door
from blattwerk.edge.door.hit import answer_at_a_glance
from blattwerk.edge.door.options import Options
from blattwerk.edge.door.protocol import DoorProtocol
from blattwerk.edge.door.target import store_key
from blattwerk.edge.store import Answer, Coding, Store, Tags

BODY = b"<p>Ein Absatz aus der Zeitung.</p>" * 40
HOST = b"paper.test"
PAGES = ((b"/", b""), (b"/a/b.html", b""), (b"/a/", b"seite=2"), (b"/konto/x.css", b""))


class Wire:
    """A transport that keeps what is written."""

    def __init__(self) -> None:
        self.written = b""
        self.closed = False

    def write(self, data: bytes) -> None:
        if not self.closed:
            self.written += data

    def close(self) -> None:
        self.closed = True

    abort = close

    def is_closing(self) -> bool:
        return self.closed

    def get_extra_info(self, name: str) -> Any:
        return ("127.0.0.1", 5000) if name == "peername" else None

    def get_write_buffer_size(self) -> int:
        return 0

    def pause_reading(self) -> None: ...
    def resume_reading(self) -> None: ...


async def _nobody(scope: Any, receive: Any, send: Any) -> None: ...


class Bench:
    """One door, asked by the glance and by the strict parser."""

    def __init__(self, folder: Path) -> None:
        self.loop = asyncio.new_event_loop()
        tags = Tags(folder / "tags")
        self.store = Store(tags, memory=2**24, folder=None, disk=0)
        options = Options(upstream=(folder / "none",), folder=folder, hosts=("paper.test",))
        self.door = Door(options, self.store, tags)
        self.config = Config(_nobody, log_config=None, ws="none")
        headers = ((b"content-type", b"text/html"),)
        for path, query in PAGES:
            answer = Answer(200, headers, BODY + path, ("a",), tags.now(), None, False)
            self.etag = self.store.put(store_key(HOST, path, query), answer).etag
        self.started = 0

    def ask(self, data: bytes, *, glance: bool) -> tuple[bytes, bool]:
        """What is written at once, and whether the connection is closed."""
        protocol = DoorProtocol(self.door, self.config, ServerState(), {}, self.loop)
        protocol.glance = glance
        protocol._start_asgi_task = self._asked  # type: ignore[method-assign]  # nobody upstream
        wire: Any = Wire()
        protocol.connection_made(wire)
        before = self.door.numbers.hits
        if glance:
            if not (data.endswith(b"\r\n\r\n") and answer_at_a_glance(self.door, protocol, data)):
                assert wire.written == b""
                assert self.door.numbers.hits == before
            return wire.written, wire.closed
        protocol.data_received(data)
        return wire.written, wire.closed

    def _asked(self, *_given: Any) -> None:
        self.started += 1


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bench]:
    made = Bench(tmp_path_factory.mktemp("door"))
    yield made
    made.store.close()
    made.door.tags.close()
    made.loop.close()


def usual(*lines: bytes, target: bytes = b"/", method: bytes = b"GET") -> bytes:
    return b"%b %b HTTP/1.1\r\n%b\r\n" % (
        method,
        target,
        b"".join(line + b"\r\n" for line in lines),
    )


NAMES = st.sampled_from(
    [
        b"Host", b"host", b"Cookie", b"cookie", b"Referer", b"If-None-Match", b"if-none-match",
        b"Accept-Encoding", b"Accept", b"User-Agent", b"Connection", b"Range", b"Expect",
        b"Upgrade", b"Authorization", b"Content-Length", b"Transfer-Encoding",
        b"X-Forwarded-For", b"Host ",
        b" Host", b"Cache-Control", b"DNT", b"", b"Blattwerk-Tags", b"TE", b"Sec-Fetch-Mode",
    ]
)  # fmt: skip
VALUES = st.one_of(
    st.sampled_from(
        [
            b"paper.test", b"PAPER.test", b"paper.test.", b"paper.test:80", b"evil.test", b"br",
            b"gzip, br;q=0.5", b"*", b"identity", b"keep-alive", b"close", b"bytes=0-1", b"0", b"5",
            b"chunked", b"100-continue", b"a\x00b", b"a\rb", b"a\nb", b"a\r\n b", b"\xc3\xa4", b"",
            b"upgrade", b'"x", "y"', b"W/", b"a\tb",
        ]
    ),
    st.binary(max_size=12),
)  # fmt: skip
LINES = st.tuples(NAMES, st.sampled_from([b": ", b":", b":  ", b" : "]), VALUES).map(b"".join)
ENDS = st.sampled_from([b"\r\n"] * 12 + [b"\n", b"\r", b"\r\n\r\n"])
TARGETS = st.one_of(
    st.sampled_from(
        [
            b"/", b"/a/b.html", b"/a/?seite=2", b"/a/?utm_source=x&seite=2", b"//a/b.html",
            b"/%61/b.html", b"/a/./b.html", b"/x/../a/b.html", b"/a%2fb.html", b"/a/b.html#x",
            b"/konto/x.css", b"/%6bonto/x.css", b"//konto/x.css", b"/a/b.html\x00", b"/a/b.html ",
            b"http://paper.test/", b"http://evil.test/", b"*", b"/..", b"/a/b.html HTTP/1.0", b"/?",
            b"/\xc3\xa4", b"/%", b"/%00", b"/static/x.css", b"/_blattwerk/edge",
        ]
    ),
    st.binary(max_size=8).map(lambda found: b"/" + found),
)  # fmt: skip
METHODS = st.sampled_from([b"GET"] * 6 + [b"HEAD", b"HEAD", b"POST", b"get", b"GET ", b"\r\nGET"])
VERSIONS = st.sampled_from(
    [b"HTTP/1.1"] * 9 + [b"HTTP/1.0", b"HTTP/2.0", b"http/1.1", b"HTTP/1.1 "]
)


@st.composite
def requests(draw: st.DrawFn) -> bytes:
    lines = draw(st.lists(st.tuples(LINES, ENDS).map(b"".join), max_size=5))
    if draw(st.integers(0, 9)):
        lines.insert(draw(st.integers(0, len(lines))), b"Host: paper.test\r\n")
    first = b" ".join((draw(METHODS), draw(TARGETS), draw(VERSIONS))) + draw(ENDS)
    more = b"\r\nGET / HTTP/1.1\r\n\r\n"
    tail = draw(st.sampled_from([b"\r\n"] * 8 + [b"\r\n\r\n", b"\n", more]))
    return first + b"".join(lines) + tail


USUAL = tuple(
    usual(b"Host: paper.test", *lines, target=target, method=method)
    for target in (b"/", b"/a/b.html", b"/a/?seite=2", b"/a/?utm_source=x&seite=2")
    for method in (b"GET", b"HEAD")
    for lines in (
        (),
        (b"Accept-Encoding: gzip, br", b"Cookie: bw_session=1; x=y", b"Connection: keep-alive"),
        (b'If-None-Match: "x"', b"Referer: https://paper.test/", b"User-Agent: a"),
    )
)
SPOTS = st.tuples(
    st.integers(0, 400),
    st.integers(0, 2),
    st.one_of(
        st.binary(max_size=2),
        st.sampled_from(
            [b"\r\n", b"\n", b"\r", b"\0", b" ", b"\t", b":", b"/", b".", b"%", b"?", b","]
        ),
    ),
)


@st.composite
def nearly_usual(draw: st.DrawFn) -> bytes:
    """A usual request, with something cut out or put in at up to two places."""
    data = draw(st.sampled_from(USUAL))
    for place, cut, put in draw(st.lists(SPOTS, max_size=2)):
        spot = place % len(data)
        data = data[:spot] + put + data[spot + cut :]
    return data


@settings(max_examples=800)
@given(data=st.one_of(requests(), nearly_usual(), nearly_usual()))
def test_the_glance_answers_nothing_the_strict_parser_would_answer_otherwise(
    bench: Bench, data: bytes
) -> None:
    answered, closed = bench.ask(data, glance=True)
    if answered:
        assert bench.ask(data, glance=False) == (answered, closed)


def test_the_glance_answers_the_usual(bench: Bench) -> None:
    page = bench.store.get(store_key(HOST, b"/", b""))
    assert page is not None
    etag = page.wire(Coding.BROTLI).etag
    host = b"Host: paper.test"
    browser = [
        host, b"Connection: keep-alive", b"Accept: text/html", b"Accept-Encoding: gzip, br",
        b"User-Agent: Mozilla/5.0 (X11)", b"Sec-Fetch-Mode: navigate", b"Accept-Language: de",
    ]  # fmt: skip
    own = [b"Cookie: bw_session=1; x=y", b"Referer: https://paper.test/a/"]

    for data in (
        usual(host),
        usual(*browser, *own),
        usual(*own, *browser),
        usual(*browser, b"If-None-Match: " + etag),
        usual(host, method=b"HEAD"),
        usual(host, target=b"/a/?utm_source=x&seite=2"),
    ):
        answered, _closed = bench.ask(data, glance=True)
        assert answered
        assert bench.ask(data, glance=False) == (answered, False)


@pytest.mark.parametrize(
    "data",
    [
        usual(b"Host: paper.test", b"Host: paper.test"),
        usual(b"Host: paper.test", b" folded"),
        usual(b"Host: paper.test\nX: y"),
        usual(b"Host: paper.test", target=b"http://paper.test/"),
        usual(b"Host: paper.test", b"Transfer-Encoding: chunked"),
        usual(b"Host: paper.test", b"Content-Length: 0"),
        usual(b"Host: paper.test", b"Content-Length: 3"),
        usual(b"Host: paper.test", b"Connection: close"),
        usual(b"Host: paper.test", b"Range: bytes=0-1"),
        usual(b"Host: paper.test", b"Authorization: x"),
        usual(b"Host: paper.test", b"Expect: 100-continue"),
        usual(b"Host: paper.test", b"Upgrade: h2c"),
        usual(b"Host: paper.test", b"X-Forwarded-For: 1.1.1.1"),
        usual(b"Host: paper.test", b"Cookie: " + b"a" * 9000),
        usual(b"Host: paper.test", target=b"/\0"),
        usual(b"Host: paper.test", target=b"/konto/x.css"),
        usual(b"Host: paper.test") * 2,
        usual(b"Host: evil.test"),
        usual(b"Host: paper.test").replace(b"1.1", b"1.0"),
        usual(b"Host: paper.test", method=b"POST"),
        usual(),
    ],
)
def test_everything_odd_goes_to_the_strict_parser(bench: Bench, data: bytes) -> None:
    assert bench.ask(data, glance=True) == (b"", False)


def test_what_is_remembered_is_bounded_and_nobodys_own(bench: Bench) -> None:
    for number in range(20_000):
        target = b"/x%d/?fbclid=%d" % (number, number)
        bench.ask(usual(b"Host: paper.test", b"Cookie: me=%d" % number, target=target), glance=True)
        bench.ask(usual(b"Host: paper.test", b"Accept: %d" % number), glance=True)

    assert len(bench.door.look.blocks) <= 4_096
    assert not any(b"Cookie" in block for block in bench.door.look.blocks)
    assert not any(b"fbclid" in aim for aim in bench.door.look.aims)


def a_second_later(bench: Bench) -> None:
    bench.door.warmth.scheme = None  # there is no loop in which pages could be made ahead
    bench.door.tick()


def test_asked_in_the_same_words_the_same_is_answered(bench: Bench) -> None:
    asked = usual(b"Host: paper.test", b"Accept-Encoding: br")
    a_second_later(bench)

    first, _closed = bench.ask(asked, glance=True)
    assert [*bench.door.again] == [asked]
    assert bench.ask(asked, glance=True)[0] == first == bench.ask(asked, glance=False)[0]

    a_second_later(bench)
    assert bench.door.again == {}  # nor a Date of before


def test_what_differs_from_reader_to_reader_is_not_remembered(bench: Bench) -> None:
    a_second_later(bench)
    for line in (b"Cookie: bw_session=x", b"Referer: https://x.test/", b'If-None-Match: "x"'):
        assert bench.ask(usual(b"Host: paper.test", line), glance=True)[0]

    assert bench.door.again == {}


def test_what_was_purged_is_not_answered_again(tmp_path: Path) -> None:
    bench = Bench(tmp_path)
    asked = usual(b"Host: paper.test")
    assert bench.ask(asked, glance=True)[0]

    bench.door.tags.purge(["a"])
    assert bench.ask(asked, glance=True)[0] == b""
    bench.store.close()
    bench.door.tags.close()
    bench.loop.close()
