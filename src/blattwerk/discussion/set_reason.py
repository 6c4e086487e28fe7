"""The lead writes a reason that restrictions may have, or another text for one."""

from datetime import datetime
from typing import Any

from django.db import transaction

from blattwerk.accounts.models import User
from blattwerk.discussion.log import write_down
from blattwerk.discussion.models import Deed, Entry, Reason

FIELDS = ("title", "ground", "clause", "text", "category", "order", "in_use")


@transaction.atomic
def set_reason(*, reason: Reason, by: User, now: datetime) -> Entry:
    """Keep `reason` as it is given, new or changed; statements keep what was told before."""
    before = Reason.objects.select_for_update().filter(pk=reason.pk).first()
    reason.save()
    return write_down(
        Deed.REASONS,
        by=by,
        at=now,
        reason=reason,
        before=_plain(before) if before else None,
        after=_plain(reason),
    )


def _plain(reason: Reason) -> dict[str, Any]:
    return {name: getattr(reason, name) for name in FIELDS}
