"""A paper is made ready once, in a process that ends."""

import os
import subprocess
import sys

from tests.homes import new_home
from tests.household import free_port


def test_prepare_founds_a_paper_and_says_how_to_sign_in_once() -> None:
    with new_home() as home:
        first, second = (_prepare(home.environment) for _turn in range(2))

    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert "Sign in as    redaktion@blattwerk.example" in first.stdout
    assert "Ctrl-C" not in first.stdout
    assert "Password" not in second.stdout


def test_a_paper_that_cannot_be_made_ready_is_not_served() -> None:
    with new_home() as home:
        environment = {**home.environment, "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}
        done = subprocess.run(
            [sys.executable, "-m", "blattwerk.config", "serve"],
            env={**os.environ, **environment, "PORT": str(free_port())},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    assert done.returncode == 1
    assert "The database cannot be used" in done.stderr
    assert "Traceback" not in done.stderr


def _prepare(environment: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "blattwerk.config", "prepare"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
