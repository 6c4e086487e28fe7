"""How long an answer is true that depends on the clock; for `made_of(…, until=…)`."""

from datetime import datetime, timedelta

from django.utils import timezone


def midnight() -> datetime:
    """When the day in the paper's zone ends: for what prints today's date, or counts days."""
    tomorrow = timezone.localdate() + timedelta(days=1)
    return timezone.make_aware(datetime.combine(tomorrow, datetime.min.time()))


def within(**span: float) -> datetime:
    """For what changes slowly all the time: `within(minutes=10)`."""
    return timezone.now() + timedelta(**span)
