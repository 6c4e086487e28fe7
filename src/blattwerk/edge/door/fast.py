"""Reading the usual request at a glance: a reader's browser asks for a page.

Only what can be meant in one way is read here: one whole request without a body, a target in its
normal form or nearly, header lines whose names are known to change nothing. For everything else
there is the strict parser, so safety does not rest on this code knowing all that is bad: it knows
a little that is good.

Header blocks look alike for all readers of one browser, so what a block means is remembered. The
lines that differ from reader to reader are cut out before and never kept.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from blattwerk.edge.door.accept import chosen
from blattwerk.edge.door.target import Hosts, NotMeant, read_target, without_port
from blattwerk.edge.store import Coding

LONGEST = 8_192  # bytes of a request
MOST_BLOCKS = 4_096
LONGEST_BLOCK = 2_048  # bytes; a longer one is read anew each time
MOST_AIMS = 16_384
LONGEST_AIM = 256
MOST_LINES = 60

HARMLESS = frozenset(
    b"host connection accept accept-encoding accept-language user-agent cache-control pragma dnt "
    b"sec-gpc save-data priority purpose sec-purpose upgrade-insecure-requests sec-fetch-dest "
    b"sec-fetch-mode sec-fetch-site sec-fetch-user sec-ch-ua sec-ch-ua-mobile sec-ch-ua-platform "
    b"sec-ch-prefers-color-scheme".split()
)
_PRINTABLE = bytes(range(0x20, 0x7F))
_PLAIN = re.compile(rb"[\x20-\x7e]*")
_PERSONAL = (b"\r\nCookie: ", b"\r\nReferer: ", b"\r\nIf-None-Match: ")
_END = b" HTTP/1.1\r\n"


class Asked(NamedTuple):
    """What a request means."""

    key: bytes  # in the store
    coding: Coding
    known: bytes  # the only value of If-None-Match, or nothing
    head_only: bool
    impersonal: bool  # no line of it differs from reader to reader


class Glance:
    """Reads usual requests, and remembers what it has read, within bounds."""

    def __init__(self, hosts: Hosts, not_stored: Sequence[bytes]) -> None:
        self.hosts = hosts
        self.not_stored = tuple(not_stored)  # prefixes that are never looked up
        self.blocks: dict[bytes, tuple[bytes, Coding]] = {}
        self.aims: dict[bytes, bytes] = {}

    def read(self, data: bytes) -> Asked | None:
        """What is asked for, or None for the strict parser. `data` ends with an empty line."""
        if data.startswith(b"GET /"):
            start = 4
        elif data.startswith(b"HEAD /"):
            start = 5
        else:
            return None
        end = data.find(_END)
        if end < 0 or len(data) > LONGEST:
            return None
        target = data[start:end]
        aim = self.aims.get(target) or self._aim(target)
        if aim is None:
            return None
        block = data[end + 9 : -2]  # each line with the line end before it, and one at the end
        whole, value = len(block), b""
        for name in _PERSONAL:  # If-None-Match comes last: its value is kept
            found = block.find(name)
            if found < 0:
                value = b""
                continue
            stop = block.find(b"\r\n", found + 2)
            value = block[found + len(name) : stop]
            if value.translate(None, _PRINTABLE):
                return None
            block = block[:found] + block[stop:]
        meaning = self.blocks.get(block) or self._mean(block)
        if meaning is None or b"," in value or b"*" in value:
            return None
        key, coding = meaning[0] + aim, meaning[1]
        impersonal = len(block) == whole <= LONGEST_BLOCK
        return Asked(key, coding, value.strip(b" "), start == 5, impersonal)

    def _aim(self, target: bytes) -> bytes | None:
        """The end of the store's key for a target; None where the strict parser must look."""
        try:
            read = read_target(target)
        except NotMeant:
            return None
        if read.plain.startswith(self.not_stored):
            return None
        aim = b" " + read.path + b"?" + read.query
        # What only follows a reader about differs from reader to reader.
        if read.query == read.whole_query and len(target) <= LONGEST_AIM:
            if len(self.aims) >= MOST_AIMS:
                self.aims.clear()
            self.aims[target] = aim
        return aim

    def _mean(self, block: bytes) -> tuple[bytes, Coding] | None:
        """Host and coding of a header block; None where a line is not known to be harmless."""
        lines = block[2:-2].split(b"\r\n")
        hosts: list[bytes] = []
        codings: list[bytes] = []
        if len(lines) > MOST_LINES:
            return None
        for line in lines:
            name, colon, value = line.partition(b":")
            name, value = name.lower(), value.strip(b" ")
            if not colon or name not in HARMLESS or not _PLAIN.fullmatch(value):
                return None
            if name == b"host":
                hosts.append(value)
            elif name == b"accept-encoding":
                codings.append(value)
            elif name == b"connection" and value.lower() != b"keep-alive":
                return None
        if len(hosts) != 1 or len(codings) > 1:
            return None
        return self._keep(block, hosts[0], b"".join(codings))

    def _keep(self, block: bytes, host: bytes, accept: bytes) -> tuple[bytes, Coding] | None:
        try:
            host = self.hosts.read(host)
        except NotMeant:
            return None
        if not self.hosts.known(host):
            return None
        meaning = (without_port(host), chosen(accept))
        if len(block) <= LONGEST_BLOCK:
            if len(self.blocks) >= MOST_BLOCKS:
                self.blocks.clear()
            self.blocks[block] = meaning
        return meaning
