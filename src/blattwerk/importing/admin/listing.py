"""The queue: what came in, what waits first."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView

from blattwerk.importing.models import Item


class ItemFilters(WagtailFilterSet):
    """By state and kind; nothing asked means what waits."""

    state = django_filters.ChoiceFilter(
        label=_("State"),
        choices=Item.State.choices,
        empty_label=_("any"),
        widget=forms.RadioSelect,
        initial=Item.State.WAITING,
    )
    kind = django_filters.ChoiceFilter(
        label=_("Kind"), choices=Item.Kind.choices, empty_label=_("any"), widget=forms.RadioSelect
    )

    class Meta:
        model = Item
        fields: list[str] = []


class ReasonsColumn(Column):
    """Why it waits."""

    def get_value(self, instance: Item) -> str:
        return " ".join(instance.reasons)


class ItemList(IndexView):
    """`/redaktion/eingang/`, newest first."""

    model = Item
    any_permission_required = ["change"]
    page_title = _("Incoming")
    header_icon = "download"
    filterset_class = ItemFilters
    default_ordering = "-came_in_at"
    paginate_by = 50
    columns = [
        TitleColumn("title", label=_("Headline"), url_name="incoming:item"),
        ReasonsColumn("reasons", label=_("Why it waits"), width="30%"),
        Column("get_kind_display", label=_("Kind"), width="9%"),
        Column("origin", label=_("Origin"), width="15%"),
        Column("get_state_display", label=_("State"), width="9%"),
        DateColumn("came_in_at", label=_("Came in"), sort_key="came_in_at", width="10%"),
    ]

    def get_base_queryset(self) -> QuerySet[Item]:
        return Item.objects.defer("text", "reading")

    def get_filterset_kwargs(self) -> dict[str, Any]:
        kwargs: dict[str, Any] = super().get_filterset_kwargs()
        asked = kwargs["data"].copy()
        asked.setdefault("state", Item.State.WAITING)
        return {**kwargs, "data": asked}

    def order_queryset(self, queryset: QuerySet[Item]) -> QuerySet[Item]:
        column = str(self.ordering)
        return queryset.order_by(column, "-pk" if column.startswith("-") else "pk")

    @cached_property
    def no_results_message(self) -> str:
        return str(_("Nothing waits here."))
