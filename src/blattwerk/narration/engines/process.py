"""One worker process, seen from its parent: ask it, with a limit to patience; put it down."""

import fcntl
import os
import select
import signal
import subprocess
import sys
import tempfile
import time
import weakref
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from blattwerk.narration.engines.wire import HEAD, NotAFrame, lengths, pack, unpack_note

MODULE = "blattwerk.narration.engines.worker"
CHUNK = 1 << 20
PIPE_BYTES = 1 << 20
LAST_WORDS = 2000


class WorkerLost(Exception):
    """The worker is gone or of no more use; the message says what happened, without a subject."""


def _new_foreman() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="speech-foreman")


# Workers die with the thread that started them, so that is one which lives as long as the process.
_foremen = [_new_foreman()]


def _after_fork() -> None:
    _foremen[0] = _new_foreman()


os.register_at_fork(after_in_child=_after_fork)


class WorkerProcess:
    """A running worker; not for more than one thread at a time, except for `end`."""

    def __init__(self, factory: str, nice: int) -> None:
        handle, name = tempfile.mkstemp(prefix="blattwerk-speech-")
        Path(name).unlink()
        self._errors = os.fdopen(handle, "w+b")
        self.process = _foremen[0].submit(_start, factory, nice, self._errors).result()
        assert self.process.stdin  # noqa: S101
        assert self.process.stdout  # noqa: S101
        self._to, self._from = self.process.stdin.fileno(), self.process.stdout.fileno()
        os.set_blocking(self._to, False)
        os.set_blocking(self._from, False)
        self.end = weakref.finalize(self, _put_down, self.process, self._errors)

    @property
    def alive(self) -> bool:
        return self.process.poll() is None

    def ask(self, note: dict[str, Any], seconds: float) -> tuple[dict[str, Any], bytes]:
        """Its answer: a note and sound. Raises WorkerLost; the worker is then ended."""
        try:
            answer = self._exchange(pack(note), time.monotonic() + seconds)
        except TimeoutError:
            self.end()
            raise WorkerLost(f"took longer than {seconds:.0f} s and was stopped") from None
        except NotAFrame:
            self.end()
            raise WorkerLost("answered garbage") from None
        except (OSError, EOFError, ValueError):
            raise WorkerLost(self._obituary()) from None
        self._errors.truncate(0)
        return answer

    def _exchange(self, frame: bytes, until: float) -> tuple[dict[str, Any], bytes]:
        self._send(frame, until)
        note_bytes, sound_bytes = lengths(self._receive(HEAD.size, until))
        note = unpack_note(self._receive(note_bytes, until))
        sound = bytes(self._receive(sound_bytes, until))
        if select.select([self._from], [], [], 0)[0] and self.alive:
            raise NotAFrame("there is more than was asked for")
        return note, sound

    def _send(self, frame: bytes, until: float) -> None:
        rest = memoryview(frame)
        while rest:
            self._wait(self._to, select.POLLOUT, until)
            with suppress(BlockingIOError):
                rest = rest[os.write(self._to, rest) :]

    def _receive(self, size: int, until: float) -> bytearray:
        got = bytearray()
        while len(got) < size:
            self._wait(self._from, select.POLLIN, until)
            with suppress(BlockingIOError):
                some = os.read(self._from, min(size - len(got), CHUNK))
                if not some:
                    raise EOFError
                got += some
        return got

    def _wait(self, handle: int, event: int, until: float) -> None:
        poll = select.poll()
        poll.register(handle, event)
        left = until - time.monotonic()
        if left <= 0 or not poll.poll(left * 1000):
            raise TimeoutError

    def _obituary(self) -> str:
        """How it ended, with its last line where it left one."""
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(2)
        code = self.process.poll()
        said = self._last_line()
        self.end()
        if code is None:
            return "stopped answering"
        if code < 0:
            return f"crashed ({_signal_name(-code)})"
        return f"ended by itself (code {code}{': ' + said if said else ''})"

    def _last_line(self) -> str:
        with suppress(OSError, ValueError):
            end = self._errors.seek(0, os.SEEK_END)
            self._errors.seek(max(0, end - LAST_WORDS))
            lines = self._errors.read().decode("utf-8", "replace").split("\n")
            return next((line.strip()[:300] for line in reversed(lines) if line.strip()), "")
        return ""


def _start(factory: str, nice: int, errors: IO[bytes]) -> subprocess.Popen[bytes]:
    # The worker finds modules where its parent does, whatever the folder it was started in.
    surroundings = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    fcntl.fcntl(errors, fcntl.F_SETFL, fcntl.fcntl(errors, fcntl.F_GETFL) | os.O_APPEND)
    return subprocess.Popen(
        [sys.executable, "-m", MODULE, factory, str(nice), str(os.getpid())],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        start_new_session=True,
        pipesize=PIPE_BYTES,
        bufsize=0,
        env=surroundings,
    )


def _put_down(process: subprocess.Popen[bytes], errors: IO[bytes]) -> None:
    if process.poll() is None:
        process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe:
            with suppress(OSError):
                pipe.close()
    errors.close()


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
