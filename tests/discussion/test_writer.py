"""The one writer: who waits shares a transaction, and nobody pays for another's mistake."""

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from django.db import OperationalError, connection, transaction
from django.utils import translation
from pytest_django import DjangoDbBlocker

from blattwerk.discussion import writer
from blattwerk.discussion.errors import Busy, NoText
from blattwerk.discussion.writer import close_writer, durably, durably_together
from tests.at_once import in_file

PAGE = 4096
PATIENCE = 20  # seconds that nothing here should take


@pytest.fixture
def file(tmp_path: Path, django_db_blocker: DjangoDbBlocker) -> Iterator[Path]:
    """A paper's database file with one table, whatever database the suite runs on."""
    path = tmp_path / "paper.sqlite3"
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA journal_mode=WAL")
        file.execute("CREATE TABLE said (text TEXT UNIQUE)")
    with in_file(path, django_db_blocker):
        yield path


def say(text: str) -> str:
    """A deed: store a text; the same text twice is refused by the database."""
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO said VALUES (%s)", [text])
    return text


def say_alone(text: str) -> str:
    return durably(partial(say, text))


def stored(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as file:
        return [text for (text,) in file.execute("SELECT text FROM said ORDER BY rowid")]


def commits(path: Path) -> int:
    """How often something was committed: a commit's last page says how large the file is then."""
    log = path.with_name(f"{path.name}-wal").read_bytes()[32:]
    frames = range(0, len(log), 24 + PAGE)
    return sum(log[frame + 4 : frame + 8] != bytes(4) for frame in frames)


def at_once(*deeds: Callable[[], Any]) -> list[Any]:
    """Have all of them wait for a writer that is busy; what each returned or raised."""
    return in_line(*(partial(durably, deed) for deed in deeds))


def in_line(*deeds: Callable[[], Any]) -> list[Any]:
    """The same of those who go to the writer by themselves."""
    begun, go_on = Event(), Event()

    def busy() -> None:
        begun.set()
        assert go_on.wait(PATIENCE)

    with ThreadPoolExecutor(len(deeds) + 1) as people:
        first = people.submit(durably, busy)
        assert begun.wait(PATIENCE)
        others = []
        for number, deed in enumerate(deeds, 1):
            others.append(people.submit(deed))
            wait_for(lambda number=number: waiting() == number)  # type: ignore[misc]
        go_on.set()
        first.result(PATIENCE)
        return [other.exception(PATIENCE) or other.result() for other in others]


def waiting() -> int:
    return writer._writer.waiting.qsize()


def wait_for(condition: Callable[[], bool]) -> None:
    pause = Event()
    for _turn in range(PATIENCE * 100):
        if condition():
            return
        pause.wait(0.01)
    raise AssertionError("waited in vain")


def test_all_that_wait_share_one_transaction(file: Path) -> None:
    durably(partial(say, "earlier"))
    before = commits(file)

    texts = at_once(*(partial(say, f"{number}") for number in range(16)))

    assert texts == [f"{number}" for number in range(16)]
    assert stored(file) == ["earlier", *texts]
    assert commits(file) - before == 1


def test_a_mistake_undoes_itself_alone_and_comes_back_with_its_place(file: Path) -> None:
    def mistaken() -> None:
        say("never")
        raise NoText

    one, bad, twice, other = at_once(
        partial(say, "one"), mistaken, partial(say, "one"), partial(say, "other")
    )

    assert (one, type(bad), type(twice).__name__, other) == (
        "one",
        NoText,
        "IntegrityError",
        "other",
    )
    assert stored(file) == ["one", "other"]
    names = []
    place = bad.__traceback__
    while place:
        names.append(place.tb_frame.f_code.co_name)
        place = place.tb_next
    assert names[-1] == "mistaken"


def test_where_the_shared_transaction_is_lost_each_is_stored_by_itself(file: Path) -> None:
    def ruin() -> None:
        if connection.savepoint_ids:  # among others
            with connection.cursor() as cursor:
                cursor.execute("ROLLBACK")  # as SQLite does when the disk is full
            raise OperationalError
        say("alone")

    assert at_once(partial(say, "before"), ruin, partial(say, "after")) == ["before", None, "after"]
    assert stored(file) == ["before", "alone", "after"]


def test_a_deed_that_many_wait_for_is_done_once_for_all_of_them(file: Path) -> None:
    asked: list[list[str]] = []

    def say_all(texts: Sequence[str]) -> list[int]:
        asked.append([*texts])
        return [len(say(text)) for text in texts]

    joined = [partial(durably_together, say_all, "x" * number) for number in range(1, 5)]

    assert in_line(joined[0], partial(say_alone, "alone"), *joined[1:]) == [1, "alone", 2, 3, 4]
    assert asked == [["x", "xx", "xxx", "xxxx"]]
    assert sorted(stored(file)) == ["alone", "x", "xx", "xxx", "xxxx"]


def test_a_deed_that_fails_for_many_is_done_for_each_alone(file: Path) -> None:
    def say_all(texts: Sequence[str]) -> list[str]:
        return [say(text) for text in texts]

    say_alone("said")
    first, twice, other = in_line(
        *(partial(durably_together, say_all, text) for text in ("first", "said", "other"))
    )

    assert (first, type(twice).__name__, other) == ("first", "IntegrityError", "other")
    assert stored(file) == ["said", "first", "other"]


def test_what_is_left_for_later_is_done_in_order_once_all_is_stored(file: Path) -> None:
    seen: list[tuple[str, list[str], str]] = []

    def deed(name: str, fails: bool = False) -> None:
        for turn in "12":
            transaction.on_commit(
                lambda turn=turn: seen.append(  # type: ignore[misc]
                    (name + turn, sorted(stored(file)), threading.current_thread().name)
                )
            )
        say(name)
        if fails:
            raise NoText

    at_once(partial(deed, "a"), partial(deed, "b", fails=True), partial(deed, "c"))

    of_a = [done for done in seen if done[0] in ("a1", "a2")]
    assert [name for name, _texts, _thread in of_a] == ["a1", "a2"]
    assert sorted(name for name, _texts, _thread in seen) == ["a1", "a2", "c1", "c2"]
    assert {tuple(texts) for _name, texts, _thread in seen} == {("a", "c")}
    assert "writer" not in {thread for _name, _texts, thread in seen}


def test_what_fails_later_takes_nothing_back(file: Path, caplog: pytest.LogCaptureFixture) -> None:
    done: list[str] = []

    def deed() -> str:
        transaction.on_commit(lambda: [][1])
        transaction.on_commit(lambda: done.append("next"))
        return say("stored")

    assert (durably(deed), done, stored(file)) == ("stored", ["next"], ["stored"])
    assert [record.exc_info[0] for record in caplog.records if record.exc_info] == [IndexError]


def test_only_the_writer_waits_for_the_disk(file: Path) -> None:
    def asked() -> int:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous")
            number: int = cursor.fetchone()[0]
            return number

    full, normal = 2, 1
    assert (durably(asked), asked()) == (full, normal)


def test_inside_a_transaction_a_deed_is_part_of_it(file: Path) -> None:
    with transaction.atomic():
        durably(partial(say, "undone"))
        transaction.set_rollback(True)
    assert durably(lambda: durably(partial(say, "within"))) == "within"
    assert stored(file) == ["within"]


def test_it_speaks_the_language_of_who_asked(file: Path) -> None:
    with translation.override("en"):
        english = durably(lambda: str(NoText()))
    with translation.override("de"):
        german = durably(lambda: str(NoText()))
        assert german == str(NoText())
    assert english == "There is nothing to read in it yet; write a few words."


def test_too_many_are_sent_away_and_who_waits_too_long_is_too(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "MOST_WAITING", 1)
    monkeypatch.setattr(writer, "PATIENCE", 0.3)
    begun, go_on = Event(), Event()

    def busy() -> str:
        begun.set()
        assert go_on.wait(PATIENCE)
        return say("slow")

    with ThreadPoolExecutor(2) as people:
        slow = people.submit(durably, busy)
        assert begun.wait(PATIENCE)
        late = people.submit(durably, partial(say, "late"))
        wait_for(lambda: waiting() == 1)
        with pytest.raises(Busy):
            durably(partial(say, "one too many"))
        assert type(late.exception(PATIENCE)) is Busy
        go_on.set()
        assert slow.result(PATIENCE) == "slow"  # what has begun is waited for
    assert stored(file) == ["slow"]


def test_a_writer_that_ended_begins_again(file: Path) -> None:
    durably(partial(say, "first"))
    close_writer()
    assert [each.name for each in threading.enumerate() if each.name == "writer"] == []

    assert durably(partial(say, "second")) == "second"


def test_a_forked_process_has_its_own_writer_and_an_ending_one_stores_what_waits(
    file: Path,
) -> None:
    program = """
import os, sys, threading, django
django.setup()
from django.db import connection
from blattwerk.discussion.writer import durably
def say(text, pause=0):
    threading.Event().wait(pause)
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO said VALUES (%s)", [text])
durably(lambda: say("parent"))
child = os.fork()
if not child:
    connection.connection = None
    durably(lambda: say("child"))
    os._exit(0)
code = os.waitpid(child, 0)[1]
threading.Thread(target=durably, args=(lambda: say("last", 0.5),), daemon=True).start()
threading.Event().wait(0.2)
sys.exit(code)
"""
    run(program, file)
    assert stored(file) == ["parent", "child", "last"]


def run(program: str, file: Path) -> None:
    environment = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{file}",
        "DJANGO_SETTINGS_MODULE": "blattwerk.config.settings",
    }
    subprocess.run([sys.executable, "-W", "ignore", "-c", program], env=environment, check=True)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
