"""Tags: what was purged is never fresh again, whoever purges, whatever becomes of the file."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blattwerk.edge.store import EVERYTHING, Freshness, Tags, slot_of
from blattwerk.edge.store import tags as module
from blattwerk.edge.store.tags import BORN, KIND, NOW, PURGED, SIZE, WITHDRAWN

FRESH, STALE, GONE = Freshness.FRESH, Freshness.STALE, Freshness.WITHDRAWN
NAMES = [f"article-{number}" for number in range(12)]

PURGER = """
import sys, threading
from pathlib import Path
from blattwerk.edge.store import Tags
tags = Tags(Path(sys.argv[1]))
def purge(thread):
    for number in range(150):
        tags.purge([f"{sys.argv[2]}-{thread}-{number}"])
threads = [threading.Thread(target=purge, args=(n,)) for n in range(3)]
[t.start() for t in threads]
[t.join() for t in threads]
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "edge" / "tags"


@pytest.fixture
def tags(path: Path) -> Tags:
    return Tags(path)


def slots(*names: str) -> list[int]:
    return [slot_of(name) for name in (EVERYTHING, *names)]


def test_an_answer_is_fresh_until_a_tag_of_it_is_purged(tags: Tags) -> None:
    asked = tags.now()

    tags.purge(["article-2"])
    untouched = tags.state(slots("article-1", "section-3"), asked)
    tags.purge(["section-3"])

    assert untouched is FRESH
    assert tags.state(slots("article-1", "section-3"), asked) is STALE
    assert tags.state(slots("article-1", "section-3"), tags.now()) is FRESH


def test_every_answer_has_one_tag_in_common(tags: Tags) -> None:
    asked = tags.now()

    tags.purge([EVERYTHING])

    assert tags.state(slots("article-1"), asked) is STALE


def test_what_was_withdrawn_stays_so(tags: Tags) -> None:
    asked = tags.now()

    tags.purge(["article-1"], withdrawn=True)
    tags.purge(["article-1"])

    assert tags.state(slots("article-1"), asked) is GONE
    assert tags.state(slots("article-1"), tags.now()) is FRESH


def test_a_purge_while_an_answer_is_made_counts(tags: Tags) -> None:
    asked = tags.now()
    tags.purge(["article-1"])  # the answer that was asked for may have read what was before

    assert tags.state(slots("article-1"), asked) is STALE


def test_purging_nothing_changes_nothing(tags: Tags) -> None:
    before = tags.now()

    assert tags.purge([]) == tags.now() == before


def test_purges_are_numbered_in_order(tags: Tags) -> None:
    before = tags.now()

    assert [tags.purge(["a"]), tags.purge(["b", "c"])] == [before + 1, before + 2]


def test_a_tag_has_its_slot_for_ever() -> None:
    assert slot_of("article-12") == 6_463
    assert len({slot_of(f"article-{number}") for number in range(1000)}) > 900


purges = st.tuples(st.sets(st.sampled_from(NAMES), min_size=1, max_size=4), st.booleans())
births = st.sets(st.sampled_from(NAMES), max_size=4)


@settings(max_examples=40, deadline=None)
@given(deeds=st.lists(purges | births, max_size=30), reopened=st.integers(0, 30))
def test_states_agree_with_a_plain_model(
    tmp_path_factory: pytest.TempPathFactory,
    deeds: list[tuple[set[str], bool] | set[str]],
    reopened: int,
) -> None:
    path = tmp_path_factory.mktemp("model") / "tags"
    tags, answers = Tags(path), []
    for turn, deed in enumerate(deeds):
        if turn == reopened:
            tags = Tags(path)
        if isinstance(deed, set):
            answers.append((deed, tags.now(), [FRESH]))
            continue
        names, withdrawn = deed
        tags.purge(names, withdrawn=withdrawn)
        for made_of, _asked, state in answers:
            if made_of & names and state[0] is not GONE:
                state[0] = GONE if withdrawn else STALE

    found = [tags.state(slots(*made_of), asked) for made_of, asked, _ in answers]

    assert found == [state[0] for *_, state in answers]


def test_no_purge_of_many_processes_and_threads_is_lost(path: Path) -> None:
    tags = Tags(path)
    asked = tags.now()

    running = [
        subprocess.Popen([sys.executable, "-c", PURGER, str(path), f"process{number}"])
        for number in range(3)
    ]
    codes = [process.wait() for process in running]

    names = [f"process{p}-{t}-{n}" for p in range(3) for t in range(3) for n in range(150)]
    assert codes == [0, 0, 0]
    assert tags.now() - asked == len(names)
    assert {tags.state([slot_of(name)], asked) for name in names} == {STALE}


def test_a_purge_writes_the_counter_last(tags: Tags) -> None:
    written: list[int] = []

    class Watched:
        def __getitem__(self, place: int) -> int:
            return 7

        def __setitem__(self, place: int, number: int) -> None:
            written.append(place)

    tags.words = Watched()  # type: ignore[assignment]  # a memoryview tells nobody
    tags.purge(["article-1"], withdrawn=True)

    slot = slot_of("article-1")
    assert written == [WITHDRAWN + slot, PURGED + slot, NOW]


def test_half_a_purge_makes_stale_and_is_finished_by_who_opens_next(tags: Tags) -> None:
    asked = tags.now()
    tags.words[PURGED + slot_of("article-1")] = asked + 1  # and then the process is killed
    half_way = tags.state(slots("article-1"), asked)

    again = Tags(tags.path)

    assert half_way is STALE
    assert tags.state(slots("article-1"), asked) is STALE
    assert again.now() == tags.now() == asked + 1
    assert tags.state(slots("article-1"), tags.now()) is FRESH


