"""The background worker: tasks from the database, and the clock beside them.

The clock runs in a thread of its own, so that a long task never delays a scheduled publication.
"""

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

log = logging.getLogger(__name__)
TICK_SECONDS = 5.0
IDLE_SECONDS = 0.5
AWAY_SECONDS = 5.0


def run_worker() -> None:
    """Work until SIGTERM or SIGINT; a task that runs is finished first."""
    name = f"{socket.gethostname()}-{os.getpid()}"[:64]
    worker = Worker(
        queue_names=["default"],
        interval=IDLE_SECONDS,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=name,
        excluded_queue_names=[],
    )
    worker.configure_signals()
    stopped = threading.Event()
    clock = threading.Thread(target=_keep_time, args=(name, stopped), name="clock")
    clock.start()
    try:
        _work(worker)
    finally:
        stopped.set()
        clock.join()


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
