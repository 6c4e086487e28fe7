"""Static files and media, from two folders and nowhere else."""

import asyncio
import mimetypes
import os
import re
from collections.abc import Mapping
from email.utils import formatdate
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO, NamedTuple
from urllib.parse import unquote_to_bytes

from blattwerk.edge.door import answers
from blattwerk.edge.door.accept import chosen
from blattwerk.edge.door.answers import Whole, head_of
from blattwerk.edge.door.exchange import Exchange
from blattwerk.edge.door.strict import SAFE, Request
from blattwerk.edge.store import Coding

PIECE = 256 * 1024  # bytes read at once
SIBLINGS = ((Coding.BROTLI, ".br", b"br"), (Coding.GZIP, ".gz", b"gzip"))
FOR_EVER = b"public, max-age=31536000, immutable"
FOR_A_WHILE = b"public, max-age=3600"

_HASHED = re.compile(r"\.[0-9a-f]{8,64}\.[^/]+$")
_RANGE = re.compile(rb"bytes=(\d{0,18})-(\d{0,18})")
_TYPES = {
    ".js": "text/javascript", ".mjs": "text/javascript", ".woff2": "font/woff2",
    ".webp": "image/webp", ".avif": "image/avif", ".webmanifest": "application/manifest+json",
    ".m4a": "audio/mp4", ".opus": "audio/ogg", ".vtt": "text/vtt",
}  # fmt: skip
_ALIVE = ("text/html", "image/svg+xml", "text/xml", "application/xml", "application/xhtml+xml")


class Found(NamedTuple):
    """An open file and what is sent of it."""

    file: BinaryIO
    size: int
    changed: float  # seconds since 1970
    etag: bytes
    coding: bytes
    kind: str
    varies: bool


class Files:
    """Folders by the prefix they are shown under; without a folder the application is asked."""

    def __init__(self, folders: Mapping[bytes, Path | None]) -> None:
        self.folders = {
            prefix: folder.resolve() for prefix, folder in folders.items() if folder is not None
        }
        self.prefixes = tuple(self.folders)

    async def answer(self, exchange: Exchange, request: Request) -> None:
        """Answer a request below one of the prefixes."""
        if request.method not in SAFE:
            exchange.whole(answers.small(405, (b"allow", b"GET, HEAD")))
            return
        found = self._find(request)
        if found is None:
            exchange.whole(answers.NOT_FOUND)
            return
        with found.file:
            await _send(exchange, request, found)

    def _find(self, request: Request) -> Found | None:
        prefix = next(p for p in self.prefixes if request.plain.startswith(p))
        root = self.folders[prefix]
        try:
            name = unquote_to_bytes(request.target.path)[len(prefix) :].decode()
        except UnicodeDecodeError:
            return None
        if not name or any(part.startswith(".") or not part for part in name.split("/")):
            return None
        wanted = chosen(request.header(b"accept-encoding") or b"")
        siblings = [sibling for sibling in SIBLINGS if _below(root, name + sibling[1])]
        whole = request.header(b"range") is None  # a part is one of the plain file
        for coding, ending, token in siblings:
            if coding is wanted and whole:
                return _open(root, name, ending, token, varies=True)
        return _open(root, name, "", b"", varies=bool(siblings))


def _below(root: Path, name: str) -> Path | None:
    """The file of this name, if it is one and really lies in the folder."""
    try:
        path = (root / name).resolve(strict=True)
        return path if path.is_relative_to(root) and path.is_file() else None
    except (OSError, ValueError):
        return None


def _open(root: Path, name: str, ending: str, token: bytes, *, varies: bool) -> Found | None:
    path = _below(root, name + ending)
    if path is None:
        return None
    try:
        file = path.open("rb")
    except OSError:
        return None
    seen = os.fstat(file.fileno())
    if not S_ISREG(seen.st_mode):
        file.close()
        return None
    etag = b'"%x-%x%b"' % (seen.st_mtime_ns, seen.st_size, b"-" + token if token else b"")
    return Found(file, seen.st_size, seen.st_mtime, etag, token, _kind(name), varies)


