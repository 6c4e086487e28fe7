"""The door's own small answers: refusals, and the page for when nothing else can be shown."""

from collections.abc import Iterable
from http import HTTPStatus
from typing import NamedTuple

SAFETY = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"strict-origin-when-cross-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
)
NOTHING_LOADED = (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'")
METHODS = b"GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"


class Whole(NamedTuple):
    """An answer that is all there. Its head has no date and no empty line yet."""

    status: int
    head: bytes
    body: bytes


def status_line(status: int) -> bytes:
    return b"HTTP/1.1 " + _status(status) + b"\r\n"


def head_of(status: int, headers: Iterable[tuple[bytes, bytes]]) -> bytes:
    """Status line and header lines, without the empty line."""
    lines = [b"%b: %b\r\n" % line for line in headers]
    return status_line(status) + b"".join(lines)


def small(status: int, *headers: tuple[bytes, bytes]) -> Whole:
    """One of our own answers; asked for again each time."""
    kind, body = _body(status)
    return Whole(
        status,
        head_of(
            status,
            [
                (b"content-type", kind),
                (b"content-length", b"%d" % len(body)),
                (b"cache-control", b"no-store"),
                *SAFETY,
                NOTHING_LOADED,
                *headers,
            ],
        ),
        body,
    )


def _status(status: int) -> bytes:
    try:
        return b"%d %b" % (status, HTTPStatus(status).phrase.encode())
    except ValueError:
        return b"%d " % status


_PAGES = {
    404: (
        "Diese Seite gibt es nicht.",
        "There is no such page.",
    ),
    502: (
        "Ob Ihre Eingabe angekommen ist, wissen wir nicht. Bitte sehen Sie nach.",
        "We do not know whether what you sent has arrived. Please look.",
    ),
    503: (
        "Diese Seite kann gerade nicht gezeigt werden. Bitte versuchen Sie es gleich noch einmal.",
        "This page cannot be shown just now. Please try again in a moment.",
    ),
}


def _body(status: int) -> tuple[bytes, bytes]:
    if status not in _PAGES:
        return b"text/plain; charset=utf-8", _status(status) + b"\n"
    german, english = _PAGES[status]
    page = (
        '<!doctype html><html lang="de"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">'
        f'<title>{status}</title><p>{german}</p><p lang="en">{english}</p></html>\n'
    )
    return b"text/html; charset=utf-8", page.encode()


NOT_FOUND = small(404)
NOT_ALLOWED = small(405, (b"allow", METHODS))
UNSURE = small(502)
UNAVAILABLE = small(503, (b"retry-after", b"5"))
BROKEN = small(500)
