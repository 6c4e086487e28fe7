"""The background worker: tasks from the database, the clock and the narrator beside them.

Each of the two has a thread of its own: a long task never delays a scheduled publication, and a
recording that takes minutes delays no other task. The narrator's hard work is done by processes
of its own, at low priority.
"""

import contextlib
import logging
import os
import signal
import socket
import threading
import time

from django.db import DatabaseError, close_old_connections, connections
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker

from blattwerk.desk.strike import strike
from blattwerk.narration import pace
from blattwerk.narration.casting import close_cast

log = logging.getLogger(__name__)
TICK_SECONDS = 5.0
IDLE_SECONDS = 0.5
AWAY_SECONDS = 5.0
LAST_WORDS_SECONDS = 8.0  # the narrator finishes its sentence; the rest is done after the restart


def run_worker() -> None:
    """Work until SIGTERM or SIGINT; a task that runs is finished first."""
    name = f"{socket.gethostname()}-{os.getpid()}"[:64]
    worker = _worker("default", name)
    narrator = _worker("narration", f"{name[:58]}-voice")
    stopped = threading.Event()
    clock = threading.Thread(target=_keep_time, args=(name, stopped), name="clock")
    voice = threading.Thread(target=_narrate, args=(narrator,), name="narrator", daemon=True)
    clock.start()
    voice.start()
    try:
        # A signal heard any earlier would end this thread alone: the clock would never be stopped.
        worker.configure_signals()
        _work(worker)
    finally:
        stopped.set()
        pace.stopping.set()
        narrator.running = False
        clock.join()
        voice.join(LAST_WORDS_SECONDS)
        close_cast()


def _worker(queue: str, name: str) -> Worker:
    return Worker(
        queue_names=[queue],
        interval=IDLE_SECONDS,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=name,
        excluded_queue_names=[],
    )


def _narrate(narrator: Worker) -> None:
    with contextlib.suppress(OSError):
        os.nice(10)  # on Linux this thread's alone, and inherited by the processes it starts
    try:
        _work(narrator)
    finally:
        connections.close_all()


def _work(worker: Worker) -> None:
    """Run until told to stop; a database that is away for a while is waited for."""
    while worker.running:
        try:
            worker.run()
        except DatabaseError:
            log.exception("The worker cannot reach the database; it tries again.")
            close_old_connections()
            time.sleep(AWAY_SECONDS)


def _keep_time(name: str, stopped: threading.Event) -> None:
    parent = os.getppid()
    try:
        while not stopped.is_set():
            _tick(name)
            if os.getppid() != parent:  # the supervisor was killed: nobody would end us
                os.kill(os.getpid(), signal.SIGTERM)
                return
            stopped.wait(TICK_SECONDS)
    finally:
        connections.close_all()


def _tick(name: str) -> None:
    close_old_connections()
    try:
        strike(now=timezone.now(), worker=name)
    except Exception:
        # The database may be away for a while; the clock must outlive it.
        log.exception("The clock could not strike; it tries again.")
