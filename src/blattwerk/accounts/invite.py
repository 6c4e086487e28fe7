"""Give a person a login."""

import secrets

from django.db import transaction

from blattwerk.accounts.errors import AlreadyInvited
from blattwerk.accounts.models import User


@transaction.atomic
def invite_chief(*, email: str) -> tuple[User, str]:
    """A user who may do everything, and the password made for them at random.

    Raises AlreadyInvited when the address has a login.
    """
    if User.objects.filter(email__iexact=email).exists():
        raise AlreadyInvited(email)
    password = secrets.token_urlsafe(12)
    return User.objects.create_superuser(email, password), password


@transaction.atomic
def renew_password(*, email: str) -> str:
    """A new random password for that login; all its sessions end. Raises User.DoesNotExist."""
    user = User.objects.get(email__iexact=email)
    password = secrets.token_urlsafe(12)
    user.set_password(password)
    user.save(update_fields=["password"])
    return password
