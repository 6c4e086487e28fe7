"""On the second database only tests are left out that cannot reach one.

The tests look at themselves. This module must have nothing in hand that reaches a database.
"""

from importlib import import_module

import pytest
from django.test import SimpleTestCase, TestCase

from tests.second_database import in_another_browser, is_second_run, needs_database


def test_a_test_that_only_calculates_is_left_out(request: pytest.FixtureRequest) -> None:
    assert not needs_database(request.node)


@pytest.mark.django_db
def test_one_marked_for_the_database_is_kept(request: pytest.FixtureRequest) -> None:
    assert needs_database(request.node)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_one_with_real_transactions_is_kept(request: pytest.FixtureRequest) -> None:
    assert needs_database(request.node)


@pytest.mark.usefixtures("section")
def test_one_whose_fixture_needs_the_database_is_kept(request: pytest.FixtureRequest) -> None:
    assert needs_database(request.node)


class TestOfDjangosKind(TestCase):
    @pytest.fixture(autouse=True)
    def look_at_itself(self, request: pytest.FixtureRequest) -> None:
        self.item = request.node

    def test_it_is_kept(self) -> None:
        assert needs_database(self.item)


class TestOfDjangosSimpleKind(SimpleTestCase):
    @pytest.fixture(autouse=True)
    def look_at_itself(self, request: pytest.FixtureRequest) -> None:
        self.item = request.node

    def test_it_is_left_out(self) -> None:
        assert not needs_database(self.item)


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("django.db", "connection"),
        ("django.db", "connections"),
        ("subprocess", ""),
        ("subprocess", "run"),
        ("multiprocessing", "Process"),
        ("concurrent.futures", "ProcessPoolExecutor"),
        ("tests.household", "served"),
        ("tests.stock", "blank_paper"),
    ],
)
def test_one_whose_module_can_reach_a_database_is_kept(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, module: str, name: str
) -> None:
    in_hand = import_module(module)
    monkeypatch.setattr(
        request.module, "in_hand", getattr(in_hand, name) if name else in_hand, raising=False
    )

    assert needs_database(request.node)


def test_one_whose_module_starts_threads_is_left_out_for_they_reach_none(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads = import_module("concurrent.futures").ThreadPoolExecutor
    connection = import_module("django.db").connection
    monkeypatch.setattr(request.module, "in_hand", threads, raising=False)

    assert not needs_database(request.node)
    with threads(1) as others:
        asked = others.submit(lambda: connection.ensure_connection())
        with pytest.raises(RuntimeError, match="Database access not allowed"):
            asked.result()


@pytest.mark.parametrize(
    ("database", "everything", "second"),
    [("", "", False), ("sqlite", "", False), ("postgresql", "", True), ("postgresql", "1", False)],
)
def test_only_on_postgresql_and_unless_everything_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, database: str, everything: str, second: bool
) -> None:
    monkeypatch.setenv("BLATTWERK_TEST_DATABASE", database)
    monkeypatch.setenv("BLATTWERK_TEST_EVERYTHING", everything)

    assert is_second_run() == second


@pytest.fixture
def visit() -> None:
    """In name a journey's browser; nobody goes anywhere."""


def siblings(request: pytest.FixtureRequest) -> list[pytest.Function]:
    """All of the suite's tests that the same function makes."""
    own = request.node.originalname
    items = request.session.items
    return [item for item in items if item.path == request.path and item.originalname == own]


@pytest.mark.parametrize("path", ["/", "/politik/"])
@pytest.mark.parametrize("width", [320, 1280])
def test_a_way_is_walked_once_whatever_the_browsers_width(
    visit: None, request: pytest.FixtureRequest, path: str, width: int
) -> None:
    again = in_another_browser(siblings(request))

    assert [item.callspec.params for item in again] == [
        {"path": "/", "width": 1280},
        {"path": "/politik/", "width": 1280},
    ]


@pytest.mark.parametrize("width", [320, 1280])
def test_what_is_no_journey_is_walked_for_each(request: pytest.FixtureRequest, width: int) -> None:
    assert in_another_browser(siblings(request)) == []
