"""A page as bytes for the disk, which can tell when they are damaged."""

from hashlib import blake2b
from math import inf
from struct import Struct

from blattwerk.edge.store.answer import Answer
from blattwerk.edge.store.codings import CODINGS, Coding, encode
from blattwerk.edge.store.page import Page
from blattwerk.edge.store.tags import Tags

_FORM = 1  # counts up when what follows changes; records of another form are dropped
_HEAD = Struct("<BBBBHQdQIIB")
_CHECK = 16  # bytes of checksum before the head


class Damaged(ValueError):
    """These bytes are no record of that page."""


def pack(page: Page) -> bytes:
    """The page in its smallest coding, the checksum over its key as well."""
    coding, body = page.packed()
    if coding is Coding.IDENTITY and page.coded:
        coding, body = Coding.BROTLI, encode(body, Coding.BROTLI)
    fields = page.fields
    tags = " ".join(page.tags).encode()
    until = inf if page.until is None else page.until
    head = _HEAD.pack(
        _FORM, coding, page.strict, page.finest, page.status, page.as_of, until,
        page.length, len(fields), len(tags), len(page.etag),
    )  # fmt: skip
    record = b"".join((head, fields, tags, page.etag, body))
    return _check(page.key, record) + record


def unpack(key: bytes, data: bytes, table: Tags) -> Page:
    """Raises Damaged when a bit of it differs, or it is another page's."""
    record = data[_CHECK:]
    if len(record) < _HEAD.size or data[:_CHECK] != _check(key, record):
        raise Damaged("A stored page does not agree with its checksum.")
    form, coding, strict, finest, status, as_of, until, length, fields, tags, etag = (
        _HEAD.unpack_from(record)
    )
    if form != _FORM or coding not in CODINGS:
        raise Damaged("A stored page is of another form than this program's.")
    end = _HEAD.size + fields
    headers = tuple(_header(line) for line in record[_HEAD.size : end].split(b"\r\n")[:-1])
    names = tuple(record[end : end + tags].decode().split(" ")) if tags else ()
    mark = record[end + tags : end + tags + etag]
    body = record[end + tags + etag :]
    known = None if until == inf else until
    answer = Answer(status, headers, body, names, as_of, known, bool(strict))
    page = Page.restored(key, answer, table, etag=mark, coding=Coding(coding), length=length)
    page.finest = bool(finest)
    return page


def _header(line: bytes) -> tuple[bytes, bytes]:
    name, _, value = line.partition(b": ")
    return name, value


def _check(key: bytes, record: bytes) -> bytes:
    return blake2b(record, key=blake2b(key).digest(), digest_size=_CHECK).digest()
