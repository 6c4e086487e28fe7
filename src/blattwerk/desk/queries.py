"""Questions about the paper's health; nothing here writes."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from blattwerk.desk.models import Pulse, Strike

SILENT_AFTER = timedelta(minutes=2)


@dataclass(frozen=True)
class WorkerHealth:
    """Whether background work is being done, and what went wrong in it."""

    alive: bool
    last_seen: datetime | None
    complaints: list[Strike]


def worker_health(now: datetime) -> WorkerHealth:
    """The worker is alive when one has been seen in the last two minutes."""
    last = Pulse.objects.order_by("-seen_at").values_list("seen_at", flat=True).first()
    return WorkerHealth(
        alive=last is not None and now - last <= SILENT_AFTER,
        last_seen=last,
        complaints=list(Strike.objects.exclude(complaint="")),
    )
