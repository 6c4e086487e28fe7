"""What the law puts into Wagtail's admin."""

from typing import Any, override

from django.urls import URLPattern, path
from django.utils import timezone
from wagtail import hooks
from wagtail.admin.ui.components import Component

from blattwerk.discussion.admin.doors import may_come
from blattwerk.discussion.law import desk, desk_deeds
from blattwerk.discussion.law.desk import stuck_letters


@hooks.register("register_admin_urls")
def law_addresses() -> list[URLPattern]:
    return [
        path("beschwerden/", desk.Overview.as_view(), name="law_desk"),
        path("beschwerden/<number:number>/", desk.ComplaintPage.as_view(), name="law_complaint"),
        path(
            "beschwerden/<number:number>/bestaetigen/",
            desk_deeds.DecideComplaint.as_view(),
            name="law_uphold",
        ),
        path(
            "beschwerden/<number:number>/aufheben/",
            desk_deeds.OverturnDecision.as_view(),
            name="law_overturn",
        ),
        path(
            "beschwerden/meldungen/<number:number>/", desk.NoticePage.as_view(), name="law_notice"
        ),
        path("beschwerden/gefahr/", desk.DangerPage.as_view(), name="law_dangers"),
        path("beschwerden/gefahr/neu/", desk_deeds.NoteDanger.as_view(), name="law_note_danger"),
        path(
            "beschwerden/gefahr/<number:number>/behoerde/",
            desk_deeds.TellAuthority.as_view(),
            name="law_tell_authority",
        ),
        path("beschwerden/briefe/", desk.LetterPage.as_view(), name="law_letters"),
        path("beschwerden/anordnungen/", desk.OrderPage.as_view(), name="law_orders"),
        path(
            "beschwerden/anordnungen/neu/",
            desk_deeds.EnterOrder.as_view(),
            name="law_enter_order",
        ),
    ]


class MailTrouble(Component):
    """Red, when mails do not go out; else nothing."""

    name = "discussion_mail_trouble"
    template_name = "discussion/law/desk/mail_trouble.html"
    order = 20

    @override
    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        if not may_come(parent_context["request"].user):
            return {"count": 0}
        stuck = stuck_letters(timezone.now())
        return {"count": stuck.count(), "last": stuck.order_by("-next_at", "-pk").first()}


@hooks.register("construct_homepage_panels")
def mail_trouble(_request: Any, panels: list[Any]) -> None:
    panels.append(MailTrouble())
