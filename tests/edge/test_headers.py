"""Security and caching headers on every answer."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.middleware.csrf import get_token
from django.test import Client, RequestFactory

from blattwerk.common.made_of import made_of
from blattwerk.edge.headers import CacheHeaders
from blattwerk.newsroom.models import Paper, Section
from tests.factories import a_chief, an_article

FRAMES = (
    "https://player.vimeo.com",
    "https://www.openstreetmap.org",
    "https://www.youtube-nocookie.com",
)
STRICT = {
    "default-src 'none'",
    "script-src 'self'",
    f"style-src 'self' {settings.TURBO_STYLE}",
    "img-src 'self'",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    f"frame-src {' '.join(FRAMES)}",
}


def policy(answer: object) -> set[str]:
    return set(answer.headers["Content-Security-Policy"].split("; "))  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", ["/", "/ausland/", "/gibt-es-nicht/", "/suche/"])
def test_readers_get_the_strict_policy_even_with_errors(
    client: Client, paper: Paper, path: str
) -> None:
    answer = client.get(path)

    assert policy(answer) == STRICT
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "strict-origin-when-cross-origin"


def test_the_admin_has_a_policy_of_its_own_without_third_parties(
    client: Client, paper: Paper
) -> None:
    found = policy(client.get("/redaktion/login/"))

    assert found != STRICT
    assert not [part for part in found if "http" in part]


def test_a_public_page_may_be_kept_and_asked_for_again_cheaply(
    client: Client, section: Section
) -> None:
    article = an_article(section)
    first = client.get(article.url)

    again = client.get(article.url, headers={"If-None-Match": first.headers["ETag"]})

    assert first.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert again.status_code == 304


def test_an_answer_whose_view_said_nothing_is_kept_by_nobody(client: Client, paper: Paper) -> None:
    answer = client.get("/redaktion/login/")

    assert "no-store" in answer.headers["Cache-Control"]


def test_a_preview_is_kept_by_nobody(client: Client, section: Section) -> None:
    client.force_login(a_chief())
    draft = an_article(section, publish=False)

    answer = client.get(f"/redaktion/pages/{draft.pk}/view_draft/")

    assert answer.status_code == 200
    assert "public" not in answer.headers["Cache-Control"]


def test_a_foreign_host_name_is_refused(client: Client, paper: Paper) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


def told(view: Callable[[HttpRequest], HttpResponse], **headers: str) -> dict[str, str]:
    """What the edge is told of a view's answer."""
    request = RequestFactory().get("/", headers={"blattwerk-shared": "1", **headers})
    answer = CacheHeaders(view)(request)
    return {name: value for name, value in answer.headers.items() if name.startswith("Blattwerk")}


def test_the_edge_is_told_what_an_answer_is_made_of_and_how_long_it_is_true() -> None:
    def view(request: HttpRequest) -> HttpResponse:
        until = datetime(2026, 1, 1, tzinfo=UTC)
        made_of(request, "section-3", "article-12", until=until, strict=True)
        return HttpResponse("…")

    assert told(view) == {
        "Blattwerk-Tags": "article-12 section-3",
        "Blattwerk-Until": "1767225600.000",
        "Blattwerk-Strict": "1",
    }


@pytest.mark.parametrize(
    "answer",
    [
        lambda: HttpResponse("…", status=500),
        lambda: HttpResponse("…", status=302),
        lambda: HttpResponse("…", headers={"Cache-Control": "private"}),
        lambda: HttpResponse("…", headers={"Accept-Ranges": "bytes"}),
        lambda: StreamingHttpResponse(["…"]),
        lambda: _with_cookie(),
    ],
)
def test_what_may_not_be_stored_has_no_tags(answer: Callable[[], HttpResponse]) -> None:
    def view(request: HttpRequest) -> HttpResponse:
        made_of(request, "article-12")
        return answer()

    assert told(view) == {}


def test_a_form_that_needs_a_cookie_has_no_tags() -> None:
    def view(request: HttpRequest) -> HttpResponse:
        made_of(request, "article-12")
        get_token(request)
        return HttpResponse("…")

    assert told(view) == {}


def _with_cookie() -> HttpResponse:
    answer = HttpResponse("…")
    answer.set_cookie("seen", "1")
    return answer
