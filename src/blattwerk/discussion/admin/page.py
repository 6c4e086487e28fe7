"""What the pages of the desk have in common: the frame, and the ways between them."""

from typing import Any, override

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from blattwerk.discussion.admin.doors import AtTheDesk
from blattwerk.discussion.admin.queries import Capped, waiting_now
from blattwerk.discussion.team import leads

WAYS = (
    ("forumdesk:index", _("Queue")),
    ("forumdesk:readers", _("Readers")),
    ("forumdesk:words", _("Words and phrases")),
    ("forumdesk:reasons", _("Reasons")),
    ("forumdesk:figures", _("Figures")),
    ("forumdesk:log", _("Log")),
    ("law_desk", _("Complaints and notices")),
)


class FramedPage(WagtailAdminTemplateMixin, AtTheDesk):
    """A page in the frame of the editors' rooms; `index` is the name of the first of its kind."""

    http_method_names = ["get", "head"]
    index = ""
    here = ""  # the name of the way it belongs to

    @override
    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        first = {"url": reverse(self.index), "label": str(self.page_title)}
        items = [*self.breadcrumbs_items, first]
        subtitle = self.get_page_subtitle()
        return [*items, {"url": "", "label": subtitle}] if subtitle else items


class DeskPage(FramedPage):
    """A page of the desk."""

    header_icon = "comment"
    page_title = _("Comments")
    index = "forumdesk:index"

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        waiting = waiting_now(self.request)
        return super().get_context_data(
            ways=ways(self.here, waiting),
            waiting=waiting,
            leads=leads(self.request.user),
            **kwargs,
        )


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
