"""What stands on the admin's first page: whether the clock runs, and what it will do."""

from typing import Any, override

from django.utils import timezone
from wagtail.admin.ui.components import Component

from blattwerk.desk.queries import coming, strikes, worker_health


class WorkerPanel(Component):
    """Quiet while all is well; red, with what to do, when nothing is published on time."""

    name = "worker"
    template_name = "desk/worker_panel.html"
    order = 50

    @override
    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"health": worker_health(timezone.now()), "strikes": strikes()}


class ComingPanel(Component):
    """What is published and withdrawn within a day, in the editor's sections."""

    name = "coming"
    template_name = "desk/coming_panel.html"
    order = 60

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        now = timezone.now()
        user = parent_context["request"].user
        return {"events": coming(user=user, now=now), "now": now}
