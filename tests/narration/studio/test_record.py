"""The door: whole files or none, whatever happens."""

import os
import resource
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from blattwerk.narration.errors import StudioFailed
from blattwerk.narration.studio import faults, wire
from blattwerk.narration.studio.interface import Made, Order
from blattwerk.narration.studio.record import record

from . import sounds


def test_an_order_gives_five_files_and_nothing_else(made: Made, article: Order) -> None:
    assert [file.kind for file in made.files] == ["m4a", "opus", "mp3", "vtt", "json"]
    assert sounds.leftovers(article.folder, [file.path for file in made.files]) == set()


def test_each_file_is_named_for_what_is_in_it(made: Made) -> None:
    for file in made.files:
        content = file.path.read_bytes()
        digest = sha256(content).hexdigest()
        assert (file.path.name, file.sha256) == (f"{digest[:32]}.{file.kind}", digest)
        assert file.bytes == len(content)


def test_the_same_order_gives_the_same_bytes(made: Made, article: Order, tmp_path: Path) -> None:
    again = record(replace(article, folder=tmp_path))
    assert [file.sha256 for file in again.files] == [file.sha256 for file in made.files]


def test_the_times_are_exact(made: Made, article: Order) -> None:
    begin = 0
    for take, start in zip(article.takes, made.starts, strict=True):
        assert start == begin
        begin += take.pcm.stat().st_size // 2 + round(take.gap * take.rate)
    assert (made.samples, made.rate) == (begin, sounds.RATE)


def test_the_notice_is_heard_in_the_feed_alone(made: Made) -> None:
    files = sounds.by_kind(made)
    assert made.feed_seconds == pytest.approx(made.seconds + 1.0)
    assert len(sounds.decoded(files["m4a"])) == made.samples
    assert len(sounds.decoded(files["mp3"])) == round(made.feed_seconds * 44100)
    assert abs(len(sounds.decoded(files["opus"])) - made.seconds * 48000) <= 1


def test_progress_is_told_in_growing_shares(article: Order, tmp_path: Path) -> None:
    told: list[float] = []
    record(replace(article, folder=tmp_path), progress=told.append)
    assert told == [0.1, 0.2, 0.4, 0.6, 0.8]


def test_a_take_that_is_gone_leaves_nothing(article: Order, tmp_path: Path) -> None:
    gone = replace(article.takes[1], pcm=tmp_path / "nowhere.pcm")
    with pytest.raises(StudioFailed) as failure:
        record(replace(article, takes=(article.takes[0], gone), folder=tmp_path / "out"))
    assert str(failure.value) == faults.TAKE_GONE
    assert sounds.leftovers(tmp_path / "out") == set()


def test_takes_without_any_sound_are_refused(article: Order, tmp_path: Path) -> None:
    empty = tmp_path / "empty.pcm"
    empty.touch()
    takes = (replace(article.takes[0], pcm=empty),)
    for nothing in (takes, ()):
        with pytest.raises(StudioFailed) as failure:
            record(replace(article, takes=nothing, notice=(), folder=tmp_path / "out"))
        assert str(failure.value) == faults.NO_SOUND
    assert sounds.leftovers(tmp_path / "out") == set()


def test_a_sentence_that_stayed_silent_does_not_lose_the_others(
    article: Order, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.pcm"
    empty.touch()
    takes = (article.takes[0], replace(article.takes[1], pcm=empty), article.takes[2])
    made = record(replace(article, takes=takes, folder=tmp_path / "out"))
    assert made.starts[2] == made.starts[1] + round(takes[1].gap * sounds.RATE)


@pytest.mark.parametrize("room", [0, 4_000, 60_000, 300_000, 420_000])
def test_a_full_disk_is_told_and_nothing_half_written_remains(
    room: int, article: Order, tmp_path: Path
) -> None:
    long = replace(article, takes=article.takes * 3, folder=tmp_path)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))  # the worker inherits it
    try:
        with pytest.raises(StudioFailed) as failure:
            record(long)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert str(failure.value) == faults.DISK_FULL
    assert sounds.leftovers(tmp_path) == set()


