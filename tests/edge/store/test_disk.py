"""The disk: bounded, damaged, full, gone or killed, it goes on or is done without."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blattwerk.edge.store import disk as module
from blattwerk.edge.store.disk import NAME, Disk

PLENTY = 50_000_000

WRITER = """
import sys
from pathlib import Path
from blattwerk.edge.store.disk import Disk
disk = Disk(Path(sys.argv[1]), 50_000_000)
number = 0
while True:
    batch = [(b"%d" % n, b"%d:" % n * 500) for n in range(number, number + 20)]
    assert disk.write(batch)
    number += 20
    print(number, flush=True)
"""


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    disk = Disk(tmp_path / "pages", PLENTY)
    disk.open()
    yield disk
    disk.close()


def again(disk: Disk) -> Disk:
    """As after a restart."""
    disk.close()
    disk = Disk(disk.path.parent, disk.most)
    disk.open()
    return disk


keys = st.integers(0, 8).map(lambda number: b"key-%d" % number)
batches = st.lists(st.tuples(keys, st.none() | st.binary(max_size=9_000)), max_size=6)


@settings(max_examples=30, deadline=None)
@given(written=st.lists(batches, max_size=8), restarts=st.sets(st.integers(0, 8)))
def test_it_holds_what_a_dict_would(
    tmp_path_factory: pytest.TempPathFactory,
    written: list[list[tuple[bytes, bytes | None]]],
    restarts: set[int],
) -> None:
    disk = Disk(tmp_path_factory.mktemp("edge"), PLENTY)
    disk.open()
    model: dict[bytes, bytes | None] = {}
    for turn, batch in enumerate(written):
        if turn in restarts:
            disk = again(disk)
        last_word = dict(batch)  # the store says one thing of a key at a time
        assert disk.write(list(last_word.items()))
        model |= last_word

    found = {key: disk.read(key) for key in model}
    disk.close()

    assert found == model
    assert disk.errors == 0


def test_what_was_never_written_is_not_there(disk: Disk) -> None:
    assert disk.read(b"nothing") is None
    assert disk.errors == 0


def test_it_stays_within_its_bound_and_keeps_the_youngest(tmp_path: Path) -> None:
    disk = Disk(tmp_path, 2_000_000)
    disk.open()
    for start in range(0, 1_000, 20):
        disk.write([(b"%d" % n, bytes([n % 256]) * 7_000) for n in range(start, start + 20)])
        assert disk.size <= 2_000_000
    there = [number for number in range(1_000) if disk.read(b"%d" % number)]
    disk.close()

    assert there == list(range(there[0], 1_000))
    assert len(there) > 180
    assert disk.evicted == there[0]
    assert disk.path.stat().st_size <= 2_000_000


@settings(max_examples=15, deadline=None)
@given(
    sizes=st.lists(st.lists(st.integers(0, 40_000), max_size=30), max_size=6),
    most=st.integers(150_000, 600_000),
)
def test_it_stays_within_its_bound_whatever_comes(
    tmp_path_factory: pytest.TempPathFactory, sizes: list[list[int]], most: int
) -> None:
    disk = Disk(tmp_path_factory.mktemp("edge"), most)
    disk.open()
    for turn, batch in enumerate(sizes):
        named = [(b"%d-%d" % (turn, place), b"x" * size) for place, size in enumerate(batch)]
        assert disk.write(named, keep={key for key, _record in named[::3]})
        assert disk.size <= most
    disk.close()

    assert disk.path.stat().st_size <= most


def test_a_record_out_of_all_proportion_is_not_stored(tmp_path: Path) -> None:
    disk = Disk(tmp_path, 1_000_000)
    disk.open()
    disk.write([(b"a", b"1"), (b"b", b"2")])

    written = disk.write([(b"a", b"x" * 900_000)])
    found = [disk.read(b"a"), disk.read(b"b")]
    disk.close()

    assert written
    assert found == [None, b"2"]


def test_what_is_in_memory_is_not_what_makes_room(tmp_path: Path) -> None:
    disk = Disk(tmp_path, 1_000_000)
    disk.open()
    hot = {b"%d" % number for number in range(10)}
    for start in range(0, 400, 20):
        batch = [(b"%d" % n, b"x" * 7_000) for n in range(start, start + 20)]
        disk.write(batch, keep=hot)
    there = {key for key in hot if disk.read(key)}
    disk.close()

    assert there == hot


def test_where_all_is_in_memory_the_bound_counts_more(tmp_path: Path) -> None:
    disk = Disk(tmp_path, 500_000)
    disk.open()
    everything = [b"%d" % number for number in range(200)]
    for start in range(0, 200, 20):
        disk.write([(key, b"x" * 7_000) for key in everything[start : start + 20]], keep=everything)
    disk.close()

    assert 0 < disk.size <= 500_000


def test_a_smaller_bound_gives_the_rest_back(disk: Disk) -> None:
    disk.write([(b"%d" % n, b"x" * 7_000) for n in range(500)])
    disk.most = 1_000_000

    disk.write([(b"new", b"y" * 7_000)])
    again(disk).close()

    assert disk.size <= 1_000_000
    assert disk.path.stat().st_size <= 1_000_000


def test_flipped_bits_never_raise_and_leave_it_usable(tmp_path: Path) -> None:
    chance = Random(7)
    for turn in range(12):
        disk = Disk(tmp_path / str(turn), PLENTY)
        disk.open()
        disk.write([(b"%d" % n, b"%d" % n * 2_000) for n in range(60)])
        disk.close()
        content = bytearray(disk.path.read_bytes())
        for _flip in range(1 + turn * 40):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        disk.path.write_bytes(content)

        disk = again(disk)
        for number in range(60):
            disk.read(b"%d" % number)
        for attempt in range(3):  # damage may be found by the first deed, and seen to by the next
            disk.write([(b"new-%d" % attempt, b"whole")])
        found = disk.read(b"new-2")
        disk.close()

        assert found == b"whole"


def ruin_head(path: Path) -> None:
    path.write_bytes(b"no database" * 1_000)


def ruin_middle(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:4_096] + b"\xff" * (len(content) - 4_096))


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:10_000])


def other_form(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version=99")
    connection.close()


def other_table(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("ALTER TABLE page RENAME COLUMN record TO content")
    connection.close()


@pytest.mark.parametrize("ruin", [ruin_head, ruin_middle, cut_off, other_form, other_table])
def test_a_damaged_file_is_set_aside_and_begun_anew(disk: Disk, ruin: object) -> None:
    disk.write([(b"%d" % n, b"x" * 3_000) for n in range(50)])
    disk.close()
    assert callable(ruin)
    ruin(disk.path)

    disk = again(disk)
    lost = [disk.read(b"%d" % number) for number in range(50)]
    disk.write([(b"first", b"1")])
    disk.write([(b"second", b"2")])
    found = disk.read(b"second")
    disk.close()

    assert None in lost
    assert found == b"2"
    assert disk.set_aside == 1
    assert disk.path.with_name(f"{NAME}.damaged").is_file()


def test_damage_under_an_open_file_is_survived(disk: Disk) -> None:
    disk.write([(b"%d" % n, b"x" * 3_000) for n in range(50)])
    ruin_middle(disk.path)

    for number in range(50):
        disk.read(b"%d" % number)
    for attempt in range(3):
        disk.write([(b"new-%d" % attempt, b"whole")])

    assert disk.read(b"new-2") == b"whole"


def test_a_removed_folder_is_made_again(disk: Disk) -> None:
    disk.write([(b"old", b"1")])
    for file in disk.path.parent.iterdir():
        file.unlink()
    disk.path.parent.rmdir()

    assert disk.write([(b"new", b"2")])

    assert disk.read(b"new") == b"2"
    assert disk.read(b"old") is None


def test_a_place_that_cannot_be_used_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    disk = Disk(tmp_path / "file" / "pages", PLENTY)
    disk.open()

    assert disk.read(b"a") is None
    assert disk.write([(b"a", b"1")]) is False
    disk.close()

    assert disk.errors == 1
    assert disk.rests


def failing(disk: Disk, why: str) -> None:
    assert disk._writer is not None
    disk._writer.execute(why)


@pytest.mark.parametrize("why", ["PRAGMA max_page_count=1", "PRAGMA query_only=ON"])
def test_a_full_or_read_only_disk_is_rested_and_tried_again(
    disk: Disk, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    disk.write([(b"old", b"1")])
    failing(disk, why)

    refused = disk.write([(b"new", b"x" * 100_000)])
    resting = disk.write([(b"new", b"2")])
    disk._rests_until = 0.0
    kept = disk.read(b"old")
    failing(disk, "PRAGMA max_page_count=1000000")
    failing(disk, "PRAGMA query_only=OFF")

    assert (refused, resting, kept, disk.errors) == (False, False, b"1", 1)
    assert disk.write([(b"new", b"2")])
    assert disk.read(b"new") == b"2"


def test_no_room_left_on_the_device_is_no_error_of_the_store(tmp_path: Path) -> None:
    code = """
