"""A reader takes all data along, or has it erased."""

import io
import json
import zipfile

from allauth.account.adapter import get_adapter
from allauth.core.internal import ratelimit
from django import forms
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from blattwerk.accounts.erase import erase_reader
from blattwerk.accounts.errors import NotConfirmed, StaffNotErased
from blattwerk.accounts.farewell import confirm, send_farewell_code
from blattwerk.accounts.holders import everything_about, holders
from blattwerk.accounts.models import User


class Farewell(forms.Form):
    """The password, or the code from the mail."""

    secret = forms.CharField(label=gettext_lazy("Code from the e-mail"), max_length=200)

    def __init__(self, *args: object, by_password: bool, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        if by_password:
            self.fields["secret"] = forms.CharField(
                label=_("Password"),
                max_length=200,
                strip=False,
                widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
            )


@login_required
def export(request: HttpRequest) -> HttpResponse:
    """`/konto/daten/`: all data as a ZIP with one JSON file for each room."""
    user = _owner(request)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for room, data in everything_about(user).items():
            archive.writestr(f"{room}.json", json.dumps(data, ensure_ascii=False, indent=2))
    word = _("my-data")
    name = f"{timezone.localdate():%Y-%m-%d}-{word}.zip"
    return HttpResponse(
        buffer.getvalue(),
        content_type="application/zip",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@login_required
def erase(request: HttpRequest) -> HttpResponse:
    """`/konto/loeschen/`: what goes, what stays, and the last question."""
    user = _owner(request)
    by_password = user.has_usable_password()
    form = Farewell(request.POST or None, by_password=by_password)
    if request.method == "POST" and form.is_valid():
        try:
            confirm(request, user, form.cleaned_data["secret"])
            erase_reader(user=user)
        except (NotConfirmed, StaffNotErased) as refusal:
            form.add_error("secret", str(refusal))
        except ValidationError as refusal:  # too many attempts
            form.add_error("secret", refusal)
        else:
            logout(request)
            return redirect("account_erased")
    context = {"form": form, "holders": holders(), "by_password": by_password}
    return render(request, "accounts/erase.html", context)


@require_POST
@login_required
def ask_farewell_code(request: HttpRequest) -> HttpResponse:
    """Send the code that confirms the erasure."""
    user = _owner(request)
    if not _may_ask(request, user):
        messages.error(request, get_adapter().error_messages["rate_limited"])
    else:
        send_farewell_code(request, user)
    return redirect("account_erase")


def erased(request: HttpRequest) -> HttpResponse:
    """`/konto/geloescht/`: farewell."""
    return render(request, "accounts/erased.html")


def _owner(request: HttpRequest) -> User:
    return User.objects.get(pk=request.user.pk or 0)


def _may_ask(request: HttpRequest, user: User) -> bool:
    limits = {"farewell": "3/m/user"}
    used = ratelimit.consume(request, app="accounts", action="farewell", config=limits, user=user)
    return used is not None
