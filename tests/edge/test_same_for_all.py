"""What the edge may store is the same for everybody: not a byte of it is a person's own."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from blattwerk.accounts.models import User
from blattwerk.newsroom.models import Section
from tests import factories
from tests.discussion import forum
from tests.edge.whole_paper import EDGE
from tests.reading.test_made_of import an_address_of_each

AT_NOON = forum.NOW
# Their answers are files in parts, which the edge does not store.
IN_PARTS = {"sound_file", *(f"artwork_{of}" for of in ("paper", "section", "playlist"))} | {
    "artwork_topic",
    "artwork_story",
}
MISSING = ("/gibt-es-nicht/", "/ausland/?seite=99", "/diskussion/999999/", "/story/nichts-999/")


@pytest.fixture(autouse=True)
def at_noon() -> Iterator[None]:
    with time_machine.travel(AT_NOON, tick=False):
        yield


@pytest.fixture
def every_address(section: Section) -> dict[str, str]:
    """One of each public page, and some that are not there."""
    found = an_address_of_each(section)
    return {**found, **{f"missing {path}": path for path in MISSING}}


def asked(client: Client, address: str, **headers: str) -> tuple[int, bytes, dict[str, str]]:
    answer = client.get(address, headers={**EDGE, **headers})
    content = answer.getvalue()
    assert not answer.cookies, address
    return answer.status_code, content, dict(answer.headers)


def people() -> dict[str, User]:
    reader = forum.a_reader("Zaunkönig Rätselhaft")
    reader.email = "ganz-geheim@example.org"
    reader.save()
    return {"reader": reader, "chief": factories.a_chief("chefin-geheim@probeblatt.example")}


def test_every_public_page_may_be_stored(client: Client, every_address: dict[str, str]) -> None:
    silent = {
        name
        for name, address in every_address.items()
        if not asked(client, address)[2].get("Blattwerk-Tags")
    }

    assert silent == IN_PARTS


def test_what_is_stored_is_the_same_for_all(every_address: dict[str, str]) -> None:
    someone, english = Client(), {"accept-language": "en-GB,en;q=0.9"}
    stranger = {"cookie": "bw_session=notasession; csrftoken=abcdefghijklmnopqrstuvwxyz012345"}
    known = people()
    signed_in = {name: Client() for name in known}
    for name, client in signed_in.items():
        client.force_login(known[name])
    own = [known["reader"].public_name, "geheim@", "csrfmiddlewaretoken", "csrftoken"]

    for address in every_address.values():
        status, content, headers = asked(someone, address)
        if "Blattwerk-Tags" not in headers:
            continue
        others = [
            asked(someone, address, **english),
            asked(Client(), address, **stranger),
            *(asked(client, address) for client in signed_in.values()),
        ]
        assert [(other[0], other[1]) for other in others] == [(status, content)] * 4, address
        assert all(other[2].get("Blattwerk-Tags") for other in others), address
        assert headers.get("Vary", "Accept-Encoding") == "Accept-Encoding", address
        assert not [word for word in own if str(word).encode() in content], address


def test_what_belongs_to_one_person_is_never_for_the_edge(section: Section) -> None:
    article = factories.an_article(section)
    client = Client()
    client.force_login(people()["reader"])
    own = ["account", "account_data", "own_comments", "own_notifications", "account_login"]
    addresses = [*map(reverse, own), reverse("thread_own", args=[article.pk]), "/gesundheit/"]
    addresses += [reverse("thread_form", args=[article.pk]), "/redaktion/", "/redaktion/nichts/"]
    addresses += ["/konto/gibt-es-nicht/"]

    told = {
        address: answer.headers.get("Blattwerk-Tags")
        for address in addresses
        for answer in [client.get(address, headers=EDGE)]
    }

    assert told == dict.fromkeys(addresses)


@pytest.mark.parametrize("value", ["", "0", "true", "1, 1"])
def test_only_the_edge_is_told(client: Client, section: Section, value: str) -> None:
    answer = client.get("/", headers={"blattwerk-shared": value} if value else {})

    assert not [name for name in answer.headers if name.lower().startswith("blattwerk")]


def test_a_preview_is_for_nobody_else(section: Section) -> None:
    article = factories.an_article(section)
    request = Client().get(article.url).wsgi_request
    request.META["HTTP_BLATTWERK_SHARED"] = "1"
    answer = article.make_preview_request(original_request=request)

    assert "Blattwerk-Tags" not in answer.headers
    assert "private" in answer.headers["Cache-Control"]
