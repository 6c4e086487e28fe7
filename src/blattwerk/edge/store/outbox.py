"""What is to be written to the disk, and has not been yet."""

from collections import OrderedDict
from itertools import islice

from blattwerk.edge.store.page import Page

DELETION = 300  # bytes one counts for
BATCH = 64  # so that nobody waits long for the thread that writes them


class Outbox:
    """Pages by key, None for those to be deleted; the last word on a key counts.

    Bounded: when the disk takes nothing, what has waited longest is not written. For one thread;
    what was taken may be read in another.
    """

    def __init__(self, most: int) -> None:
        self.most = most  # bytes
        self.lost = 0  # what was not written
        self._waiting: OrderedDict[bytes, tuple[Page | None, int]] = OrderedDict()
        self._out: dict[bytes, Page | None] = {}
        self._size = 0

    def __len__(self) -> int:
        return len(self._waiting) + len(self._out)

    def knows(self, key: bytes) -> bool:
        """Whether what the disk has of this key is out of date."""
        return key in self._waiting or key in self._out

    def find(self, key: bytes) -> Page | None:
        """The page that is on its way to the disk."""
        return self._waiting[key][0] if key in self._waiting else self._out.get(key)

    def put(self, key: bytes, page: Page | None) -> None:
        self._remove(key)
        size = DELETION if page is None else page.size
        self._waiting[key] = (page, size)
        self._size += size
        while self._size > self.most:
            # What the disk still has instead was stale or withdrawn before, and stays so.
            _key, (_page, size) = self._waiting.popitem(last=False)
            self._size -= size
            self.lost += 1

    def take(self) -> dict[bytes, Page | None]:
        """The next batch. `done` says what became of it, before another is taken."""
        for key in list(islice(self._waiting, BATCH)):
            self._out[key] = self._remove(key)
        return self._out

    def done(self, *, written: bool) -> None:
        """What was not written waits again, unless there is newer."""
        out, self._out = self._out, {}
        if written:
            return
        for key, page in reversed(out.items()):
            if key not in self._waiting:
                self.put(key, page)
                if key in self._waiting:
                    self._waiting.move_to_end(key, last=False)

    def _remove(self, key: bytes) -> Page | None:
        page, size = self._waiting.pop(key, (None, 0))
        self._size -= size
        return page
