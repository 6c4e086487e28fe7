"""An editor rejects what waited; the text stays, so that it does not come in again."""

from typing import Any

from django.db import transaction

from blattwerk.importing.errors import AlreadyDecided
from blattwerk.importing.models import Decision, Item


@transaction.atomic
def reject(*, number: int, user: Any, why: str = "") -> Item:
    """Raises AlreadyDecided, Item.DoesNotExist; nothing is changed then."""
    item = Item.objects.select_for_update().get(pk=number)
    if item.state != Item.State.WAITING:
        raise AlreadyDecided(item)
    item.state = Item.State.REJECTED
    item.save(update_fields=["state"])
    Decision.objects.create(item=item, deed=Decision.Deed.REJECTED, by=user, why=why.strip())
    return item
