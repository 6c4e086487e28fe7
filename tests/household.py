"""A real `blattwerk serve` for tests: own data folder, own port, own database of either kind."""

import random
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.homes import Home, new_home

COMMAND = [sys.executable, "-m", "blattwerk.config"]
START_SECONDS = 240
LISTENED_ON = range(20_000, 32_000)  # systems call out from higher ones


def command(environment: Mapping[str, str], *words: str) -> "subprocess.CompletedProcess[str]":
    """`blattwerk …`, ended by itself."""
    return subprocess.run(
        [*COMMAND, *words],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@dataclass
class Household:
    """A running paper."""

    address: str
    data: Path
    environment: dict[str, str]
    process: "subprocess.Popen[str]"
    log: Path
    first_words: str = ""  # what the start printed that its home was copied from

    @property
    def said(self) -> str:
        """Everything it has printed so far."""
        return self.log.read_text(encoding="utf-8")

    @property
    def login(self) -> tuple[str, str]:
        """The first editor's address and password, as printed on first start."""
        printed = self.first_words + self.said
        email = re.search(r"Sign in as\s+(\S+)", printed)
        password = re.search(r"Password\s+(\S+)", printed)
        assert email
        assert password
        return email[1], password[1]

    def run(self, *words: str) -> "subprocess.CompletedProcess[str]":
        """`blattwerk …` beside the running paper."""
        return command(self.environment, *words)

    def get(self, path: str) -> tuple[int, str]:
        """Status and text of a page."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=20) as answer:  # noqa: S310
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def children(self, name: str) -> list[int]:
        """The numbers of the running processes below it whose command line names `name`."""
        found = subprocess.run(
            ["ps", "-eo", "pid,ppid,args"], capture_output=True, text=True, check=True
        ).stdout
        rows = [line.split(None, 2) for line in found.splitlines()[1:]]
        return [
            int(pid) for pid, ppid, args in rows if int(ppid) == self.process.pid and name in args
        ]

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Ask it to end; returns its exit code."""
        self.process.send_signal(number)
        return self.process.wait(30)


def free_port() -> int:
    """A port nobody listens on right now, and none that a browser may be given to call from."""
    while True:
        number = random.choice(LISTENED_ON)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", number))
            return number


@contextmanager
def served(*options: str, language: str = "de") -> Iterator[Household]:
    """`blattwerk serve` from nothing, ready to answer; ended and swept afterwards."""
    with new_home() as home, running(home, *options, language=language) as household:
        yield household


@contextmanager
def running(home: Home, *options: str, language: str = "de") -> Iterator[Household]:
    """`blattwerk serve` in that home, ready to answer; ended afterwards, the home stays."""
    port = free_port()
    environment = {
        **home.environment,
        "BLATTWERK_LANGUAGE": language,
        "PORT": str(port),
        "PYTHONUNBUFFERED": "1",
    }
    printed = home.folder / "log"
    with printed.open("w") as log:
        process = subprocess.Popen(
            [*COMMAND, "serve", *options],
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
            text=True,
        )
    household = Household(f"http://127.0.0.1:{port}", home.data, environment, process, printed)
    try:
        _wait_until_ready(household)
        yield household
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(30)


def _wait_until_ready(household: Household) -> None:
    deadline = time.monotonic() + START_SECONDS
    while "Ctrl-C ends it." not in household.said:
        if household.process.poll() is not None or time.monotonic() > deadline:
            raise AssertionError(f"serve did not start:\n{household.said}")
        time.sleep(0.1)
