"""What the strict parser hands over, read with suspicion.

httptools refuses bare line feeds, folded lines, two lengths and a length beside a coding; here goes
what it lets pass. A refusal ends the connection: whoever sent it and we may not agree on where the
next request begins.
"""

import ipaddress
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from blattwerk.edge.door.target import Hosts, NotMeant, Target, read_target, without_port

METHODS = frozenset((b"GET", b"HEAD", b"POST", b"PUT", b"PATCH", b"DELETE", b"OPTIONS"))
SAFE = frozenset((b"GET", b"HEAD"))
LARGEST_HEAD = 16 * 1024  # bytes
MOST_HEADERS = 100
ONCE = (
    b"host", b"content-length", b"transfer-encoding", b"content-type", b"authorization", b"range",
    b"expect", b"upgrade",
)  # fmt: skip

_TOKEN = re.compile(rb"[!#$%&'*+.^_`|~0-9a-z-]+")
_VALUE = re.compile(rb"[\t\x20-\x7e\x80-\xff]*")

type Headers = Sequence[tuple[bytes, bytes]]


class Refused(Exception):
    """A request that is not answered with a page; `status` says why."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


@dataclass(frozen=True, slots=True)
class Request:
    """A request that can be meant in one way only. Header names are lower-case."""

    method: bytes
    host: bytes
    target: Target
    headers: tuple[tuple[bytes, bytes], ...]
    client: str  # the reader's address
    scheme: bytes  # the reader's, in front of any trusted proxy
    plain: bytes = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "plain", self.target.plain)

    def header(self, name: bytes) -> bytes | None:
        """A header's value; several lines of it are one list."""
        values = [value for given, value in self.headers if given == name]
        return b", ".join(values) if values else None

    @property
    def name(self) -> bytes:
        """The host's, without its port."""
        return without_port(self.host)

    @property
    def length(self) -> int | None:
        """Bytes of its body; None when it is sent in pieces."""
        if self.header(b"transfer-encoding"):
            return None
        return int(self.header(b"content-length") or b"0")


class Reader:
    """Reads requests by the rules of one door."""

    def __init__(self, hosts: Hosts, trusted: Sequence[str], proxies: int | None = None) -> None:
        self.hosts = hosts
        self.proxies = proxies
        self.networks = [ipaddress.ip_network(network) for network in trusted]

    def read(
        self, method: bytes, url: bytes, version: str, headers: Headers, peer: str, scheme: bytes
    ) -> Request:
        """The request as it is meant. Raises Refused."""
        given = tuple((name.lower(), value.strip(b" \t")) for name, value in headers)
        _check(method, version, given)
        host = next((value for name, value in given if name == b"host"), b"")
        try:
            if not url.startswith(b"/"):
                host, url = _absolute(url, host)
            host = self.hosts.read(host)
            target = read_target(url)
        except NotMeant:
            raise Refused(400) from None
        if not self.hosts.known(host):
            raise Refused(421)
        client, scheme = self._sender(given, peer, scheme)
        return Request(method, host, target, given, client, scheme)

    def trusts(self, address: str) -> bool:
        """Whether an address is that of a proxy of ours."""
        if not self.networks:
            return False
        try:
            parsed = ipaddress.ip_address(address)
        except ValueError:
            return False
        return any(parsed in network for network in self.networks)

    def _sender(self, headers: Headers, peer: str, scheme: bytes) -> tuple[str, bytes]:
        """The reader's address and scheme: what trusted proxies say, from the nearest outwards."""
        if not self.trusts(peer):
            return peer, scheme
        said = [value for name, value in headers if name == b"x-forwarded-for"]
        client = peer
        for part in islice(reversed(b",".join(said).split(b",")), self.proxies):
            address = part.strip().decode("latin-1")
            if not _is_address(address):
                break
            client = address
            if not self.trusts(address):
                break
        proto = [value for name, value in headers if name == b"x-forwarded-proto"]
        if len(proto) == 1 and proto[0] in (b"http", b"https"):
            scheme = proto[0]
        return client, scheme


def _check(method: bytes, version: str, headers: Headers) -> None:
    if version not in ("1.0", "1.1"):
        raise Refused(505)
    names = [name for name, _value in headers]
    if len(names) > MOST_HEADERS or sum(len(n) + len(v) + 4 for n, v in headers) > LARGEST_HEAD:
        raise Refused(431)
    for name, value in headers:
        if not (_TOKEN.fullmatch(name) and _VALUE.fullmatch(value)):
            raise Refused(400)
    if names.count(b"host") != 1 or any(names.count(name) > 1 for name in ONCE):
        raise Refused(400)
    if method not in METHODS:
        raise Refused(405)
    _check_body(method, version, headers)


def _check_body(method: bytes, version: str, headers: Headers) -> None:
    for name, value in headers:
        if name == b"transfer-encoding" and (
            method in SAFE or version == "1.0" or value.lower() != b"chunked"
        ):
            raise Refused(400)
        if name == b"content-length":
            if not (value.isdigit() and len(value) < 16):
                raise Refused(400)
            if method in SAFE and int(value):
                raise Refused(400)


def _absolute(url: bytes, host: bytes) -> tuple[bytes, bytes]:
    """Host and path of a target in absolute form, which must agree with the Host header."""
    scheme, mark, rest = url.partition(b"://")
    name, slash, path = rest.partition(b"/")
    if scheme.lower() not in (b"http", b"https") or not mark or name.lower() != host.lower():
        raise NotMeant("a target that is neither a path nor an address of this host")
    return name, slash + path or b"/"


def _is_address(given: str) -> bool:
    try:
        ipaddress.ip_address(given)
    except ValueError:
        return False
    return True


def header_in(headers: Iterable[tuple[bytes, bytes]], name: bytes) -> bytes | None:
    """The first value of a header."""
    return next((value for given, value in headers if given == name), None)
