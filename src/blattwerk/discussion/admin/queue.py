"""The desk's first page: what waits for a person, in the order of its need."""

from typing import override

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _now

from blattwerk.accounts.models import User
from blattwerk.common.numbered import number_in
from blattwerk.discussion.admin.doors import AtTheDesk, typed
from blattwerk.discussion.admin.page import DeskPage
from blattwerk.discussion.admin.queries import after, listed, shift_notes
from blattwerk.discussion.admin.reasons import reasons_in_use
from blattwerk.discussion.admin.told import rows_of
from blattwerk.discussion.admin.turn import forget_skipped, next_case
from blattwerk.discussion.claim import queue
from blattwerk.discussion.models import Case, Entry
from blattwerk.discussion.note import note
from blattwerk.discussion.switches import switches

PER_PAGE = 25


class QueuePage(DeskPage):
    """`/redaktion/kommentare/`"""

    template_name = "discussion/admin/queue.html"
    here = "forumdesk:index"

    def get(self, request: HttpRequest) -> HttpResponse:
        cause = request.GET.get("anlass", "")
        cause = cause if cause in Case.Cause.values else ""
        cases = listed(self.now, cause)
        start = number_in(request.GET.get("nach"))
        passed = Case.objects.filter(pk=start).first() if start else None
        if passed is not None:
            cases = cases.filter(after(passed))
        found = list(cases[: PER_PAGE + 1])
        context = self.get_context_data(
            rows=rows_of(found[:PER_PAGE], self.user, self.now),
            following=found[PER_PAGE - 1].pk if len(found) > PER_PAGE else None,
            later=passed is not None,
            cause=cause,
            causes=Case.Cause.choices,
            reasons=reasons_in_use(),
            notes=shift_notes(),
            help_on=switches().help_on,
            done=done_just_now(request.GET.get("getan"), self.user),
        )
        return self.render_to_response(context)

    @override
    def get_page_subtitle(self) -> str:
        return _now("Queue")


def done_just_now(number: str | None, user: User) -> Entry | None:
    """What the moderator decided just before, to be told and undone."""
    if not (wanted := number_in(number)):
        return None
    entries = Entry.objects.select_related("comment__writer", "reason", "undone_by")
    return entries.filter(pk=wanted, by=user, comment__isnull=False).first()


class Next(AtTheDesk):
    """Takes the next case that nobody works on."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        forget_skipped(request)
        case = next_case(request, self.now)
        if case is None:
            messages.info(request, self._none())
            return redirect("forumdesk:index")
        return redirect("forumdesk:comment", case.comment_id)

    def _none(self) -> str:
        if queue().exists():
            return _now("Others work on all that waits; nothing is left for you right now.")
        return _now("Nothing waits; all is read.")


class HandOver(AtTheDesk):
    """A note for whoever comes next."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        if note(text=typed(request, "text"), **self.signed):
            messages.success(request, _now("Noted; whoever comes next reads it here."))
        else:
            messages.error(request, _now("There is nothing in the note yet; write a few words."))
        return redirect("forumdesk:index")
