"""Requests with a body: only the admin and readers' forms take any, bounded, never in all threads.

Reading a body comes before any view can refuse it. A few slow or huge ones would otherwise hold
every thread, and the disk, while readers wait.
"""

import threading
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, UnreadablePostError

from blattwerk.common.bodies import LARGEST_FORM, largest_body
from blattwerk.edge.headers import ADMIN_PREFIX

LARGEST = 25 * 1024 * 1024  # bytes; a picture of 20 MiB with its form
LARGEST_SOUND = 100 * 1024 * 1024  # a recording made by a person
SOUND_PREFIX = f"{ADMIN_PREFIX}hoeren/"
PATIENCE = 2.0  # seconds to wait for a free place


class Bodies:
    """Refuses what readers' pages never take, what is too large, and what would crowd them out."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.places = threading.BoundedSemaphore(max(settings.OPTIONS.web_threads // 2, 1))

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in ("GET", "HEAD", "OPTIONS"):
            return self.get_response(request)
        largest = _largest(request.path)
        if largest is None:
            return HttpResponse(status=405, headers={"Allow": "GET, HEAD, OPTIONS"})
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not (length.isascii() and length.isdigit()) or int(length) > largest:
            return HttpResponse(status=413)
        if not self.places.acquire(timeout=PATIENCE):
            return HttpResponse(status=503, headers={"Retry-After": "5"})
        try:
            if int(length) > LARGEST_FORM:
                return self.get_response(request)
            _ = request.body  # a form is here at once, or holds a place until it is
        except UnreadablePostError:  # its sender has left
            return HttpResponse(status=400)
        finally:
            self.places.release()
        return self.get_response(request)


def _largest(path: str) -> int | None:
    if path.startswith(SOUND_PREFIX):
        return LARGEST_SOUND
    return LARGEST if path.startswith(ADMIN_PREFIX) else largest_body(path)
