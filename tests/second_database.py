"""What the suite's second run, on PostgreSQL, need not repeat.

A test that cannot reach a database comes out alike on both kinds; the run on SQLite has shown how.
A journey walked in several browsers comes to the same deeds and pages in each: one of them shows
what the database has to say, the others how narrow or dark it may look and whether a script asks
or a form, and that is the browser's affair. So is whether a page can be used by all; and how
processes end or connections are veiled is the same whatever the paper keeps its rows in
(`any_database`).
BLATTWERK_TEST_EVERYTHING=1 repeats it all the same.
"""

import os
from types import ModuleType

import pytest
from django.db import connection, connections
from django.test import TransactionTestCase

FIXTURES = {"db", "transactional_db", "live_server", "paper_house"}
# What a journey's browser is given by its parameters; no database is told of it.
BROWSERS_OWN = {"javascript", "left", "scheme", "viewport", "width", "zoom"}
# A test may use, without any fixture, what its module has in hand.
CONNECTIONS = (connection, connections)
STARTERS = ("subprocess", "multiprocessing", "concurrent", "tests.household", "tests.stock")
THREADS = "concurrent.futures.thread"  # pytest-django shuts them out like the test itself


def is_second_run() -> bool:
    """Whether tests may be left out: this is PostgreSQL, and nobody asked for everything."""
    second = os.environ.get("BLATTWERK_TEST_DATABASE") == "postgresql"
    return second and not os.environ.get("BLATTWERK_TEST_EVERYTHING")


def needs_database(item: pytest.Function) -> bool:
    """Whether the test, or a process that its module can start, may reach a database."""
    if item.get_closest_marker("any_database"):
        return False
    return (
        item.get_closest_marker("django_db") is not None
        or not FIXTURES.isdisjoint(item.fixturenames)
        or (item.cls is not None and issubclass(item.cls, TransactionTestCase))
        or any(_may_reach_one(value) for value in vars(item.module).values())
    )


def in_another_browser(items: list[pytest.Function]) -> list[pytest.Function]:
    """The journeys that only walk an earlier one's way in a browser of other size or colours."""
    walked: set[tuple[str, ...]] = set()
    again = []
    for item in items:
        if (way := _way_of(item)) in walked:
            again.append(item)
        walked.add(way)
    return again


def _way_of(item: pytest.Function) -> tuple[str, ...]:
    callspec = getattr(item, "callspec", None)
    if callspec is None or "visit" not in item.fixturenames:
        return (item.nodeid,)
    others = sorted(
        f"{name}={value!r}" for name, value in callspec.params.items() if name not in BROWSERS_OWN
    )
    return (item.nodeid.partition("[")[0], *others)


def _may_reach_one(value: object) -> bool:
    if any(value is known for known in CONNECTIONS):
        return True
    written_in = value.__name__ if isinstance(value, ModuleType) else _module_of(value)
    return written_in != THREADS and any(
        f"{written_in}.".startswith(f"{starter}.") for starter in STARTERS
    )


def _module_of(value: object) -> str:
    return str(getattr(value, "__module__", ""))


class SecondRun:
    """Leaves out what no database changes, and tells how much that was."""

    left_out = 0

    @pytest.hookimpl(trylast=True)  # what the command line leaves out is out already
    def pytest_collection_modifyitems(
        self, config: pytest.Config, items: list[pytest.Function]
    ) -> None:
        alike = [item for item in items if not needs_database(item)]
        alike += in_another_browser([item for item in items if needs_database(item)])
        left_out = set(alike)
        items[:] = [item for item in items if item not in left_out]
        self.left_out = len(alike)
        config.hook.pytest_deselected(items=alike)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        told = getattr(session.config, "workeroutput", {})  # in a worker of xdist's
        told["left_out"] = self.left_out

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: object) -> None:
        self.left_out = max(self.left_out, getattr(node, "workeroutput", {}).get("left_out", 0))

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if self.left_out:
            terminalreporter.write_line(
                f"{self.left_out} tests that no database changes ran on SQLite only."
            )
