"""The reader's own pages of the forum: parse, one question, answer."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from blattwerk.accounts.models import User
from blattwerk.accounts.private import private
from blattwerk.common.numbered import number_in
from blattwerk.discussion.change import may_edit
from blattwerk.discussion.mute import hear_again
from blattwerk.discussion.own.queries import (
    Stretch,
    decisions_about,
    followed_by,
    muted_by,
    notices_of,
    own_comments,
    replies_to,
)
from blattwerk.discussion.wish import unfollow as end_following
from blattwerk.discussion.wish import wants_mail_on_reply, wish_mail_on_reply


@private
@login_required
@require_safe
def comments(request: HttpRequest) -> HttpResponse:
    """`/konto/kommentare/`: what I wrote, and what became of it."""
    shown, now = _asked(request, own_comments), timezone.now()
    context = {"shown": shown, "editable": [row.pk for row in shown.rows if may_edit(row, now)]}
    return render(request, "discussion/own/comments.html", context)


@private
@login_required
@require_safe
def replies(request: HttpRequest) -> HttpResponse:
    """`/konto/antworten/`: what others answered me."""
    context = {"shown": _asked(request, replies_to)}
    return render(request, "discussion/own/replies.html", context)


@private
@login_required
@require_safe
def decisions(request: HttpRequest) -> HttpResponse:
    """`/konto/entscheidungen/`: what was decided about me and about what I reported."""
    context = {
        "statements": _asked(request, decisions_about),
        "notices": _asked(request, notices_of, "gemeldet"),
    }
    return render(request, "discussion/own/decisions.html", context)


@private
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def notifications(request: HttpRequest) -> HttpResponse:
    """`/konto/benachrichtigungen/`: which mails I want, what I follow, whom I mute."""
    reader = _reader(request)
    if request.method == "POST":
        wish_mail_on_reply(reader=reader, wanted=request.POST.get("antworten") == "1")
        messages.success(request, _("Your wish is kept."))
        return redirect("own_notifications")
    context = {
        "on_reply": wants_mail_on_reply(reader),
        "followed": followed_by(reader),
        "muted": muted_by(reader),
    }
    return render(request, "discussion/own/notifications.html", context)


@private
@require_POST
@login_required
def unfollow(request: HttpRequest, number: int) -> HttpResponse:
    """No more mail about a discussion, also where its page is gone."""
    end_following(reader_id=_reader(request).pk, number=number)
    messages.success(request, _("You no longer follow this discussion."))
    return redirect("own_notifications")


@private
@require_POST
@login_required
def unmute(request: HttpRequest, writer: int) -> HttpResponse:
    """Hear somebody again."""
    hear_again(writer_id=writer, reader=_reader(request))
    messages.success(request, _("You read this person's comments again."))
    return redirect("own_notifications")


def _asked[Row: Model](
    request: HttpRequest, ask: Callable[[User, int | None], Stretch[Row]], name: str = "vor"
) -> Stretch[Row]:
    """What the reader asks for, from the number in the address on. Raises Http404."""
    before = _number(request.GET.get(name))
    shown = ask(_reader(request), before)
    if before is not None and not shown.rows:
        raise Http404
    return shown


def _reader(request: HttpRequest) -> User:
    return User.objects.get(pk=request.user.pk or 0)


def _number(text: str | None) -> int | None:
    number = number_in(text)
    if number is None and text is not None:
        raise Http404
    return number
