"""What narration has done for it in the background, in a queue of its own."""

from datetime import datetime, timedelta

from django.conf import settings
from django.tasks import task
from django.utils import timezone

from blattwerk.common.clock import every
from blattwerk.narration import pace
from blattwerk.narration.claims import claim_next, free_the_dead
from blattwerk.narration.models import Narration, State
from blattwerk.narration.narrate import narrate
from blattwerk.narration.respeak import respeak
from blattwerk.narration.sweep import sweep
from blattwerk.narration.withdraw import delete_file

QUEUE = "narration"


@task(queue_name=QUEUE)
def narrate_next() -> None:
    """Make the most urgent recording that waits; there may be none left."""
    if pace.stopping.is_set():
        return
    claim = claim_next(timezone.now())
    if claim is not None and narrate(claim) == State.WAITING:
        narrate_next.enqueue()  # the text changed meanwhile; one that is not due yet stays


@task
def respeak_word(word: str, language: str) -> None:
    """The pronunciation list has changed: recent pages with that word are spoken anew."""
    respeak(word=word, language=language, now=timezone.now())


@task
def drop_file(name: str) -> None:
    """Delete a file that could not be deleted at once."""
    delete_file(name)


@every(timedelta(seconds=30), name="narration.keep_going")
def keep_going(now: datetime) -> None:
    """What was left behind by a killed worker, or is due once more after a failure."""
    freed = free_the_dead(now)
    due = Narration.objects.filter(state=State.WAITING, due_at__lte=now).count()
    stranded = Narration.objects.filter(
        state=State.WAITING, due_at=None, ordered_at__lt=now - timedelta(minutes=2)
    ).exists()
    for _ in range(min(freed + due, 10) or int(stranded)):
        narrate_next.enqueue()


@every(timedelta(hours=1), name="narration.sweep")
def sweep_up(now: datetime) -> None:
    """Old recordings, old takes, what crashes have left."""
    sweep(now=now, takes_limit=settings.NARRATION_TAKES_BYTES)
