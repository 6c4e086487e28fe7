"""What stands around every page is asked for once, until all pages are purged."""

from collections.abc import Callable, Iterator
from itertools import count

import pytest
from django.db import transaction

from blattwerk.common import lasting
from blattwerk.common.lasting import until_all_change

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def times(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    told = [1]
    monkeypatch.setattr(lasting, "_times", lambda: told[0])
    yield told
    lasting.forget()


def asked() -> tuple[list[str], Callable[[str], int]]:
    questions: list[str] = []
    answers = count(1)

    @until_all_change(key=str)
    def read(name: str) -> int:
        questions.append(name)
        return next(answers)

    return questions, read


def test_an_answer_holds_until_all_pages_change(times: list[int]) -> None:
    _questions, read = asked()

    first = [read("a"), read("b"), read("a")]
    times[0] += 1

    assert (first, read("a"), read("a")) == ([1, 2, 1], 3, 3)


def test_what_changes_while_it_is_asked_for_is_asked_for_again(times: list[int]) -> None:
    @until_all_change(key=str)
    def read(_name: str) -> int:
        times[0] += 1
        return times[0]

    assert read("a") != read("a")


def test_a_transaction_takes_nothing_and_leaves_nothing(times: list[int]) -> None:
    questions, read = asked()
    with transaction.atomic():
        assert read("a") == 1
    assert read("a") == 2
    with transaction.atomic():
        assert read("a") == 3
    assert read("a") == 2
    assert len(questions) == 3


def test_where_nobody_can_tell_it_is_asked_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def cannot() -> int:
        raise OSError("no such folder")

    monkeypatch.setattr(lasting, "_times", cannot)
    _questions, read = asked()

    assert (read("a"), read("a")) == (1, 2)


def test_answers_do_not_pile_up(times: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lasting, "MOST", 3)
    monkeypatch.setattr(lasting, "_answers", {})
    _questions, read = asked()
    for number in range(10):
        read(str(number))

    assert len(lasting._answers) <= 3
