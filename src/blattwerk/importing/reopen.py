"""An editor takes back a rejection."""

from typing import Any

from django.db import transaction

from blattwerk.importing.errors import NotRejected
from blattwerk.importing.models import Decision, Item


@transaction.atomic
def reopen(*, number: int, user: Any) -> Item:
    """The rejected item waits again. Raises NotRejected, Item.DoesNotExist."""
    item = Item.objects.select_for_update().get(pk=number)
    if item.state != Item.State.REJECTED:
        raise NotRejected(item)
    item.state = Item.State.WAITING
    item.save(update_fields=["state"])
    Decision.objects.create(item=item, deed=Decision.Deed.REOPENED, by=user)
    return item
