"""The queue in the admin's menu, with how much waits."""

from typing import Any

from django.utils.translation import gettext as _now
from wagtail.admin.menu import MenuItem

from blattwerk.importing.queries import waiting_count


class CountingMenuItem(MenuItem):
    """“Incoming (3)”, for those who may decide."""

    def is_shown(self, request: Any) -> bool:
        return bool(request.user.has_perm("importing.change_item"))

    def render_component(self, request: Any) -> Any:
        component = super().render_component(request)
        if count := waiting_count():
            component.label = _now("%(label)s (%(count)d)") % {
                "label": self.label,
                "count": count,
            }
        return component
