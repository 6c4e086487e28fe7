"""Which queries may be stored: anybody can invent any number of them."""

from collections import OrderedDict
from collections.abc import Sequence

MOST_SEEN = 8_192  # queries remembered as asked once
MOST_PATHS = 4_096
MOST_PER_PATH = 16
LONGEST = 256  # bytes


class Variants:
    """Known parameters are stored; others when asked for again, and only so many for a path."""

    def __init__(self, known: Sequence[str]) -> None:
        self.known = frozenset(name.encode() for name in known)
        self.seen: OrderedDict[bytes, None] = OrderedDict()
        self.stored: OrderedDict[bytes, set[int]] = OrderedDict()

    def may_store(self, path: bytes, query: bytes) -> bool:
        """Whether the answer to this (folded) query may go into the store; asking counts."""
        if not query:
            return True
        if len(query) > LONGEST:
            return False
        if all(part.partition(b"=")[0] in self.known for part in query.split(b"&")):
            return True
        address = path + b"?" + query
        if address not in self.seen:
            self.seen[address] = None
            if len(self.seen) > MOST_SEEN:
                self.seen.popitem(last=False)
            return False
        return self._has_place(path, hash(query))

    def _has_place(self, path: bytes, query: int) -> bool:
        stored = self.stored.setdefault(path, set())
        self.stored.move_to_end(path)
        if len(self.stored) > MOST_PATHS:
            self.stored.popitem(last=False)
        if query not in stored and len(stored) >= MOST_PER_PATH:
            return False
        stored.add(query)
        return True
