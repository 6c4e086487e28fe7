"""The door's own small answers: refusals, and the page for when nothing else can be shown."""

from base64 import b64encode
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from http import HTTPStatus
from typing import NamedTuple

SAFETY = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"strict-origin-when-cross-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"x-frame-options", b"DENY"),
)
NOTHING_LOADED = (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'")
# In rem and without a fixed width: readable on a telephone, and at whatever size of type is wanted.
STYLE = (
    ":root{color-scheme:light dark}"
    "body{max-width:34rem;margin:14vh auto;padding:0 1.25rem;background:#fffdf8;color:#1c1b19;"
    "font:1.125rem/1.5 Georgia,'Times New Roman',serif;overflow-wrap:break-word;hyphens:auto}"
    "h1{margin:0 0 .75rem;font-size:1.375rem;line-height:1.3}"
    "p{margin:0 0 .75rem;color:#57534c}"
    "@media(prefers-color-scheme:dark){"
    "body{background:#171614;color:#eceae5}p{color:#b5b0a6}}"
)
ONE_STYLE = (
    b"content-security-policy",
    b"default-src 'none'; style-src 'sha256-%b'; base-uri 'none'; form-action 'none'; "
    b"frame-ancestors 'none'" % b64encode(sha256(STYLE.encode()).digest()),
)
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


@lru_cache(maxsize=64)
def small(status: int, *headers: tuple[bytes, bytes]) -> Whole:
    """One of our own answers; asked for again each time."""
    page = status in _PAGES
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
                ONE_STYLE if page else NOTHING_LOADED,
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
    400: (
        "Diese Anfrage ist nicht zu verstehen.",
        "This request cannot be understood.",
    ),
    404: (
        "Diese Seite gibt es nicht.",
        "There is no such page.",
    ),
    429: (
        "Von Ihrer Adresse kommen gerade sehr viele Anfragen. Bitte warten Sie einen Augenblick.",
        "Very many requests come from your address just now. Please try again in a moment.",
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
        f"<title>{german}</title><style>{STYLE}</style>"
        f'<h1>{german}</h1><p lang="en">{english}</p></html>\n'
    )
    return b"text/html; charset=utf-8", page.encode()


NOT_FOUND = small(404)
NOT_ALLOWED = small(405, (b"allow", METHODS))
UNSURE = small(502)
UNAVAILABLE = small(503, (b"retry-after", b"5"))
BROKEN = small(500)
