"""The reader's own page and what hangs on it. Signing in and out is allauth's."""

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from blattwerk.accounts.choose_name import choose_name
from blattwerk.accounts.errors import NameRefused
from blattwerk.accounts.forms import ChooseName
from blattwerk.accounts.queries import own_account
from blattwerk.accounts.terms import VERSION


@login_required
def own_page(request: HttpRequest) -> HttpResponse:
    """`/konto/`: who I am here and what I can do about it."""
    return render(request, "accounts/own_page.html", {"account": own_account(request.user)})  # type: ignore[arg-type]


@login_required
def change_name(request: HttpRequest) -> HttpResponse:
    """`/konto/name/`: choose a public name, or another one."""
    form = ChooseName(request.POST or None, initial={"public_name": request.user.public_name})  # type: ignore[union-attr]
    if request.method == "POST" and form.is_valid():
        try:
            choose_name(
                user=request.user,  # type: ignore[arg-type]  # signed in
                text=form.cleaned_data["public_name"],
                now=timezone.now(),
            )
        except NameRefused as refusal:
            form.add_error("public_name", str(refusal))
        else:
            messages.success(request, _("The name is yours."))
            return redirect("account")
    return render(request, "accounts/change_name.html", {"form": form})


def terms(request: HttpRequest) -> HttpResponse:
    """`/konto/bedingungen/`: what readers agree to."""
    return render(request, "accounts/terms.html", {"version": VERSION})


@require_POST
@login_required
def end_session(request: HttpRequest, number: int) -> HttpResponse:
    """Sign out on another device."""
    get_object_or_404(UserSession, pk=number, user=request.user).end()
    messages.success(request, _("You are signed out there."))
    return redirect("usersessions_list")
