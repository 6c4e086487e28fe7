"""The list of stories: what runs, what readers do not see yet, what is locked or pinned."""

from typing import Any, override

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn
from wagtail.admin.views.generic import IndexView

from blattwerk.stories.admin.doors import AtTheDesk
from blattwerk.stories.admin.page import ways
from blattwerk.stories.admin.queries import (
    proposals_open_to,
    running,
    search_stories,
    standing_stories,
)
from blattwerk.stories.models import Story

RUNNING = "running"
STATES = [
    (RUNNING, _("running")),
    ("public", _("public")),
    ("hidden", _("not public")),
    ("locked", _("locked")),
    ("pinned", _("pinned")),
    ("any", _("any")),
]


class StoryFilters(WagtailFilterSet):
    """By state; nothing asked means what runs, or everything where words are looked for."""

    state = django_filters.ChoiceFilter(
        label=_("State"),
        choices=STATES,
        method="of_state",
        empty_label=None,
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Story
        fields: list[str] = []

    def of_state(self, stories: QuerySet[Story], _name: str, state: str) -> QuerySet[Story]:
        if state == RUNNING:
            return running(stories, timezone.now())
        asked: dict[str, Any] = {
            "public": {"public_at__isnull": False, "parts__gt": 0},
            "hidden": {"public_at__isnull": True},
            "locked": {"locked": True},
            "pinned": {"pinned": True},
        }
        return stories.filter(**asked.get(state, {}))


class TitleCell(BaseColumn):
    """The title, and what is peculiar about the story."""

    cell_template_name = "stories/admin/title_cell.html"


class StoryList(AtTheDesk, IndexView):
    """`/redaktion/stories/alle/`, what moved last on top."""

    model = Story
    any_permission_required = None
    permission_policy = None  # the desk's door decides
    page_title = _("Stories")
    header_icon = "bw-story"
    template_name = "stories/admin/stories.html"
    results_template_name = "stories/admin/stories_results.html"
    filterset_class = StoryFilters
    paginate_by = 50
    is_searchable = True
    search_fields = ["title"]
    table_classname = "listing bw-stories"
    index_url_name = "storydesk:stories"
    index_results_url_name = "storydesk:results"
    columns = [
        TitleCell("title", label=_("Title"), classname="title"),
        Column("parts", label=_("Articles"), width="12%"),
        DateColumn("first_at", label=_("Since"), width="16%"),
        DateColumn("last_at", label=_("Latest article"), width="16%"),
    ]

    @override
    def get_base_queryset(self) -> QuerySet[Story]:
        return standing_stories()

    @override
    def order_queryset(self, queryset: QuerySet[Story]) -> QuerySet[Story]:
        return queryset.order_by("-last_at", "-pk")

    def get_filterset_kwargs(self) -> dict[str, Any]:
        kwargs: dict[str, Any] = super().get_filterset_kwargs()
        asked = kwargs["data"].copy()
        asked.setdefault("state", "any" if asked.get("q") else RUNNING)
        return {**kwargs, "data": asked}

    def search_queryset(self, queryset: QuerySet[Story]) -> QuerySet[Story]:
        return search_stories(queryset, self.search_query or "")

    @override
    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        waiting = proposals_open_to(self.request.user).count()
        context = super().get_context_data(*args, **kwargs)
        return {**context, "ways": ways("storydesk:stories", waiting)}

    @cached_property
    def no_results_message(self) -> str:
        return _now("No story is like that. Ask for another state, or for other words.")
