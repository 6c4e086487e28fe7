"""In the articles' editor: in which story the article stands, why, and what is proposed for it."""

from typing import Any, override

from django.forms import Media
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import HelpPanel

from blattwerk.newsroom.models import Article
from blattwerk.stories.admin.doors import AtTheDesk, article_to_place, may_place
from blattwerk.stories.admin.queries import proposals_open_to
from blattwerk.stories.admin.told import placed_by, told, why_here
from blattwerk.stories.models import Membership


class StoryPanel(HelpPanel):
    """Tells and links; accepts and refuses beside the form, which stays as it is."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.pop("content", None)
        kwargs.setdefault("template", "stories/admin/editor_panel.html")
        kwargs.setdefault("heading", _("Story"))
        kwargs.setdefault("icon", "bw-story")
        super().__init__(**kwargs)

    class BoundPanel(HelpPanel.BoundPanel):
        @property
        def media(self) -> Media:
            styles = ["stories/admin/desk.css", "stories/admin/members.css"]
            return Media(css={"all": styles}, js=["stories/admin/editor_panel.js"])

        @override
        def is_shown(self) -> bool:
            return bool(self.instance.pk)

        @override
        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            shown = super().get_context_data(parent_context)
            return {**shown, **standing(self.instance, self.request.user)}


class StandingView(AtTheDesk):
    """The panel's inside alone, as it is after a deed."""

    http_method_names = ["get", "head"]

    def get(self, request: HttpRequest, number: int) -> HttpResponse:
        article = article_to_place(request.user, number)
        told_of = standing(article, request.user)
        return render(request, "stories/admin/standing.html", told_of)


def standing(article: Article, user: Any) -> dict[str, Any]:
    """Where the article stands, by whom and why, and what is proposed."""
    membership = (
        Membership.objects.select_related("story", "decision__by", "copy_of")
        .filter(article_id=article.pk)
        .first()
    )
    waiting = proposals_open_to(user).filter(article_id=article.pk).select_related("story")
    return {
        "number": article.pk,
        "live": article.live,
        "story": membership.story if membership else None,
        "why": why_here(membership) if membership else "",
        "by": placed_by(membership.decision) if membership else "",
        "may_place": may_place(user, article),
        "proposals": [
            {"row": row, "told": told(row.evidence)} for row in waiting.order_by("-score", "-pk")
        ],
    }
