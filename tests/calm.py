"""What keeps a sample paper busy after its first start, seen from a process of its own.

    python -m tests.calm wait    # until its tasks are done and its newest articles can be heard
    python -m tests.calm leave   # of a paper that has ended: no other recording is made

So a copy of that paper opens as one that has run for days, and its background work takes nothing
from the tests that look at it. What is made here is made once; every copy would make it again.
"""

import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from blattwerk.narration.models import Narration

RECORDINGS = 4  # three to listen to, and one that an editor may switch off
PATIENCE = 240  # seconds


def wait() -> None:
    """Until the background has done what readers would see and hear."""
    from django_tasks_db.models import DBTaskResult

    tasks = DBTaskResult.objects.filter(queue_name="default", finished_at=None)
    deadline = time.monotonic() + PATIENCE
    while tasks.exists() or _unmade():
        if time.monotonic() > deadline:
            raise SystemExit(f"{tasks.count()} tasks and {_unmade()} recordings still wait.")
        time.sleep(0.5)


def _unmade() -> int:
    """How many of the newest recordings are not made yet."""
    from blattwerk.narration.models import State

    states = list(_newest().values_list("state", flat=True))
    return RECORDINGS - states.count(State.READY)


def leave() -> None:
    """Forget all but the newest recordings; an older article's first play orders its own."""
    from blattwerk.narration.models import Narration

    newest = list(_newest().values_list("pk", flat=True))
    Narration.objects.exclude(pk__in=newest).delete()


def _newest() -> "QuerySet[Narration]":
    from blattwerk.narration.models import Narration

    return Narration.objects.order_by("-published_at")[:RECORDINGS]


if __name__ == "__main__":
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "blattwerk.config.settings")
    django.setup()
    {"wait": wait, "leave": leave}[sys.argv[1]]()
