"""Byte ranges as players and podcast apps ask for them (RFC 9110, section 14).

One range is answered; several at once, other units and nonsense are answered with the whole, as
the RFC allows. The web server takes some blocks ahead and then frees the thread, however slow the
line; only what is longer holds a thread. Such have few places, so that pages go on: who finds none
and asked for a range gets its beginning (the RFC allows that too, and players ask on), who wants
the whole is asked to come back.
"""

import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import IO

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

BLOCK = 1024 * 1024  # bytes
AHEAD = 4 * BLOCK  # measured with granian 2.8, which takes five
_RANGE = re.compile(r"bytes\s*=\s*(?:([0-9]{1,40})-([0-9]{0,40})|-([0-9]{1,40}))\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Whole:
    """A thing of `size` bytes; `etag` is strong and quoted; `open` may raise OSError."""

    size: int
    etag: str
    content_type: str
    open: Callable[[], IO[bytes]]


class OutOfRange(ValueError):
    """The range begins behind the end."""


class NoPlace(RuntimeError):
    """Too many long answers are under way."""


def wanted(header: str, size: int) -> tuple[int, int] | None:
    """First byte and length of the range asked for; None when the whole is to be answered.

    Raises OutOfRange when nothing of the range is there.
    """
    match = _RANGE.fullmatch(header.strip(" \t"))
    if match is None:
        return None
    begin, end, suffix = match.groups()
    if suffix is not None:
        first, last = max(size - int(suffix), 0), size - 1
    else:
        first, last = int(begin), min(int(end or size), size - 1)
        if end and int(end) < first:
            return None  # backwards: no range at all
    if first >= size:
        raise OutOfRange(header)
    return first, last - first + 1


def answer_ranged(request: HttpRequest, whole: Whole, headers: dict[str, str]) -> HttpResponseBase:
    """The whole, the range asked for, or that nothing has changed; `headers` go with each.

    Raises OSError when the thing cannot be opened.
    """
    headers = {**headers, "ETag": whole.etag, "Accept-Ranges": "bytes"}
    unchanged = get_conditional_response(request, etag=whole.etag)
    if unchanged is not None:
        for name, value in headers.items():
            unchanged.headers[name] = value
        return unchanged
    headers["Content-Type"] = whole.content_type
    if request.method == "HEAD":  # ranges are for GET alone
        return HttpResponse(headers={**headers, "Content-Length": str(whole.size)})
    try:
        part = wanted(_asked(request, whole.etag), whole.size)
    except OutOfRange:
        missed = {"Content-Range": f"bytes */{whole.size}", "Cache-Control": "no-store"}
        return HttpResponse(status=416, headers={**headers, **missed})
    return _everything(whole, headers) if part is None else _part(whole, *part, headers)


def _asked(request: HttpRequest, etag: str) -> str:
    """The range header; nothing where the reader holds a part of something else."""
    known = request.headers.get("If-Range", "")
    return request.headers.get("Range", "") if known in ("", etag) else ""


def _everything(whole: Whole, headers: dict[str, str]) -> HttpResponseBase:
    try:
        return _streamed(whole, 0, whole.size, headers)
    except NoPlace:
        return HttpResponse(status=503, headers={"Retry-After": "5", "Cache-Control": "no-store"})


def _part(whole: Whole, first: int, length: int, headers: dict[str, str]) -> HttpResponseBase:
    try:
        response = _streamed(whole, first, length, headers)
    except NoPlace:
        length = AHEAD
        response = _streamed(whole, first, length, headers)
    response.status_code = 206
    response.headers["Content-Range"] = f"bytes {first}-{first + length - 1}/{whole.size}"
    return response


def _streamed(whole: Whole, first: int, length: int, headers: dict[str, str]) -> HttpResponseBase:
    """Bytes from `first` on; raises NoPlace when other long answers have all places."""
    places = _places() if length > AHEAD else None
    if places is not None and not places.acquire(blocking=False):
        raise NoPlace
    try:
        file = whole.open()
    except OSError:
        if places is not None:
            places.release()
        raise
    file.seek(first)
    headers = {**headers, "Content-Length": str(length)}
    return StreamingHttpResponse(_Blocks(file, length, places), headers=headers)


@cache
def _places() -> threading.BoundedSemaphore:
    return threading.BoundedSemaphore(max(settings.WEB_THREADS // 4, 1))


class _Blocks:
    """So many bytes of an open file, block by block; closing gives file and place back, once."""

    def __init__(
        self, file: IO[bytes], length: int, places: threading.BoundedSemaphore | None
    ) -> None:
        self.file = file
        self.left = length
        self.places = places

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        block = b"" if self.file.closed else self.file.read(min(BLOCK, self.left))
        if not block:
            self.close()
            raise StopIteration
        self.left -= len(block)
        return block

    def close(self) -> None:
        self.file.close()
        places, self.places = self.places, None
        if places is not None:
            places.release()
