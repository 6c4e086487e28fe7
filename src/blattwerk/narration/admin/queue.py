"""The queue: what waits, runs, has failed, can be heard, or is not read aloud."""

from typing import Any, override

import django_filters
from django import forms
from django.db.models import Case, Count, F, IntegerField, QuerySet, Value, When
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BaseColumn, DateColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.widgets.button import HeaderButton

from blattwerk.narration.admin.doors import ForThoseAtWork, may_act, queue_open_to
from blattwerk.narration.admin.facts import facts
from blattwerk.narration.models import Narration, State

OFF = "off"
SHOWN = {State.FAILED: 0, State.RUNNING: 1, State.WAITING: 2, State.READY: 3}
STATES = [
    (State.WAITING, _("waiting")),
    (State.RUNNING, _("running")),
    (State.FAILED, _("failed")),
    (State.READY, _("ready")),
    (OFF, _("switched off")),
]


class QueueFilters(WagtailFilterSet):
    """By state; one may be asked for."""

    state = django_filters.ChoiceFilter(
        label=_("State"),
        choices=STATES,
        method="of_state",
        empty_label=_("any"),
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Narration
        fields: list[str] = []

    def of_state(self, rows: QuerySet[Narration], _name: str, state: str) -> QuerySet[Narration]:
        if state == OFF:
            return rows.filter(switched_off=True)
        return rows.filter(state=state, switched_off=False)


class Cell(BaseColumn):
    """A cell with a template of its own, in `narration/admin/queue/`."""

    def __init__(self, name: str, **kwargs: Any) -> None:
        super().__init__(name, **kwargs)
        self.cell_template_name = f"narration/admin/queue/{name}.html"

    @override
    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        request = context["request"]
        told = facts(instance.recording) if instance.recording else None
        return {
            **context,
            "may_act": may_act(request.user, instance.page),
            "sound": told,
            "csrf_token": get_token(request),  # cells are rendered without the request's own
        }


class QueueView(ForThoseAtWork, IndexView):
    """`/redaktion/hoeren/`: what has failed, then what is being made, what waits, the rest."""

    model = Narration
    any_permission_required = None
    permission_policy = None  # the rows decide, not the model
    page_title = _("Read aloud")
    header_icon = "bw-listen"
    template_name = "narration/admin/queue.html"
    results_template_name = "narration/admin/queue_results.html"
    filterset_class = QueueFilters
    paginate_by = 50
    table_classname = "listing bw-queue"
    index_url_name = "listening:index"
    index_results_url_name = "listening:results"
    columns = [
        Cell("article", label=_("Article"), classname="title"),
        Cell("state", label=_("State"), width="26%"),
        Cell("sound", label=_("Length and voice"), width="20%"),
        DateColumn("ordered_at", label=_("Ordered"), width="11%"),
        Cell("deeds", label=_("What to do"), width="14%"),
    ]

    @override
    def get_base_queryset(self) -> QuerySet[Narration]:
        rows = queue_open_to(self.request.user).exclude(state=State.NONE, switched_off=False)
        return rows.select_related("page", "recording").prefetch_related("recording__files")

    @override
    def order_queryset(self, queryset: QuerySet[Narration]) -> QuerySet[Narration]:
        places = [When(state=state, then=Value(place)) for state, place in SHOWN.items()]
        place = Case(*places, default=Value(len(SHOWN)), output_field=IntegerField())
        latest = F("ordered_at").desc(nulls_last=True)
        return queryset.order_by(place, "-urgency", latest, "-pk")

    @override
    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        counts = counts_for(self.request.user)
        context = super().get_context_data(*args, **kwargs)
        return {**context, "summary": summary_of(counts), "failed": counts[State.FAILED]}

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        again = self.request.get_full_path()
        if self.results_only:
            again = reverse(self.index_url_name)
        return [HeaderButton(_now("Look again"), url=again, icon_name="rotate")]

    @cached_property
    def no_results_message(self) -> str:
        return _now("Nothing to show here.")


def counts_for(user: Any) -> dict[str, int]:
    """How many pages stand in each state, of those the person may see."""
    rows = queue_open_to(user).filter(switched_off=False).order_by()
    counted = dict(rows.values_list("state").annotate(many=Count("pk")))
    return {state: counted.get(state, 0) for state in State.values}


def summary_of(counts: dict[str, int]) -> str:
    """One line: “3 waiting · 1 running · 0 failed”."""
    waiting, running, failed = (
        counts[State.WAITING],
        counts[State.RUNNING],
        counts[State.FAILED],
    )
    parts = (
        ngettext("%(count)d waits", "%(count)d wait", waiting) % {"count": waiting},
        ngettext("%(count)d is running", "%(count)d are running", running) % {"count": running},
        ngettext("%(count)d has failed", "%(count)d have failed", failed) % {"count": failed},
    )
    return " · ".join(parts)
