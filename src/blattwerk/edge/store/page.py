"""A stored answer: whether it is still right, and its bytes in each coding."""

import re
from array import array
from collections.abc import Iterator
from hashlib import blake2b
from http import HTTPStatus
from math import inf
from typing import Protocol, Self

from blattwerk.edge.store.answer import Answer, Wire
from blattwerk.edge.store.codings import CODINGS, FINEST, NAMES, Coding, decode, encode, gains
from blattwerk.edge.store.tags import EVERYTHING, NOW, Freshness, Tags, slot_of

LARGE = 160 * 1024  # bytes; compressing more takes longer than other readers should wait
FRAME = 900  # bytes Python needs for a page beside those counted
WIRE_FRAME = 250  # the same for each of its wires

_OURS = {
    b"date", b"connection", b"content-length", b"content-encoding", b"etag", b"vary",
    b"transfer-encoding", b"keep-alive",
}  # fmt: skip
_ONE_LINE = re.compile(rb"[^\r\n\0]*").fullmatch
_OF_THE_BODY = (b"content-type:", b"content-language:", b"content-disposition:", b"link:")


class Keeper(Protocol):
    """Who counts a page's bytes and makes what takes too long at once."""

    def grew(self, page: "Page", by: int) -> None: ...
    def wanted(self, page: "Page", coding: Coding) -> None: ...


