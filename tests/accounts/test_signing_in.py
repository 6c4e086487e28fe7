"""The readers' door: signing up, confirming, signing in, coming back to where one was."""

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from blattwerk.accounts.models import TakenName, User
from blattwerk.newsroom.models import Paper
from tests.accounts.people import (
    PASSWORD,
    a_reader,
    browser,
    code_in_mail,
    send_form,
    sign_in,
    sign_up,
)

pytestmark = pytest.mark.django_db

ARTICLE = "/ausland/schlagzeile-12/?antwort=7"
CONFIRM = "account_email_verification_sent"


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


@pytest.mark.parametrize("password", [PASSWORD, ""])
def test_a_newcomer_signs_up_confirms_by_code_and_comes_back(paper: Paper, password: str) -> None:
    client = browser()

    to_code = sign_up(client, "neu@post.example", "Neuling", password=password, onward=ARTICLE)
    before = is_signed_in(client)
    back = client.post(to_code["Location"], {"code": code_in_mail()})

    assert to_code["Location"].startswith(reverse(CONFIRM))
    assert not before
    assert back["Location"] == ARTICLE
    assert is_signed_in(client)
    user = User.objects.get(email="neu@post.example")
    assert user.public_name == "Neuling"
    assert [consent.terms for consent in user.consents.all()] == ["2026-11"]
    assert not user.is_staff


def test_a_wrong_code_three_times_ends_the_attempt(paper: Paper) -> None:
    client = browser()
    sign_up(client, "neu@post.example", "Neuling")
    right = code_in_mail()

    for _attempt in range(3):
        client.post(reverse(CONFIRM), {"code": "WRNG-CODE"})
    client.post(reverse(CONFIRM), {"code": right})

    assert not is_signed_in(client)


@pytest.mark.parametrize(
    "lacking", [{"terms": ""}, {"public_name": ""}, {"public_name": "Redaktion"}, {"email": "x"}]
)
def test_no_account_without_name_terms_and_address(paper: Paper, lacking: dict[str, str]) -> None:
    fields = {"email": "neu@post.example", "public_name": "Neuling", "terms": "on", **lacking}

    answer = browser().post(reverse("account_signup"), fields)

    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert not User.objects.filter(email__startswith="neu").exists()


def test_a_name_that_looks_like_anothers_is_not_given_twice(paper: Paper) -> None:
    a_reader(name="Iris Berg")

    answer = sign_up(browser(), "neu@post.example", "lris-Berg")

    assert "public_name" in answer.context["form"].errors
    assert TakenName.objects.count() == 1


@pytest.mark.parametrize("address", ["leserin@post.example", "Leserin@Post.Example"])
def test_a_reader_signs_in_by_password_and_comes_back(paper: Paper, address: str) -> None:
    a_reader()
    client = browser()

    answer = sign_in(client, address, onward=ARTICLE)

    assert answer["Location"] == ARTICLE
    assert is_signed_in(client)


def test_a_reader_signs_in_by_code_and_comes_back(paper: Paper) -> None:
    a_reader(password=None)
    client = browser()
    form = client.get(reverse("account_login"), {"next": ARTICLE})
    asked = client.get(form.context["request_login_code_url"])

    sent = send_form(client, asked, email="leserin@post.example")
    page = client.get(sent["Location"])
    back = send_form(client, page, code=code_in_mail())

    assert "leserin@post.example" in page.content.decode()
    assert back["Location"] == ARTICLE
    assert is_signed_in(client)


def test_who_signed_up_with_anothers_address_has_no_way_in_when_its_owner_comes(
    paper: Paper,
) -> None:
    sign_up(browser(), "opfer@post.example", "Anna Berg", password=PASSWORD)  # never confirmed
    owner = browser()
    asked = owner.get(reverse("account_request_login_code"))
    page = owner.get(send_form(owner, asked, email="opfer@post.example")["Location"])

    send_form(owner, page, code=code_in_mail())

    assert is_signed_in(owner)
    user = User.objects.get(email="opfer@post.example")
    assert (user.public_name, user.names.count(), user.consents.count()) == (None, 0, 0)
    stranger = browser()
    assert sign_in(stranger, "opfer@post.example").status_code == 200
    assert not is_signed_in(stranger)
    assert owner.get(reverse("account")).status_code == 200


def test_nor_has_who_signed_up_first_when_the_owner_sets_a_password_anew(paper: Paper) -> None:
    sign_up(browser(), "opfer@post.example", "Anna Berg", password=PASSWORD)
    owner, own = browser(), "Ganz-Neues-Wort-9"

    owner.post(reverse("account_reset_password"), {"email": "opfer@post.example"})
    owner.post(reverse("account_confirm_password_reset_code"), {"code": code_in_mail()})
    owner.post(reverse("account_complete_password_reset"), {"password1": own, "password2": own})

    user = User.objects.get(email="opfer@post.example")
    assert (user.public_name, user.check_password(own)) == (None, True)