class TestOnTheSuitesDatabase:
    """PostgreSQL groups commits itself; in memory there is nothing to wait for."""

    @pytest.fixture(autouse=True)
    def table(self, transactional_db: None) -> Iterator[None]:
        with connection.cursor() as cursor:
            cursor.execute("CREATE TABLE said (text VARCHAR(20) UNIQUE)")
        yield
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE said")

    def texts(self) -> list[str]:
        with connection.cursor() as cursor:
            cursor.execute("SELECT text FROM said ORDER BY text")
            return [text for (text,) in cursor.fetchall()]

    def test_a_deed_is_done_whole_or_not_at_all(self) -> None:
        def mistaken() -> None:
            say("never")
            raise NoText

        with pytest.raises(NoText):
            durably(mistaken)
        assert (durably(partial(say, "stored")), self.texts()) == ("stored", ["stored"])

    def test_the_commit_waits_for_the_disk_where_there_is_one(self) -> None:
        asked = {"postgresql": "SHOW synchronous_commit", "sqlite": "PRAGMA journal_mode"}
        sure = {"postgresql": "on", "sqlite": "memory"}

        def ask() -> str:
            with connection.cursor() as cursor:
                cursor.execute(asked[connection.vendor])
                said: str = cursor.fetchone()[0]
                return said

        assert durably(ask) == sure[connection.vendor]
