"""Merge a topic into another: choose, see what will happen, confirm."""

from typing import Any, override

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from blattwerk.topics.admin.doors import MERGE, ForThoseAtWork
from blattwerk.topics.errors import TopicError
from blattwerk.topics.merge import MergePlan, merge_plan, merge_topics
from blattwerk.topics.models import Topic
from blattwerk.topics.queries import in_order, topics_called

SHOWN = 30


class MergeView(WagtailAdminTemplateMixin, ForThoseAtWork):
    """`/redaktion/themen/<pk>/zusammenlegen/`: `?q=` looks for the other, `?into=` names it."""

    right = MERGE
    template_name = "topics/admin/merge.html"
    header_icon = "tag"
    page_title = _("Merge topics")

    @override
    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.number: int = kwargs["pk"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.topic = get_object_or_404(Topic, pk=pk)
        try:
            plan = self._plan(request.GET.get("into", ""))
        except TopicError as error:
            messages.error(request, str(error))
            return redirect("topics:merge", pk)
        query = request.GET.get("q", "")
        found = in_order(Topic.objects.filter(pk__in=topics_called(query)).exclude(pk=pk))
        context = {"topic": self.topic, "plan": plan, "query": query, "found": found[:SHOWN]}
        return self.render_to_response(self.get_context_data(**context))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        topic = get_object_or_404(Topic, pk=pk)
        into = _number(request.POST.get("into", ""))
        try:
            kept = merge_topics(into_id=into, other_id=pk, by=request.user, now=timezone.now())
        except TopicError as error:
            messages.error(request, str(error))
            return redirect("topics:merge", pk)
        said = _now("“%(other)s” is part of “%(topic)s” now; its old address leads there.")
        messages.success(request, said % {"other": topic.name, "topic": kept.name})
        return redirect("topics:edit", kept.pk)

    def _plan(self, into: str) -> MergePlan | None:
        return merge_plan(into_id=_number(into), other_id=self.topic.pk) if into else None

    @override
    def get_page_subtitle(self) -> str:
        return str(self.topic.name)

    @override
    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("topics:index"), "label": _now("Topics")},
            {"url": reverse("topics:edit", args=[self.topic.pk]), "label": self.topic.name},
            {"url": "", "label": str(self.page_title)},
        ]


def _number(text: str) -> int:
    if not text.isdecimal() or len(text) > 18:
        raise Http404
    return int(text)
