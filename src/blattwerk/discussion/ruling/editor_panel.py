"""In the articles' editor: how the discussion stands, and what its section's editors may set."""

from typing import Any, override

from django.forms import Media
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import HelpPanel
from wagtail.models import Page

from blattwerk.discussion.current import state_now
from blattwerk.discussion.models import Thread
from blattwerk.discussion.ruling.of_page import layer_of
from blattwerk.discussion.team import leads
from blattwerk.discussion.told import notice
from blattwerk.discussion.worded import worded


class DiscussionPanel(HelpPanel):
    """Tells, closes, opens; beside the form, which stays as it is."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.pop("content", None)
        kwargs.setdefault("template", "discussion/ruling/editor_panel.html")
        kwargs.setdefault("heading", _("Discussion"))
        kwargs.setdefault("icon", "comment")
        super().__init__(**kwargs)

    class BoundPanel(HelpPanel.BoundPanel):
        @property
        def media(self) -> Media:
            return Media(
                css={"all": ["discussion/ruling/ruling.css"]},
                js=["discussion/ruling/editor_panel.js"],
            )

        @override
        def is_shown(self) -> bool:
            return bool(self.instance.pk)

        @override
        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            shown = super().get_context_data(parent_context)
            return {**shown, **standing(self.instance, self.request.user)}


def standing(page: Page, user: Any) -> dict[str, Any]:
    """How the discussion stands, and what is set for this page alone."""
    now = timezone.now()
    state, layer = state_now(page, now), layer_of(page)
    return {
        "number": page.pk,
        "state": state,
        "sentence": worded(state, now),
        "soon": notice(state),
        "layer": layer,
        "thread": Thread.objects.filter(pk=page.pk).first(),
        "leads": leads(user),
    }
