"""In the articles' editor: how the article is heard, and the way to all the rest."""

from typing import Any, override

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import HelpPanel

from blattwerk.narration.admin.facts import facts
from blattwerk.narration.models import Narration
from blattwerk.narration.queries import current_recording


class NarrationPanel(HelpPanel):
    """Tells only; shown once the article is stored."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.pop("content", None)
        kwargs.setdefault("template", "narration/admin/editor_panel.html")
        kwargs.setdefault("heading", _("Read aloud"))
        kwargs.setdefault("icon", "bw-listen")
        super().__init__(**kwargs)

    class BoundPanel(HelpPanel.BoundPanel):
        @override
        def is_shown(self) -> bool:
            return bool(self.instance.pk)

        @override
        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            number = self.instance.pk
            recording = current_recording(number)
            return {
                **super().get_context_data(parent_context),
                "number": number,
                "live": self.instance.live,
                "row": Narration.objects.filter(pk=number).first(),
                "sound": facts(recording) if recording else None,
            }
