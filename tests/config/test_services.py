"""Services that readers may sign in with."""

import json
import os
import subprocess
import sys

import pytest

from blattwerk.config.services import services

ONE = {
    "id": "buergerkarte",
    "name": "Bürgerkarte",
    "server": "https://id.post.example/realm",
    "client": "blatt",
    "secret": "geheim",
}
ASK = """
import django; django.setup()
from django.conf import settings
from django.urls import reverse
print(reverse("openid_connect_login", args=["buergerkarte"]))
print(*map(str, settings.READER_CSP["form-action"]))
"""


def test_a_service_is_read() -> None:
    found = services(json.dumps([ONE]))

    assert [(one.id, one.origin) for one in found] == [("buergerkarte", "https://id.post.example")]


@pytest.mark.parametrize(
    "wrong",
    [
        "{",
        "{}",
        "[1]",
        "[{}]",
        json.dumps([{**ONE, "id": "Ä"}]),
        json.dumps([{**ONE, "server": "http://x"}]),
        json.dumps([{**ONE, "secret": 1}]),
    ],
)
def test_what_is_no_service_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="must"):
        services(wrong)


@pytest.mark.parametrize("taken", ["verbunden", "abgebrochen", "fehler"])
def test_an_id_at_whose_address_another_page_stands_is_refused(taken: str) -> None:
    with pytest.raises(ValueError) as refusal:  # noqa: PT011  # its whole sentence follows
        services(json.dumps([{**ONE, "id": taken}]))

    assert str(refusal.value) == f"must not have the id {taken}: /konto/dienst/ has such a page"


def test_two_services_of_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match=r"^must not give two services the id buergerkarte$"):
        services(json.dumps([ONE, {**ONE, "id": "andere"}, {**ONE, "name": "Noch eine"}]))


def test_a_service_gets_its_addresses_and_its_place_in_the_policy(tmp_path: object) -> None:
    said = subprocess.run(
        [sys.executable, "-W", "error", "-c", ASK],
        env={
            **os.environ,
            "BLATTWERK_DATA": str(tmp_path),
            "DJANGO_SETTINGS_MODULE": "blattwerk.config.settings",
            "BLATTWERK_SIGN_IN_WITH": json.dumps([ONE]),
        },
        capture_output=True,
        text=True,
        check=False,
    )

    assert said.stdout.splitlines() == [
        "/konto/dienst/buergerkarte/",
        "'self' https://id.post.example",
    ], said.stderr
