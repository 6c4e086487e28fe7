"""The desk in the admin's menu and on its first page, with how much waits."""

from typing import Any, override

from django.utils.translation import gettext as _now
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component

from blattwerk.stories.admin.doors import may_come
from blattwerk.stories.admin.queries import proposals_open_to


class DeskItem(MenuItem):
    """“Stories (3)”, for those who work at the desk."""

    @override
    def is_shown(self, request: Any) -> bool:
        return may_come(request.user)

    @override
    def render_component(self, request: Any) -> Any:
        component = super().render_component(request)
        if count := proposals_open_to(request.user).count():
            component.label = _now("%(label)s (%(count)d)") % {
                "label": self.label,
                "count": count,
            }
        return component


class WaitingPanel(Component):
    """“3 proposals wait”; nothing where none does."""

    name = "stories_waiting"
    template_name = "stories/admin/waiting_panel.html"
    order = 60

    @override
    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        user = parent_context["request"].user
        return {"count": proposals_open_to(user).count() if may_come(user) else 0}
