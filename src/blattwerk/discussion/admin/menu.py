"""The desk in the admin's menu and on its first page, with how much waits."""

from typing import Any, override

from django.utils import timezone
from django.utils.translation import gettext as _now
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from blattwerk.discussion.admin.doors import may_come
from blattwerk.discussion.admin.queries import shift_notes, waiting_now
from blattwerk.discussion.admin.told import span
from blattwerk.discussion.claim import queue


class DeskItem(MenuItem):
    """“Comments (31)”, for the team."""

    @override
    def is_shown(self, request: Any) -> bool:
        return may_come(request.user)

    @override
    def render_component(self, request: Any) -> Any:
        component = super().render_component(request)
        waiting = waiting_now(request)
        if waiting.count:
            component.label = _now("%(label)s (%(count)s)") % {
                "label": self.label,
                "count": waiting,
            }
        return component


class TeamPanel(Component):
    """How many wait, how long the oldest does, and what the last shift left."""

    name = "discussion_team"
    template_name = "discussion/admin/team_panel.html"
    order = 55

    @override
    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        if not may_come(parent_context["request"].user):
            return {"comes": False}
        oldest = queue().order_by("opened_at").values_list("opened_at", flat=True).first()
        return {
            "comes": True,
            "waiting": waiting_now(parent_context["request"]),
            "oldest": span(timezone.now() - oldest) if oldest else "",
            "notes": shift_notes(),
        }
