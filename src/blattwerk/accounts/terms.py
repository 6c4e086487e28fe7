"""The terms readers agree to."""

from datetime import datetime

from blattwerk.accounts.models import Consent, User

VERSION = "2026-11"  # a new one with every change of `accounts/terms.html` that binds readers


def agree_to_terms(*, user: User, now: datetime) -> None:
    """Note that the user agrees to the terms as they stand; a second time changes nothing."""
    Consent.objects.get_or_create(user=user, terms=VERSION, defaults={"given_at": now})
