"""The reader's own pages: each opens, belongs to one person and is kept by nobody else."""

from datetime import UTC, datetime, timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse

from blattwerk.accounts.choose_name import choose_name
from blattwerk.accounts.errors import NameTaken, NameTooNew
from blattwerk.accounts.models import User
from blattwerk.common.made_of import Storing, noted
from blattwerk.newsroom.models import Paper
from tests.accounts.people import a_reader, browser, sign_in, signed_in

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
FOR_ALL = (
    *("account_login", "account_signup", "account_signup_by_passkey", "account_terms"),
    *("account_request_login_code", "account_reset_password", "account_inactive"),
    "account_password_reset_completed",
)
OWN = (
    *("account", "account_name", "account_email", "account_change_password", "account_logout"),
    *("account_reauthenticate", "usersessions_list", "mfa_index", "mfa_list_webauthn"),
    *("mfa_add_webauthn", "mfa_activate_totp", "account_erase"),
)


@pytest.mark.parametrize("name", FOR_ALL)
def test_a_page_for_everybody_opens_and_is_never_stored(paper: Paper, name: str) -> None:
    answer = browser().get(reverse(name))

    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    ingredients = noted(answer.wsgi_request)
    assert ingredients
    assert ingredients.storing is Storing.PRIVATE


@pytest.mark.parametrize("name", OWN)
def test_an_own_page_opens_for_its_owner_only(paper: Paper, name: str) -> None:
    reader = signed_in(a_reader(name="Anna Berg"))

    answer = reader.get(reverse(name))
    assert answer.status_code == 200
    assert answer.content.decode().count("<h1") == 1
    to_door = browser().get(reverse(name))
    if name != "account_logout":  # whoever is out already is led home
        assert to_door["Location"].startswith(reverse("account_login"))


def test_no_page_holds_inline_script_or_style(paper: Paper) -> None:
    stranger, reader = browser(), signed_in(a_reader())
    pages = [stranger.get(reverse(name)) for name in FOR_ALL]
    pages += [reader.get(reverse(name)) for name in OWN]

    for page in pages:
        text = page.content.decode()
        scripts = text.count("<script src=") + text.count('<script type="module" src=')
        assert text.count("<script") == scripts
        assert [sign for sign in (" style=", " onclick=", "<style", "data:") if sign in text] == []


def test_another_device_is_signed_out_and_nobody_elses(paper: Paper) -> None:
    user, stranger = a_reader(), a_reader("andere@post.example")
    here, there, elsewhere = signed_in(user), signed_in(user), signed_in(stranger)
    number = {row.session_key: row.pk for row in user.usersession_set.all()}

    foreign = stranger.usersession_set.get().pk
    refused = here.post(reverse("account_end_session", args=[foreign]))
    here.post(reverse("account_end_session", args=[number[there.session.session_key]]))

    assert refused.status_code == 404
    assert there.get(reverse("account"))["Location"].startswith(reverse("account_login"))
    assert here.get(reverse("account")).status_code == 200
    assert elsewhere.get(reverse("account")).status_code == 200


def test_an_authenticator_app_stands_before_the_account(paper: Paper) -> None:
    user = a_reader()
    Authenticator.objects.create(
        user=user, type=Authenticator.Type.TOTP, data={"secret": "JBSWY3DPEHPK3PXP"}
    )
    client = browser()

    answer = sign_in(client, user.email)

    assert answer["Location"] == reverse("mfa_authenticate")
    assert client.get(reverse("mfa_authenticate")).status_code == 200
    assert client.get(reverse("account"))["Location"].startswith(reverse("account_login"))


def test_a_password_is_asked_again_before_the_keys_are_shown(paper: Paper) -> None:
    client = browser()
    client.force_login(a_reader())  # signed in, but not lately by anything

    answer = client.get(reverse("mfa_activate_totp"))

    assert answer["Location"].startswith(reverse("account_reauthenticate"))


def test_a_name_is_chosen_once_and_stays_for_thirty_days(paper: Paper) -> None:
    user = a_reader()
    choose_name(user=user, text="Anna Berg", now=NOW)

    with pytest.raises(NameTooNew):
        choose_name(user=user, text="Hanna", now=NOW + timedelta(days=29, hours=23))
    choose_name(user=user, text="anna-berg", now=NOW + timedelta(days=1))
    choose_name(user=user, text="Hanna", now=NOW + timedelta(days=30))

    assert User.objects.get().public_name == "Hanna"


def test_a_former_name_is_nobody_elses_and_may_be_taken_back(paper: Paper) -> None:
    user, other = a_reader(), a_reader("andere@post.example")
    choose_name(user=user, text="Anna Berg", now=NOW)
    choose_name(user=user, text="Hanna", now=NOW + timedelta(days=30))

    with pytest.raises(NameTaken):
        choose_name(user=other, text="Anna-Berg", now=NOW + timedelta(days=31))
    choose_name(user=user, text="Anna Berg", now=NOW + timedelta(days=60))

    assert [name.name for name in user.names.filter(given_up_at=None)] == ["Anna Berg"]


def test_the_page_says_why_a_name_is_refused(paper: Paper) -> None:
    client = signed_in(a_reader())

    answer = client.post(reverse("account_name"), {"public_name": "Redaktion"})

    assert answer.status_code == 200
    assert 'aria-invalid="true"' in answer.content.decode()


HOSTILE = (
    *("\x00", "Anna\x00", "\u202eannA", "<script>alert(1)</script>", "'; DROP TABLE --"),
    *("a" * 60_000, "\ud83d", "%00%ff", "{{ 7*7 }}", "../../etc/passwd", "\r\nBcc: x@y.example"),
)


@pytest.mark.parametrize("name", ["account_login", "account_signup", "account_request_login_code"])
def test_hostile_input_is_answered_with_the_form(paper: Paper, name: str) -> None:
    fields = ("login", "email", "password", "password1", "public_name", "next", "code")
    for text in HOSTILE:
        sent = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")[:7000]
        answer = browser().post(f"{reverse(name)}?x=1", dict.fromkeys(fields, sent))

        assert answer.status_code == 200
        assert "<script>alert" not in answer.content.decode()


def test_a_reader_has_no_staff_rights_by_signing_up(paper: Paper) -> None:
    client: Client = browser()
    client.post(
        reverse("account_signup"),
        {
            "email": "neu@post.example",
            "public_name": "Neuling",
            "terms": "on",
            "is_staff": "on",
            "is_superuser": "on",
        },
    )

    user = User.objects.get(email="neu@post.example")
    assert not user.is_staff
    assert not user.is_superuser