class Page:
    """A stored answer. Its body is kept in one coding at least, the others are made of that.

    `status`, `tags`, `as_of`, `until`, `strict` are the answer's; `etag` is that of the body as it
    was given, each coding's is on its wire.
    """

    __slots__ = (
        "_body", "_clock", "_seen", "_slots", "_table", "as_of", "coded", "etag", "fields",
        "finest", "keeper", "kept_since", "key", "length", "size", "status", "strict", "tags",
        "until", "uses", "wires",
    )  # fmt: skip

    def __init__(self, key: bytes, answer: Answer, table: Tags, *, etag: bytes = b"") -> None:
        """An etag that is known already need not be computed again."""
        self.key = key
        self.status = answer.status
        self.tags = answer.tags
        self.as_of = answer.as_of
        self.until = answer.until
        self.strict = answer.strict
        self.etag = etag or b'"' + blake2b(answer.body, digest_size=12).hexdigest().encode() + b'"'
        self.coded = gains(answer.headers, len(answer.body))
        self.length = len(answer.body)  # not compressed
        self.finest = False  # its Brotli is as small as it gets
        self.wires: list[Wire | None] = [None] * len(Coding)
        self.keeper: Keeper | None = None
        self.kept_since = 0.0  # monotonic; when its keeper took it
        self.uses = 0
        self._body: bytes | None = answer.body
        self.fields = b"".join(_lines(answer.headers))  # header lines
        self._table = table
        self._slots = array("H", sorted({slot_of(tag) for tag in (EVERYTHING, *answer.tags)}))
        self._seen = -1  # what the tags' counter was when the page was last found fresh
        self._clock = inf if answer.until is None else answer.until
        texts = sum(map(len, answer.tags)) + 60 * len(answer.tags)
        self.size = FRAME + len(key) + len(answer.body) + len(self.fields) + texts

    @classmethod
    def restored(
        cls, key: bytes, answer: Answer, table: Tags, *, etag: bytes, coding: Coding, length: int
    ) -> Self:
        """A page from the disk, whose answer's body is in a coding and without it so long."""
        page = cls(key, answer, table, etag=etag)
        page.length = length
        if coding is not Coding.IDENTITY:
            page.coded = True
            page.take(coding, page.dress(answer.body, coding))
        return page

    @property
    def answer(self) -> Answer:
        """As it was given; made anew each time."""
        fields = (line.split(b": ", 1) for line in self.fields.split(b"\r\n")[:-1])
        headers = tuple((name, value) for name, value in fields)
        return Answer(
            self.status, headers, self.body(), self.tags, self.as_of, self.until, self.strict
        )

    def state(self, now: float) -> Freshness:
        """Whether it may be shown at this time, in seconds since 1970.

        Most often nothing was purged since the last time, and that is one number read.
        """
        counter = self._table.words[NOW]
        if counter == self._seen:
            return Freshness.FRESH if now < self._clock else Freshness.STALE
        found = self._table.state(self._slots, self.as_of)
        if found is Freshness.FRESH:
            self._seen = counter  # read before the slots were: what came between shows next time
            if now >= self._clock:
                return Freshness.STALE
        return found

    def wire(self, coding: Coding) -> Wire:
        """Its bytes in a coding, made on first demand; as they are where no coding gains."""
        return self.wires[coding] or self._make(coding)

    def body(self) -> bytes:
        """As it was given."""
        if (body := self._body) is not None:
            return body
        coding, packed = self.packed()
        return decode(packed, coding)

    def packed(self) -> tuple[Coding, bytes]:
        """Its body in the smallest coding there is, which is what goes to the disk."""
        for coding in (Coding.BROTLI, Coding.GZIP, Coding.ZSTD, Coding.IDENTITY):
            wire = self.wires[coding]
            if wire is not None and (coding is Coding.IDENTITY or self._is_in(coding, wire)):
                return coding, wire.body
        body = self._body
        # Between the two looks another thread can only have made a wire of it.
        return (Coding.IDENTITY, body) if body is not None else self.packed()

    def finer(self) -> Wire | None:
        """Its Brotli as small as it gets, which takes long; None where that is no smaller."""
        known = self.wires[Coding.BROTLI]
        small = encode(self.body(), Coding.BROTLI, FINEST)
        if known is not None and len(small) >= len(known.body):
            return None
        return self.dress(small, Coding.BROTLI)

    def take(self, coding: Coding, wire: Wire) -> Wire:
        """Answer with this wire from now on. In the loop's thread alone: it is counted."""
        before, self.wires[coding] = self.wires[coding], wire
        by = _weight(wire) - (_weight(before) if before is not None else 0)
        if (body := self._body) is not None and (wire.body is body or self._is_in(coding, wire)):
            self._body = None  # there is another to make it of
            by -= len(body)
        self.size += by
        if self.keeper is not None:
            self.keeper.grew(self, by)
        return wire

    def dress(self, body: bytes, coding: Coding) -> Wire:
        """A body in a coding with the head that goes before it."""
        name = NAMES[coding]
        etag = self.etag[:-1] + b"-" + name + b'"' if name else self.etag
        # A validator of what is no success must be ignored: it is not given away.
        mark = b"etag: " + etag + b"\r\n" if self.status == HTTPStatus.OK else b""
        mark += b"vary: accept-encoding\r\n"
        length = b"content-length: %d\r\n" % len(body)
        encoding = b"content-encoding: " + name + b"\r\n" if name else b""
        head = _status_line(self.status) + self.fields + length + encoding + mark
        kept = (
            line
            for line in self.fields.splitlines(keepends=True)
            if not line.startswith(_OF_THE_BODY)
        )
        not_modified = _status_line(304) + b"".join(kept) + mark
        return Wire(head, body, etag, not_modified)

    def _make(self, coding: Coding) -> Wire:
        if coding is Coding.IDENTITY:
            return self.take(coding, self.dress(self.body(), coding))
        if not self.coded or coding not in CODINGS:
            self.wires[coding] = plain = self.wire(Coding.IDENTITY)
            return plain
        body = self.body()
        if len(body) > LARGE and self.keeper is not None:
            self.keeper.wanted(self, coding)
            return self.wire(Coding.IDENTITY)
        return self.take(coding, self.dress(encode(body, coding), coding))

    def _is_in(self, coding: Coding, wire: Wire) -> bool:
        """Whether that is not the plain wire standing in for it."""
        return coding is not Coding.IDENTITY and wire is not self.wires[Coding.IDENTITY]


def _lines(headers: tuple[tuple[bytes, bytes], ...]) -> Iterator[bytes]:
    """Header lines, without those the edge makes itself and those that could be two."""
    for name, value in headers:
        if name not in _OURS and _ONE_LINE(name) and _ONE_LINE(value):
            yield name + b": " + value + b"\r\n"


def _status_line(status: int) -> bytes:
    try:
        phrase = HTTPStatus(status).phrase
    except ValueError:
        phrase = ""
    return f"HTTP/1.1 {status} {phrase}\r\n".encode()


def _weight(wire: Wire) -> int:
    return WIRE_FRAME + len(wire.head) + len(wire.body) + len(wire.not_modified)
