"""What a request is aimed at, in one normal form.

The application, the store and the private prefixes all see this form and no other: were `/a/../b`
or `/%62` one thing here and another there, somebody's own page could be stored under a public
name.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

LONGEST = 4_096  # bytes of path and query
TRACKING = frozenset(
    b"fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid igshid mc_cid mc_eid "
    b"_ga _gl wt_mc wt_zmc".split()
)

_NORMAL = re.compile(rb"(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?")
_ESCAPED = re.compile(rb"%([0-9A-Fa-f]{2})?")
_UNRESERVED = re.compile(rb"[A-Za-z0-9._~-]")
_UNUSUAL = re.compile(rb"[^A-Za-z0-9._~!$&'()*+,;=:@/%-]")
# A slash or backslash that is not one, and what no name holds: nobody means these well.
_NEVER = frozenset([*range(0x20), 0x7F, ord("/"), ord("\\")])
_PRINTABLE = re.compile(rb"[!-\"$-~]*")  # without a space, `#`, and what is not ASCII
_HOST = re.compile(rb"(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?")


class NotMeant(ValueError):
    """No reader's program asks like this."""


@dataclass(frozen=True, slots=True)
class Target:
    """The normal path (still escaped), the query without what only tracks, and with it."""

    path: bytes
    query: bytes
    whole_query: bytes

    @property
    def plain(self) -> bytes:
        """The path with nothing escaped, as the application routes it."""
        return unquote_to_bytes(self.path) if b"%" in self.path else self.path

    @property
    def folded(self) -> bytes:
        return self.path + b"?" + self.query if self.query else self.path

    @property
    def whole(self) -> bytes:
        return self.path + b"?" + self.whole_query if self.whole_query else self.path


def read_target(raw: bytes) -> Target:
    """The target of a request line in origin form. Raises NotMeant."""
    path, _mark, query = raw.partition(b"?")
    if len(raw) > LONGEST or not path.startswith(b"/") or not _PRINTABLE.fullmatch(raw):
        raise NotMeant("a target that is no path, or too long")
    return Target(normal_path(path), fold(query), query)


def normal_path(path: bytes) -> bytes:
    """One spelling for all spellings of a path. Raises NotMeant."""
    if _NORMAL.fullmatch(path):
        return path
    path = _UNUSUAL.sub(_escape, _ESCAPED.sub(_unescape, path))
    kept: list[bytes] = []
    last = b""
    for last in path.split(b"/")[1:]:
        if last == b"..":
            if not kept:
                raise NotMeant("a path above the root")
            kept.pop()
        elif last not in (b"", b"."):
            kept.append(last)
    inside = last not in (b"", b".", b"..")
    return b"/" + b"/".join(kept) + (b"" if inside or not kept else b"/")


def fold(query: bytes) -> bytes:
    """A query without empty parts and without what only follows readers about."""
    if not query:
        return query
    return b"&".join(part for part in query.split(b"&") if part and not _tracks(part))


def store_key(name: bytes, path: bytes, query: bytes) -> bytes:
    """What an answer is stored under; the name is a host's without its port."""
    return name + b" " + path + b"?" + query


class Hosts:
    """The names the paper goes by."""

    def __init__(self, names: Sequence[str]) -> None:
        given = [name.lower().rstrip(".").encode() for name in names]
        self.every = b"*" in given
        self.exact = frozenset(given)
        self.below = tuple(name for name in given if name.startswith(b"."))

    def read(self, value: bytes) -> bytes:
        """The normal form of a Host header, with its port. Raises NotMeant."""
        value = value.lower()
        if len(value) > 255 or not _HOST.fullmatch(value):
            raise NotMeant("a host that is none")
        name, colon, port = value.rpartition(b":") if _has_port(value) else (value, b"", b"")
        return name.rstrip(b".") + colon + port

    def known(self, host: bytes) -> bool:
        """Whether a host in normal form is one of ours, on whatever port."""
        if self.every:
            return True
        name = without_port(host)
        return name in self.exact or (b"." + name).endswith(self.below)


def without_port(host: bytes) -> bytes:
    """A host's name: on whatever port it is asked, it gives the same pages."""
    return host.rpartition(b":")[0] if _has_port(host) else host


def _has_port(host: bytes) -> bool:
    return b":" in host and not host.endswith(b"]")


def _tracks(part: bytes) -> bool:
    name = part.partition(b"=")[0].lower()
    return name.startswith(b"utm_") or name in TRACKING


def _unescape(found: re.Match[bytes]) -> bytes:
    if found[1] is None:
        raise NotMeant("a percent sign that escapes nothing")
    byte = bytes([int(found[1], 16)])
    if byte[0] in _NEVER:
        raise NotMeant("an escaped character that has no place in a path")
    return byte if _UNRESERVED.match(byte) else found[0].upper()


def _escape(found: re.Match[bytes]) -> bytes:
    if found[0] == b"\\":
        raise NotMeant("a backslash")
    return b"%%%02X" % found[0][0]
