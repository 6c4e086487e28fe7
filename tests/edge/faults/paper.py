"""A running paper to be tried: an article that is read, another one that is written under."""

import os
import re
import resource
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from ctypes import CDLL
from dataclasses import dataclass, field
from http.client import HTTPConnection
from itertools import islice, takewhile
from pathlib import Path
from threading import Event, Thread
from unittest.mock import patch

from blattwerk.edge.store import Tags
from tests.discussion.crowd import TOKEN, Crowd, gather
from tests.discussion.killable import KillableServer, killable_server
from tests.discussion.test_killed import Writing, faults_after
from tests.edge.faults.readers import Load, Seen, as_seen, reading
from tests.homes import Home, new_home
from tests.household import COMMAND, Household, free_port, running
from tests.stock import migrated_home, with_static_files

EDGE, WEB, WORKER = "blattwerk.edge.door", "config.web", "config worker"
KEY = "faults"  # shows the edge's counters
WRITERS = 400
_OVERRIDE = 1  # Linux' number of the right to write in spite of a file's mode
_DROP = 24  # prctl's number for giving a right up


@dataclass
class Paper:
    """The household, who may write in it, and its PostgreSQL server where it has one."""

    household: Household
    home: Home
    crowd: Crowd
    server: KillableServer | None
    bodies: dict[str, bytes] = field(default_factory=dict)
    tags: frozenset[str] = frozenset()  # of all pages that are read

    def __post_init__(self) -> None:
        self.sessions = iter(self.crowd.sessions)
        self.port = int(self.household.address.rpartition(":")[2])
        self.store = self.home.data / "edge" / "pages" / "pages.sqlite3"
        self.database = self.home.data / "blattwerk.sqlite3"
        read = self.crowd.pages[0]
        self.first_front = self.ask("/").body
        text = self.first_front.decode()
        [article] = set(re.findall(rf'href="(/ausland/[^"]*-{read}/)"', text)) or {"/"}
        self.paths = ("/", article, f"/diskussion/{read}/")

    def wait_until_calm(self) -> None:
        """Until the worker has changed the article for the last time: it can be heard."""
        eventually(lambda: b"og:audio" in self._inside(self.paths[1])[0], seconds=60)

    def ask_application(self) -> None:
        """Have the bodies and tags that the application itself gives now."""
        answers = {path: self._inside(path) for path in self.paths}
        self.bodies = {path: body for path, (body, _tags) in answers.items()}
        self.tags = frozenset(tag for _body, tags in answers.values() for tag in tags)

    def all_listen(self) -> bool:
        """Whether each web server takes questions on its own socket. Raises OSError if not."""
        for path in self._sockets():
            with socket.socket(socket.AF_UNIX) as web:
                web.connect(path)
        return True

    def _sockets(self) -> list[bytes]:
        [edge] = self.household.children(EDGE)
        words = Path(f"/proc/{edge}/cmdline").read_bytes().split(b"\0")
        first = words.index(b"--upstream") + 1
        return list(takewhile(lambda word: not word.startswith(b"--"), words[first:]))

    def _inside(self, path: str) -> tuple[bytes, list[str]]:
        asked = HTTPConnection("localhost", timeout=20)
        asked.sock = socket.socket(socket.AF_UNIX)
        asked.sock.connect(self._sockets()[0])
        heads = {"Host": f"127.0.0.1:{self.port}", "Blattwerk-Shared": "1"}
        with closing(asked):
            asked.request("GET", path, headers=heads)
            answer = asked.getresponse()
            assert answer.status == 200
            return answer.read(), answer.headers["blattwerk-tags"].split()

    def ask(self, path: str) -> Seen:
        """A page, on a connection of its own."""
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=20)) as web:
            web.request("GET", path)
            return as_seen(web.getresponse())

    def counters(self) -> dict[str, float]:
        """The edge's."""
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=20)) as web:
            web.request("GET", "/_blattwerk/edge", headers={"Authorization": f"Bearer {KEY}"})
            lines = as_seen(web.getresponse()).body.decode().splitlines()
        rows = (line.removeprefix("blattwerk_edge_").split() for line in lines if line[0] != "#")
        return {name: float(number) for name, number in rows}

    def purge(self, *, withdrawn: bool = False) -> None:
        """All pages that are read."""
        tags = Tags(self.home.data / "edge" / "tags")
        tags.purge(self.tags, withdrawn=withdrawn)
        tags.close()

    @contextmanager
    def read(self) -> Iterator[Load]:
        """Readers ask for stored pages meanwhile; they get what the application gives."""
        self.settle()
        cookie = f"bw_session={next(self.sessions)}; csrftoken={TOKEN}"
        with reading(Load(self.port, self.bodies, cookie)) as load:
            eventually(lambda: load.seen.total() > len(self.paths))
            yield load

    @contextmanager
    def written(self) -> Iterator[Writing]:
        """Somebody writes comments meanwhile; what was acknowledged is there afterwards."""
        writing = Writing(Crowd(self.crowd.pages[1:], []), port=self.port)
        stopped = Event()

        def write() -> None:
            while not stopped.wait(0.1):
                writing.write(islice(self.sessions, 1), iter(()))

        thread = Thread(target=write)
        thread.start()
        try:
            eventually(lambda: writing.acknowledged)
            yield writing
            before = len(writing.acknowledged)
            eventually(lambda: len(writing.acknowledged) > before)
        finally:
            stopped.set()
            thread.join()
        assert faults_after(self.home, writing.acknowledged) == {}

    def numbers(self) -> list[int]:
        """Of all processes that `serve` has begun."""
        return [number for name in (EDGE, WEB, WORKER) for number in self.household.children(name)]

    def kill(self, *numbers: int) -> None:
        """With all that they have begun, as if at once; they are begun again."""
        for number in numbers:
            os.killpg(number, signal.SIGKILL)

    def settle(self) -> None:
        """Until all processes run and all pages come fresh from the store."""
        eventually(lambda: len(self.numbers()) == 4 and self.all_listen(), told=self.told)
        if not self.bodies:
            self.ask_application()
        eventually(lambda: all(self.is_fresh(path) for path in self.paths), told=self.told)

    def told(self) -> str:
        """What a test that fails would have to know."""
        seen = [self.ask(path) for path in self.paths]
        rows = [f"{page.status} {page.mark} {len(page.body)}" for page in seen]
        return "\n".join([*rows, str(self.numbers()), self.household.said[-2000:]])

    def is_fresh(self, path: str) -> bool:
        """Whether it comes unmarked and as the application makes it."""
        seen = self.ask(path)
        return (seen.status, seen.body, seen.mark) == (200, self.bodies[path], "")

    @contextmanager
    def unattended(self) -> Iterator[None]:
        """Nobody begins anything again meanwhile."""
        self.household.process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.household.process.send_signal(signal.SIGCONT)

    @contextmanager
    def no_room(self) -> Iterator[None]:
        """Whatever the edge writes, the disk is full."""
        [edge] = self.household.children(EDGE)
        before = resource.prlimit(edge, resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
        try:
            yield
        finally:
            resource.prlimit(edge, resource.RLIMIT_FSIZE, before)


def eventually(
    question: Callable[[], object], seconds: float = 20, told: Callable[[], str] = str
) -> None:
    """Wait for a yes; whoever does not answer has not said it."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            if question():
                return
        except OSError:
            pass
        assert time.monotonic() < deadline, told()
        time.sleep(0.05)


@contextmanager
def a_paper(seed: Callable[[Home, int], None]) -> Iterator[Paper]:
    """Started with what `seed` has left in its home; as a user who is stopped by files' modes."""
    with ExitStack() as stack:
        own = stack.enter_context(killable_server()) if _on_postgresql() else None
        thread = stack.enter_context(ThreadPoolExecutor(1))  # a right is a thread's own
        thread.submit(_stopped_by_modes)
        home = stack.enter_context(_home(own))
        crowd = gather(home, WRITERS, policies=("post", "post"))
        port = free_port()
        seed(home, port)
        stack.enter_context(patch("tests.household.free_port", return_value=port))
        begun = running(home)
        household = thread.submit(begun.__enter__).result()
        stack.callback(begun.__exit__, None, None, None)
        paper = Paper(household, home, crowd, own)
        paper.wait_until_calm()
        yield paper


@contextmanager
def _home(server: KillableServer | None) -> Iterator[Home]:
    if server is None:
        with new_home(like=migrated_home()) as home, with_static_files(home):
            yield home
        return
    suites = os.environ["DATABASE_URL"]
    os.environ["DATABASE_URL"] = server.url
    try:
        with new_home() as home, with_static_files(home):
            migrate = [*COMMAND, "migrate"]
            subprocess.run(migrate, env=home.environment, check=True, capture_output=True)
            yield home
    finally:
        os.environ["DATABASE_URL"] = suites


def _on_postgresql() -> bool:
    return bool(os.environ.get("DATABASE_URL"))


def _stopped_by_modes() -> None:
    """What this thread begins may not write where a file's mode forbids it, also as root."""
    if os.geteuid() == 0:
        CDLL(None).prctl(_DROP, _OVERRIDE)
