"""What the edge puts on the admin's first page."""

from typing import Any, override

from django.utils import timezone
from wagtail import hooks
from wagtail.admin.ui.components import Component

from blattwerk.edge.trouble import Trouble, last_trouble


class TroublePanel(Component):
    """Red: readers have seen old pages, or none."""

    name = "edge"
    template_name = "edge/trouble_panel.html"
    order = 10

    def __init__(self, trouble: Trouble) -> None:
        self.trouble = trouble

    @override
    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"trouble": self.trouble}


@hooks.register("construct_homepage_panels", order=1)  # behind it stands what is put in front
def boards(_request: Any, panels: list[Any]) -> None:
    if trouble := last_trouble(timezone.now()):
        panels.insert(0, TroublePanel(trouble))
