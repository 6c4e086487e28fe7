"""How often somebody may try: who is counted, where it is kept, what a locked door says.

Wrong passwords are counted by axes, in the database, by account and by network address, at the
readers' door and the editors' alike. How often codes, mails and accounts may be asked for is
counted by allauth, in the cache `limits`, a table that all processes share. The codes of an
authenticator app that have opened an account are kept there too: each opens it once.
"""

from datetime import datetime, timedelta
from typing import Any

from allauth.core.internal import ratelimit
from allauth.core.internal.httpkit import get_client_ip
from allauth.mfa import app_settings as second_factor
from allauth.mfa.totp.internal import auth as totp
from axes.models import AccessAttempt
from django.conf import settings
from django.core.cache import caches
from django.core.exceptions import ImproperlyConfigured
from django.db.models import Max, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.connection import ConnectionProxy

from blattwerk.accounts.models import User
from blattwerk.common.made_of import Storing, made_of

LOCKED_FOR: timedelta = settings.AXES_COOLOFF_TIME


def share_limits() -> None:
    """Let all processes count together; allauth would count in the default cache, each alone."""
    ratelimit.cache = ConnectionProxy(caches, "limits")
    totp.cache = UsedCodes()


class UsedCodes:
    """The part of a cache that allauth notes used codes in; it would keep them for one period."""

    def add(self, key: str, value: str, timeout: int) -> bool:
        """Note it for as long as the code would open; False if it was noted before."""
        periods = 2 * second_factor.TOTP_TOLERANCE + 1
        return caches["limits"].add(key, value, timeout=timeout * periods)


def counted_account(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """The account somebody tries to open: both doors name it in their own way."""
    given = credentials or {}
    name = given.get("email") or given.get("username") or given.get("login")
    name = name or request.POST.get("login") or request.POST.get("username") or ""
    return str(name).replace("\0", "").strip().lower()[:254]


def counted_address(request: HttpRequest) -> str | None:
    """The network address that counts: of IPv6 the part that a household is given."""
    found = client_address(request)
    return ratelimit.truncate_ip(found) if found else None


def client_address(request: HttpRequest) -> str | None:
    """Where a request comes from, as far as proxies of ours have said so."""
    try:
        found = get_client_ip(request)
    except ImproperlyConfigured:  # fewer proxies have signed than there should be
        found = None
    return found or request.META.get("REMOTE_ADDR") or None


def forgive(request: HttpRequest, user: User) -> None:
    """Who signs in may have mistyped before: of this account, from this address, nothing else."""
    attempts = AccessAttempt.objects.filter(username=user.email.lower())
    attempts.filter(ip_address=counted_address(request)).delete()


def locked_until(*, account: str, address: str | None, now: datetime) -> datetime:
    """When the door opens again."""
    tried = AccessAttempt.objects.filter(
        Q(username=account) | Q(ip_address=address), attempt_time__gte=now - LOCKED_FOR
    ).aggregate(last=Max("attempt_time"))
    return (tried["last"] or now) + LOCKED_FOR


def locked(
    request: HttpRequest, _response: HttpResponse | None, credentials: dict[str, Any] | None
) -> HttpResponse:
    """429: what happened, until when, and which ways stay open."""
    made_of(request, "account", storing=Storing.PRIVATE)
    now = timezone.now()
    until = locked_until(
        account=counted_account(request, credentials), address=counted_address(request), now=now
    )
    answer = render(request, "accounts/locked.html", {"until": until}, status=429)
    answer["Retry-After"] = str(int((until - now).total_seconds()) + 1)
    return answer


def unlock(*, account: str = "", address: str = "") -> int:
    """Forget the wrong passwords for an account, or from an address; how many rows there were."""
    wanted = (
        Q(username=account.lower()) if account else Q(ip_address=ratelimit.truncate_ip(address))
    )
    count, _kinds = AccessAttempt.objects.filter(wanted).delete()
    if account:
        caches["limits"].clear()  # its keys are hashes: nobody can say which are this account's
    return count
