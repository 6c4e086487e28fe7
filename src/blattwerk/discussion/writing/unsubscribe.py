"""One click ends a kind of mail, from any mailbox and without signing in (RFC 8058)."""

from dataclasses import dataclass
from typing import Self

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from blattwerk.common.addresses import absolute
from blattwerk.discussion.models import Thread
from blattwerk.discussion.wish import end_mail_on_reply, unfollow

SALT = "discussion.unsubscribe"


@dataclass(frozen=True)
class Subscription:
    """Mails to a reader: about answers, or (`number`) about a thread."""

    reader_id: int
    number: int | None = None

    @property
    def address(self) -> str:
        """Where it is ended, by whoever holds it: it stands in the reader's mail alone."""
        token = signing.Signer(salt=SALT).sign_object([self.reader_id, self.number])
        return absolute(reverse("unsubscribe", args=[token]))

    @classmethod
    def out_of(cls, token: str) -> Self | None:
        """What a token names; None where it was not made here."""
        try:
            return cls(*signing.Signer(salt=SALT).unsign_object(token))
        except signing.BadSignature:
            return None

    def end(self) -> None:
        """A second time changes nothing."""
        if self.number is None:
            end_mail_on_reply(reader_id=self.reader_id)
        else:
            unfollow(reader_id=self.reader_id, number=self.number)


@csrf_exempt  # mailboxes press the button themselves; the token is the permission
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """`/diskussion/abmelden/<token>/`: GET asks, since mail scanners follow links; POST does."""
    subscription = Subscription.out_of(token)
    ended = subscription is not None and request.method == "POST"
    if subscription is not None and ended:
        subscription.end()
    number = subscription.number if subscription else None
    thread = Thread.objects.select_related("page").filter(pk=number).first() if number else None
    context = {"known": subscription is not None, "ended": ended, "thread": thread}
    status = 200 if subscription else 404
    return render(request, "discussion/writing/unsubscribe.html", context, status=status)
