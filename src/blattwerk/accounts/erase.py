"""Erase a reader: every room's part, in one transaction."""

from functools import partial

from django.db import transaction

from blattwerk.accounts.errors import StaffNotErased
from blattwerk.accounts.holders import holders
from blattwerk.accounts.models import User
from blattwerk.accounts.queries import is_staff
from blattwerk.accounts.signals import reader_erased


@transaction.atomic
def erase_reader(*, user: User) -> None:
    """Remove all that no law keeps; a second time changes nothing. Raises StaffNotErased."""
    person = User.objects.select_for_update().get(pk=user.pk)
    if is_staff(person):
        raise StaffNotErased
    if person.erased_at is not None:
        return
    for holder in holders():
        holder.erase(person)
    transaction.on_commit(partial(reader_erased.send, User, user_id=person.pk))
