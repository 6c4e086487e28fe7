"""Mails: text and HTML in the paper's name; kept in a folder, or not sent at all."""

import logging
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.core.cache import caches
from django.urls import reverse

from blattwerk.accounts.models import User
from blattwerk.config.mailer import mail_server
from blattwerk.newsroom.models import Paper
from tests import factories
from tests.accounts.people import (
    PASSWORD,
    a_reader,
    browser,
    code_in_mail,
    send_form,
    sign_in,
    sign_up,
    signed_in,
)

pytestmark = pytest.mark.django_db

IN_MEMORY = "django.core.mail.backends.locmem.EmailBackend"
FILES = "django.core.mail.backends.filebased.EmailBackend"


@pytest.fixture
def folder(settings: Any, tmp_path: Path) -> Path:
    """Mails are kept there."""
    kept = tmp_path / "mail"
    settings.MAILERS = {"default": {"BACKEND": FILES, "OPTIONS": {"file_path": kept}}}
    return kept


@pytest.fixture
def broken_server(settings: Any, tmp_path: Path) -> Any:
    """A mail server that does not answer."""
    settings.MAILERS = {
        "default": {
            "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "OPTIONS": {"host": "127.0.0.1", "port": 1, "timeout": 1},
        }
    }
    return settings


def ask_for_each_mail() -> None:
    """Every mail this room sends, once."""
    user = a_reader("eins@post.example")
    sign_up(browser(), "neu@post.example", "Neuling")
    sign_up(browser(), user.email, "Andere")
    for email in (user.email, "nochnie@post.example"):
        browser().post(reverse("account_request_login_code"), {"email": email})
    browser().post(reverse("account_reset_password"), {"email": user.email})
    client = signed_in(user)
    client.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": "Neues-Wort-99", "password2": "Neues-Wort-99"},
    )
    without = a_reader("zwei@post.example", password=None)
    silent = browser()
    silent.force_login(without)
    silent.post(reverse("account_farewell_code"))


def test_each_mail_is_text_and_html_in_the_papers_name(paper: Paper) -> None:
    ask_for_each_mail()

    assert len(mail.outbox) == 7
    for sent in mail.outbox:
        html, kind = sent.alternatives[0]  # type: ignore[attr-defined]
        assert kind == "text/html"
        assert sent.subject.startswith("Probeblatt: ")
        assert "\n" not in sent.subject
        assert "Probeblatt" in str(sent.body)
        assert "Probeblatt" in html
        assert "example.com" not in f"{sent.body}{html}"
        assert "http://" not in html.replace("http://127.0.0.1:8000", "").replace(
            "http://localhost", ""
        )


def test_a_mail_server_that_is_down_loses_no_account(
    paper: Paper, broken_server: Any, caplog: pytest.LogCaptureFixture
) -> None:
    client = browser()
    with caplog.at_level(logging.CRITICAL):
        to_code = sign_up(client, "neu@post.example", "Neuling", password=PASSWORD)
        told = client.get(to_code["Location"])
    broken_server.MAILERS = {"default": {"BACKEND": IN_MEMORY}}
    caches["limits"].clear()  # a few seconds later

    client.post(reverse("account_email_verification_sent"), {"action": "resend"})
    page = client.get(to_code["Location"])
    send_form(client, page, code=code_in_mail())

    assert 'role="alert"' in told.content.decode()
    assert 'role="alert"' not in page.content.decode()
    assert User.objects.get(email="neu@post.example").public_name == "Neuling"
    assert "_auth_user_id" in client.session


def test_a_mail_server_that_is_down_does_not_tell_who_has_an_account(
    paper: Paper, broken_server: Any, caplog: pytest.LogCaptureFixture
) -> None:
    a_reader("schon@post.example")
    pages = []
    for email in ("schon@post.example", "nochnie@post.example"):
        client = browser()
        sent = client.post(reverse("account_request_login_code"), {"email": email})
        pages.append(client.get(sent["Location"]).content.decode().replace(email, ""))

    assert pages[0].count('role="alert"') == pages[1].count('role="alert"') == 1


def test_the_operator_reads_kept_mails(paper: Paper, folder: Path) -> None:
    sign_up(browser(), "neu@post.example", "Neuling")
    chief = browser()
    chief.force_login(factories.a_chief())

    listed = chief.get(reverse("kept_mails"))
    kept = listed.context["mails"][0]
    one = chief.get(reverse("kept_mail", args=[kept.key]))
    html = chief.get(reverse("kept_mail_html", args=[kept.key]))

    assert kept.to == "neu@post.example"
    assert "neu@post.example" in listed.content.decode()
    assert kept.text.splitlines()[0] in one.content.decode()
    assert html.content.decode() == kept.html
    assert reverse("kept_mails") in chief.get("/redaktion/").content.decode()


def test_nobody_else_reads_kept_mails(paper: Paper, folder: Path) -> None:
    sign_up(browser(), "neu@post.example", "Neuling")
    editor, reader = browser(), browser()
    editor.force_login(factories.an_editor())
    reader.force_login(a_reader())
    addresses = [
        reverse("kept_mails"),
        reverse("kept_mail", args=["x-0"]),
        reverse("kept_mail_html", args=["x-0"]),
    ]

    for client in (browser(), reader, editor):
        for address in addresses:
            assert client.get(address).status_code in (302, 403)


def test_there_is_no_folder_where_a_server_takes_mails(paper: Paper, broken_server: Any) -> None:
    chief = browser()
    chief.force_login(factories.a_chief())

    assert chief.get(reverse("kept_mails")).status_code == 404


def test_a_mail_server_is_named_by_an_address() -> None:
    options = mail_server("smtps://konto%40post.example:ge%3Aheim@mail.post.example")

    assert options == {
        "host": "mail.post.example",
        "port": 465,
        "username": "konto@post.example",
        "password": "ge:heim",
        "use_tls": False,
        "use_ssl": True,
        "timeout": 10,
    }


@pytest.mark.parametrize("text", ["", "mail.example", "http://x", "smtp://", "smtp://x:99999"])
def test_what_names_no_mail_server_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="must be an address"):
        mail_server(text)


def test_a_reader_is_told_of_a_sign_in_by_nobody(paper: Paper) -> None:
    user = a_reader()

    sign_in(browser(), user.email)

    assert mail.outbox == []
