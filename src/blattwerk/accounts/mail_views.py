"""Kept mails, for whoever may do everything: they hold codes that open accounts."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from blattwerk.accounts.mail_folder import KeptMail, kept_mail, kept_mails, mail_folder

ALONE = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"


def mails(request: HttpRequest) -> HttpResponse:
    """`/redaktion/mails/`: the newest hundred."""
    folder = mail_folder()
    _let_in(request, there=folder is not None)
    found = kept_mails(folder) if folder else []
    return render(request, "accounts/admin/mails.html", {"mails": found})


def mail(request: HttpRequest, key: str) -> HttpResponse:
    """One of them."""
    return render(request, "accounts/admin/mail.html", {"mail": _found(request, key)})


def mail_html(request: HttpRequest, key: str) -> HttpResponse:
    """Its HTML as a mailbox would show it; nothing in it may run."""
    shown = HttpResponse(_found(request, key).html)
    shown.headers["Content-Security-Policy"] = ALONE
    return shown


def _found(request: HttpRequest, key: str) -> KeptMail:
    folder = mail_folder()
    _let_in(request, there=folder is not None)
    found = kept_mail(folder, key) if folder else None
    if found is None:
        raise Http404
    return found


def _let_in(request: HttpRequest, *, there: bool) -> None:
    if not request.user.is_superuser:
        raise PermissionDenied
    if not there:
        raise Http404
