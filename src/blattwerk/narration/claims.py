"""Who works on which page: claims, signs of life, and what was left behind by the dead."""

import os
import socket
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import psutil
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from blattwerk.narration.models import Narration, State
from blattwerk.narration.signals import narration_ready

BEAT_EVERY = timedelta(seconds=2)
ATTEMPTS = 4  # then somebody has to look at it
DEAD_AFTER = timedelta(minutes=20)  # the studio needs a while for the longest texts


class Overtaken(Exception):
    """The text has changed, or this process is to end: what is being made is void."""


@dataclass
class Claim:
    """One page that this process works on, for the order it was claimed under."""

    page_id: int
    order: int
    anew: bool
    last_beat: datetime
    unspoken: list[str] = field(default_factory=list)

    def row_if_mine(self) -> Narration | None:
        """The locked row, while the order is still the one that was claimed."""
        return (
            Narration.objects.select_for_update()
            .filter(page_id=self.page_id, order=self.order, state=State.RUNNING)
            .first()
        )


def claim_next(now: datetime) -> Claim | None:
    """The most urgent page that waits, newest first."""
    waiting = Narration.objects.filter(state=State.WAITING).filter(
        Q(due_at=None) | Q(due_at__lte=now)
    )
    return _claim(waiting, now)


def claim_page(page_id: int, now: datetime) -> Claim | None:
    """This page, if it waits."""
    return _claim(Narration.objects.filter(state=State.WAITING, page_id=page_id), now)


def beat(claim: Claim, *, done: int, total: int) -> None:
    """Tell that the work goes on. Raises Overtaken when there is a newer order."""
    now = timezone.now()
    if 0 < done < total and now - claim.last_beat < BEAT_EVERY:
        return
    claim.last_beat = now
    mine = Narration.objects.filter(
        page_id=claim.page_id, order=claim.order, state=State.RUNNING
    ).update(beat_at=now, done=done, total=total)
    if not mine:
        raise Overtaken


def keep_alive(claim: Claim) -> None:
    """A sign of life while the studio works."""
    Narration.objects.filter(page_id=claim.page_id, order=claim.order).update(
        beat_at=timezone.now()
    )


def give_back(claim: Claim) -> State:
    """Let the page wait again, if it is to be read at all."""
    with transaction.atomic():
        row = Narration.objects.select_for_update().filter(page_id=claim.page_id).first()
        if row is None:
            return State.NONE
        if row.state == State.RUNNING and row.worker == me():
            row.state = State.WAITING if _is_wanted(row) else State.NONE
            row.save(update_fields=["state"])
        return State(row.state)


def free_the_dead(now: datetime) -> int:
    """Pages whose narrator was killed wait again; returns how many."""
    freed = 0
    for row in Narration.objects.filter(state=State.RUNNING):
        if _is_dead(row, now):
            last = row.attempts + 1 >= ATTEMPTS
            changed = Narration.objects.filter(
                pk=row.pk, state=State.RUNNING, worker=row.worker, beat_at=row.beat_at
            ).update(
                state=State.FAILED if last else State.WAITING,
                attempts=F("attempts") + 1,
                reason=_("The narrator was ended while it worked on this page."),
                finished_at=now,
            )
            if changed and last:  # readers may be told that it has failed
                narration_ready.send(sender=Narration, page_id=row.page_id)
            freed += changed
    return freed


def me() -> str:
    return f"{socket.gethostname()}:{os.getpid()}"[-64:]


def _claim(waiting: QuerySet[Narration], now: datetime) -> Claim | None:
    with transaction.atomic():
        queue = waiting.select_for_update(skip_locked=True, of=("self",))
        row = queue.order_by("-urgency", F("published_at").desc(nulls_last=True), "-pk").first()
        if row is None:
            return None
        row.state, row.worker = State.RUNNING, me()
        row.began_at = row.beat_at = now
        row.done = row.total = 0
        row.save()
    return Claim(row.page_id, row.order, row.anew, now)


def _is_wanted(row: Narration) -> bool:
    return not row.switched_off and row.page.live


def _is_dead(row: Narration, now: datetime) -> bool:
    host, _separator, pid = row.worker.rpartition(":")
    if host == socket.gethostname() and pid.isdigit() and not _lives(int(pid), row.began_at):
        return True
    return row.beat_at is None or now - row.beat_at > DEAD_AFTER


def _lives(pid: int, began_at: datetime | None) -> bool:
    """Whether that process is still the one that began; numbers are given again."""
    try:
        born = psutil.Process(pid).create_time()
    except psutil.Error:
        return False
    return began_at is None or born <= began_at.timestamp() + 1
