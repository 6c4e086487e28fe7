"""Who may write: pure over rows. Sanctions are added and lifted, and end by themselves."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from django.db import transaction

from blattwerk.accounts.models import Sanction, User
from blattwerk.accounts.signals import reader_sanctioned


def in_force(sanctions: Iterable[Sanction], now: datetime) -> Sanction | None:
    """The sanction that keeps its reader from writing, the one that lasts longest; or None."""
    holding = [row for row in sanctions if _holds(row, now)]
    endless = [row for row in holding if row.ends_at is None]
    if endless:
        return endless[0]
    return max(holding, key=lambda row: row.ends_at or now, default=None)


def may_write(user: User, now: datetime) -> bool:
    """Whether the reader may write now."""
    return user.is_active and in_force(user.sanctions.all(), now) is None


def sanction_reader(
    *,
    user: User,
    kind: str,
    reason: str,
    by: User | None,
    now: datetime,
    ends_at: datetime | None = None,
) -> Sanction:
    """Keep a reader from writing, until then or for good. Raises ValueError without a reason."""
    if not reason.strip():
        raise ValueError("A sanction takes a reason that its reader will be told.")
    if (kind == Sanction.Kind.PAUSE) != (ends_at is not None):
        raise ValueError("A pause ends on a day; a ban does not.")
    with transaction.atomic():
        row = Sanction.objects.create(
            user=user, kind=kind, reason=reason, by=by, starts_at=now, ends_at=ends_at
        )
        send = partial(reader_sanctioned.send, Sanction, user_id=user.pk, sanction_id=row.pk)
        transaction.on_commit(send)
    return row


@transaction.atomic
def lift_sanction(*, sanction: Sanction, by: User | None, now: datetime) -> None:
    """End it before its time; the row stays."""
    row = Sanction.objects.select_for_update().get(pk=sanction.pk)
    if row.lifted_at is None:
        row.lifted_at, row.lifted_by = now, by
        row.save(update_fields=["lifted_at", "lifted_by"])


def _holds(row: Sanction, now: datetime) -> bool:
    begun = row.starts_at <= now
    over = row.lifted_at is not None or (row.ends_at is not None and row.ends_at <= now)
    return begun and not over
