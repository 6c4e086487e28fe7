"""The topics in the admin: desks take them up and describe them, chiefs rename and delete them."""

from typing import Any, override

from django.db.models import Count, QuerySet
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import DeleteView, EditView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button

from blattwerk.topics.admin.doors import MERGE
from blattwerk.topics.admin.form import TopicForm
from blattwerk.topics.admin.merging import MergeView
from blattwerk.topics.delete import delete_topic
from blattwerk.topics.models import Topic
from blattwerk.topics.queries import topics_called


class NamesColumn(Column):
    """The other names, in a line."""

    @override
    def get_value(self, instance: Any) -> str:
        return ", ".join(alias.text for alias in instance.aliases.all())


class TopicList(IndexView):
    """`/redaktion/themen/`, found by name and alias."""

    page_title = _("Topics")
    default_ordering = "sorted_as"

    @override
    def get_base_queryset(self) -> QuerySet[Topic]:
        counted = Topic.objects.annotate(articles=Count("assignments"))
        return counted.prefetch_related("aliases")

    @override
    def search_queryset(self, queryset: QuerySet[Topic]) -> QuerySet[Topic]:
        if not self.is_searching:
            return queryset
        return queryset.filter(pk__in=topics_called(self.search_query))


class ChangeTopic(EditView):
    @cached_property
    def header_more_buttons(self) -> list[Button]:
        buttons: list[Button] = super().header_more_buttons
        if not self.request.user.has_perm(MERGE):
            return buttons
        address = reverse("topics:merge", args=[self.object.pk])
        merge = Button(_now("Merge with another topic"), url=address, icon_name="tag", priority=20)
        return [*buttons, merge]


class DeleteTopic(DeleteView):
    """Says what goes with it."""

    @property
    def confirmation_message(self) -> str:
        count = self.object.assignments.count()
        return ngettext(
            "%(count)d article loses this topic, and its address answers no more. To keep both, "
            "merge it with another topic instead.",
            "%(count)d articles lose this topic, and its address answers no more. To keep both, "
            "merge it with another topic instead.",
            count,
        ) % {"count": count}

    @override
    def delete_action(self) -> None:
        delete_topic(topic_id=self.object.pk)


class TopicListing(ModelViewSet):
    """`/redaktion/themen/`."""

    model = Topic
    name = "topics"
    url_prefix = "themen"
    icon = "tag"
    menu_label = _("Topics")
    menu_name = "topics"
    menu_order = 10
    list_display = [
        "name",
        Column("get_kind_display", label=_("Kind"), sort_key="kind", width="14%"),
        NamesColumn("names", label=_("Aliases"), width="36%"),
        Column("articles", label=_("Articles"), sort_key="articles", width="10%"),
    ]
    list_filter = ["kind"]
    list_per_page = 50
    search_fields = ["name"]
    search_backend_name = None
    copy_view_enabled = False
    index_view_class = TopicList
    edit_view_class = ChangeTopic
    delete_view_class = DeleteTopic
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("name"), FieldPanel("kind")]),
            FieldPanel("other_names"),
            FieldPanel("description"),
            FieldPanel("picture"),
            FieldRowPanel([FieldPanel("wikidata"), FieldPanel("media_topic")]),
        ],
        base_form_class=TopicForm,
    )

    @override
    def get_urlpatterns(self) -> list[URLPattern]:
        merge = path("<int:pk>/zusammenlegen/", MergeView.as_view(), name="merge")
        return [*super().get_urlpatterns(), merge]