def test_a_restart_forgets_nothing(tags: Tags) -> None:
    asked = tags.now()
    tags.purge(["article-1"])
    tags.purge(["article-2"], withdrawn=True)
    tags.close()

    again = Tags(tags.path)

    found = [again.state(slots(name), asked) for name in NAMES[:4]]
    assert found == [FRESH, STALE, GONE, FRESH]


def test_once_closed_nothing_counts_as_fresh(tags: Tags) -> None:
    asked = tags.now()

    tags.close()

    assert tags.state(slots("article-1"), asked) is GONE


def overwrite(path: Path, word: int, number: int) -> None:
    with path.open("r+b") as file:
        file.seek(word * 8)
        file.write(number.to_bytes(8, "little"))


DAMAGE: dict[str, Callable[[Path], object]] = {
    "missing": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
    "cut off": lambda path: os.truncate(path, SIZE - 8),
    "cut to a rest": lambda path: os.truncate(path, 12),
    "something else": lambda path: path.write_bytes(os.urandom(SIZE)),
    "zeros": lambda path: path.write_bytes(bytes(SIZE)),
    "no kind": lambda path: overwrite(path, KIND, 1),
    "no birth": lambda path: overwrite(path, BORN, 0),
    "counter before birth": lambda path: overwrite(path, NOW, 5),
    "counter beyond all": lambda path: overwrite(path, NOW, 2**64 - 1),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_after_damage_nothing_from_before_is_shown(
    path: Path, damage: Callable[[Path], object]
) -> None:
    tags = Tags(path)
    tags.purge(["article-3"], withdrawn=True)
    asked = tags.now()
    tags.close()
    damage(path)

    again = Tags(path)

    assert again.state(slots("article-1"), asked) is GONE
    assert again.state(slots("article-1"), again.now()) is FRESH
    asked = again.now()
    again.purge(["article-1"])
    assert again.state(slots("article-1"), asked) is STALE
    assert path.stat().st_size == SIZE


@pytest.mark.parametrize("number", [0, 5, 2**40, 2**63, 2**64 - 1])
@pytest.mark.parametrize("clock", [-86_400, 0])
def test_a_clock_that_went_back_brings_nothing_back(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int, clock: int
) -> None:
    tags = Tags(path)
    asked = tags.purge(["article-1"], withdrawn=True)
    overwrite(path, KIND, number)
    then = (tags.words[BORN] >> 30) + clock
    monkeypatch.setattr(time, "time", lambda: float(then))

    again = Tags(path)

    assert again.state(slots("article-1"), asked) is GONE
    assert again.state(slots("article-1"), asked - 1) is GONE
    for _purge in range(20):
        again.purge(["article-2"])
    assert again.state(slots("article-1"), asked) is GONE


def test_who_has_it_open_sees_that_it_was_made_anew(tags: Tags) -> None:
    asked = tags.now()
    overwrite(tags.path, KIND, 0)

    other = Tags(tags.path)
    other.purge(["article-1"])

    assert tags.now() == other.now()
    assert tags.state(slots("article-2"), asked) is GONE


def test_who_has_it_open_follows_when_it_is_replaced(tags: Tags) -> None:
    asked = tags.now()
    tags.path.unlink()
    other = Tags(tags.path)

    tags.follow()

    assert tags.now() == other.now()
    assert tags.state(slots("article-1"), asked) is GONE


def test_a_purge_reaches_the_file_that_is_there_now(tags: Tags) -> None:
    tags.path.unlink()
    other = Tags(tags.path)
    asked = other.now()

    tags.purge(["article-1"])

    assert other.state(slots("article-1"), asked) is STALE


def test_a_removed_file_is_made_again_by_who_follows(tags: Tags) -> None:
    asked = tags.now()
    tags.path.unlink()
    tags.path.parent.rmdir()

    tags.follow()

    assert tags.path.stat().st_size == SIZE
    assert tags.state(slots("article-1"), asked) is GONE


@pytest.mark.parametrize("number", [1, 2**20, 2**61 + 2**33, 2**64 - 1])
@pytest.mark.parametrize("block", [PURGED, WITHDRAWN])
def test_a_slot_with_a_number_never_given_counts_as_withdrawn_once(
    tags: Tags, block: int, number: int
) -> None:
    asked = tags.now()
    overwrite(tags.path, block + slot_of("article-1"), number)

    again = Tags(tags.path)

    assert again.state(slots("article-1"), asked) is GONE
    assert again.state(slots("article-2"), asked) is FRESH
    assert again.state(slots("article-1"), again.now()) is FRESH


def test_after_the_machine_was_started_anew_everything_is_stale_once(
    tags: Tags, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = tags.now()
    tags.purge(["article-2"], withdrawn=True)
    monkeypatch.setattr(module, "_boot", lambda: 12_345)

    again = Tags(tags.path)
    once = again.now()
    third = Tags(tags.path)

    assert again.state(slots("article-1"), asked) is STALE
    assert again.state(slots("article-2"), asked) is GONE
    assert third.now() == once


def test_where_no_file_can_be_made_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(OSError, match="file"):
        Tags(tmp_path / "file" / "tags")


def test_a_full_disk_is_an_error_and_no_crash(tmp_path: Path) -> None:
    code = """
import resource, sys
from pathlib import Path
from blattwerk.edge.store import Tags
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    Tags(Path(sys.argv[1]))
except OSError:
    print("refused")
"""

    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "tags")], capture_output=True, check=False
    )

    assert (done.returncode, done.stdout) == (0, b"refused\n")
