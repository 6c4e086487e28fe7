"""In the articles' editor: the article's topics and suggestions for what is being written."""

from typing import Any, override

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import HelpPanel

from blattwerk.topics.admin.article import part_of


class TopicsPanel(HelpPanel):
    """What it changes are rows of this room, at once and whatever becomes of the draft."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.pop("content", None)
        kwargs.setdefault("template", "topics/admin/editor_panel.html")
        kwargs.setdefault("heading", _("Topics"))
        kwargs.setdefault("icon", "tag")
        super().__init__(**kwargs)

    class BoundPanel(HelpPanel.BoundPanel):
        class Media:
            js = ["topics/admin/topics.js"]
            css = {"all": ["topics/admin/topics.css"]}

        @override
        def is_shown(self) -> bool:
            return bool(self.instance.pk)

        @override
        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            part = part_of(self.instance, self.request.user, mode="editor")
            return {**super().get_context_data(parent_context), **part}
