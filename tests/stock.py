"""What takes long to make is made once a run, by the worker that asks first; all others copy it.

A database that has been through the migrations, the static files, the sample newspaper. Static
files are the same on both databases: `scripts/test` keeps them from its first run for the second.
"""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.homes import Home, build_home, clear_home, new_home
from tests.household import COMMAND, Household, running


@contextmanager
def blank_paper() -> Iterator[Household]:
    """`blattwerk serve`, its database migrated and its static files collected beforehand."""
    with (
        new_home(like=migrated_home()) as home,
        with_static_files(home),
        running(home) as household,
    ):
        yield household


@contextmanager
def sample_paper() -> Iterator[Household]:
    """`blattwerk serve --with-sample`, started for the second time."""
    sample = sample_home()
    with new_home(like=sample) as home, running(home, "--with-sample") as household:
        household.first_words = (sample.folder / "log").read_text(encoding="utf-8")
        yield household


def migrated_home() -> Home:
    """An empty database after all migrations."""
    return _once("migrated", lambda: None, _migrate)


def sample_home() -> Home:
    """What the first `serve --with-sample` leaves behind once its background is calm."""
    return _once("sample", migrated_home, _first_start_with_sample)


def _migrate(home: Home) -> None:
    subprocess.run([*COMMAND, "migrate"], env=home.environment, check=True, capture_output=True)


def _first_start_with_sample(home: Home) -> None:
    with with_static_files(home), running(home, "--with-sample"):
        _calm(home, "wait")
    _calm(home, "leave")


def _calm(home: Home, deed: str) -> None:
    subprocess.run([sys.executable, "-m", "tests.calm", deed], env=home.environment, check=True)


def _once(name: str, like: Callable[[], Home | None], fill: Callable[[Home], None]) -> Home:
    """The home of that name; made and filled now if no worker has done so before."""
    shelf = Path(os.environ["BLATTWERK_TEST_STOCK"])
    place, done = shelf / name, shelf / f"{name}.url"
    with _alone(shelf / f"{name}.lock"):
        if not done.exists():
            home = build_home(place, f"stock_{name}", like())
            try:
                fill(home)
            except BaseException:
                clear_home(home)
                raise
            done.write_text(home.database_url)
    return Home(place, done.read_text())


@contextmanager
def with_static_files(home: Home) -> Iterator[None]:
    """Static files as an earlier start left them."""
    kept, lock = _shelf_of_static_files()
    with _alone(lock):
        if kept.exists():
            shutil.copytree(kept, home.data / "static", dirs_exist_ok=True)
    yield
    keep_static_files(home.data)


def keep_static_files(data: Path) -> None:
    """Let later papers begin with those in this data folder, unless there are some already."""
    kept, lock = _shelf_of_static_files()
    with _alone(lock):
        if not kept.exists():
            shutil.copytree(data / "static", kept)


def _shelf_of_static_files() -> tuple[Path, Path]:
    kept = Path(os.environ["BLATTWERK_TEST_STATIC"])
    return kept, kept.with_suffix(".lock")


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Let one process in at a time."""
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
