"""Which addresses take a body, and how large one."""

import io

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from blattwerk.common.bodies import LARGEST_FORM, largest_body, takes_bodies
from blattwerk.edge.bodies import Bodies
from blattwerk.newsroom.models import Paper

FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize("address", ["/", "/ausland/", "/kontoauszug/", "/suche/"])
def test_pages_take_no_body(paper: Paper, client: Client, address: str) -> None:
    answer = client.post(address, {"q": "x"})

    assert answer.status_code == 405
    assert answer["Allow"] == "GET, HEAD, OPTIONS"


def test_the_account_takes_a_small_form(paper: Paper, client: Client) -> None:
    assert client.post("/konto/anmelden/", {"login": "x" * 1000}).status_code == 200


@pytest.mark.parametrize("size", [LARGEST_FORM + 1, 10 * 1024 * 1024])
def test_the_account_refuses_a_large_body_unread(paper: Paper, client: Client, size: int) -> None:
    answer = client.generic("POST", "/konto/anmelden/", b"a" * size, content_type=FORM)

    assert answer.status_code == 413


@pytest.mark.parametrize("length", ["-1", "1e3", "zwei", "²"])
def test_a_length_that_is_none_is_refused(paper: Paper, client: Client, length: str) -> None:
    answer = client.generic(
        "POST", "/konto/anmelden/", b"a=b", content_type=FORM, CONTENT_LENGTH=length
    )

    assert answer.status_code == 413


def test_a_form_that_is_read_makes_room_for_the_next(client: Client) -> None:
    def view(request: HttpRequest) -> HttpResponse:
        while bodies.places.acquire(blocking=False):
            found.append(request.POST["login"])
        return HttpResponse()

    bodies, found = Bodies(view), list[str]()
    bodies(RequestFactory().post("/konto/anmelden/", {"login": "x"}))

    assert found == ["x"] * (settings.OPTIONS.web_threads // 2)


def test_a_form_whose_sender_leaves_is_given_up(client: Client) -> None:
    class Broken(io.BytesIO):
        def read(self, *_size: int | None) -> bytes:
            raise OSError

    request = RequestFactory().post("/konto/anmelden/", {"login": "x"})
    request.environ["wsgi.input"] = request._stream = Broken()
    bodies = Bodies(lambda _request: HttpResponse("read it"))

    assert bodies(request).status_code == 400
    assert bodies.places.acquire(blocking=False)


def test_the_nearest_prefix_decides() -> None:
    takes_bodies("/probe/", largest=10)
    takes_bodies("/probe/gross/", largest=20)

    assert [largest_body(path) for path in ("/probe/x", "/probe/gross/x", "/prob/")] == [
        10,
        20,
        None,
    ]
