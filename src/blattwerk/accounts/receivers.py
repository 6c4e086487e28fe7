"""What happens here when readers sign in or prove an address."""

from allauth.account.models import EmailAddress
from django.contrib import messages
from django.http import HttpRequest
from django.utils import timezone

from blattwerk.accounts.choose_name import drop_names, grant_wish
from blattwerk.accounts.errors import NameRefused
from blattwerk.accounts.limits import forgive
from blattwerk.accounts.models import User
from blattwerk.accounts.queries import is_staff

BY_CODE = ("account_confirm_login_code", "account_confirm_password_reset_code")


def on_sign_in(request: HttpRequest | None, user: User, **_rest: object) -> None:
    """Mistyped passwords of theirs no longer count."""
    if request is not None:
        forgive(request, user)


def on_proof(request: HttpRequest | None, email_address: EmailAddress, **_rest: object) -> None:
    """The name asked for at sign-up is theirs now, unless it may have been a stranger who asked.

    Who first proves an address by a code of these need not be who signed up with it: a stranger
    may have, with a password and a name of their own; neither stays.
    """
    user = email_address.user
    match = request.resolver_match if request is not None else None
    by_code = match is not None and match.url_name in BY_CODE
    known = EmailAddress.objects.filter(user=user, verified=True).exclude(pk=email_address.pk)
    if by_code and not is_staff(user) and not known.exists():
        user.set_unusable_password()
        user.save(update_fields=["password"])
        user.consents.all().delete()
        drop_names(user=user)
        return
    try:
        grant_wish(user=user, now=timezone.now())
    except NameRefused as refusal:
        if request is not None:
            messages.warning(request, str(refusal))
