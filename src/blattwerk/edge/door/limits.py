"""How often one address may have the application asked.

A bucket for each address fills by so many requests a second; one that was quiet for a while may ask
for many at once. Stored pages are given out without looking here: they cost nothing.
"""

import ipaddress
import time
from collections import OrderedDict
from collections.abc import Callable
from math import ceil

BURST = 10  # seconds' worth of requests that may come at once
MOST = 20_000  # addresses remembered, those asking last; who is forgotten begins with a full bucket
NETWORK = 64  # bits of an IPv6 address: whoever has one has all below these


class Limits:
    """The buckets of one door. `rate` is in requests a second; 0 for no limit."""

    def __init__(self, rate: int, trusts: Callable[[str], bool]) -> None:
        self.rate = rate
        self.most = float(rate * BURST)
        self.trusts = trusts
        self.buckets: OrderedDict[str | int, tuple[float, float]] = OrderedDict()

    def wait(self, client: str, peer: str) -> int:
        """Seconds until this reader may ask; 0 for now, which counts.

        `peer` is who holds the connection: the reader, or a proxy of ours that names them.
        """
        if not self.rate:
            return 0
        whose = _whose(client)
        if whose is None or (client == peer and self._is_ours(peer)):
            return 0
        now = time.monotonic()
        left, since = self.buckets.get(whose, (self.most, now))
        left = min(left + (now - since) * self.rate, self.most)
        may = left >= 1.0
        self.buckets[whose] = (left - 1.0 if may else left, now)
        self.buckets.move_to_end(whose)
        if len(self.buckets) > MOST:
            self.buckets.popitem(last=False)
        return 0 if may else ceil((1.0 - left) / self.rate)

    def _is_ours(self, peer: str) -> bool:
        """Whether a connection is no single reader's.

        A proxy that names nobody stands for all its readers. From this machine come probes, load
        tests and the paper's own tests; whoever is on it can do worse than ask often.
        """
        return ipaddress.ip_address(peer).is_loopback or self.trusts(peer)


def _whose(client: str) -> str | int | None:
    """The bucket for an address; None for what is none, such as a socket in the file system."""
    try:
        address = ipaddress.ip_address(client)
    except ValueError:
        return None
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return int(address) >> (address.max_prefixlen - NETWORK)
