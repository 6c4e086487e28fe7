"""A writer changes or deletes the own comment."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from blattwerk.accounts.models import User
from blattwerk.discussion.change import (
    delete_comment,
    edit_comment,
    own_comment,
    refuse_late,
)
from blattwerk.discussion.errors import DiscussionError
from blattwerk.discussion.models import Comment
from blattwerk.discussion.switches import switches
from blattwerk.discussion.text import length
from blattwerk.discussion.writing.answers import (
    done,
    for_readers,
    refusal,
    shown,
    wants_json,
    with_status,
)
from blattwerk.discussion.writing.form import own


@require_http_methods(["GET", "HEAD", "POST"])
@for_readers
def edit(request: HttpRequest, reader: User, pk: int) -> HttpResponse:
    """`/diskussion/kommentar/<pk>/bearbeiten/`: other words, for five minutes."""
    comment, now = own_comment(pk, reader), timezone.now()
    if request.method != "POST":
        refuse_late(comment, now)
        return _edited(request, comment, comment.text)
    text = request.POST.get("text", "").replace("\0", "")
    try:
        comment = edit_comment(comment_id=pk, by=reader, text=text, now=now)
    except DiscussionError as error:
        if wants_json(request):
            return refusal(error, request.path)
        return with_status(_edited(request, comment, text, error=str(error)), error)
    return done(request, comment)


@require_http_methods(["GET", "HEAD", "POST"])
@for_readers
def delete(request: HttpRequest, reader: User, pk: int) -> HttpResponse:
    """`/diskussion/kommentar/<pk>/loeschen/`: asks, then does."""
    comment = own_comment(pk, reader)
    if request.method == "POST":
        gone = delete_comment(comment_id=pk, by=reader, now=timezone.now())
        return done(request, gone, word="geloescht")
    return shown(
        request, "delete", {"comment": comment, "standing": comment.state in comment.STANDING}
    )


def _edited(request: HttpRequest, comment: Comment, text: str, *, error: str = "") -> HttpResponse:
    longest = switches().longest
    context = {
        "own": own(comment, timezone.now()),
        "text": text,
        "longest": longest,
        "left": longest - length(text.strip()),
        "error": error,
    }
    return shown(request, "edit", context)
