"""What the pages of the desk have in common: the frame, and the ways between them."""

from typing import Any, override

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from blattwerk.discussion.admin.doors import AtTheDesk, may_lead
from blattwerk.discussion.admin.queries import Capped, waiting_now

WAYS = (
    ("forumdesk:index", _("Queue")),
    ("forumdesk:readers", _("Readers")),
    ("forumdesk:words", _("Words and phrases")),
    ("forumdesk:reasons", _("Reasons")),
    ("forumdesk:figures", _("Figures")),
    ("forumdesk:log", _("Log")),
    ("law_desk", _("Complaints and notices")),
)


class DeskPage(WagtailAdminTemplateMixin, AtTheDesk):
    """A page of the desk; `here` is the name of the way it belongs to."""

    http_method_names = ["get", "head"]
    header_icon = "comment"
    page_title = _("Comments")
    here = ""

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        waiting = waiting_now(self.request)
        return super().get_context_data(
            ways=ways(self.here, waiting),
            waiting=waiting,
            leads=may_lead(self.request.user),
            **kwargs,
        )

    @override
    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        items = [
            *self.breadcrumbs_items,
            {"url": reverse("forumdesk:index"), "label": str(self.page_title)},
        ]
        subtitle = self.get_page_subtitle()
        return [*items, {"url": "", "label": subtitle}] if subtitle else items


def ways(here: str, waiting: Capped) -> list[dict[str, Any]]:
    """The links on top of each page of the desk."""
    return [
        {
            "address": reverse(name),
            "label": label,
            "here": name == here,
            "count": str(waiting) if name == "forumdesk:index" and waiting.count else "",
        }
        for name, label in WAYS
    ]
