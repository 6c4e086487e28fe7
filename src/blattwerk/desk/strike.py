"""Strike the clock: begin every periodic deed that is due, once in the whole cluster."""

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from blattwerk.common.clock import Periodic, is_due, periodics
from blattwerk.desk.models import Pulse, Strike

log = logging.getLogger(__name__)
FORGET_AFTER = timedelta(hours=1)


def strike(*, now: datetime, worker: str) -> list[str]:
    """Run what is due and note how it ended; returns the names of the deeds that ran.

    One deed's failure is noted in its row and does not stop the others.
    """
    Pulse.objects.update_or_create(worker=worker, defaults={"seen_at": now})
    Pulse.objects.filter(seen_at__lt=now - FORGET_AFTER).delete()
    return [periodic.name for periodic in periodics() if _ran(periodic, now)]


def _ran(periodic: Periodic, now: datetime) -> bool:
    if not _claim(periodic, now):
        return False
    complaint = ""
    try:
        periodic.deed(now)
    except Exception as error:
        log.exception("The periodic deed %s failed.", periodic.name)
        complaint = f"{type(error).__name__}: {error}"
    Strike.objects.filter(name=periodic.name).update(ended_at=timezone.now(), complaint=complaint)
    return True


@transaction.atomic
def _claim(periodic: Periodic, now: datetime) -> bool:
    """Whether this worker is the one that runs the deed now."""
    Strike.objects.get_or_create(name=periodic.name)
    row = Strike.objects.select_for_update().get(name=periodic.name)
    if not is_due(row.begun_at, periodic.interval, now):
        return False
    row.begun_at = now
    row.save(update_fields=["begun_at"])
    return True
