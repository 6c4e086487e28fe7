"""The store: what was put is found, after a restart too; what was withdrawn never is."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from blattwerk.edge.store import Coding, Freshness, Store, Tags
from blattwerk.edge.store import store as module
from blattwerk.edge.store.disk import NAME
from blattwerk.edge.store.page import LARGE
from tests.edge.store.answers import article, key, text

MEMORY = 1_000_000
DISK = 50_000_000

type Opened = Callable[..., Store]

KILLED = """
import asyncio, sys
from pathlib import Path
from blattwerk.edge.store import Answer, Store, Tags
async def serve():
    folder = Path(sys.argv[1])
    tags = Tags(folder / "tags")
    store = Store(tags, memory=1_000_000, folder=folder / "pages", disk=50_000_000)
    for number in range(100):
        name, tag = b"%d" % number, f"article-{number}"
        store.put(name, Answer(200, (), name * 1000, (tag,), tags.now(), None, False))
    tags.purge(["article-1"])
    tags.purge(["article-2"], withdrawn=True)
    await store.tend_once()
    print("written", flush=True)
    await store.tend()
asyncio.run(serve())
"""


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """Opens the store, closing the one before: a restart."""
    stores: list[Store] = []

    def open_store(*, memory: int = MEMORY, folder: Path | None = tmp_path / "pages") -> Store:
        if stores:
            stores[-1].close()
        tags = Tags(tmp_path / "tags")
        stores.append(Store(tags, memory=memory, folder=folder, disk=DISK))
        return stores[-1]

    yield open_store
    if stores:
        stores[-1].close()


def put(store: Store, number: int, **answer: object) -> None:
    store.put(key(number), article(number, as_of=store.tags.now(), **answer))  # type: ignore[arg-type]


def tend(store: Store, rounds: int = 1) -> None:
    async def run() -> None:
        for _round in range(rounds):
            await store.tend_once()

    asyncio.run(run())


def body_of(store: Store, number: int) -> bytes | None:
    page = store.get(key(number))
    return page.body() if page else None


def test_what_was_put_is_found(opened: Opened) -> None:
    store = opened()
    put(store, 1)

    assert body_of(store, 1) == text(1)
    assert body_of(store, 2) is None


def test_the_newest_answer_counts(opened: Opened) -> None:
    store = opened()
    put(store, 1, body=b"Entwurf")
    tend(store)
    put(store, 1, body=b"Korrektur")

    now = body_of(store, 1)
    again = body_of(opened(), 1)

    assert (now, again) == (b"Korrektur", b"Korrektur")


def test_it_works_without_a_folder(opened: Opened) -> None:
    store = opened(folder=None)
    put(store, 1)
    tend(store)

    assert body_of(store, 1) == text(1)
    assert body_of(store, 2) is None


def test_a_restart_starts_warm(opened: Opened) -> None:
    store = opened()
    put(store, 1, tags=("article-1",), until=5.0, strict=True)
    page = store.get(key(1))
    assert page is not None
    wire = page.wire(Coding.BROTLI)

    again = opened().get(key(1))

    assert again is not None
    assert again.wires[Coding.BROTLI] == wire  # not made again
    assert again.answer == page.answer
    assert again.state(0.0) is Freshness.FRESH


def test_what_does_not_fit_into_memory_is_found_on_the_disk(opened: Opened) -> None:
    store = opened(memory=100_000)
    for number in range(200):
        put(store, number)
        if number % 20 == 0:
            tend(store)

    assert all(body_of(store, number) == text(number) for number in range(200))
    counts = store.counts()
    assert counts["bytes_now"] <= 100_000
    assert counts["disk_hits"] > 150
    assert counts["misses"] == 0


def test_what_was_evicted_before_it_was_written_is_found(opened: Opened) -> None:
    store = opened(memory=100_000)
    put(store, 1)
    for number in range(2, 7):
        put(store, number, body=os.urandom(20_000))

    assert key(1) not in store._pages
    assert body_of(store, 1) == text(1)


def test_a_dropped_page_is_gone_at_once_and_for_ever(opened: Opened) -> None:
    store = opened()
    put(store, 1)
    put(store, 2)
    tend(store)
    store.drop(key(1))
    store.drop(key(2))
    put(store, 2, body=b"neu")

    at_once = body_of(store, 1)
    tend(store)
    later = body_of(store, 1)
    again = opened()

    assert (at_once, later, body_of(again, 1)) == (None, None, None)
    assert body_of(again, 2) == b"neu"


def test_a_purged_page_comes_back_stale_after_a_restart(opened: Opened) -> None:
    store = opened()
    put(store, 1)
    tend(store)
    store.tags.purge(["article-1"])

    page = opened().get(key(1))

    assert page is not None
    assert page.state(0.0) is Freshness.STALE


def test_a_withdrawn_page_never_comes_back(opened: Opened) -> None:
    store = opened(memory=20_000)
    put(store, 1)
    tend(store)
    for number in range(2, 20):
        put(store, number)
    assert key(1) not in store._pages  # it is on the disk alone
    tend(store)
    store.tags.purge(["article-1"], withdrawn=True)

    found = [store.get(key(1)), opened().get(key(1))]

    assert found == [None, None]


@pytest.mark.parametrize("left", [b"", b"\xff" * 2_000_000, None])
def test_when_it_is_not_known_what_was_withdrawn_nothing_comes_back(
    opened: Opened, tmp_path: Path, left: bytes | None
) -> None:
    store = opened()
    put(store, 1)
    store.tags.purge(["article-1"], withdrawn=True)
    store.close()
    if left is None:
        (tmp_path / "tags").unlink()
    else:
        (tmp_path / "tags").write_bytes(left)

    assert opened().get(key(1)) is None


def test_a_withdrawn_page_in_memory_says_so(opened: Opened) -> None:
    store = opened()
    put(store, 1)
    store.tags.purge(["article-1"], withdrawn=True)

    page = store.get(key(1))

    assert page is not None
    assert page.state(0.0) is Freshness.WITHDRAWN


def test_a_damaged_record_is_dropped_and_counted(opened: Opened, tmp_path: Path) -> None:
    store = opened()
    put(store, 1, body=os.urandom(2_000))
    put(store, 2)
    store.close()
    file = tmp_path / "pages" / NAME
    content = bytearray(file.read_bytes())
    record = content.find(b"text/html")
    content[record + 500] ^= 1
    file.write_bytes(content)

    store = opened()
    found = [body_of(store, number) for number in (1, 2)]

    assert found.count(None) == 1
    assert store.counts()["records_damaged"] == 1
    tend(store)
    assert [body_of(opened(), number) for number in (1, 2)] == found


def test_a_disk_that_fails_is_not_the_readers_business(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "OUTBOX_LEAST", 0)
    (tmp_path / "file").write_text("in the way")
    store = opened(memory=200_000, folder=tmp_path / "file" / "pages")
    for number in range(300):
        put(store, number)
        store.get(key(number - 200))
    tend(store, rounds=2)

    counts = store.counts()
    assert body_of(store, 299) == text(299)
    assert counts["disk_errors"] == 1
    assert counts["disk_resting_now"] == 1
    assert counts["unwritten_lost"] > 0
    assert sum(page.size for page, _size in store._outbox._waiting.values() if page) <= 50_000


def test_what_waited_for_the_disk_is_written_when_it_is_back(
    opened: Opened, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    folder = tmp_path / "file" / "pages"
    store = opened(folder=folder)
    put(store, 1)
    tend(store)
    (tmp_path / "file").unlink()
    assert store._disk is not None
    store._disk._rests_until = 0.0

    tend(store)

    assert store.counts()["unwritten_now"] == 0
    assert body_of(opened(folder=folder), 1) == text(1)


def test_a_hot_page_is_made_finer_and_stays_so(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "HOT_AFTER", 0.0)
    store = opened()
    body = b" ".join(text(number, 700) for number in range(20))
    for number in (1, 2):
        put(store, number, body=body)
    page, cold = store.get(key(1)), store.get(key(2))
    assert page is not None
    assert cold is not None
    quick, other = page.wire(Coding.BROTLI), cold.wire(Coding.BROTLI)
    for _hit in range(module.HOT_USES):
        store.get(key(1))

    tend(store)
    finer = page.wire(Coding.BROTLI)
    again = opened().get(key(1))

    assert len(finer.body) < len(quick.body)
    assert page.body() == body
    assert cold.wire(Coding.BROTLI) is other
    assert store.counts()["made_finer"] == 1
    assert again is not None
    assert again.finest
    assert again.wire(Coding.BROTLI) == finer


def test_making_finer_brings_nothing_back(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the two the page was dropped, or there is a newer one."""
    store = opened()
    body = b" ".join(text(number, 700) for number in range(20))
    pages = []
    for number in (1, 2):
        put(store, number, body=body)
        page = store.get(key(number))
        assert page is not None
        page.wire(Coding.BROTLI)
        pages.append((page, page.finer()))
    store.drop(key(1))
    put(store, 2, body=b"neu")

    store._take_finer(pages)
    again = opened()

    assert [body_of(again, number) for number in (1, 2)] == [None, b"neu"]


