"""Questions about an account."""

from dataclasses import dataclass
from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db.models import Q

from blattwerk.accounts.models import Consent, Sanction, User
from blattwerk.accounts.terms import VERSION
from blattwerk.common.ready import Ready

# Asked with every comment.
_TO_TERMS = Ready(Consent, "user_id = %s AND terms = %s")
_AGAINST = Ready(Sanction, "user_id = %s")


@dataclass(frozen=True)
class OwnAccount:
    """What a reader sees of the own account."""

    name: str
    email: str
    since: datetime
    has_password: bool
    passkeys: int
    second_factor: bool
    sessions: int
    consent: Consent | None
    agreed: bool  # to the terms as they stand now


def own_account(user: User) -> OwnAccount:
    """The account as its owner sees it."""
    consent = user.consents.order_by("-given_at").first()
    kinds = list(Authenticator.objects.filter(user=user).values_list("type", flat=True))
    return OwnAccount(
        name=user.public_name or "",
        email=user.email,
        since=user.date_joined,
        has_password=user.has_usable_password(),
        passkeys=kinds.count(Authenticator.Type.WEBAUTHN),
        second_factor=Authenticator.Type.TOTP in kinds,
        sessions=UserSession.objects.filter(user=user).count(),
        consent=consent,
        agreed=consent is not None and consent.terms == VERSION,
    )


def has_proved_address(user: User) -> bool:
    """Whether the reader has shown that an address is theirs."""
    return EmailAddress.objects.filter(user=user, verified=True).exists()


def has_agreed(user: User) -> bool:
    """Whether the reader agreed to the terms as they stand now."""
    return bool(user.has_agreed_already or _TO_TERMS.all(user.pk, VERSION))


def sanctions_of(user: User) -> list[Sanction]:
    """All that ever kept the reader from writing, lifted or not."""
    return [] if user.was_never_sanctioned else _AGAINST.all(user.pk)


def is_staff(user: User) -> bool:
    """Whether the person works for the paper."""
    return user.is_superuser or user.has_perm("wagtailadmin.access_admin")


def staff_names() -> list[str]:
    """The full names of all who work for the paper."""
    staff = User.objects.filter(Q(is_superuser=True) | Q(groups__isnull=False)).distinct()
    return [user.get_full_name() for user in staff.exclude(last_name="")]
