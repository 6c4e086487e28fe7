"""The log's page: what was decided by whom, and whether the seals are whole."""

from typing import Any, override

from django.contrib import messages
from django.core.cache import cache
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from blattwerk.accounts.models import User
from blattwerk.common.numbered import number_in
from blattwerk.discussion.admin.doors import AtTheDesk
from blattwerk.discussion.admin.page import DeskPage
from blattwerk.discussion.admin.seals import last_check
from blattwerk.discussion.admin.strikes import check_seals_once_more
from blattwerk.discussion.models import Deed, Entry
from blattwerk.discussion.undo import UNDOABLE

PER_PAGE = 50
MOST_PEOPLE = 200


class LogPage(DeskPage):
    """`/redaktion/kommentare/protokoll/`, newest first, by who, deed, comment and discussion."""

    template_name = "discussion/admin/log.html"
    here = "forumdesk:log"

    def get(self, request: HttpRequest) -> HttpResponse:
        asked = request.GET
        entries = list(filtered(asked)[: PER_PAGE + 1])
        shown = entries[:PER_PAGE]
        kept = asked.copy()
        kept.pop("nach", None)
        context = self.get_context_data(
            entries=shown,
            undoable=undoable(shown),
            following=shown[-1].pk if len(entries) > PER_PAGE else None,
            asked=asked,
            kept=kept.urlencode(),
            deeds=Deed.choices,
            people=people(),
            checked=last_check(),
        )
        return self.render_to_response(context)

    @override
    def get_page_subtitle(self) -> str:
        return _("Log")


class Check(AtTheDesk):
    """Has the whole log read, in the background; its page says whether every seal fits."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        check_seals_once_more.enqueue(self.now.isoformat())
        messages.info(
            request, _("The seals are being checked; in a while this page says what was found.")
        )
        return redirect("forumdesk:log")


def filtered(asked: Any) -> QuerySet[Entry]:
    """The entries that were asked for."""
    entries = Entry.objects.select_related(
        "by", "comment__writer", "thread", "reader", "reason", "undone_by__by", "statement"
    ).order_by("-pk")
    for field, name in (("by_id", "wer"), ("comment_id", "kommentar"), ("thread_id", "diskussion")):
        if number := number_in(asked.get(name)):
            entries = entries.filter(**{field: number})
    if asked.get("tat") in Deed.values:
        entries = entries.filter(deed=asked["tat"])
    if last := number_in(asked.get("nach")):
        entries = entries.filter(pk__lt=last)
    return entries


def undoable(entries: list[Entry]) -> set[int]:
    """Those of a page that can still be taken back: the newest of their comment."""
    numbers = [entry.pk for entry in entries if entry.comment_id and entry.deed in UNDOABLE]
    later = Entry.objects.filter(comment_id=OuterRef("comment_id"), pk__gt=OuterRef("pk"))
    rows = Entry.objects.filter(pk__in=numbers).exclude(Exists(later))
    return set(rows.values_list("pk", flat=True))


def people() -> list[User]:
    """Who has ever decided something; found out once in five minutes, from one to the next."""
    numbers = cache.get("discussion.people")
    if numbers is None:
        numbers = []
        deciding = Entry.objects.order_by("by_id").values_list("by_id", flat=True)
        following = deciding.filter(by_id__gt=0).first()
        while following is not None and len(numbers) < MOST_PEOPLE:
            numbers.append(following)
            following = deciding.filter(by_id__gt=following).first()
        cache.set("discussion.people", numbers, 300)
    return sorted(User.objects.filter(pk__in=numbers), key=str)
