"""Writers of several processes take turns."""

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby
from pathlib import Path

from blattwerk.discussion.lineup import Lineup

PATIENCE = 20  # seconds that nothing here should take
TURNS = 20
HOLD_FOR_EVER = """
import sys, time
from pathlib import Path
from blattwerk.discussion.lineup import Lineup

with Lineup(Path(sys.argv[1])).turn():
    print("mine", flush=True)
    time.sleep(3600)
"""


def test_only_one_has_the_turn_and_nobody_takes_all(tmp_path: Path) -> None:
    database, order, writing = tmp_path / "paper.sqlite3", [], []
    begin = threading.Barrier(2)

    def write(name: str) -> None:
        lineup = Lineup(database)
        begin.wait(PATIENCE)
        for _turn in range(TURNS):
            with lineup.turn():
                writing.append(name)
                threading.Event().wait(0.005)  # long enough for the other to stand in line again
                order.extend(writing)
                writing.clear()
        lineup.close()

    with ThreadPoolExecutor(2) as people:
        for done in [people.submit(write, name) for name in "ab"]:
            done.result(PATIENCE)

    assert (order.count("a"), order.count("b")) == (TURNS, TURNS)
    in_a_row = [len([*those]) for _name, those in groupby(order[: TURNS + TURNS // 2])]
    assert max(in_a_row) <= 2


def test_the_turn_of_a_process_that_dies_is_over(tmp_path: Path) -> None:
    database = tmp_path / "paper.sqlite3"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD_FOR_EVER, str(database)], stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "mine\n"
        lineup = Lineup(database)
        took = threading.Event()

        def write() -> None:
            with lineup.turn():
                took.set()

        waiting = threading.Thread(target=write)
        waiting.start()
        early = took.wait(0.2)
        other.kill()
        waiting.join(PATIENCE)
        lineup.close()

    assert (early, took.is_set()) == (False, True)
