"""Which headers pass the door, inwards and outwards, and which answers may be kept.

Names with an underscore never pass: to a WSGI application `X_Forwarded_For` and `X-Forwarded-For`
are the same.
"""

from collections.abc import Iterable, Iterator, Sequence

from blattwerk.edge.door.strict import Headers, Request, header_in
from blattwerk.edge.store import Answer

LARGEST_STORED = 8 * 1024 * 1024  # bytes

_HOP = frozenset(
    b"connection keep-alive proxy-authenticate proxy-authentication-info proxy-authorization "
    b"proxy-connection te trailer transfer-encoding upgrade".split()
)
_NEVER_INWARDS = _HOP | frozenset(
    b"host content-length expect forwarded via x-forwarded-for x-forwarded-proto x-forwarded-host "
    b"x-forwarded-port x-forwarded-server x-forwarded-prefix x-forwarded-scheme x-real-ip "
    b"x-original-url x-rewrite-url x-http-method-override proxy".split()
)
_NEVER_STORED_WITH = _HOP | frozenset(
    b"date content-length content-encoding etag vary server age".split()
)
_STORED = frozenset((200, 301, 308, 404, 410))
_MARK = b"blattwerk-"


def own_question(request: Request) -> bytes:
    """The head for a request that goes to the application as it came."""
    length = request.length
    lines = [
        (name, value) for name, value in _passing(request.headers) if name not in _NEVER_INWARDS
    ]
    if length is None:
        lines.append((b"transfer-encoding", b"chunked"))
    elif request.header(b"content-length") is not None:
        lines.append((b"content-length", b"%d" % length))
    sender = _sender(request, request.host)  # with its port, which an Origin names too
    return _head(request.method, request.target.whole, [*sender, *lines])


def shared_question(request: Request) -> bytes:
    """The head for a request whose answer everybody gets: with nothing of the one who asks."""
    lines = [
        *_sender(request, request.name),
        (b"accept-encoding", b"identity"),
        (b"blattwerk-shared", b"1"),
    ]
    return _head(b"GET", request.target.folded, lines)


def outwards(headers: Headers) -> list[tuple[bytes, bytes]]:
    """What a reader gets of the headers of an answer that is passed on."""
    return [
        (name, value)
        for name, value in _passing(headers)
        if name not in _HOP and name not in (b"date", b"server")
    ]


def tags_of(status: int, headers: Headers) -> tuple[str, ...] | None:
    """The tags of an answer that may be stored; None for one that may not."""
    said = header_in(headers, b"blattwerk-tags")
    if said is None or status not in _STORED:
        return None
    for name, value in headers:
        if name in (b"set-cookie", b"content-encoding", b"content-range"):
            return None
        words = {word.partition(b"=")[0].strip() for word in value.lower().split(b",")}
        if name == b"vary" and words - {b"", b"accept-encoding"}:
            return None
        if name == b"cache-control" and words & {b"private", b"no-store"}:
            return None
    return tuple(dict.fromkeys(said.decode("latin-1").split()))


def answer_of(
    status: int, headers: Headers, body: bytes, *, tags: tuple[str, ...], as_of: int
) -> Answer:
    """What is stored."""
    kept = tuple(
        (name, value) for name, value in _passing(headers) if name not in _NEVER_STORED_WITH
    )
    strict = header_in(headers, b"blattwerk-strict") == b"1"
    return Answer(status, kept, body, tags, as_of, _until(headers), strict)


def _until(headers: Headers) -> float | None:
    said = header_in(headers, b"blattwerk-until")
    if said is None:
        return None
    try:
        until = float(said)
    except ValueError:
        return 0.0  # a time that nobody understands has passed
    return until if until == until else 0.0  # the one number unlike itself


def _passing(headers: Headers) -> Iterator[tuple[bytes, bytes]]:
    named = {
        word.strip().lower()
        for name, value in headers
        if name == b"connection"
        for word in value.split(b",")
    }
    for name, value in headers:
        if name not in named and b"_" not in name and not name.startswith(_MARK):
            yield name, value


def _sender(request: Request, host: bytes) -> list[tuple[bytes, bytes]]:
    return [
        (b"host", host),
        (b"x-forwarded-proto", request.scheme),
        (b"x-forwarded-for", request.client.encode("latin-1")),
    ]


def _head(method: bytes, target: bytes, lines: Iterable[tuple[bytes, bytes]]) -> bytes:
    written: Sequence[bytes] = [b"%b: %b\r\n" % line for line in lines]
    return b"%b %b HTTP/1.1\r\n%b\r\n" % (method, target, b"".join(written))
