"""The addresses of what is suggested, under `/redaktion/themenvorschlaege/`, and the menu."""

from typing import Any, override

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet, ViewSetGroup

from blattwerk.newsroom.permissions import branches_of
from blattwerk.topics.admin.article import (
    Accept,
    ArticleView,
    Assign,
    AssignNew,
    Refuse,
    RefuseAll,
    Suggest,
    Unassign,
)
from blattwerk.topics.admin.listing import TopicListing
from blattwerk.topics.admin.queue import QueueView


class QueueItem(MenuItem):
    """For those who work in any section."""

    @override
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(branches_of(request.user))


class TopicDesk(ViewSet):
    """The queue and each article's topics."""

    name = "topic_desk"
    url_prefix = "themenvorschlaege"
    icon = "tag"
    menu_label = _("Suggested topics")
    menu_name = "topic_desk"
    menu_order = 20

    @cached_property
    def menu_item_class(self) -> Any:
        return QueueItem

    @override
    def get_urlpatterns(self) -> list[URLPattern]:
        deeds = {
            "suche/": (Suggest, "suggest"),
            "neu/": (AssignNew, "assign_new"),
            "keines/": (RefuseAll, "refuse_all"),
            "thema/<int:topic>/": (Assign, "assign"),
            "thema/<int:topic>/ende/": (Unassign, "unassign"),
            "<int:suggestion>/ja/": (Accept, "accept"),
            "<int:suggestion>/nein/": (Refuse, "refuse"),
        }
        return [
            path("", QueueView.as_view(), name="index"),
            path("artikel/<int:number>/", ArticleView.as_view(), name="article"),
            *(
                path(f"artikel/<int:number>/{where}", deed.as_view(), name=name)
                for where, (deed, name) in deeds.items()
            ),
        ]


class AllTopics(ViewSetGroup):
    """One entry of the menu; each below it shows itself to those who may."""

    menu_label = _("Topics")
    menu_name = "all_topics"
    menu_icon = "tag"
    menu_order = 24
    items = (TopicListing(), TopicDesk())