import resource, sys
from pathlib import Path
from blattwerk.edge.store.disk import Disk
disk = Disk(Path(sys.argv[1]), 50_000_000)
disk.open()
assert disk.write([(b"old", b"1")])
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
assert disk.write([(b"new", b"x" * 1_000_000)]) is False
assert disk.rests
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
disk._rests_until = 0.0
assert disk.read(b"old") == b"1"
assert disk.write([(b"new", b"2")])
assert disk.read(b"new") == b"2"
disk.close()
"""

    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, check=False
    )

    assert (done.returncode, done.stderr.count(b"Traceback")) == (0, 0), done.stderr.decode()


def test_a_killed_writer_leaves_all_it_had_written(tmp_path: Path) -> None:
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE)
    assert writer.stdout is not None
    with writer.stdout:
        for line in writer.stdout:
            if (written := int(line)) >= 400:
                break
        writer.kill()
    writer.wait()

    disk = Disk(tmp_path, PLENTY)
    disk.open()
    found = [disk.read(b"%d" % number) == b"%d:" % number * 500 for number in range(written)]
    disk.close()

    assert all(found)
    assert (disk.set_aside, disk.errors) == (0, 0)


def test_two_processes_may_write_while_one_replaces_the_other(disk: Disk) -> None:
    other = Disk(disk.path.parent, PLENTY)
    other.open()

    wrote = [disk.write([(b"a", b"1")]), other.write([(b"b", b"2")]), disk.write([(b"c", b"3")])]
    found = [(one.read(b"a"), one.read(b"b"), one.read(b"c")) for one in (disk, other)]
    other.close()

    assert wrote == [True] * 3
    assert found == [(b"1", b"2", b"3")] * 2


def test_a_reader_is_not_kept_waiting_by_who_writes(
    disk: Disk, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk.write([(b"a", b"1")])
    other = sqlite3.connect(disk.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr(module, "PATIENCE", 0.0)

    assert disk.read(b"a") == b"1"
    other.execute("ROLLBACK")
    other.close()
    assert disk.errors == 0
