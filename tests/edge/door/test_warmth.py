"""Pages that many read are made anew before the next reader asks."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from blattwerk.edge.door import warmth
from tests.edge.door.upstream_play import House, Play, public, until


@pytest.fixture(autouse=True)
def looked_at_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warmth, "LOOK_EVERY", 0.0)


def read_much(house: House, path: str) -> None:
    for _n in range(warmth.LEAST_USES + 2):
        assert house.ask(path).status == 200
    key = f"paper.test {path}?".encode()
    until(lambda: key in house.door.warmth.hot)


def test_a_purged_page_that_many_read_is_there_before_the_next_reader(
    house: House, play: Play
) -> None:
    read_much(house, "/much/")
    play.script = lambda _heard: public(body=b"<p>new</p>" * 200)
    house.door.tags.purge(["article-1"])

    until(lambda: len(play.heard) == 2)
    until(lambda: house.door.numbers.warmed == 1)
    misses = house.door.numbers.misses
    assert house.ask("/much/").body == b"<p>new</p>" * 200
    assert house.door.numbers.misses == misses
    assert [heard.headers["blattwerk-shared"] for heard in play.heard] == ["1", "1"]
    assert play.heard[0].headers["x-forwarded-proto"] == play.heard[1].headers["x-forwarded-proto"]


def test_a_page_that_few_read_waits_for_its_reader(house: House, play: Play) -> None:
    house.ask("/seldom/")
    read_much(house, "/much/")
    house.door.tags.purge(["article-1"])

    until(lambda: house.door.numbers.warmed == 1)
    assert [heard.target for heard in play.heard].count("/seldom/") == 1


def test_where_the_application_fails_it_is_not_pressed(house: House, play: Play) -> None:
    for number in range(5):
        read_much(house, f"/much-{number}/")
    house.do(play.close())
    failures = house.door.numbers.failures
    house.door.tags.purge(["article-1"])

    until(lambda: house.door.numbers.failures > failures)
    time.sleep(1.5)
    assert house.door.numbers.failures == failures + 1


@pytest.fixture
def short_folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="door-", dir="/tmp"))  # a socket's path is short
    yield folder
    shutil.rmtree(folder)


def test_after_a_start_the_most_read_come_first(short_folder: Path) -> None:
    before = House(short_folder)
    before.start()
    before.ask("/seldom/")
    read_much(before, "/much/")
    before.stop()
    house = House(short_folder)
    house.start()
    try:
        house.purge("site")  # as every start does

        house.ask("/somewhere/")
        until(lambda: house.door.numbers.warmed == 1)
        assert [heard.target for heard in house.play.heard] == ["/somewhere/", "/much/"]
    finally:
        house.stop()


@pytest.mark.parametrize(
    ("written", "known"),
    [
        (b"paper.test /a/?\npaper.test /b/?x=1", [b"paper.test /a/?", b"paper.test /b/?x=1"]),
        (b"\xff\xfe\x00", []),
        (b"", []),
        (b"nothing of ours\n" * 1_000, []),
    ],
)
def test_what_was_noted_is_read_with_suspicion(
    tmp_path: Path, written: bytes, known: list[bytes]
) -> None:
    (tmp_path / "hot").write_bytes(written)

    assert warmth._read(tmp_path / "hot") == known
    assert warmth._read(tmp_path / "missing") == []
