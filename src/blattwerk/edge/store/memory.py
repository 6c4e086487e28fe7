"""Pages in memory, bounded in bytes: what is asked for again stays, what was asked for once goes.

New pages wait in line with a tenth of the room. Who was used while waiting moves in, and so does
who comes back soon after leaving; everybody else goes without having cost a hot page its place.
A crawl through the archive is such a line of pages used once. (The order is known as S3-FIFO.)
"""

from collections import OrderedDict

from blattwerk.edge.store.page import Page

WAITING_SHARE = 10  # the waiting line has one part in so many
LARGEST_SHARE = 4  # a page larger than one part in so many is not kept at all
MOST_USES = 3  # more do not count when room is made


class Memory:
    """At most so many bytes of pages. For one thread."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.size = 0  # bytes
        self.evicted = 0
        self.pages: dict[bytes, Page] = {}
        self._waiting: OrderedDict[bytes, Page] = OrderedDict()
        self._settled: OrderedDict[bytes, Page] = OrderedDict()
        self._left: OrderedDict[bytes, None] = OrderedDict()  # who went from the line
        self._waiting_size = 0

    def put(self, page: Page) -> bool:
        """Keep a page, in the place of an older one with its key; whether there was room."""
        before = self.drop(page.key)
        if page.size * LARGEST_SHARE > self.most:
            return False
        if before is not None:
            page.uses = max(page.uses, before.uses)
        if page.key in self._left or (before is not None and page.uses):
            self._left.pop(page.key, None)
            self._settle(page)
        else:
            self._waiting[page.key] = page
            self._waiting_size += page.size
        self.pages[page.key] = page
        self.size += page.size
        self._make_room()
        return page.key in self.pages

    def drop(self, key: bytes) -> Page | None:
        """Forget a page; which one it was."""
        page = self.pages.pop(key, None)
        if page is None:
            return None
        self.size -= page.size
        if self._waiting.pop(key, None) is not None:
            self._waiting_size -= page.size
        else:
            del self._settled[key]
        return page

    def grew(self, page: Page, by: int) -> None:
        """A page has become larger by so many bytes, or smaller."""
        if self.pages.get(page.key) is not page:
            return
        self.size += by
        if page.key in self._waiting:
            self._waiting_size += by
        self._make_room()

    def _settle(self, page: Page) -> None:
        self._settled[page.key] = page

    def _make_room(self) -> None:
        while self.size > self.most:
            if self._waiting and (
                self._waiting_size * WAITING_SHARE > self.most or not self._settled
            ):
                self._call_next()
            else:
                self._look_round()

    def _call_next(self) -> None:
        """Who waited longest moves in or goes."""
        key, page = self._waiting.popitem(last=False)
        self._waiting_size -= page.size
        if page.uses:
            page.uses = 0
            self._settled[key] = page
            return
        self._forget(key, page)
        self._left[key] = None
        while len(self._left) > max(len(self._settled), 100):
            self._left.popitem(last=False)

    def _look_round(self) -> None:
        """Who settled first goes, unless used since it was last looked at."""
        key, page = self._settled.popitem(last=False)
        if page.uses:
            page.uses = min(page.uses, MOST_USES) - 1
            self._settled[key] = page
        else:
            self._forget(key, page)

    def _forget(self, key: bytes, page: Page) -> None:
        del self.pages[key]
        self.size -= page.size
        self.evicted += 1
