"""Accounts that somebody signed up for and never confirmed go again, and free what they hold."""

from datetime import datetime, timedelta
from typing import Any

from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from axes.models import AccessAttempt
from django.db import transaction
from django.db.models import Exists, ForeignObjectRel, OuterRef, QuerySet

from blattwerk.accounts.models import Consent, TakenName, User

KEPT_FOR = timedelta(days=7)
SIGNING_UP_LEAVES = (EmailAddress, SocialAccount, TakenName, Consent)


def sweep(*, now: datetime) -> int:
    """Delete them; how many there were. Never staff, nor anybody who has anything to their name."""
    numbers = list(_never_confirmed(now).values_list("pk", flat=True))
    return sum(_swept(number, now) for number in numbers)


@transaction.atomic
def _swept(number: int, now: datetime) -> bool:
    # Who proves the address at this moment does it before or after, not meanwhile.
    list(EmailAddress.objects.select_for_update().filter(user_id=number))
    user = _never_confirmed(now).filter(pk=number).select_for_update().first()
    if user is None:
        return False
    AccessAttempt.objects.filter(username=user.email.lower()).delete()
    user.delete()
    return True


def _never_confirmed(now: datetime) -> QuerySet[User]:
    """Who signed up, proved no address in time, and has left nothing anywhere."""
    addresses = EmailAddress.objects.filter(user=OuterRef("pk"))
    waiting = User.objects.filter(
        Exists(addresses.filter(verified=False)),
        ~Exists(addresses.filter(verified=True)),
        date_joined__lt=now - KEPT_FOR,
        last_login=None,
        erased_at=None,
        is_active=True,
        is_staff=False,
        is_superuser=False,
    )
    return waiting.filter(*(~Exists(rows) for rows in _rows_about_users()))


def _rows_about_users() -> list[QuerySet[Any]]:
    """Of every table that names users, in all rooms, the rows that name this one."""
    relations = [
        field
        for field in User._meta.get_fields(include_hidden=True)  # noqa: SLF001  # Django's own way
        if isinstance(field, ForeignObjectRel) and not field.many_to_many
    ]
    return [
        each.related_model._base_manager.filter(**{each.field.name: OuterRef("pk")})  # noqa: SLF001
        for each in relations
        if each.related_model not in SIGNING_UP_LEAVES
    ]
