"""What stands on the admin's first page: only what has failed."""

from typing import Any, override

from wagtail.admin.ui.components import Component

from blattwerk.narration.admin.doors import queue_open_to
from blattwerk.narration.models import State

SHOWN_AT_MOST = 5


class FailedPanel(Component):
    """Articles of the editor's sections that could not be read aloud; nothing where all could."""

    name = "narration_failed"
    template_name = "narration/admin/failed_panel.html"
    order = 70

    @override
    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        failed = queue_open_to(parent_context["request"].user).filter(
            state=State.FAILED, switched_off=False
        )
        newest = failed.select_related("page").order_by("-finished_at", "-pk")
        count = failed.count()
        return {
            "count": count,
            "rows": list(newest[:SHOWN_AT_MOST]),
            "more": max(0, count - SHOWN_AT_MOST),
        }
