"""The accounts' own part of a person's data."""

import secrets
from datetime import datetime
from functools import partial

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt
from django.db import transaction
from django.utils import timezone
from wagtail.users.models import UserProfile

from blattwerk.accounts.holders import Jsonable
from blattwerk.accounts.models import User


def export_account(user: User) -> Jsonable:
    """Everything this room knows of the person, secrets left out."""
    return {
        "email": user.email,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "public_name": user.public_name,
        "joined": _moment(user.date_joined),
        "last_login": _moment(user.last_login),
        "has_password": user.has_usable_password(),
        "addresses": [
            {"email": row.email, "confirmed": row.verified}
            for row in EmailAddress.objects.filter(user=user)
        ],
        "names": [
            {"name": row.name, "from": _moment(row.taken_at), "until": _moment(row.given_up_at)}
            for row in user.names.order_by("taken_at")
        ],
        "consents": [
            {"terms": row.terms, "given": _moment(row.given_at)}
            for row in user.consents.order_by("given_at")
        ],
        "sanctions": [
            {
                "kind": row.kind,
                "from": _moment(row.starts_at),
                "until": _moment(row.ends_at),
                "reason": row.reason,
                "lifted": _moment(row.lifted_at),
            }
            for row in user.sanctions.order_by("starts_at")
        ],
        "second_factors": [
            {"kind": row.type, "made": _moment(row.created_at), "used": _moment(row.last_used_at)}
            for row in Authenticator.objects.filter(user=user)
        ],
        "sessions": [
            {"begun": _moment(row.created_at), "address": row.ip, "browser": row.user_agent}
            for row in UserSession.objects.filter(user=user)
        ],
        "editors_rooms": [
            {"language": row.preferred_language, "picture": row.avatar.name}
            for row in UserProfile.objects.filter(user=user)
        ],
        "other_services": [
            {"service": row.provider, "known_there_as": row.uid}
            for row in SocialAccount.objects.filter(user=user)
        ],
    }


def erase_account(user: User) -> None:
    """Remove it; what is left is a number without a name, so that threads keep their places."""
    for session in UserSession.objects.filter(user=user):
        session.end()
    AccessAttempt.objects.filter(username=user.email.lower()).delete()
    for model in (EmailAddress, Authenticator, SocialAccount):
        model.objects.filter(user=user).delete()
    _erase_profile(user)
    user.names.all().delete()
    user.consents.all().delete()
    user.groups.clear()
    user.user_permissions.clear()
    # At random: a stranger might sign up with an address that can be foreseen.
    user.email = f"erased-{secrets.token_hex(12)}@invalid.invalid"
    user.first_name = user.last_name = ""
    user.public_name, user.wished_name = None, ""
    user.last_login = None
    user.is_active = False
    user.erased_at = timezone.now()
    user.set_unusable_password()
    user.save()


def _erase_profile(user: User) -> None:
    """What somebody who once worked here had set in the editors' rooms, picture and all."""
    for profile in UserProfile.objects.filter(user=user):
        picture = profile.avatar
        if picture:
            # Only when all is safely stored: a file does not come back.
            transaction.on_commit(partial(picture.storage.delete, picture.name))
        profile.delete()


def _moment(value: datetime | None) -> str | None:
    return value.isoformat() if value else None
