"""Deciding one case by the link of a mail: a page that asks, and a deed on POST."""

from typing import Any, override

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import View

from blattwerk.common.made_of import Storing, made_of
from blattwerk.discussion import decide
from blattwerk.discussion.admin.deeds import reasoned
from blattwerk.discussion.admin.doors import refused
from blattwerk.discussion.admin.queries import open_items
from blattwerk.discussion.admin.reasons import reasons_in_use
from blattwerk.discussion.admin.told import places_of, writer_of
from blattwerk.discussion.admin.urgent import Link, link_of
from blattwerk.discussion.claim import claim
from blattwerk.discussion.errors import AlreadyDecided, DiscussionError


class ByMail(View):
    """`/diskussion/moderation/<token>/`; nothing is taken or changed by looking."""

    http_method_names = ["get", "head", "post"]

    @override
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        made_of(request, "account", storing=Storing.PRIVATE)
        return super().dispatch(request, *args, **kwargs)

    def get(self, _request: HttpRequest, token: str) -> HttpResponse:
        return self.show(self._link(token))

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        link, now = self._link(token), timezone.now()
        try:
            if not link.still_stands:
                raise AlreadyDecided(link.case.comment.get_state_display())
            claim(case_id=link.case.pk, by=link.moderator, now=now)
            self._decide(link, {"by": link.moderator, "now": now, "seen": link.turn})
        except DiscussionError as error:
            return refused(self.show(link, error=error), error)
        messages.success(request, _("Decided. Thank you."))
        return redirect("moderation_link", token)

    def show(self, link: Link, *, error: DiscussionError | None = None) -> HttpResponse:
        """The comment, why it is here, and what can be done."""
        comment = link.case.comment
        context = {
            "link": link,
            "comment": comment,
            "case": link.case,
            "writer": writer_of(comment),
            "place": places_of([comment.thread])[comment.thread_id],
            "items": open_items([comment.pk]).get(comment.pk, []),
            "reasons": reasons_in_use(),
            "error": error,
            "given": self.request.POST,
        }
        template = "discussion/admin/by_mail.html"
        return render(self.request, template, context)

    def _link(self, token: str) -> Link:
        link = link_of(token)
        if link is None:
            raise Http404
        return link

    def _decide(self, link: Link, told: dict[str, Any]) -> None:
        number = link.case.comment_id
        if self.request.POST.get("verdict") == "approve":
            decide.approve(comment_id=number, **told)
        else:
            decide.refuse(comment_id=number, **told, **reasoned(self.request))
