"""The reader's own page and what hangs on it. Signing in and out is allauth's."""

from allauth.account.internal.flows.email_verification_by_code import EmailVerificationProcess
from allauth.account.utils import get_next_redirect_url
from allauth.account.views import email_verification_sent
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
from blattwerk.accounts.models import User
from blattwerk.accounts.queries import has_agreed, own_account
from blattwerk.accounts.registry import lines_of
from blattwerk.accounts.terms import VERSION, agree_to_terms


@login_required
def own_page(request: HttpRequest) -> HttpResponse:
    """`/konto/`: who I am here and what I can do about it."""
    user: User = request.user  # type: ignore[assignment]  # signed in
    context = {"account": own_account(user), "lines": lines_of(user)}
    return render(request, "accounts/own_page.html", context)


@login_required
def change_name(request: HttpRequest) -> HttpResponse:
    """`/konto/name/`: choose a public name, or another one; `?next=` as for the terms."""
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
            return redirect(get_next_redirect_url(request) or "account")
    return render(request, "accounts/change_name.html", {"form": form})


def confirm_address(request: HttpRequest) -> HttpResponse:
    """allauth's page for the code; where the account was swept meanwhile, one begins anew."""
    process = EmailVerificationProcess.resume(request)
    if process is not None and "user_id" in process.state and process.user is None:
        process.abort()
        return redirect("account_signup")
    return email_verification_sent(request)


def terms(request: HttpRequest) -> HttpResponse:
    """`/konto/bedingungen/`: what readers agree to; other rooms send them here with `?next=`."""
    if request.method == "POST":
        return _agree(request)
    user = request.user
    context = {
        "version": VERSION,
        "asks": isinstance(user, User) and not has_agreed(user),
        "onward": get_next_redirect_url(request) or "",
    }
    return render(request, "accounts/terms.html", context)


@login_required
def _agree(request: HttpRequest) -> HttpResponse:
    agree_to_terms(user=request.user, now=timezone.now())  # type: ignore[arg-type]  # signed in
    messages.success(request, _("You have agreed to the terms of use."))
    return redirect(get_next_redirect_url(request) or "account")


@require_POST
@login_required
def end_session(request: HttpRequest, number: int) -> HttpResponse:
    """Sign out on another device."""
    get_object_or_404(UserSession, pk=number, user=request.user).end()
    messages.success(request, _("You are signed out there."))
    return redirect("usersessions_list")
