"""Several comments decided at once, with one reason; and all of it taken back with one click."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, override

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blattwerk.common.numbered import number_in
from blattwerk.discussion import decide
from blattwerk.discussion.admin.deeds import reasoned
from blattwerk.discussion.admin.doors import AtTheDesk
from blattwerk.discussion.admin.page import DeskPage
from blattwerk.discussion.claim import claim_comment
from blattwerk.discussion.errors import DiscussionError, NoReason
from blattwerk.discussion.models import Entry
from blattwerk.discussion.undo import undo

KEY = "forum_batch"
MOST = 100


@dataclass(frozen=True)
class Missed:
    """What was not done, and why."""

    comment: int
    why: str


class Bulk(AtTheDesk):
    """Decides each comment that was ticked; one that cannot be decided stops no other."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        ticked = [number_in(each) or 0 for each in request.POST.getlist("comment")]
        seen = dict(zip(ticked, self._turns(ticked), strict=True))
        if not seen:
            messages.error(request, _("Nothing was chosen; tick the comments first."))
            return redirect("forumdesk:index")
        try:
            given = self.given()
        except NoReason as error:
            messages.error(request, str(error))
            return redirect("forumdesk:index")
        done, missed = self._each(seen, given)
        request.session[KEY] = {
            "done": done,
            "missed": [[each.comment, each.why] for each in missed],
            "undone": False,
        }
        return redirect("forumdesk:batch")

    def given(self) -> dict[str, Any]:
        """What each of the deeds is told alike. Raises NoReason."""
        return {}

    def do(self, comment_id: int, **told: Any) -> Entry:
        """Decide one. Raises DiscussionError."""
        raise NotImplementedError

    def _turns(self, ticked: Iterable[int]) -> list[int | None]:
        return [number_in(self.request.POST.get(f"seen-{number}")) for number in ticked]

    def _each(
        self, seen: dict[int, int | None], given: dict[str, Any]
    ) -> tuple[list[int], list[Missed]]:
        done, missed = [], []
        for number, turn in list(seen.items())[:MOST]:
            try:
                claim_comment(comment_id=number, **self.signed)
                done.append(self.do(number, seen=turn, **given, **self.signed).pk)
            except DiscussionError as error:
                missed.append(Missed(number, str(error)))
        return done, missed


class ApproveAll(Bulk):
    def do(self, comment_id: int, **told: Any) -> Entry:
        return decide.approve(comment_id=comment_id, **told)


class RefuseAll(Bulk):
    @override
    def given(self) -> dict[str, Any]:
        given = reasoned(self.request)
        if given["reason"] is None:
            raise NoReason
        return given

    def do(self, comment_id: int, **told: Any) -> Entry:
        return decide.refuse(comment_id=comment_id, **told)


class Batch(DeskPage):
    """What became of the last batch, to look at and to take back."""

    template_name = "discussion/admin/batch.html"
    here = "forumdesk:index"

    def get(self, request: HttpRequest) -> HttpResponse:
        told: dict[str, Any] = request.session.get(KEY, {})
        entries = Entry.objects.filter(pk__in=told.get("done", []), by=self.user)
        shown = entries.select_related("comment__writer", "reason", "undone_by").order_by("pk")
        context = self.get_context_data(
            entries=list(shown),
            missed=[Missed(*each) for each in told.get("missed", [])],
            undone=told.get("undone", False),
        )
        return self.render_to_response(context)

    @override
    def get_page_subtitle(self) -> str:
        return _("Several at once")


class UndoBatch(AtTheDesk):
    """Takes back each decision of one's last batch; what cannot be taken back says why."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        told: dict[str, Any] = request.session.get(KEY, {})
        mine = Entry.objects.filter(by=self.user, pk__in=told.get("done", []))
        missed, count = [], 0
        for entry in mine.order_by("-pk"):
            number = entry.comment_id or 0
            try:
                claim_comment(comment_id=number, **self.signed)
                undo(entry_id=entry.pk, **self.signed)
                count += 1
            except DiscussionError as error:
                missed.append([number, str(error)])
        request.session[KEY] = {"done": told.get("done", []), "missed": missed, "undone": True}
        said = ngettext("%(count)d decision undone.", "%(count)d decisions undone.", count)
        messages.success(request, said % {"count": count})
        return redirect("forumdesk:batch")
