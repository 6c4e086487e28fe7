"""Readers who ask for stored pages all the while, and note whatever is not as it must be."""

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from difflib import unified_diff
from http.client import HTTPConnection, HTTPException, HTTPResponse
from itertools import count, cycle
from threading import Event, Thread

import brotli

READERS = 3
ANSWERS_ON_ONE = 20  # then a reader comes back on a new connection
CONNECTING = 1.0  # seconds; the supervisor's socket takes everybody at once
ANSWERING = 40.0
OWN = ("set-cookie", "blattwerk-tags", "blattwerk-until")  # heads no reader may get


@dataclass(frozen=True)
class Seen:
    """An answer as a reader got it, its body not compressed."""

    status: int
    body: bytes
    mark: str  # of an old page
    heads: frozenset[str]


@dataclass
class Load:
    """What was seen of pages whose bodies are known. The cookies are somebody's, the pages not."""

    port: int
    pages: dict[str, bytes]
    cookie: str
    seen: Counter[str] = field(default_factory=Counter)  # by mark
    faults: list[str] = field(default_factory=list)
    broken: int = 0  # connections that ended under a request
    slowest: float = 0.0  # seconds from asking to having
    stopped: Event = field(default_factory=Event)

    def read(self, first: int) -> None:
        """One reader, until told to stop."""
        paths = cycle([*list(self.pages)[first:], *list(self.pages)[:first]])
        while not self.stopped.is_set():
            self._visit(paths)

    def _visit(self, paths: Iterator[str]) -> None:
        begun = time.monotonic()
        web = HTTPConnection("127.0.0.1", self.port, timeout=CONNECTING)
        try:
            web.connect()
        except OSError as error:
            self.faults.append(f"refused after {time.monotonic() - begun:.1f} s: {error}")
            return
        web.sock.settimeout(ANSWERING)
        try:
            for number in count():
                if self.stopped.is_set() or number == ANSWERS_ON_ONE:
                    return
                self._ask(web, next(paths), "br" if number % 2 else "identity")
                time.sleep(0.005)
        except TimeoutError:
            self.faults.append("no answer")
        except (OSError, HTTPException):
            self.broken += 1
        finally:
            web.close()

    def _ask(self, web: HTTPConnection, path: str, coding: str) -> None:
        begun = time.monotonic()
        web.request("GET", path, headers={"Cookie": self.cookie, "Accept-Encoding": coding})
        answer = as_seen(web.getresponse())
        self.slowest = max(self.slowest, time.monotonic() - begun)
        self.seen[answer.mark] += 1
        if answer.status != 200:
            self.faults.append(f"{path}: {answer.status}")
        elif answer.body != self.pages[path]:
            self.faults.append(
                f"{path}: another body: {_difference(self.pages[path], answer.body)}"
            )
        if not answer.heads.isdisjoint(OWN):
            self.faults.append(f"{path}: {sorted(answer.heads.intersection(OWN))}")


def _difference(known: bytes, found: bytes) -> list[str]:
    lines = known.decode().splitlines(), found.decode(errors="replace").splitlines()
    return list(unified_diff(*lines, n=0, lineterm=""))[:20]


def as_seen(answer: HTTPResponse) -> Seen:
    """An answer, read whole."""
    body = answer.read()
    if answer.getheader("content-encoding") == "br":
        body = brotli.decompress(body)
    heads = frozenset(name.lower() for name, _value in answer.getheaders())
    return Seen(answer.status, body, answer.getheader("x-blattwerk", ""), heads)


@contextmanager
def reading(load: Load) -> Iterator[Load]:
    """Readers at work; afterwards they have seen enough and found nothing wrong."""
    threads = [Thread(target=load.read, args=(first,)) for first in range(READERS)]
    for thread in threads:
        thread.start()
    try:
        yield load
    finally:
        load.stopped.set()
        for thread in threads:
            thread.join()
    assert not load.faults, load.faults[:5]
    assert load.seen.total() > READERS
