"""Whatever is sent in place of a passkey's answer is answered with a sentence."""

import json
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import caches
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from blattwerk.accounts.models import User
from blattwerk.accounts.passkeys import NO_PASSKEY
from blattwerk.newsroom.models import Paper
from tests.accounts.device import Device
from tests.accounts.people import a_reader, browser, code_in_mail, sign_in, signed_in

pytestmark = pytest.mark.django_db

BY_SCRIPT = {"x-requested-with": "XMLHttpRequest"}
# What a browser says of the challenge, and 37 bytes and more that an authenticator signs.
CLIENT = "eyJ0eXBlIjoid2ViYXV0aG4uZ2V0IiwiY2hhbGxlbmdlIjoiQUFBQSIsIm9yaWdpbiI6Imh0dHA6Ly94In0"
BYTES = "A" * 50


def like_a_passkey(**parts: Any) -> dict[str, Any]:
    """An answer in the right form, of which nothing is true."""
    response = {
        "clientDataJSON": CLIENT,
        "attestationObject": "o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVgl" + BYTES,
        "authenticatorData": BYTES,
        "signature": "AAAA",
        "userHandle": "MQ",
    }
    return {
        "id": "AAAA",
        "rawId": "AAAA",
        "type": "public-key",
        "response": response | parts.pop("response", {}),
        **parts,
    }


HOSTILE = {
    "nothing": "",
    "no JSON": "{",
    "null": "null",
    "a number": "7",
    "a huge number": "9" * 5000,
    "no number": "NaN",
    "true": "true",
    "a string": '"a"',
    "a list": '[{"id": "a"}]',
    "an empty object": "{}",
    "an id alone": '{"id": "a"}',
    "an id of another kind": '{"id": ["a"], "rawId": ["a"]}',
    "two ids": json.dumps(like_a_passkey(id="BBBB")),
    "no response": '{"id": "AAAA", "rawId": "AAAA"}',
    "response null": json.dumps({"id": "AAAA", "rawId": "AAAA", "response": None}),
    "response a list": json.dumps({"id": "AAAA", "rawId": "AAAA", "response": ["a"]}),
    "response empty": json.dumps({"id": "AAAA", "rawId": "AAAA", "response": {}}),
    "numbers for bytes": json.dumps(like_a_passkey(response={"clientDataJSON": 7})),
    "wrong base64": json.dumps(like_a_passkey(id="A", rawId="A")),
    "no base64": json.dumps(like_a_passkey(response={"signature": "ä\0\ud800"})),
    "client data no JSON": json.dumps(like_a_passkey(response={"clientDataJSON": "AAAA"})),
    "client data a list": json.dumps(like_a_passkey(response={"clientDataJSON": "W10"})),
    "authenticator cut short": json.dumps(like_a_passkey(response={"authenticatorData": "AA"})),
    "attestation no CBOR": json.dumps(like_a_passkey(response={"attestationObject": "____"})),
    "attestation without end": json.dumps(
        like_a_passkey(response={"attestationObject": "gYGB" * 3000})
    ),
    "nobody's handle": json.dumps(like_a_passkey(response={"userHandle": "OTk5OTk5"})),
    "a handle no number": json.dumps(like_a_passkey(response={"userHandle": "_____w"})),
    "a handle too large": json.dumps(like_a_passkey(response={"userHandle": "enp6" * 4 + "eg"})),
    "extensions a list": json.dumps(like_a_passkey(clientExtensionResults=[1])),
    "extensions a string": json.dumps(like_a_passkey(clientExtensionResults={"credProps": "x"})),
    "nothing true": json.dumps(like_a_passkey()),
    "nested": "[" * 20_000,
    "nested objects": '{"id":' * 3_000 + "1" + "}" * 3_000,
    "huge": json.dumps(like_a_passkey(response={"signature": "A" * 40_000})),
}


@pytest.fixture
def device() -> Device:
    return Device()


