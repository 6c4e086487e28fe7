"""`serve`: one supervisor; below it the edge, the web servers and the worker.

The supervisor alone hears Ctrl-C and SIGTERM and ends its children in order; a child that dies is
started again, ever more slowly while it keeps dying. It holds the paper's socket all the while, so
nobody is refused while an edge that has died is begun again. SIGHUP it hands on to the edge, which
takes a renewed certificate then, and begins its log anew.
"""

import contextlib
import ctypes
import http.client
import os
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import FrameType

import click

from blattwerk.config.options import Options
from blattwerk.config.settings import ALLAUTH_TRUSTED_PROXY_COUNT as PROXIES
from blattwerk.config.settings import ALLOWED_HOSTS, OPTIONS, STATIC_ROOT
from blattwerk.edge.door.tls import BadCertificate, read_pair
from blattwerk.edge.purging import ALL, write

LOOK_SECONDS = 0.2
PATIENCE = 15.0  # seconds a child has to end before it is killed
BACKLOG = 1024  # connections that wait to be taken
BEHIND_READERS = 5  # niceness of what renders pages: who only fetches a stored one goes first
SLOWEST_RESTART = 30.0
SLOWEST_EDGE = 2.0  # readers wait for it, and it is begun in a moment
STEADY_AFTER = 60.0  # a child that ran this long has earned a quick restart again
_PR_SET_PDEATHSIG = 1


class PortTaken(RuntimeError):
    """Somebody else listens there already."""


def bind(host: str, port: int) -> socket.socket:
    """The paper's socket, for which nobody else can listen any more.

    Raises PortTaken, and ClickException where the certificate for it cannot be used: before there
    is a first login, whose password would be told to nobody.
    """
    _check_certificate(OPTIONS)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
    except OSError as error:
        made.close()
        raise PortTaken(
            f"Nothing can listen on {host}:{port}: {error.strerror}. "
            "Is another paper running? Choose a port with PORT=8001."
        ) from error
    return made


def _check_certificate(options: Options) -> None:
    if options.tls_certificate and options.tls_key:
        try:
            read_pair(options.tls_certificate, options.tls_key)
        except BadCertificate as error:
            raise click.ClickException(str(error)) from error


@dataclass
class Child:
    """One process of the household."""

    name: str
    command: list[str]
    told: Mapping[str, str] = field(default_factory=dict)  # by its environment
    given: tuple[int, ...] = ()  # numbers of open files
    niceness: int = 0
    socket: Path | None = None  # in the file system, where it listens
    slowest: float = SLOWEST_RESTART
    process: "subprocess.Popen[bytes] | None" = None
    begun: float = 0.0
    wait: float = 0.5
    due: float = field(default=0.0)

    def start(self) -> None:
        self.begun = time.monotonic()
        if self.socket is not None:
            self.socket.unlink(missing_ok=True)  # one that was killed has left it in the way
        self.process = subprocess.Popen(
            self.command,
            env={**os.environ, **self.told},
            pass_fds=self.given,
            start_new_session=True,  # Ctrl-C reaches the supervisor alone
            preexec_fn=partial(_begin, self.niceness),  # nothing is locked between fork and exec
        )

    def note_death(self, now: float) -> None:
        """Plan the restart of a child that has ended."""
        self.wait = 0.5 if now - self.begun > STEADY_AFTER else min(self.wait * 2, self.slowest)
        self.due = now + self.wait
        self.sweep()
        self.process = None

    def sweep(self) -> None:
        """End what the child has left behind; it leads a group of its own."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)


def _begin(niceness: int) -> None:
    """In the child, before its program: be as nice, and end when the supervisor does."""
    signal.signal(signal.SIGHUP, signal.SIG_IGN)  # until the edge listens to it
    if niceness:
        os.nice(niceness)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


class Household:
    """The processes of one `serve`. `door` is the paper's socket, bound and not listening yet."""

    def __init__(self, options: Options, door: socket.socket, *, ready: Callable[[], None]) -> None:
        self.options = options
        self.door = door
        self.ready = ready
        # Set by signals, so nothing that has a lock: one may be heard while this thread holds it.
        self.stopping = False
        self.renewing = False
        # Who has said `nohup` wants it to outlive the terminal.
        heeded = signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN
        self.ends_with_terminal = heeded and _at_terminal()
        # Not in the data folder: the path of such a socket may have a hundred letters.
        self.folder = tempfile.TemporaryDirectory(prefix="blattwerk-")
        numbers = range(1, options.web_processes + 1)
        self.inside = [Path(self.folder.name) / f"web-{number}" for number in numbers]
        self.children = [
            Child(
                "edge",
                _edge_command(options, door, self.inside),
                given=(door.fileno(),),
                slowest=SLOWEST_EDGE,
            ),
            # A socket each, not one for all: the edge asks who has least to do.
            *(
                Child(
                    "web server",
                    _web_command(options, path),
                    told={"BLATTWERK_PROXIES": "1"},  # the edge, which says who asks
                    niceness=BEHIND_READERS,
                    socket=path,
                )
                for path in self.inside
            ),
            Child("worker", [sys.executable, "-m", "blattwerk.config", "worker"]),
        ]

    def run(self) -> int:
        """Serve until told to stop; returns the exit code."""
        self._listen()
        write({ALL})  # stored pages may be another version's, or miss what a crash left untold
        self.door.listen(BACKLOG)
        for child in self.children:
            child.start()
        threading.Thread(target=self._announce, daemon=True).start()
        self._work()
        try:
            return self._end()
        finally:
            self.door.close()
            self.folder.cleanup()

    def _listen(self) -> None:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._told_to_stop)
        signal.signal(signal.SIGHUP, self._told_to_renew)

    def _told_to_stop(self, number: int, frame: FrameType | None) -> None:
        self.stopping = True

    def _told_to_renew(self, number: int, frame: FrameType | None) -> None:
        self.renewing = True

    def _work(self) -> None:
        """Until told to stop."""
        while not self.stopping:
            time.sleep(LOOK_SECONDS)
            self._look_after_children(time.monotonic())
            if self.renewing:
                self._renew()

    def _renew(self) -> None:
        """SIGHUP has two meanings: take what is new, and the terminal was closed."""
        self.renewing = False
        edge = self.children[0].process
        if self.ends_with_terminal and not _at_terminal():
            self.stopping = True
        elif edge is not None:
            edge.send_signal(signal.SIGHUP)

    def _look_after_children(self, now: float) -> None:
        for child in self.children:
            if child.process is None:
                if now >= child.due:
                    child.start()
            elif (code := child.process.poll()) is not None:
                child.note_death(now)
                write({ALL})  # it may have stored something and not said so any more
                click.echo(
                    f"Blattwerk: the {child.name} ended ({_how(code)}); "
                    f"it starts again in {child.wait:.0f} s.",
                    err=True,
                )

    def _announce(self) -> None:
        while not self.stopping and not self._answers():
            time.sleep(0.1)
        if not self.stopping:
            self.ready()

    def _answers(self) -> bool:
        """Whether the edge answers, and the web servers would: a page may come from the store."""
        any_host = self.options.host in ("0.0.0.0", "::")  # noqa: S104
        asked = _connection(
            "127.0.0.1" if any_host else self.options.host,
            self.options.port,
            tls=self.options.tls_certificate is not None,
        )
        with contextlib.closing(asked), contextlib.suppress(OSError, http.client.HTTPException):
            for path in self.inside:
                with socket.socket(socket.AF_UNIX) as inside:
                    inside.connect(str(path))
            asked.request("GET", "/robots.txt", headers={"Host": "localhost"})
            return asked.getresponse().status == 200
        return False

    def _end(self) -> int:
        click.echo("Blattwerk: ending …", err=True)
        edge, *others = self.children
        clean = [*_end_together([edge]), *_end_together(others)]  # it still answers, so it asks
        return 0 if all(clean) else 1


