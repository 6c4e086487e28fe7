"""Give a person a login."""

import secrets
import string

from django.core.validators import validate_email
from django.db import transaction

from blattwerk.accounts.errors import AlreadyInvited
from blattwerk.accounts.models import User

ALPHABET = string.ascii_letters + string.digits
PASSWORD_LENGTH = 16


@transaction.atomic
def invite_chief(*, email: str) -> tuple[User, str]:
    """A user who may do everything, and the password made for them at random.

    Raises AlreadyInvited when the address has a login, ValidationError when it is none.
    """
    validate_email(email)
    if User.objects.filter(email__iexact=email).exists():
        raise AlreadyInvited(email)
    password = new_password()
    return User.objects.create_superuser(email, password), password


@transaction.atomic
def renew_password(*, email: str) -> str:
    """A new random password for that login; all its sessions end. Raises User.DoesNotExist."""
    user = User.objects.get(email__iexact=email)
    password = new_password()
    user.set_password(password)
    user.save(update_fields=["password"])
    return password


def new_password() -> str:
    """Random letters and digits, which survive being copied from a terminal."""
    return "".join(secrets.choice(ALPHABET) for _place in range(PASSWORD_LENGTH))
