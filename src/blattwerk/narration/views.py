"""Narration's public addresses: the card, the sound, the marks, the queues."""

from typing import Any

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    JsonResponse,
    StreamingHttpResponse,
)
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page

from blattwerk.common.made_of import Storing, made_of
from blattwerk.narration.card import card_of, lines_of
from blattwerk.narration.errors import NarrationError, NothingToSay
from blattwerk.narration.live import NoPlace, live_marks, live_sound
from blattwerk.narration.models import Recording
from blattwerk.narration.order import order_for_listener
from blattwerk.narration.queries import OFF, current_recording, heard
from blattwerk.narration.queues import NoSuchQueue, queue_named
from blattwerk.narration.studio.live import CONTENT_TYPES, Kind

EXTENSIONS = ("opus", "m4a", "mp3")
SHORTLY = "5"  # seconds after which a player should ask again


@require_safe
def listening_card(request: HttpRequest, number: int) -> HttpResponse:
    page = _audible(number)
    made_of(request, f"article-{number}", f"narration-{number}", "articles")
    return JsonResponse(card_of(page))


@require_safe
def listening_queue(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    try:
        queue = queue_named(kind, key)
    except NoSuchQueue:
        raise Http404 from None
    made_of(request, *queue.tags)
    return JsonResponse({"title": queue.title, "items": lines_of(queue.articles)})


@require_safe
def sound(request: HttpRequest, number: int, ext: str) -> HttpResponseBase:
    """The lasting address of a page's sound: the finished file, else a stream while it is made."""
    if ext not in EXTENSIONS:
        raise Http404
    page = _audible(number)
    made_of(request, storing=Storing.PRIVATE)
    recording = current_recording(number)
    if recording is not None:
        return _to_file(recording, ext)
    if request.method == "GET":
        order_for_listener(page_id=number, now=timezone.now())
    if ext == "m4a":  # cannot be written while it is heard
        return HttpResponseRedirect("ton.mp3")
    return _stream(request, page, "opus" if ext == "opus" else "mp3")


@require_safe
def marks(request: HttpRequest, number: int) -> HttpResponse:
    """The marks of the finished recording, else of what has been spoken so far."""
    page = _audible(number)
    made_of(request, storing=Storing.PRIVATE)
    recording = current_recording(number)
    if recording is not None:
        return HttpResponseRedirect(recording.by_kind["json"].url)
    try:
        return JsonResponse(live_marks(page))
    except NarrationError:
        return _not_now(_("The voice cannot speak at the moment. Please try again shortly."))


def _audible(number: int) -> Any:
    """The published page, unless it is not to be heard."""
    page = Page.objects.live().filter(pk=number).first()
    if page is None:
        raise Http404
    specific = page.specific
    found = heard(specific)
    if found is None or found.state == OFF:
        raise Http404
    return specific


def _to_file(recording: Recording, ext: str) -> HttpResponse:
    file = recording.by_kind.get(ext)
    if file is None:
        raise Http404
    return HttpResponseRedirect(file.url)


def _stream(request: HttpRequest, page: Any, kind: Kind) -> HttpResponseBase:
    if request.method == "HEAD":
        return HttpResponse(headers={"Content-Type": CONTENT_TYPES[kind]})
    try:
        chunks = live_sound(page, kind)
    except NothingToSay:
        raise Http404 from None
    except NoPlace:
        return _not_now(_("So many recordings are being made; this one will be ready shortly."))
    except NarrationError:
        return _not_now(_("The voice cannot speak at the moment. Please try again shortly."))
    return StreamingHttpResponse(chunks, content_type=CONTENT_TYPES[kind])


def _not_now(sentence: str) -> HttpResponse:
    return HttpResponse(
        sentence,
        status=503,
        content_type="text/plain; charset=utf-8",
        headers={"Retry-After": SHORTLY},
    )
