"""Orders of authorities, entered as they came (Art. 9 and 10)."""

from datetime import datetime

from django.db import transaction

from blattwerk.accounts.models import User
from blattwerk.discussion.log import write_down
from blattwerk.discussion.models import Deed, Order


@transaction.atomic
def enter_order(*, order: Order, by: User, now: datetime) -> Order:
    """Keep a new order, and write down who entered it."""
    order.entered_by = by
    order.save(force_insert=True)
    write_down(
        Deed.ORDER, by=by, at=now, order=order.pk, kind=order.kind, authority=order.authority
    )
    return order
