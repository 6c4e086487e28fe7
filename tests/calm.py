"""What keeps a sample paper busy after its first start, seen from a process of its own.

    python -m tests.calm wait    # until its tasks are done
    python -m tests.calm leave   # of a paper that has ended: most recordings are never made

So a copy of that paper opens as one that has run for days, and its background work takes nothing
from the tests that look at it.
"""

import sys
import time

RECORDINGS = 5
PATIENCE = 240  # seconds


def wait() -> None:
    """Until the background has done what readers would see; the narrator may go on."""
    from django_tasks_db.models import DBTaskResult

    tasks = DBTaskResult.objects.filter(queue_name="default", finished_at=None)
    deadline = time.monotonic() + PATIENCE
    while tasks.exists():
        if time.monotonic() > deadline:
            raise SystemExit(f"{tasks.count()} tasks still wait.")
        time.sleep(0.5)


def leave() -> None:
    """Forget all but the newest recordings; an older article's first play orders its own."""
    from blattwerk.narration.models import Narration

    newest = Narration.objects.order_by("-published_at").values_list("pk", flat=True)[:RECORDINGS]
    Narration.objects.exclude(pk__in=list(newest)).delete()


if __name__ == "__main__":
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "blattwerk.config.settings")
    django.setup()
    {"wait": wait, "leave": leave}[sys.argv[1]]()
