"""Readers who sign up and in, through the pages."""

import re

from bs4 import BeautifulSoup
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from blattwerk.accounts.choose_name import choose_name
from blattwerk.accounts.models import User
from blattwerk.accounts.terms import agree_to_terms

PASSWORD = "Langes-Geheimnis-7"
_CODE = re.compile(r"^([A-Z0-9]{3,5}-?[A-Z0-9]{3,5})$", re.MULTILINE)


def browser(**headers: str) -> Client:
    """A browser at the paper's own host."""
    return Client(headers={"host": "localhost", **headers})


def a_reader(
    email: str = "leserin@post.example", *, name: str = "", password: str | None = PASSWORD
) -> User:
    """A reader whose address is confirmed."""
    user = User.objects.create_user(email, password)
    user.emailaddress_set.create(email=user.email, verified=True, primary=True)
    agree_to_terms(user=user, now=timezone.now())
    if name:
        choose_name(user=user, text=name, now=timezone.now())
    return user


def signed_in(user: User) -> Client:
    """That reader's browser, signed in by password, which was just asked once more."""
    client = browser()
    sign_in(client, user.email)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    return client


def sign_in(
    client: Client, email: str, password: str = PASSWORD, *, onward: str = ""
) -> HttpResponse:
    """By address and password."""
    fields = {"login": email, "password": password}
    return client.post(reverse("account_login"), fields | ({"next": onward} if onward else {}))


def sign_up(
    client: Client, email: str, name: str, *, password: str = "", onward: str = "", **more: str
) -> HttpResponse:
    """Fill in the form."""
    fields = {"email": email, "public_name": name, "password1": password, "terms": "on", **more}
    return client.post(reverse("account_signup"), fields | ({"next": onward} if onward else {}))


def code_in_mail() -> str:
    """The code in the newest mail."""
    found = _CODE.search(str(mail.outbox[-1].body))
    assert found, mail.outbox[-1].body
    return found[1]


def send_form(client: Client, page: HttpResponse, **fields: str) -> HttpResponse:
    """Fill in the page's first form of its own and send it, hidden fields and all."""
    form = BeautifulSoup(page.content, "html.parser").select_one("main form.account__form")
    assert form
    hidden = {
        str(field["name"]): str(field.get("value", ""))
        for field in form.select("input[type=hidden]")
        if field["name"] != "csrfmiddlewaretoken"
    }
    return client.post(str(form.get("action") or page.wsgi_request.path), {**hidden, **fields})
