"""What keeps a sample paper busy after its first start, seen from a process of its own.

    python -m tests.calm wait    # until tasks are done and the first recordings made
    python -m tests.calm leave   # of a paper that has ended: the other recordings are not made

So a copy of that paper opens as one that has run for days, and its background work takes nothing
from the tests that look at it.
"""

import sys
import time

RECORDINGS = 4
PATIENCE = 240  # seconds


def wait() -> None:
    """Until the background has done what readers would see."""
    from django_tasks_db.models import DBTaskResult

    from blattwerk.narration.models import Narration, State

    tasks = DBTaskResult.objects.filter(queue_name="default", finished_at=None)
    ready = Narration.objects.filter(state=State.READY)
    deadline = time.monotonic() + PATIENCE
    while tasks.exists() or ready.count() < RECORDINGS:
        if time.monotonic() > deadline:
            raise SystemExit(f"{tasks.count()} tasks still wait, {ready.count()} recordings stand.")
        time.sleep(0.5)


def leave() -> None:
    """Forget the recordings that wait; an article's first play orders its own."""
    from django_tasks_db.models import DBTaskResult

    from blattwerk.narration.models import Narration, State

    DBTaskResult.objects.filter(queue_name="narration", finished_at=None).delete()
    Narration.objects.exclude(state=State.READY).update(state=State.NONE, worker="")


if __name__ == "__main__":
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "blattwerk.config.settings")
    django.setup()
    {"wait": wait, "leave": leave}[sys.argv[1]]()
