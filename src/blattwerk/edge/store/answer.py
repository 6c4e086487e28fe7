"""An answer as the application gave it, and as it goes over the wire."""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Answer:
    """What may be stored: public, the same bytes for every reader.

    Header names are lower-case and without those of the connection and of the coding, which are
    the edge's own: date, connection, content-length, content-encoding, etag, vary, blattwerk-*.
    """

    status: int
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes  # not compressed
    tags: tuple[str, ...]
    as_of: int  # `Tags.now()`, read before the answer was asked for
    until: float | None  # seconds since 1970; from then on it is stale
    strict: bool  # never served stale while it is refreshed


class Wire(NamedTuple):
    """A page in one coding. What goes out is head + date line + b"\\r\\n" + body."""

    head: bytes  # status line and header lines, each with its line end, without `date`
    body: bytes
    etag: bytes  # with its quotes
    not_modified: bytes  # as `head`, of a 304; goes out without a body
