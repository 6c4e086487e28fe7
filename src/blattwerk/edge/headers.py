"""Security and caching headers on every answer."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.utils.csp import build_policy

from blattwerk.common.made_of import Storing, noted
from blattwerk.newsroom.embeds import PROVIDERS

Next = Callable[[HttpRequest], HttpResponse]

ADMIN_PREFIX = "/redaktion/"


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
    """What the view has said of storing, in HTTP's words; what said nothing is not stored."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.has_header("Cache-Control"):
            return response
        ingredients = noted(request)
        preview = getattr(request, "is_preview", False)
        public = ingredients is not None and ingredients.storing is Storing.PUBLIC
        if public and not preview and not response.cookies:
            # Asked again each time, cheaply by ETag: a correction must not wait for a clock.
            patch_cache_control(response, public=True, max_age=0, must_revalidate=True)
        else:
            patch_cache_control(response, private=True, no_store=True)
        return response
