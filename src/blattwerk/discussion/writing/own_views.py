"""A writer changes or deletes the own comment."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from blattwerk.accounts.models import User
from blattwerk.discussion.change import delete_comment, edit_comment, may_edit
from blattwerk.discussion.errors import DiscussionError, NoSuchComment, NotYours, TooLateToEdit
from blattwerk.discussion.models import Comment
from blattwerk.discussion.switches import switches
from blattwerk.discussion.text import length
from blattwerk.discussion.writer import durably
from blattwerk.discussion.writing.answers import (
    done,
    for_readers,
    refusal,
    shown,
    wants_json,
    with_status,
)
from blattwerk.discussion.writing.form import own
from blattwerk.discussion.writing.found import found

STANDING = (Comment.State.WAITING, Comment.State.PUBLIC, Comment.State.HELD)


@require_http_methods(["GET", "HEAD", "POST"])
@for_readers
def edit(request: HttpRequest, reader: User, pk: int) -> HttpResponse:
    """`/diskussion/kommentar/<pk>/bearbeiten/`: other words, for five minutes."""
    comment, now = _own(pk, reader), timezone.now()
    if request.method != "POST":
        if not may_edit(comment, now):
            raise TooLateToEdit(5)
        return _edited(request, comment, comment.text)
    text = request.POST.get("text", "").replace("\0", "")
    try:
        change = partial(edit_comment, comment_id=pk, by=reader, text=text, now=now)
        comment = durably(change)
    except DiscussionError as error:
        if wants_json(request):
            return refusal(error, request.path)
        return with_status(_edited(request, comment, text, error=str(error)), error)
    return done(request, comment)


@require_http_methods(["GET", "HEAD", "POST"])
@for_readers
def delete(request: HttpRequest, reader: User, pk: int) -> HttpResponse:
    """`/diskussion/kommentar/<pk>/loeschen/`: asks, then does."""
    comment = _own(pk, reader)
    if request.method == "POST":
        now = timezone.now()
        gone = durably(partial(delete_comment, comment_id=pk, by=reader, now=now))
        return done(request, gone, word="geloescht")
    return shown(request, "delete", {"comment": comment, "standing": comment.state in STANDING})


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


def _own(number: int, reader: User) -> Comment:
    """Raises NoSuchComment, NotYours."""
    comment = found(number)
    if comment.writer_id != reader.pk:
        raise NotYours if comment.is_public else NoSuchComment
    return comment
