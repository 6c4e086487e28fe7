"""What the team decides about a comment; each deed is a POST to an address of its own.

Whoever decides must have the case: where another moderator works on it the deed is refused with a
sentence, and the page comes back with all that was typed.
"""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.utils import get_valid_next_url_from_request

from blattwerk.common.numbered import number_in
from blattwerk.discussion import decide
from blattwerk.discussion.admin.comment import HELD_SECONDS, CommentPage
from blattwerk.discussion.admin.doors import AtTheDesk, refused, typed
from blattwerk.discussion.admin.turn import next_case, skip
from blattwerk.discussion.claim import claim_comment, release
from blattwerk.discussion.errors import AlreadyDecided, DiscussionError
from blattwerk.discussion.law.notices import acknowledge
from blattwerk.discussion.models import Comment, Entry, Reason
from blattwerk.discussion.note import note
from blattwerk.discussion.undo import undo


class CommentDeed(CommentPage):
    """Decides something and goes on to the next case."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        self.number, self.refused = number, None
        self.was_waiting = self.case is not None
        try:
            claim_comment(comment_id=number, by=self.user, now=self.now)
            entry = self.do()
        except DiscussionError as error:
            del self.comment, self.case
            self.take()
            return refused(self.show(error=error), error)
        return self.onward(entry)

    def do(self) -> Entry:
        """Do it. Raises DiscussionError."""
        raise NotImplementedError

    def onward(self, entry: Entry) -> HttpResponse:
        """To the next case, where this one was in the queue; else back to the comment."""
        if not self.was_waiting:
            return _telling("forumdesk:comment", entry, self.number)
        following = next_case(self.request, self.now)
        if following is None:
            return _telling("forumdesk:index", entry)
        return _telling("forumdesk:comment", entry, following.comment_id)

    @property
    def about(self) -> dict[str, Any]:
        """What each deed is told: which comment, who, when, and as it was seen."""
        seen = number_in(self.request.POST.get("seen"))
        return {"comment_id": self.number, "seen": seen, **self.signed}

    @property
    def reasoned(self) -> dict[str, Any]:
        """The reason that was chosen and the facts that were typed."""
        return reasoned(self.request)


class Approve(CommentDeed):
    def do(self) -> Entry:
        why = typed(self.request, "why")
        return decide.approve(**self.about, why=why)


class Refuse(CommentDeed):
    def do(self) -> Entry:
        return decide.refuse(**self.about, **self.reasoned)


class Cut(CommentDeed):
    def do(self) -> Entry:
        text = self.request.POST.get("text", "")
        return decide.cut(**self.about, **self.reasoned, text=text)


class Acknowledge(CommentDeed):
    """A person has read what its writer took away meanwhile."""

    def do(self) -> Entry:
        return acknowledge(comment_id=self.number, **self.signed)


class Hold(CommentDeed):
    """Takes it out of sight; it comes back to who held it when all else is done."""

    def do(self) -> Entry:
        entry = decide.hold(**self.about)
        if entry.case is not None:
            skip(self.request, entry.case)
            release(case_id=entry.case.pk, by=self.user)
        return entry


class Pick(CommentDeed):
    """Shows it first; what waits is let through by the same deed."""

    def do(self) -> Entry:
        with transaction.atomic():
            if self.case is not None or not self.comment.is_public:
                decide.approve(**self.about)
            return decide.pick(comment_id=self.number, **self.signed)


class Unpick(CommentDeed):
    def do(self) -> Entry:
        return decide.unpick(comment_id=self.number, **self.signed)

    def onward(self, entry: Entry) -> HttpResponse:
        return _telling("forumdesk:comment", entry, self.number)


class Skip(CommentDeed):
    """Gives the case back undecided and takes the next."""

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        self.number = number
        if self.case is not None:
            skip(request, self.case)
            release(case_id=self.case.pk, by=self.user)
        following = next_case(request, self.now)
        if following is None:
            return redirect("forumdesk:index")
        return redirect("forumdesk:comment", following.comment_id)


class Renew(CommentPage):
    """Keeps the case for ten minutes more; asked by the page while somebody works on it."""

    http_method_names = ["post"]

    def post(self, _request: HttpRequest, number: int) -> HttpResponse:
        self.number = number
        self.take()
        error: DiscussionError | None = self.refused
        if self.case is None:
            error = AlreadyDecided(self.comment.get_state_display())
        if error is not None:
            return JsonResponse({"refused": str(error)}, status=409)
        return JsonResponse({"seconds": HELD_SECONDS})


class Jot(AtTheDesk):
    """A note of the team's about a comment."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        comment = Comment.objects.filter(pk=number).first()
        if comment is None:
            raise Http404
        if note(comment=comment, text=typed(request, "text"), **self.signed):
            messages.success(request, _("Noted."))
        return redirect("forumdesk:comment", number)


class Undo(AtTheDesk):
    """Takes a decision back and opens the comment again."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, number: int) -> HttpResponse:
        entry = Entry.objects.filter(pk=number).first()
        if entry is None or entry.comment_id is None:
            raise Http404
        try:
            claim_comment(comment_id=entry.comment_id, **self.signed)
            undo(entry_id=number, **self.signed)
        except DiscussionError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("Undone: “%(deed)s”.") % {"deed": entry.get_deed_display()})
        wanted = get_valid_next_url_from_request(request)
        return redirect(wanted or reverse("forumdesk:comment", args=[entry.comment_id]))


def reasoned(request: HttpRequest) -> dict[str, Any]:
    """The reason in use that was chosen, or None, and the facts."""
    number = number_in(request.POST.get("reason")) or 0
    return {
        "reason": Reason.objects.filter(pk=number, in_use=True).first(),
        "facts": typed(request, "facts"),
    }


def _telling(name: str, entry: Entry, *numbers: int) -> HttpResponseRedirect:
    """To that page, which tells of the entry and offers to undo it."""
    return HttpResponseRedirect(f"{reverse(name, args=numbers)}?getan={entry.pk}")
