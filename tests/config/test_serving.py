"""`blattwerk serve`: one command, one process tree, no loose ends."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from blattwerk.config.serving import SLOWEST_EDGE, STEADY_AFTER, Child
from tests.household import COMMAND, Household, command, served
from tests.stock import blank_paper, keep_static_files


@pytest.fixture(scope="module")
def household() -> Iterator[Household]:
    with served() as running:
        keep_static_files(running.data)
        yield running


def eventually(question: Callable[[], object], seconds: float = 20) -> object:
    """The first true answer to the question within some seconds."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if answer := question():
            return answer
        time.sleep(0.1)
    return question()


def gone(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return True
    stat = Path(f"/proc/{number}/stat").read_text()  # a zombie has ended too
    return stat.rsplit(")", 1)[1].split()[0] == "Z"


def test_a_first_start_serves_a_blank_paper_and_prints_a_login(household: Household) -> None:
    status, text = household.get("/")
    email, password = household.login

    assert status == 200
    assert "Neue Zeitung" in text
    assert email == "redaktion@blattwerk.example"
    assert len(password) >= 16


def test_a_crashed_worker_is_started_again(household: Household) -> None:
    [worker] = household.children("worker")

    os.kill(worker, signal.SIGKILL)

    def newcomer() -> list[int]:
        return [number for number in household.children("worker") if number != worker]

    assert eventually(newcomer)
    assert "the worker ended (SIGKILL)" in household.said


def test_a_crashed_web_server_leaves_nobody_at_its_port(household: Household) -> None:
    server, _other = household.children("config.web")
    with_it = _group_of(server)

    os.kill(server, signal.SIGKILL)

    assert eventually(lambda: all(gone(number) for number in with_it))
    assert eventually(lambda: len(household.children("config.web")) == 2)
    assert server not in household.children("config.web")


def test_web_servers_that_were_all_killed_come_back(household: Household) -> None:
    for number in household.children("config.web"):
        os.kill(number, signal.SIGKILL)

    # What is nobody else's to see is never answered from the store.
    assert eventually(lambda: "database" in household.get("/gesundheit/")[1], seconds=60)
    assert eventually(lambda: len(household.children("config.web")) == 2, seconds=60)
    assert eventually(lambda: _answers(household), seconds=40)


def _group_of(leader: int) -> list[int]:
    rows = subprocess.run(
        ["ps", "-eo", "pid,pgid"], capture_output=True, text=True, check=True
    ).stdout.splitlines()[1:]
    return [int(pid) for pid, group in (row.split() for row in rows) if int(group) == leader]


def _answers(household: Household) -> bool:
    try:
        return household.get("/")[0] == 200
    except OSError:
        return False


def test_what_keeps_dying_is_begun_ever_more_slowly_up_to_its_bound() -> None:
    edge, worker = Child("edge", [], slowest=SLOWEST_EDGE), Child("worker", [])
    waits: dict[str, list[float]] = {"edge": [], "worker": []}
    for child in (edge, worker):
        for death in range(8):
            child.begun = now = 1000.0 + 31 * death
            child.note_death(now)
            assert child.due == now + child.wait
            waits[child.name].append(child.wait)
        child.begun = 5000.0
        child.note_death(5000.0 + 2 * STEADY_AFTER)
        waits[child.name].append(child.wait)

    assert waits == {
        "edge": [1, 2, 2, 2, 2, 2, 2, 2, 0.5],
        "worker": [1, 2, 4, 8, 16, 30, 30, 30, 0.5],
    }


def test_the_doctor_finds_a_running_paper_well(household: Household) -> None:
    def healthy() -> bool:
        return household.run("doctor").returncode == 0

    assert eventually(healthy, seconds=40)


def test_a_taken_port_is_refused_with_a_sentence(household: Household) -> None:
    elsewhere = {**household.environment, "BLATTWERK_DATA": str(household.data / "second")}
    second = command(elsewhere, "serve")

    assert second.returncode == 1
    assert "Choose a port with PORT=8001." in second.stderr


def test_a_new_password_works_at_once(household: Household) -> None:
    email, first = household.login

    changed = household.run("password", email)
    unknown = household.run("password", "niemand@example.at")

    assert changed.returncode == 0
    assert changed.stdout.startswith(f"{email}: ")
    assert first not in changed.stdout
    assert unknown.returncode == 1
    assert "Nobody signs in as niemand@example.at." in unknown.stderr


@pytest.mark.any_database
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_told_to_stop_it_ends_everything_cleanly(number: signal.Signals) -> None:
    with blank_paper() as running:
        children = running.children("")

        code = running.stop(number)

        assert code == 0
        assert len(children) == 4  # edge, two web servers, worker
        assert all(gone(child) for child in children)


@pytest.mark.any_database
def test_killed_outright_it_leaves_no_process_behind() -> None:
    with blank_paper() as running:
        children = running.children("")

        running.process.kill()
        running.process.wait(10)

        assert eventually(lambda: all(gone(child) for child in children), seconds=30)


def test_a_second_start_keeps_the_paper_and_prints_no_password() -> None:
    with blank_paper() as running:
        running.stop()
        again = subprocess.Popen(
            [*COMMAND, "serve"],
            env=running.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        lines = []
        for line in again.stdout or ():
            lines.append(line)
            if "Ctrl-C ends it." in line:
                break
        again.terminate()
        again.communicate(timeout=30)

        assert again.returncode == 0
        assert not [line for line in lines if "Password" in line]


def test_a_wrong_setting_ends_the_start_with_its_sentence() -> None:
    ended = command({**os.environ, "PORT": "zwölf", "BLATTWERK_ZONE": "Mars/Olympus"}, "doctor")

    assert ended.returncode == 2
    assert "PORT='zwölf' must be a number from 1 to 65535." in ended.stderr
    assert "BLATTWERK_ZONE='Mars/Olympus' must be a time zone's name" in ended.stderr
    assert "Traceback" not in ended.stderr
