"""Security and caching headers on every answer."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.utils.csp import build_policy

from blattwerk.common.made_of import Ingredients, Storing, noted
from blattwerk.discussion.recent import forget
from blattwerk.newsroom.embeds import PROVIDERS

Next = Callable[[HttpRequest], HttpResponse]

ADMIN_PREFIX = "/redaktion/"
STORED = {200, 301, 308, 404, 410}
_NEVER = ("private", "no-store")


class SecurityHeaders:
    """One strict policy for readers, one for the admin, on every answer, errors included."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response
        frames = sorted({provider.frame_origin for provider in PROVIDERS})
        reader: dict[str, list[str]] = {**settings.READER_CSP, "frame-src": frames}
        self.reader = build_policy(reader)
        self.admin = build_policy(settings.ADMIN_CSP)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        inside = request.path.startswith(ADMIN_PREFIX)
        response.headers.setdefault(
            "Content-Security-Policy", self.admin if inside else self.reader
        )
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", "strict-origin-when-cross-origin")
        response.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        response.headers.setdefault("X-Frame-Options", settings.X_FRAME_OPTIONS)
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), browsing-topics=()"
        )
        if settings.HTTPS:
            response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
        return response


class CacheHeaders:
    """What the view has said of storing, in HTTP's words; what said nothing is not stored.

    The edge in front, which alone sends `Blattwerk-Shared`, is told besides which changes make the
    answer stale. It asks without cookies, so what it gets is nobody's own.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = asked_by_edge(request)
        if asked:
            # Answers a second old would be kept until the next change: see discussion.recent.
            forget()
        response = self.get_response(request)
        ingredients = noted(request)
        preview = getattr(request, "is_preview", False)
        public = ingredients is not None and ingredients.storing is Storing.PUBLIC
        common = public and not preview and not response.cookies
        if not response.has_header("Cache-Control"):
            if common:
                # Asked again each time, cheaply by ETag: a correction must not wait for a clock.
                patch_cache_control(response, public=True, max_age=0, must_revalidate=True)
            else:
                patch_cache_control(response, private=True, no_store=True)
        if asked and common and ingredients and may_be_stored(request, response):
            for name, value in _told(ingredients).items():
                response.headers[name] = value
        return response


def asked_by_edge(request: HttpRequest) -> bool:
    """Whether the answer is for all readers; the edge lets no such header in from outside."""
    return request.META.get("HTTP_BLATTWERK_SHARED") == "1"


def may_be_stored(request: HttpRequest, response: HttpResponse) -> bool:
    """Whole, lasting in kind, and without a cookie that the middleware outside would add."""
    session = getattr(request, "session", None)
    touched = session is not None and (session.accessed or session.modified)
    return (
        response.status_code in STORED
        and not (touched or request.META.get("CSRF_COOKIE_NEEDS_UPDATE"))
        # Players ask for parts of such files, and the store has wholes.
        and not (response.streaming or response.has_header("Accept-Ranges"))
        and not any(word in response.headers.get("Cache-Control", "") for word in _NEVER)
    )


def _told(ingredients: Ingredients) -> dict[str, str]:
    headers = {"Blattwerk-Tags": " ".join(sorted(ingredients.tags))}
    if ingredients.until is not None:
        headers["Blattwerk-Until"] = f"{ingredients.until.timestamp():.3f}"
    if ingredients.strict:
        headers["Blattwerk-Strict"] = "1"
    return headers
