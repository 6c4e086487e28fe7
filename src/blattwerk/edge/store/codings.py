"""The codings an answer can travel in, and what gains by them."""

import zlib
from collections.abc import Callable, Sequence
from enum import IntEnum

import brotli  # type: ignore[import-untyped]  # ships no types

try:
    from compression import zstd as _zstd  # type: ignore[import-not-found]  # since Python 3.14
except ImportError:
    _zstd = None

SMALLEST = 200  # bytes; below it the header line costs what the coding saves
FASTEST = 1  # Brotli's qualities: where size hardly matters
QUICK = 5  # 1 ms for an article, smaller than gzip can make it
FINEST = 11  # 100 ms for an article, for a tenth less
GZIP_LEVEL = 6
ZSTD_LEVEL = 3  # more costs more than Brotli and gains less
_GZIP_WINDOW = 16 + zlib.MAX_WBITS
_DENSE = (b"audio/", b"image/", b"video/", b"font/", b"application/zip", b"application/gzip")
_SPARSE = (b"image/svg", b"image/bmp", b"image/x-icon", b"image/vnd.microsoft.icon")


class Coding(IntEnum):
    """Also the place in a page's list of wires, so that a hit finds its own by an index."""

    IDENTITY = 0
    GZIP = 1
    BROTLI = 2
    ZSTD = 3


NAMES = (b"", b"gzip", b"br", b"zstd")  # by coding: what `content-encoding` says

CODINGS: tuple[Coding, ...] = tuple(c for c in Coding if c is not Coding.ZSTD or _zstd is not None)
"""What this Python can make."""


def gains(headers: Sequence[tuple[bytes, bytes]], size: int) -> bool:
    """Whether a body of this size, in bytes, is worth compressing: text, not sound or pictures."""
    if size < SMALLEST:
        return False
    kind = next((value for name, value in headers if name == b"content-type"), b"").lower()
    return bool(kind) and (kind.startswith(_SPARSE) or not kind.startswith(_DENSE))


def encode(body: bytes, coding: Coding, quality: int = QUICK) -> bytes:
    """The body in a coding; the quality is Brotli's."""
    if coding is Coding.BROTLI:
        return bytes(brotli.compress(body, quality=quality))
    if coding is Coding.GZIP:
        return zlib.compress(body, GZIP_LEVEL, _GZIP_WINDOW)
    if coding is Coding.ZSTD and _zstd is not None:
        return bytes(_zstd.compress(body, ZSTD_LEVEL))
    return body


def decode(body: bytes, coding: Coding) -> bytes:
    """What `encode` was given. Raises ValueError when it cannot be that."""
    if coding is Coding.IDENTITY:
        return body
    try:
        return _DECODERS[coding](body)
    except (KeyError, zlib.error, brotli.error, *_ZSTD_ERRORS) as error:
        raise ValueError(f"A page's {coding.name.lower()} cannot be read.") from error


def _gunzip(body: bytes) -> bytes:
    return zlib.decompress(body, _GZIP_WINDOW)


_ZSTD_ERRORS: tuple[type[Exception], ...] = () if _zstd is None else (_zstd.ZstdError,)
_DECODERS: dict[Coding, Callable[[bytes], bytes]] = {
    Coding.GZIP: _gunzip,
    Coding.BROTLI: brotli.decompress,
}
if _zstd is not None:
    _DECODERS[Coding.ZSTD] = _zstd.decompress