def test_a_folder_that_cannot_be_made_is_told(article: Order, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StudioFailed) as failure:
        record(replace(article, folder=tmp_path / "file" / "out"))
    assert str(failure.value) == faults.NOT_WRITABLE


def test_work_that_takes_too_long_is_stopped(article: Order, tmp_path: Path) -> None:
    with pytest.raises(StudioFailed) as failure:
        record(replace(article, takes=article.takes * 40, folder=tmp_path), limit=0.7)
    assert str(failure.value) == faults.TOO_SLOW
    assert sounds.leftovers(tmp_path) == set()


def test_a_worker_that_is_killed_is_told(article: Order, tmp_path: Path) -> None:
    others = set(_children())  # papers that earlier tests have opened

    def kill(share: float) -> None:
        if share == 0.2:
            for child in set(_children()) - others:
                os.kill(child, signal.SIGKILL)

    with pytest.raises(StudioFailed) as failure:
        record(replace(article, folder=tmp_path), progress=kill)
    assert str(failure.value) == faults.KILLED
    assert sounds.leftovers(tmp_path) == set()


def test_the_worker_ends_with_whoever_asked_and_clears_its_scratch(
    article: Order, tmp_path: Path
) -> None:
    scratch = tmp_path / ".studio-scratch"
    scratch.mkdir()
    long = replace(article, takes=article.takes * 60, folder=tmp_path)
    with subprocess.Popen(
        [sys.executable, "-m", "blattwerk.narration.studio.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as worker:
        worker.stdin.write(wire.line({"order": wire.to_json(long), "scratch": str(scratch)}))
        worker.stdin.flush()
        assert wire.read(worker.stdout.readline()) == {"progress": 0.1}
        worker.stdin.close()
        worker.wait(10)
    assert not scratch.exists()


def test_the_worker_is_niced(article: Order, tmp_path: Path) -> None:
    nices: list[int] = []
    others = set(_children())

    def look(_: float) -> None:
        new = set(_children()) - others
        nices.extend(os.getpriority(os.PRIO_PROCESS, child) for child in new)

    record(replace(article, folder=tmp_path), progress=look)
    assert min(nices) == max(10, os.getpriority(os.PRIO_PROCESS, 0))


def test_what_a_lost_machine_left_behind_is_swept_after_a_day(
    article: Order, tmp_path: Path
) -> None:
    old, young = tmp_path / ".studio-old", tmp_path / ".studio-young"
    for folder in (old, young):
        folder.mkdir()
    os.utime(old, (time.time() - 90_000,) * 2)
    made = record(replace(article, folder=tmp_path))
    assert sounds.leftovers(tmp_path, [file.path for file in made.files]) == {young}


def test_two_orders_at_once_do_not_disturb_each_other(article: Order, tmp_path: Path) -> None:
    short = replace(article, takes=article.takes[:2], folder=tmp_path)
    other = replace(short, takes=article.takes[2:4])
    made: dict[str, Made] = {}
    desks = [
        threading.Thread(target=lambda name=name, one=one: made.update({name: record(one)}))
        for name, one in (("short", short), ("other", other))
    ]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    paths = {file.path for one in made.values() for file in one.files}
    assert len(paths) == 10
    assert sounds.leftovers(tmp_path, paths) == set()


@pytest.mark.proof
def test_an_hour_of_sound_needs_little_memory(tmp_path: Path) -> None:
    minutes = 60 if os.environ.get("HYPOTHESIS_PROFILE") == "proof" else 2
    order = sounds.order(tmp_path, sentences=3)
    seconds = sum(take.pcm.stat().st_size / 2 / take.rate + take.gap for take in order.takes)
    long = replace(order, takes=order.takes * round(minutes * 60 / seconds))
    job = tmp_path / "job.json"
    job.write_bytes(wire.line(wire.to_json(long)))
    code = (
        "import resource, sys; from pathlib import Path;"
        "from blattwerk.narration.studio import wire; from blattwerk.narration.studio.record"
        " import record; record(wire.order(wire.read(Path(sys.argv[1]).read_bytes())));"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, job], capture_output=True, check=True, text=True
    )
    assert int(told.stdout) < 300


def _children() -> list[int]:
    task = Path(f"/proc/self/task/{threading.get_native_id()}/children")
    return [int(number) for number in task.read_text().split()]
