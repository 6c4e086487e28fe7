"""The form and what it sends."""

from datetime import datetime

from django.contrib.auth.middleware import get_user
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe
from wagtail.models import Page

from blattwerk.discussion.errors import DiscussionError, NoSuchThread
from blattwerk.discussion.writing.answers import (
    SeeOther,
    done,
    form_of,
    refusal,
    refused,
    shown,
    wants_json,
    with_status,
)
from blattwerk.discussion.writing.errors import NotKept
from blattwerk.discussion.writing.form import form_for, step_now
from blattwerk.discussion.writing.found import discussed
from blattwerk.discussion.writing.gate import admitted, door
from blattwerk.discussion.writing.kept import Kept, forget, keep
from blattwerk.discussion.writing.send import send
from blattwerk.discussion.writing.sent import Sent


@require_safe
def form_page(request: HttpRequest, number: int) -> HttpResponse:
    """`/diskussion/<number>/formular/`: the form, in its frame or as a page."""
    try:
        page = discussed(number)
    except NoSuchThread as error:
        raise Http404 from error
    return shown(request, "form", {"form": form_for(request, page, timezone.now())})


@require_POST
def write(request: HttpRequest, number: int) -> HttpResponse:
    """`/diskussion/<number>/kommentare/`: send a comment."""
    now = timezone.now()
    sent = Sent.out_of(request)
    try:
        page = discussed(number)
    except NoSuchThread as error:
        return refused(request, error)
    try:
        writer = admitted(
            get_user(request)
        )  # not the lazy one, which every question would pass through
        sent.check(now, by_script=wants_json(request))
        comment = send(page=page, writer=writer, sent=sent, now=now)
    except DiscussionError as error:
        return _not_sent(request, page, sent, error, now)
    forget(request.session, number)
    return done(request, comment)


def _not_sent(
    request: HttpRequest, page: Page, sent: Sent, error: DiscussionError, now: datetime
) -> HttpResponse:
    """Nothing typed is lost: where no form holds it, it is kept; what cannot be, is shown again."""
    step, _why = step_now(request.user, page, now)
    kept = Kept(sent.text, sent.parent_id)
    if step != "open" and not keep(request, page.pk, kept):
        error = NotKept()
    onward = form_of(page.pk, f"antwort={sent.parent_id}" if sent.parent_id else "")
    if wants_json(request):
        return refusal(error, onward)
    if address := door(error, onward):
        return SeeOther(address)
    form = form_for(request, page, now, sent=sent, error=error)
    return with_status(shown(request, "form", {"form": form}), error)
