"""What a deed's result or refusal looks like: a page, a frame's content, or JSON."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse

from blattwerk.discussion import errors
from blattwerk.discussion.errors import DiscussionError
from blattwerk.discussion.models import Comment
from blattwerk.discussion.writing.errors import (
    AgreeFirst,
    Incomplete,
    NotKept,
    Outdated,
    SignInFirst,
    TooQuick,
    Trapped,
)
from blattwerk.discussion.writing.gate import door, signed_in

FRAME = "kommentarformular"
CONFLICT = 409
STATUS: dict[type[DiscussionError], int] = {
    SignInFirst: 401,
    errors.NoName: 403,
    AgreeFirst: 403,
    errors.Sanctioned: 403,
    errors.NotYours: 403,
    errors.OwnComment: 403,
    errors.NoSuchThread: 404,
    errors.NoSuchComment: 404,
    Incomplete: 422,
    Outdated: 422,
    Trapped: 422,
    errors.NoText: 422,
    errors.NoReason: 422,
    errors.NotACut: 422,
    errors.EndsInThePast: 422,
    errors.EndsTooLate: 422,
    errors.TooLong: 422,
    errors.TooManyLinks: 422,
    TooQuick: 429,
    NotKept: 429,
    errors.TooSoon: 429,
    errors.Busy: 503,
}

JSON = "application/json"
ReaderView = Callable[..., HttpResponse]


class SeeOther(HttpResponseRedirect):
    """Done; look there."""

    status_code = 303


def wants_json(request: HttpRequest) -> bool:
    """Whether a script asks. Browsers, which never name JSON, are not weighed."""
    accepts = request.headers.get("Accept", "")
    if JSON not in accepts:
        return False
    return accepts == JSON or request.get_preferred_type(["text/html", JSON]) == JSON


def in_frame(request: HttpRequest) -> bool:
    """Whether the form's frame on another page asks, rather than a page of its own."""
    return request.headers.get("Turbo-Frame") == FRAME


def shown(
    request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    """The part of that name, in its frame or on a page."""
    frame = "discussion/writing/frame.html" if in_frame(request) else "discussion/writing/page.html"
    part = f"discussion/writing/{template}.html"
    return render(request, frame, {**context, "part": part}, status=status)


def with_status(answer: HttpResponse, error: DiscussionError) -> HttpResponse:
    """The answer with the status that fits, and when to try again."""
    answer.status_code = STATUS.get(type(error), CONFLICT)
    if answer.status_code in (429, 503):
        answer["Retry-After"] = str(getattr(error, "seconds", 2))
    return answer


def refusal(error: DiscussionError, onward: str) -> JsonResponse:
    """The sentence for a script, and where to go first if that helps."""
    told = {"error": str(error)}
    if address := door(error, onward):
        told["next"] = address
    answer = JsonResponse(told)
    with_status(answer, error)
    return answer


def refused(request: HttpRequest, error: DiscussionError) -> HttpResponse:
    """A deed that was not done, where no form is to be filled in again."""
    if wants_json(request):
        return refusal(error, request.path)
    if address := door(error, request.get_full_path()):
        return SeeOther(address)
    return with_status(shown(request, "refused", {"error": str(error)}), error)


def for_readers(view: ReaderView) -> ReaderView:
    """The view, given the signed-in reader; what is refused is told."""

    @wraps(view)
    def guarded(request: HttpRequest, **named: int) -> HttpResponse:
        try:
            return view(request, signed_in(request.user), **named)
        except DiscussionError as error:
            return refused(request, error)

    return guarded


def place_of(comment: Comment) -> str:
    """Where readers find a comment that is public or was: a reply's thread may be many pages."""
    if comment.root_id is not None:
        return comment.get_absolute_url()
    return f"{_thread(comment.thread_id)}#k{comment.pk}"


def form_of(number: int, query: str = "") -> str:
    """The form's address."""
    return _form(number) + (f"?{query}" if query else "")


@lru_cache(maxsize=1000)  # told with every comment, and slow to make
def _thread(number: int) -> str:
    return reverse("thread", args=[number])


@lru_cache(maxsize=1000)
def _form(number: int) -> str:
    return reverse("thread_form", args=[number])


def done(request: HttpRequest, comment: Comment, *, word: str = "gesendet") -> HttpResponse:
    """After a comment was sent, changed or deleted."""
    told = form_of(comment.thread_id, f"{word}={comment.pk}")
    if wants_json(request):
        place = place_of(comment) if comment.is_public else ""
        state = {"id": comment.pk, "state": comment.state, "number": comment.thread_id}
        return JsonResponse({**state, "address": place, "form": told})
    if in_frame(request) or comment.public_at is None or not comment.is_public:
        return SeeOther(told)
    return SeeOther(place_of(comment))
