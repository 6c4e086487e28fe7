"""The team's pages of complaints and notices: what is due when, and what to do about it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.db.models import Count, F, Q, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from blattwerk.discussion.admin.page import DeskPage
from blattwerk.discussion.law.abuse import notifiers, writers
from blattwerk.discussion.law.deadlines import light, notice_due
from blattwerk.discussion.law.retention import LETTERS_KEPT
from blattwerk.discussion.law.telling import blocks
from blattwerk.discussion.models import Complaint, Danger, Letter, Notice, Order

MOST = 100
GIVEN_UP_TOLD = timedelta(days=3)  # what cannot be mended does not alarm for good


class LawPage(DeskPage, TemplateView):
    """A page of this part of the desk."""

    here = "law_desk"
    page_subtitle = _("Complaints and notices")


class Overview(LawPage):
    """`/redaktion/beschwerden/`: the soonest first, with its light."""

    template_name = "discussion/law/desk/overview.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            complaints=[_due(complaint, complaint.due_at) for complaint in _complaints()],
            notices=[_due(each, _notice_due(each)) for each in _notices()],
            dangers=Danger.objects.filter(told_at=None).select_related("comment__thread"),
            writers=writers(self.now),
            notifiers=notifiers(self.now),
            letters=stuck_letters(self.now).count(),
            **kwargs,
        )


class ComplaintPage(LawPage):
    """`/redaktion/beschwerden/17/`: the decision, what is said against it, and a form to decide."""

    template_name = "discussion/law/desk/complaint.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        complaint = get_object_or_404(
            _with_decision(Complaint.objects.all()), pk=self.kwargs["number"]
        )
        statement, item = complaint.statement, complaint.item
        comment = statement.comment if statement else item.comment if item else None
        return super().get_context_data(
            complaint=complaint,
            comment=comment,
            former=_former(comment),
            blocks=list(blocks(statement.told)) if statement and statement.told else [],
            due=_due(complaint, complaint.due_at),
            mine=complaint.first_by_id == self.request.user.pk,
            **{"typed": "", **kwargs},
        )


class NoticePage(LawPage):
    """`/redaktion/beschwerden/meldungen/17/`: all that a notice says."""

    template_name = "discussion/law/desk/notice.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        notice = get_object_or_404(Notice.objects.select_related("reader"), pk=kwargs["number"])
        items = notice.items.select_related("comment__thread__page", "comment__writer", "entry__by")
        return super().get_context_data(
            notice=notice,
            items=items.order_by("pk"),
            due=_due(notice, _notice_due(notice)),
            **kwargs,
        )


class DangerPage(LawPage):
    """`/redaktion/beschwerden/gefahr/`: what was noted, and which authority was told when."""

    template_name = "discussion/law/desk/dangers.html"
    page_subtitle = _("Danger to life")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = Danger.objects.select_related("comment__thread__page", "noted_by", "told_by")
        shown = {
            "dangers": rows.order_by(F("told_at").desc(nulls_first=True), "-pk")[:MOST],
            "asked": self.request.GET.get("kommentar", "")[:15],
            "typed": "",
        }
        return super().get_context_data(**{**shown, **kwargs})


class LetterPage(LawPage):
    """`/redaktion/beschwerden/briefe/`: mails that did not go out yet, and why; what was given up
    stands there as long as anything is known of it."""

    template_name = "discussion/law/desk/letters.html"
    page_subtitle = _("Mails")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        pending = Letter.objects.filter(sent_at=None, given_up_at=None).order_by("next_at", "pk")
        given_up = Letter.objects.filter(given_up_at__gt=self.now - LETTERS_KEPT)
        letters = [*pending[:MOST], *given_up.order_by("-given_up_at", "-pk")[:MOST]]
        return super().get_context_data(
            letters=letters[:MOST],
            pending=pending.count(),
            given_up=given_up.count(),
            alarm=stuck_letters(self.now).exists(),
            **kwargs,
        )


class OrderForm(forms.ModelForm[Order]):
    """An order as it came."""

    class Meta:
        model = Order
        fields = (
            *("kind", "authority", "country", "category"),
            *("received_at", "confirmed_at", "done_at"),
        )
        widgets = {
            name: forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
            for name in ("received_at", "confirmed_at", "done_at")
        }


class OrderPage(LawPage):
    """`/redaktion/beschwerden/anordnungen/`: orders of authorities, entered by the lead."""

    for_lead = True
    template_name = "discussion/law/desk/orders.html"
    page_subtitle = _("Orders of authorities")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        orders = Order.objects.order_by("-received_at")[:MOST]
        return super().get_context_data(**{"orders": orders, "form": OrderForm(), **kwargs})


def stuck_letters(now: datetime) -> QuerySet[Letter]:
    """Mails that were tried and did not go out: those still tried, and those lately given up."""
    open_still = Q(given_up_at=None) | Q(given_up_at__gt=now - GIVEN_UP_TOLD)
    return Letter.objects.filter(open_still, ~Q(error=""), sent_at=None)


def _complaints() -> QuerySet[Complaint]:
    waiting = Complaint.objects.filter(outcome=Complaint.Outcome.OPEN)
    return _with_decision(waiting).order_by("due_at", "pk")[:MOST]


def _with_decision(rows: QuerySet[Complaint]) -> QuerySet[Complaint]:
    return rows.select_related(
        "statement__comment__thread__page",
        "statement__comment__writer",
        "statement__reader",
        "item__comment__thread__page",
        "item__comment__writer",
        "item__notice__reader",
        "first_by",
        "decided_by",
    )


def _notices() -> Sequence[Notice]:
    waiting = Notice.objects.filter(decided_at=None).annotate(named=Count("items"))
    return sorted(waiting.order_by("at")[: 10 * MOST], key=_notice_due)[:MOST]


def _notice_due(notice: Notice) -> Any:
    return notice_due(notice.kind, notice.at, timezone.get_default_timezone())


def _due(row: Any, due: Any) -> dict[str, Any]:
    """A row with its deadline; `light` is green, amber or red."""
    return {"row": row, "at": due, "light": str(light(due, timezone.now()))}


def _former(comment: Any) -> str:
    """The words before the team edited some out."""
    if comment is None or comment.cut_at is None:
        return ""
    version = comment.versions.filter(ended="cut").last()
    return version.text if version else ""
