"""Memory: bounded whatever comes, and no crawl washes out what is read."""

import tracemalloc
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blattwerk.edge.store import Coding, Page, Tags
from blattwerk.edge.store.memory import Memory
from tests.edge.store.answers import article, key, text


class Kept:
    """A memory whose pages tell it when they grow."""

    def __init__(self, tags: Tags, most: int) -> None:
        self.tags = tags
        self.memory = Memory(most)

    def grew(self, page: Page, by: int) -> None:
        self.memory.grew(page, by)

    def wanted(self, page: Page, coding: Coding) -> None: ...

    def put(self, number: int, size: int = 1_000) -> Page:
        page = Page(key(number), article(number, as_of=0, body=text(number, size)), self.tags)
        page.keeper = self
        self.memory.put(page)
        return page

    def read(self, number: int, size: int = 1_000) -> bool:
        """As a reader does; whether it was there."""
        page = self.memory.pages.get(key(number))
        if page is not None:
            page.uses += 1
            return True
        self.put(number, size)
        return False


@pytest.fixture
def tags(tmp_path: Path) -> Tags:
    return Tags(tmp_path / "tags")


deeds = st.tuples(
    st.sampled_from(["put", "read", "drop", "br", "gzip", "identity"]),
    st.integers(0, 30),
    st.integers(0, 9_000),
)


@settings(max_examples=40, deadline=None)
@given(done=st.lists(deeds, max_size=120), most=st.integers(0, 60_000))
def test_it_never_holds_more_than_it_may_and_knows_what_it_holds(
    tmp_path_factory: pytest.TempPathFactory, done: list[tuple[str, int, int]], most: int
) -> None:
    kept = Kept(Tags(tmp_path_factory.mktemp("edge") / "tags"), most)
    memory = kept.memory
    codings = {"br": Coding.BROTLI, "gzip": Coding.GZIP, "identity": Coding.IDENTITY}
    for deed, number, size in done:
        page = memory.pages.get(key(number))
        if deed == "put":
            kept.put(number, size)
        elif deed == "read":
            kept.read(number, size)
        elif deed == "drop":
            memory.drop(key(number))
        elif page is not None:
            page.wire(codings[deed])

        assert memory.size <= most
        assert memory.size == sum(page.size for page in memory.pages.values())
        lines = [*memory._waiting.values(), *memory._settled.values()]
        assert sorted(page.key for page in lines) == sorted(memory.pages)
        assert memory._waiting_size == sum(page.size for page in memory._waiting.values())


@settings(max_examples=8, deadline=None)
@given(chance=st.randoms(use_true_random=False), length=st.integers(100, 1_500))
def test_a_crawl_does_not_wash_out_what_is_read(
    tmp_path_factory: pytest.TempPathFactory, chance: Random, length: int
) -> None:
    kept = Kept(Tags(tmp_path_factory.mktemp("edge") / "tags"), 400_000)  # some 160 pages
    hot = range(100)
    for _round in range(4):
        for number in hot:
            kept.read(number)

    for rare in range(length):
        kept.read(1_000 + rare)
        if chance.random() < 0.05:
            kept.read(chance.choice(hot))

    assert sum(key(number) in kept.memory.pages for number in hot) == len(hot)


def test_readers_find_as_much_as_there_is_room_for(tags: Tags) -> None:
    """Of 2,000 pages, read as pages are (the second half as often as the first, the third …)."""
    kept, chance = Kept(tags, 500_000), Random(1)
    found = [kept.read(int(2_000 ** chance.random())) for _read in range(20_000)]

    assert sum(found[10_000:]) / 10_000 > 0.65


def test_what_becomes_hot_later_finds_its_place(tags: Tags) -> None:
    kept = Kept(tags, 200_000)
    for _round in range(5):
        for number in range(60):
            kept.read(number)

    for _round in range(30):
        for number in range(1_000, 1_060):
            kept.read(number)

    assert all(key(number) in kept.memory.pages for number in range(1_000, 1_060))


def test_a_page_that_is_refreshed_keeps_its_place(tags: Tags) -> None:
    kept = Kept(tags, 100_000)
    kept.read(1)
    kept.read(1)
    kept.put(1)
    for number in range(2, 200):
        kept.read(number)

    assert key(1) in kept.memory.pages


def test_a_page_out_of_all_proportion_is_not_kept(tags: Tags) -> None:
    kept = Kept(tags, 100_000)
    kept.put(1)

    kept.put(2, size=50_000)

    assert list(kept.memory.pages) == [key(1)]


def test_an_evicted_page_that_grows_counts_no_more(tags: Tags) -> None:
    kept = Kept(tags, 100_000)
    page = kept.put(1)
    kept.memory.drop(page.key)

    page.wire(Coding.GZIP)

    assert kept.memory.size == 0


def test_its_count_is_what_python_takes(tags: Tags) -> None:
    bodies = [text(number, 30_000) for number in range(300)]
    kept = Kept(tags, 100_000_000)
    tracemalloc.start()
    try:
        for number, body in enumerate(bodies):
            made_of = tuple(f"tag-{number}-{part}" for part in range(10))
            answer = article(number, as_of=0, body=bytes(bytearray(body)), tags=made_of)
            page = Page(key(number), answer, tags)
            page.keeper = kept
            kept.memory.put(page)
            page.wire(Coding.BROTLI)
            page.wire(Coding.GZIP)
        del answer, page, made_of
        taken, _peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert 0.85 < kept.memory.size / taken < 1.3