def test_a_large_page_is_compressed_by_who_tends(opened: Opened) -> None:
    store = opened(memory=2_000_000)
    put(store, 1, body=text(1, LARGE + 1))
    page = store.get(key(1))
    assert page is not None

    first = page.wire(Coding.GZIP)
    tend(store)
    second = page.wire(Coding.GZIP)

    assert len(first.body) == LARGE + 1
    assert b"content-encoding: gzip" in second.head


def test_who_tends_keeps_nobody_waiting(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """1,500 pages are written, large and hot ones compressed, while a clock ticks in the loop."""
    monkeypatch.setattr(module, "PAUSE", 0.01)
    monkeypatch.setattr(module, "HOT_AFTER", 0.0)
    store = opened(memory=20_000_000)
    large = text(1, LARGE + 1)
    gaps: list[float] = []

    async def run() -> None:
        for number in range(1_500):
            put(store, number, body=large if number < 5 else None)
        for number in range(10):
            wires = [
                page.wire(Coding.BROTLI) for _ in range(30) if (page := store.get(key(number)))
            ]
            assert len(wires) == 30
        tending = asyncio.create_task(store.tend())
        last = time.thread_time()
        while store.counts()["unwritten_now"]:
            await asyncio.sleep(0)
            now = time.thread_time()
            gaps.append(now - last)
            last = now
        tending.cancel()
        with suppress(asyncio.CancelledError):
            await tending

    asyncio.run(run())

    gaps.sort()
    assert gaps[int(len(gaps) * 0.99)] < 0.01  # seconds of this thread's work
    assert store.counts()["written"] >= 1_500  # the hot ones twice


def test_tending_outlives_what_goes_wrong(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PAUSE", 0.001)
    store = opened()
    put(store, 1)
    write, tries = Store._write, []

    def once_wrong(self: Store, *args: object) -> bool:
        tries.append(1)
        if len(tries) == 1:
            raise RuntimeError("unforeseen")
        return write(self, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(Store, "_write", once_wrong)

    async def run() -> None:
        tending = asyncio.create_task(store.tend())
        for _moment in range(1_000):
            await asyncio.sleep(0.005)
            if not store.counts()["unwritten_now"]:
                break
        tending.cancel()
        with suppress(asyncio.CancelledError):
            await tending

    asyncio.run(run())

    assert len(tries) == 2
    assert body_of(opened(), 1) == text(1)


def test_a_cancelled_round_loses_nothing(opened: Opened) -> None:
    store = opened()
    for number in range(300):
        put(store, number)

    async def run() -> None:
        round_ = asyncio.create_task(store.tend_once())
        await asyncio.sleep(0.001)
        round_.cancel()
        with suppress(asyncio.CancelledError):
            await round_

    asyncio.run(run())
    again = opened()

    assert all(body_of(again, number) == text(number) for number in range(300))


def test_removed_tags_are_noticed(opened: Opened, tmp_path: Path) -> None:
    store = opened()
    put(store, 1)
    page = store.get(key(1))
    assert page is not None
    (tmp_path / "tags").unlink()

    tend(store)

    assert page.state(0.0) is Freshness.WITHDRAWN
    assert (tmp_path / "tags").is_file()


def test_a_killed_edge_starts_warm_and_brings_nothing_back(opened: Opened, tmp_path: Path) -> None:
    edge = subprocess.Popen([sys.executable, "-c", KILLED, str(tmp_path)], stdout=subprocess.PIPE)
    assert edge.stdout is not None
    with edge.stdout:
        assert edge.stdout.readline() == b"written\n"
        edge.kill()
    edge.wait()

    store = opened()
    pages = [store.get(b"%d" % number) for number in range(100)]

    assert pages[2] is None
    states = [page.state(0.0) for page in pages if page]
    assert states == [Freshness.FRESH, Freshness.STALE] + [Freshness.FRESH] * 97


def test_two_stores_may_overlap_while_one_replaces_the_other(
    opened: Opened, tmp_path: Path
) -> None:
    old = opened()
    put(old, 1)
    tend(old)
    new = Store(Tags(tmp_path / "tags"), memory=MEMORY, folder=tmp_path / "pages", disk=DISK)
    put(new, 2)
    tend(new)

    found = [body_of(new, 1), body_of(old, 2)]
    new.close()

    assert found == [text(1), text(2)]
    assert old.counts()["disk_errors"] == new.counts()["disk_errors"] == 0
