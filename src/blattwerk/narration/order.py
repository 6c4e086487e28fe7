"""Put a page into the queue, or take it out."""

from datetime import datetime

from django.db import transaction

from blattwerk.narration.models import Narration, State, Urgency
from blattwerk.newsroom.models import Article

MOST_FOR_LISTENERS = 20  # orders by play that go before new articles; the rest takes its turn
RETRY_PAUSE = 60  # seconds before a listener's play tries again what has just failed


def order(*, page_id: int, urgency: Urgency, now: datetime, anew: bool = False) -> bool:
    """Have a page read aloud, because its text is new or has changed; True when it is queued.

    A recording that is being made for an older order is void. `anew`: even if nothing changed.
    """
    with transaction.atomic():
        row = _row(page_id)
        if row.switched_off:
            return False
        row.order += 1
        row.anew = row.anew or anew
        row.attempts, row.reason, row.due_at = 0, "", None
        _wait(row, urgency, now)
    return True


def order_for_listener(*, page_id: int, now: datetime) -> None:
    """Somebody pressed play where there is no recording yet: make it next."""
    with transaction.atomic():
        row = _row(page_id)
        just_failed = (
            row.state == State.FAILED
            and row.finished_at is not None
            and (now - row.finished_at).total_seconds() < RETRY_PAUSE
        )
        if row.switched_off or just_failed:
            return
        if row.state == State.RUNNING or _waits_for_listener(row):
            return
        row.due_at = None
        listened = Narration.objects.filter(state=State.WAITING, urgency=Urgency.LISTENED)
        many = listened.count() >= MOST_FOR_LISTENERS
        _wait(row, Urgency.BACKLOG if many else Urgency.LISTENED, now)


def retry(*, page_id: int, now: datetime) -> bool:
    """Try once more what has failed."""
    return order(page_id=page_id, urgency=Urgency.PUBLISHED, now=now)


def switch_off(*, page_id: int) -> None:
    """This page is not read aloud; what was recorded by a machine goes at once."""
    from blattwerk.narration.withdraw import withdraw

    with transaction.atomic():
        row = _row(page_id)
        row.switched_off = True
        row.save(update_fields=["switched_off"])
        withdraw(page_id=page_id)


def switch_on(*, page_id: int, now: datetime) -> None:
    """Read it aloud after all."""
    Narration.objects.filter(page_id=page_id).update(switched_off=False)
    if Article.objects.live().filter(pk=page_id).exists():
        order(page_id=page_id, urgency=Urgency.PUBLISHED, now=now)


def _waits_for_listener(row: Narration) -> bool:
    return row.state == State.WAITING and row.urgency == Urgency.LISTENED


def _row(page_id: int) -> Narration:
    Narration.objects.get_or_create(page_id=page_id)
    return Narration.objects.select_for_update().get(page_id=page_id)


def _wait(row: Narration, urgency: Urgency, now: datetime) -> None:
    from blattwerk.narration.tasks import narrate_next

    if row.state == State.WAITING:
        urgency = max(urgency, Urgency(row.urgency))
    row.urgency = urgency
    row.ordered_at = now
    row.published_at = (
        Article.objects.filter(pk=row.page_id).values_list("published_at", flat=True).first()
    )
    if row.state != State.RUNNING:  # a running one sees by `order` that it must start over
        row.state = State.WAITING
    row.save()
    transaction.on_commit(lambda: narrate_next.enqueue())
