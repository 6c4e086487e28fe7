"""`serve`: one supervisor, the web server and the worker below it.

The supervisor alone hears Ctrl-C and SIGTERM and ends its children in order; a child that dies is
started again, ever more slowly while it keeps dying.
"""

import contextlib
import ctypes
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from types import FrameType

import click

from blattwerk.config.options import Options

PATIENCE = 15.0  # seconds a child has to end before it is killed
SLOWEST_RESTART = 30.0
STEADY_AFTER = 60.0  # a child that ran this long has earned a quick restart again
_PR_SET_PDEATHSIG = 1


class PortTaken(RuntimeError):
    """Somebody else listens there already."""


def check_port(host: str, port: int) -> None:
    """Raises PortTaken when the web server could not listen there."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise PortTaken(
                f"Nothing can listen on {host}:{port}: {error.strerror}. "
                "Is another paper running? Choose a port with PORT=8001."
            ) from error


@dataclass
class Child:
    """One process of the household."""

    name: str
    command: list[str]
    process: "subprocess.Popen[bytes] | None" = None
    begun: float = 0.0
    wait: float = 0.5
    due: float = field(default=0.0)

    def start(self) -> None:
        self.begun = time.monotonic()
        self.process = subprocess.Popen(
            self.command,
            start_new_session=True,  # Ctrl-C reaches the supervisor alone
            preexec_fn=_die_with_parent,  # nothing is locked between fork and exec
        )

    def note_death(self, now: float) -> None:
        """Plan the restart of a child that has ended."""
        self.wait = 0.5 if now - self.begun > STEADY_AFTER else min(self.wait * 2, SLOWEST_RESTART)
        self.due = now + self.wait
        self.sweep()
        self.process = None

    def sweep(self) -> None:
        """End what the child has left behind; it leads a group of its own."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)


def _die_with_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


class Household:
    """The processes of one `serve`."""

    def __init__(self, options: Options, *, ready: Callable[[], None]) -> None:
        self.options = options
        self.ready = ready
        self.stopping = threading.Event()
        self.children = [
            Child("web server", _web_command(options)),
            Child("worker", [sys.executable, "-m", "blattwerk.config", "worker"]),
        ]

    def run(self) -> int:
        """Serve until told to stop; returns the exit code."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._told_to_stop)
        for child in self.children:
            child.start()
        threading.Thread(target=self._announce, daemon=True).start()
        while not self.stopping.wait(0.2):
            self._look_after_children(time.monotonic())
        return self._end()

    def _told_to_stop(self, number: int, frame: FrameType | None) -> None:
        self.stopping.set()

    def _look_after_children(self, now: float) -> None:
        for child in self.children:
            if child.process is None:
                if now >= child.due:
                    child.start()
            elif (code := child.process.poll()) is not None:
                child.note_death(now)
                click.echo(
                    f"Blattwerk: the {child.name} ended ({_how(code)}); "
                    f"it starts again in {child.wait:.0f} s.",
                    err=True,
                )

    def _announce(self) -> None:
        host = "127.0.0.1" if self.options.host in ("0.0.0.0", "::") else self.options.host  # noqa: S104
        while not self.stopping.is_set():
            try:
                socket.create_connection((host, self.options.port), timeout=1).close()
            except OSError:
                time.sleep(0.1)
            else:
                self.ready()
                return

    def _end(self) -> int:
        click.echo("Blattwerk: ending …", err=True)
        running = [child for child in self.children if child.process]
        for child in running:
            _signal_group(child, signal.SIGTERM)
        deadline = time.monotonic() + PATIENCE
        clean = [_ended(child, deadline - time.monotonic()) for child in running]
        return 0 if all(clean) else 1


def _web_command(options: Options) -> list[str]:
    return [
        sys.executable, "-m", "blattwerk.config.web",
        "--interface", "wsgi",
        "--host", options.host,
        "--port", str(options.port),
        "--workers", str(options.web_processes),
        "--blocking-threads", str(options.web_threads),
        "--no-ws",
        "--respawn-failed-workers",
        "--log-level", "warning",
        "blattwerk.config.wsgi:application",
    ]  # fmt: skip


def _signal_group(child: Child, number: signal.Signals) -> None:
    if child.process and child.process.poll() is None:
        child.process.send_signal(number)


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
