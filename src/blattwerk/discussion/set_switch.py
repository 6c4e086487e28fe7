"""The lead turns the local help on or off, and sets lengths and periods."""

from datetime import datetime
from typing import Any

from django.db import transaction

from blattwerk.accounts.models import User
from blattwerk.discussion.log import write_down
from blattwerk.discussion.models import Deed, Entry, Switch
from blattwerk.discussion.placing import tell
from blattwerk.discussion.signals import thread_changed


@transaction.atomic
def turn_help(*, on: bool, by: User, now: datetime) -> Entry:
    """For everybody; comments that are scored already keep their place."""
    Switch.objects.update_or_create(pk=1, defaults={"help_on": on})
    tell(thread_changed, number=None)  # the terms say so
    return write_down(Deed.RULES, by=by, at=now, help_on=on)


@transaction.atomic
def set_lengths(
    *, longest: int, months_kept: int, alarm_after: int, by: User, now: datetime
) -> Entry | None:
    """None where nothing changes."""
    row, _made = Switch.objects.select_for_update().get_or_create(pk=1)
    before = _told(row)
    row.longest, row.months_kept, row.alarm_after = longest, months_kept, alarm_after
    if _told(row) == before:
        return None
    row.save(update_fields=["longest", "months_kept", "alarm_after"])
    tell(thread_changed, number=None)
    return write_down(Deed.RULES, by=by, at=now, before=before, after=_told(row))


def _told(row: Switch) -> dict[str, Any]:
    names = ("longest", "months_kept", "alarm_after")
    return {name: getattr(row, name) for name in names}
