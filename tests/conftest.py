"""Fixtures that every room may use."""

import gc
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.db import connection
from django.test import Client
from pytest_django import DjangoDbBlocker
from pytest_django.plugin import blocking_manager_key

from blattwerk.common.lasting import forget
from blattwerk.newsroom.models import Paper, Section
from tests.at_once import copy_database, in_file
from tests.printed_paper import plate
from tests.second_database import SecondRun, is_second_run
from tests.stock import migrated_home

NEWS = {"editor", "imported"}  # what these bring stands on the front of the paper all share
HERE = Path(__file__).parent
HARD = {HERE / "sample", HERE / "narration", HERE / "edge/faults"}  # need no paper that is shared
IN_MEMORY = "file:blattwerk-tests?mode=memory&cache=shared"


def pytest_configure(config: pytest.Config) -> None:
    if is_second_run():
        config.pluginmanager.register(SecondRun())
    if (getattr(config.option, "numprocesses", None) or 0) > 1:
        config.add_cleanup(_migrate_ahead().communicate)


def _migrate_ahead() -> "subprocess.Popen[bytes]":
    """While the workers start and collect: all of them would wait for the one that migrates."""
    code = "from tests.stock import migrated_home; migrated_home()"
    return subprocess.Popen([sys.executable, "-c", code], cwd=HERE.parent)


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """What is imported and collected stays; looking through all of it for rubbish takes long."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.hookimpl(trylast=True)  # pytest-django sorts too
def pytest_collection_modifyitems(items: list[pytest.Function]) -> None:
    """Files whose papers take long come first: at the end no worker waits long for the other.

    While one worker makes the sample paper the others do hard work that needs none. Of those
    that share a paper, the ones that change it come after those that only read it.
    """
    sharing = {item.path for item in items if "paper_house" in item.fixturenames}
    meanwhile = {item.path for item in items if "household" in item.fixturenames} - sharing
    changing = {item.path for item in items if not NEWS.isdisjoint(item.fixturenames)}
    maker = next((item.path for item in items if item.path in sharing - changing), None)

    def turn(item: pytest.Function) -> tuple[int, bool]:
        if item.path == maker:
            return 0, False
        if item.path in meanwhile or not HARD.isdisjoint(item.path.parents):
            return 1, False
        return (2, item.path in changing) if item.path in sharing else (3, False)

    items.sort(key=turn)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,
) -> Iterator[None]:
    """Of several workers one goes through the migrations, the others copy its database."""
    if not os.environ.get("PYTEST_XDIST_WORKER"):
        yield
        return
    migrated = migrated_home()
    test_settings = django_settings.DATABASES["default"]["TEST"]
    if migrated.database_name:
        test_settings["TEMPLATE"] = migrated.database_name
        yield
        return
    test_settings["NAME"] = IN_MEMORY
    with closing(sqlite3.connect(IN_MEMORY, uri=True)) as copy:
        with closing(sqlite3.connect(migrated.data / "blattwerk.sqlite3")) as original:
            original.backup(copy)
        yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """A test with real transactions leaves an empty database; give the first rows back.

    Django runs such tests last and so need not; spread over processes by file, others follow.
    """
    yield
    marker = item.get_closest_marker("django_db")
    if nextitem and marker and marker.kwargs.get("transaction"):
        with item.config.stash[blocking_manager_key].unblock():
            creation = connection.creation
            creation.deserialize_db_from_string(connection._test_serialized_contents)
            plate.cache_clear()  # some of the rows have other numbers now


@pytest.fixture(autouse=True)
def own_media(tmp_path: Path, settings: object) -> None:
    """Each test keeps its pictures to itself."""
    settings.MEDIA_ROOT = str(tmp_path / "media")  # type: ignore[attr-defined]


@pytest.fixture(autouse=True)
def own_sound(tmp_path: Path, settings: object) -> None:
    """Each test keeps its recordings, and all that is made for them, to itself."""
    storages = {name: dict(options) for name, options in django_settings.STORAGES.items()}
    storages["audio"] = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": tmp_path / "sound", "base_url": "/hoeren/dateien/"},
    }
    settings.STORAGES = storages  # type: ignore[attr-defined]
    settings.NARRATION_FOLDER = tmp_path / "narration"  # type: ignore[attr-defined]


@pytest.fixture(autouse=True)
def no_remembered_addresses() -> Iterator[None]:
    """Where sites stand, and what stands around a page, is remembered; a test's tree is gone."""
    from django.core.cache import cache

    cache.clear()
    forget()
    yield
    cache.clear()
    forget()


@pytest.fixture
def shared_database(
    transactional_db: None, tmp_path: Path, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """For deeds done at once: SQLite's database in memory is locked as a whole, a file is not."""
    if connection.vendor != "sqlite":
        yield
        return
    path = tmp_path / "blattwerk.sqlite3"
    copy_database(migrated_home().data / path.name, path)
    with in_file(path, django_db_blocker):
        plate.cache_clear()  # this file's first rows need not have the numbers of the suite's
        yield
    plate.cache_clear()


@pytest.fixture
def paper(db: None) -> Paper:
    """A paper with the sections Ausland and Politik."""
    return plate().print()


@pytest.fixture
def section(paper: Paper) -> Section:
    """Ausland."""
    return Section.objects.get(slug="ausland")


@pytest.fixture
def client() -> Client:
    """A browser at the paper's own host."""
    return Client(headers={"host": "localhost"})


@pytest.fixture(scope="session")
def reference_dump() -> Path:
    """The article page that is the specification; absent on most machines."""
    path = Path(django_settings.PACKAGE).parents[2] / "shared/reference/000_215e739bc4e3ec41.txt"
    if not path.is_file():
        pytest.skip("the reference page is not on this machine")
    return path