def told(client: Client, answer: HttpResponse) -> str:
    """What the reader reads, on this page or on the one that follows."""
    while answer.status_code == 302:
        answer = client.get(answer["Location"])
    assert answer.status_code == 200
    return answer.content.decode()


def is_refused(client: Client, name: str, sent: str) -> bool:
    """Ask for the options first: only who was asked can answer."""
    caches["limits"].clear()
    client.get(reverse(name), headers=BY_SCRIPT)
    return str(NO_PASSKEY) in told(client, client.post(reverse(name), {"credential": sent}))


def accepted(client: Client, name: str) -> list[str]:
    """What was not answered with the sentence."""
    return [what for what, sent in HOSTILE.items() if not is_refused(client, name, sent)]


def owner_of(device: Device) -> tuple[User, Client]:
    """A reader whose passkey it keeps, and the browser they are signed in with."""
    user = a_reader()
    client = signed_in(user)
    page = client.get(reverse("mfa_add_webauthn"))
    options = page.context["js_data"]["creation_options"]
    client.post(
        reverse("mfa_add_webauthn"), {"credential": device.make(options), "passwordless": "on"}
    )
    return user, client


def test_a_passkey_is_added_and_opens_the_account(paper: Paper, device: Device) -> None:
    owner_of(device)
    client = browser()
    asked = client.get(reverse("mfa_login_webauthn"), headers=BY_SCRIPT).json()

    answer = device.prove(asked["request_options"])
    client.post(reverse("mfa_login_webauthn"), {"credential": answer})

    kept = Authenticator.objects.get(type="webauthn")
    assert kept.data["credential"]["clientExtensionResults"] == {"credProps": {"rk": True}}
    assert "_auth_user_id" in client.session


@pytest.mark.parametrize(
    "wrong", [{"signature": "MAYCAQECAQE"}, {"signature": "AAAA"}, {"userHandle": "MTIzNDU"}]
)
def test_a_passkey_that_proves_nothing_opens_nothing(
    paper: Paper, device: Device, wrong: dict[str, str]
) -> None:
    owner_of(device)
    client = browser()
    asked = client.get(reverse("mfa_login_webauthn"), headers=BY_SCRIPT).json()

    answer = device.prove(asked["request_options"], **wrong)
    sent = client.post(reverse("mfa_login_webauthn"), {"credential": answer})

    assert str(NO_PASSKEY) in told(client, sent)
    assert "_auth_user_id" not in client.session


def test_signing_in_by_what_is_no_passkey_ends_at_a_sentence(paper: Paper) -> None:
    a_reader()
    client = browser()

    assert accepted(client, "mfa_login_webauthn") == []
    assert "_auth_user_id" not in client.session


def test_adding_what_is_no_passkey_ends_at_a_sentence(paper: Paper) -> None:
    client = signed_in(a_reader())

    assert accepted(client, "mfa_add_webauthn") == []
    assert Authenticator.objects.count() == 0


def test_proving_oneself_by_what_is_no_passkey_ends_at_a_sentence(
    paper: Paper, device: Device
) -> None:
    _user, client = owner_of(device)

    assert accepted(client, "mfa_reauthenticate_webauthn") == []


def test_a_second_factor_that_is_no_passkey_ends_at_a_sentence(
    paper: Paper, device: Device
) -> None:
    user, _client = owner_of(device)
    client = browser()
    sign_in(client, user.email)

    assert accepted(client, "mfa_authenticate") == []
    assert "_auth_user_id" not in client.session


def test_signing_up_by_what_is_no_passkey_ends_at_a_sentence(paper: Paper) -> None:
    client = browser()
    fields = {"email": "neu@post.example", "public_name": "Neuling", "terms": "on"}
    to_code = client.post(reverse("account_signup_by_passkey"), fields)
    client.post(to_code["Location"], {"code": code_in_mail()})

    assert accepted(client, "mfa_signup_webauthn") == []
    assert "_auth_user_id" not in client.session