def test_a_code_leaves_the_password_of_an_address_that_is_confirmed(paper: Paper) -> None:
    a_reader(name="Anna Berg")
    client = browser()
    asked = client.get(reverse("account_request_login_code"))
    page = client.get(send_form(client, asked, email="leserin@post.example")["Location"])

    send_form(client, page, code=code_in_mail())

    user = User.objects.get(email="leserin@post.example")
    assert (user.has_usable_password(), user.public_name) == (True, "Anna Berg")


def test_a_forgotten_password_is_set_anew_by_code(paper: Paper) -> None:
    user = a_reader()
    client = browser()

    client.post(reverse("account_reset_password"), {"email": user.email})
    client.post(reverse("account_confirm_password_reset_code"), {"code": code_in_mail()})
    client.post(
        reverse("account_complete_password_reset"),
        {"password1": "Ganz-Neues-Wort-9", "password2": "Ganz-Neues-Wort-9"},
    )

    user.refresh_from_db()
    assert user.check_password("Ganz-Neues-Wort-9")


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/", "//evil.example", "/\\evil.example", "https:evil.example",
        "javascript:alert(1)", "http://localhost:1/", "http://localhost/konto/", "\x00/konto/",
        "https://localhost@evil.example/", "data:text/html,x",
    ],
)  # fmt: skip
def test_no_sign_in_leads_out_of_the_house(paper: Paper, elsewhere: str) -> None:
    user = a_reader()
    by_password, by_code = browser(), browser()

    direct = sign_in(by_password, user.email, onward=elsewhere)
    by_code.post(reverse("account_request_login_code"), {"email": user.email, "next": elsewhere})
    after_code = by_code.post(
        reverse("account_confirm_login_code"), {"code": code_in_mail(), "next": elsewhere}
    )
    again = by_password.get(reverse("account_login"), {"next": elsewhere})

    for answer in (direct, after_code, again):
        assert answer["Location"] == reverse("account")


def test_signing_up_does_not_tell_who_has_an_account(paper: Paper) -> None:
    a_reader("schon@post.example")
    known, unknown = browser(), browser()

    of_known = sign_up(known, "schon@post.example", "Neuling", password=PASSWORD)
    of_unknown = sign_up(unknown, "nochnie@post.example", "Andere", password=PASSWORD)

    assert of_known.status_code == of_unknown.status_code == 302
    assert of_known["Location"] == of_unknown["Location"]
    pages = [c.get(of_known["Location"]).content.decode() for c in (known, unknown)]
    assert pages[0].count("<input") == pages[1].count("<input")
    assert [sent.to for sent in mail.outbox] == [["schon@post.example"], ["nochnie@post.example"]]


def test_asking_for_a_code_or_password_does_not_tell_who_has_an_account(paper: Paper) -> None:
    a_reader("schon@post.example")
    for name in ("account_request_login_code", "account_reset_password"):
        answers = [
            browser().post(reverse(name), {"email": email})
            for email in ("schon@post.example", "nochnie@post.example")
        ]
        assert answers[0].status_code == answers[1].status_code == 302
        assert answers[0]["Location"] == answers[1]["Location"]


def test_wrong_password_and_unknown_address_read_alike(paper: Paper) -> None:
    a_reader("schon@post.example")

    known = sign_in(browser(), "schon@post.example", "falsch-falsch")
    unknown = sign_in(browser(), "nochnie@post.example", "falsch-falsch")

    assert known.context["form"].errors == unknown.context["form"].errors


def test_signing_out_takes_a_post(paper: Paper) -> None:
    client = browser()
    client.force_login(a_reader())

    client.get(reverse("account_logout"))
    still = is_signed_in(client)
    client.post(reverse("account_logout"))

    assert still
    assert not is_signed_in(client)


def test_forms_are_guarded_against_other_sites(paper: Paper) -> None:
    client = Client(enforce_csrf_checks=True, headers={"host": "localhost"})
    a_reader()

    refused = sign_in(client, "leserin@post.example")

    assert refused.status_code == 403
    assert not is_signed_in(client)


def test_a_reader_who_goes_to_the_editors_door_is_refused_once(paper: Paper) -> None:
    client = browser()
    client.force_login(a_reader())

    answer = client.get("/redaktion/", follow=True)

    assert answer.status_code == 200
    assert [address for address, _status in answer.redirect_chain] == [
        "/redaktion/login/?next=/redaktion/"
    ]