def _kind(name: str) -> str:
    kind = _TYPES.get(Path(name).suffix.lower()) or mimetypes.guess_type(name)[0]
    kind = kind or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


async def _send(exchange: Exchange, request: Request, found: Found) -> None:
    headers = _headers(request, found)
    if _has_it(request, found):
        exchange.protocol.door.numbers.not_modified += 1
        exchange.whole(Whole(304, head_of(304, headers), b""))
        return
    headers.append((b"content-type", found.kind.encode()))
    if found.coding:
        headers.append((b"content-encoding", found.coding))
    part = _part(request, found)
    if part is None:
        exchange.whole(answers.small(416, (b"content-range", b"bytes */%d" % found.size)))
        return
    start, stop = part
    status = 200
    if (start, stop) != (0, found.size) or _wants_part(request, found):
        status = 206
        headers.append((b"content-range", b"bytes %d-%d/%d" % (start, stop - 1, found.size)))
    headers.append((b"content-length", b"%d" % (stop - start)))
    exchange.begin(status, headers)
    await _pour(exchange, found.file, start, 0 if exchange.head_only else stop - start)
    exchange.end()


async def _pour(exchange: Exchange, file: BinaryIO, start: int, left: int) -> None:
    """Send so many bytes of a file from a place on."""
    loop = asyncio.get_running_loop()
    small = left <= PIECE
    while left > 0:
        size = min(left, PIECE)
        if small:  # most likely in memory already; a thread would take longer
            piece = os.pread(file.fileno(), size, start)
        else:
            piece = await loop.run_in_executor(None, os.pread, file.fileno(), size, start)
        if not piece:
            exchange.give_up()  # it became shorter than was promised
            return
        await exchange.more(piece)
        start += len(piece)
        left -= len(piece)


def _headers(request: Request, found: Found) -> list[tuple[bytes, bytes]]:
    kind = found.kind.partition(";")[0]
    policy = b"default-src 'self'"  # of a script: what it may do as a worker
    if kind != "text/javascript":
        policy = b"default-src 'none'; style-src 'unsafe-inline'"
        policy += b"; sandbox" if kind in _ALIVE else b""
    hashed = _HASHED.search(request.plain.decode("latin-1"))
    lines = [
        (b"etag", found.etag),
        (b"last-modified", formatdate(int(found.changed), usegmt=True).encode()),
        (b"accept-ranges", b"bytes"),
        (b"cache-control", FOR_EVER if hashed else FOR_A_WHILE),
        *answers.SAFETY,
        (b"content-security-policy", policy),
    ]
    if found.varies:
        lines.append((b"vary", b"accept-encoding"))
    return lines


def _has_it(request: Request, found: Found) -> bool:
    known = request.header(b"if-none-match")
    if known is not None:
        given = [tag.strip().removeprefix(b"W/") for tag in known.split(b",")]
        return found.etag in given or b"*" in given
    since = request.header(b"if-modified-since")
    return since == formatdate(int(found.changed), usegmt=True).encode()


def _wants_part(request: Request, found: Found) -> bool:
    """Whether there is one range, and of the file as it is now."""
    wanted = _RANGE.fullmatch(request.header(b"range") or b"")
    if request.method != b"GET" or wanted is None or (not wanted[1] and not wanted[2]):
        return False
    if wanted[1] and wanted[2] and int(wanted[1]) > int(wanted[2]):
        return False
    same = request.header(b"if-range")
    changed = formatdate(int(found.changed), usegmt=True).encode()
    return same is None or same in (found.etag, changed)


def _part(request: Request, found: Found) -> tuple[int, int] | None:
    """First byte and the one after the last; None where there are none such."""
    if not _wants_part(request, found):
        return 0, found.size
    wanted = _RANGE.fullmatch(request.header(b"range") or b"")
    assert wanted is not None  # noqa: S101  # it was looked at above
    if not wanted[1]:
        start, stop = max(found.size - int(wanted[2]), 0), found.size
    else:
        start = int(wanted[1])
        stop = min(int(wanted[2]) + 1, found.size) if wanted[2] else found.size
    return (start, stop) if start < stop else None