def _connection(host: str, port: int, *, tls: bool) -> http.client.HTTPConnection:
    if not tls:
        return http.client.HTTPConnection(host, port, timeout=5)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False  # it is made for the paper's name, and asked by address
    context.verify_mode = ssl.CERT_NONE
    return http.client.HTTPSConnection(host, port, timeout=5, context=context)


def _at_terminal() -> bool:
    """Whether there is a terminal that this process belongs to."""
    try:
        os.close(os.open("/dev/tty", os.O_RDONLY | os.O_NOCTTY))
    except OSError:
        return False
    return True


def _edge_command(options: Options, door: socket.socket, inside: Sequence[Path]) -> list[str]:
    return [
        sys.executable, "-m", "blattwerk.edge.door",
        "--fd", str(door.fileno()),
        "--upstream", *map(str, inside),
        "--folder", str(options.data / "edge"),
        "--hosts", *ALLOWED_HOSTS,
        "--static", str(STATIC_ROOT),
        "--requests-per-second", str(options.requests_per_second),
        *(("--trusted", "0.0.0.0/0", "::/0", "--proxies", str(PROXIES)) if PROXIES else ()),
        *(("--certificate", str(options.tls_certificate)) if options.tls_certificate else ()),
        *(("--key", str(options.tls_key)) if options.tls_key else ()),
        *(("--log", str(options.access_log)) if options.access_log else ()),
    ]  # fmt: skip


def _web_command(options: Options, inside: Path) -> list[str]:
    return [
        sys.executable, "-m", "blattwerk.config.web",
        "--interface", "wsgi",
        "--uds", str(inside),
        "--workers", "1",
        "--blocking-threads", str(options.web_threads),
        "--no-ws",
        "--respawn-failed-workers",
        "--log-level", "warning",
        "blattwerk.config.wsgi:application",
    ]  # fmt: skip


def _end_together(children: Sequence[Child]) -> list[bool]:
    """Whether each has ended by itself when it was told to."""
    for child in children:
        if child.process and child.process.poll() is None:
            child.process.send_signal(signal.SIGTERM)
    deadline = time.monotonic() + PATIENCE
    return [_ended(child, deadline - time.monotonic()) for child in children]


def _ended(child: Child, patience: float) -> bool:
    if child.process is None:
        return True
    try:
        child.process.wait(max(patience, 0.1))
    except subprocess.TimeoutExpired:
        os.killpg(child.process.pid, signal.SIGKILL)
        child.process.wait()
        click.echo(f"Blattwerk: the {child.name} had to be killed.", err=True)
        return False
    child.sweep()
    return True


def _how(code: int) -> str:
    return signal.Signals(-code).name if code < 0 else f"exit code {code}"
