"""The background worker: it ends when told to, whenever that is."""

import subprocess
import sys

import pytest

from tests.homes import new_home
from tests.stock import migrated_home

HEARS_WHILE_STARTING = """
import os, signal, sys, threading

start = threading.Thread.start

def start_and_hear(thread):
    start(thread)
    if thread.name == sys.argv[1]:
        os.kill(os.getpid(), signal.SIGTERM)

threading.Thread.start = start_and_hear
from blattwerk.config.cli import main
main(["worker"])
"""


@pytest.mark.parametrize("thread", ["clock", "narrator"])
def test_told_to_end_while_it_starts_the_worker_ends(thread: str) -> None:
    with new_home(like=migrated_home()) as home:
        ended = subprocess.run(
            [sys.executable, "-c", HEARS_WHILE_STARTING, thread],
            env=home.environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    assert ended.returncode in (0, -15), ended.stderr
