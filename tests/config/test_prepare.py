"""A paper is made ready once, in a process that ends."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from blattwerk.config.database import Found
from tests.homes import new_home
from tests.household import command, free_port
from tests.stock import migrated_home, with_static_files


def test_prepare_founds_a_paper_and_says_how_to_sign_in_once() -> None:
    with new_home(like=migrated_home()) as home, with_static_files(home):
        first, second = (command(home.environment, "prepare") for _turn in range(2))

    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert "Sign in as    redaktion@blattwerk.example" in first.stdout
    assert "Ctrl-C" not in first.stdout
    assert "Password" not in second.stdout


def test_a_server_makes_no_database(tmp_path: Path) -> None:
    there, new = tmp_path / "da & hier" / "x.sqlite3", tmp_path / "new.sqlite3"
    there.parent.mkdir()
    with closing(sqlite3.connect(there)) as made:
        made.execute("CREATE TABLE a (b)")

    with closing(Found(there)) as found:
        assert found.execute("SELECT count(*) FROM a").fetchone() == (0,)
    with pytest.raises(sqlite3.OperationalError, match="There is no database"):
        Found(new)
    assert not new.exists()


def test_a_paper_that_cannot_be_made_ready_is_not_served() -> None:
    with new_home() as home:
        environment = {**home.environment, "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}
        done = command({**environment, "PORT": str(free_port())}, "serve")

    assert done.returncode == 1
    assert "The database cannot be used" in done.stderr
    assert "Traceback" not in done.stderr
