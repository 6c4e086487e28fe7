"""Readers the team trusts: their comments appear at once where the policy says so."""

from datetime import datetime

from django.db import transaction

from blattwerk.accounts.models import User
from blattwerk.discussion.errors import OwnAccount
from blattwerk.discussion.log import write_down
from blattwerk.discussion.models import Deed, Entry, Trust


@transaction.atomic
def trust(*, reader: User, by: User, now: datetime) -> Entry | None:
    """None where the reader is trusted already. Raises OwnAccount."""
    if reader.pk == by.pk:
        raise OwnAccount
    _row, made = Trust.objects.get_or_create(reader=reader, defaults={"by": by, "at": now})
    return write_down(Deed.TRUST, by=by, at=now, reader=reader) if made else None


@transaction.atomic
def distrust(*, reader: User, by: User, now: datetime) -> Entry | None:
    """None where the reader was not trusted."""
    gone, _rows = Trust.objects.filter(reader=reader).delete()
    return write_down(Deed.DISTRUST, by=by, at=now, reader=reader) if gone else None
