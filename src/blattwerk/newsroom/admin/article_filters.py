"""What the list of articles can be narrowed by."""

import django_filters
from django import forms
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.models import Page, PageLogEntry, Revision, WorkflowState

from blattwerk.newsroom.models import Article, Author
from blattwerk.newsroom.queries import sections_open_to

STATES = (
    ("live", _("live")),
    ("changed", _("live, with changes not published")),
    ("draft", _("draft")),
    ("scheduled", _("scheduled")),
    ("workflow", _("in workflow")),
    ("expired", _("expired")),
)


def in_state(articles: QuerySet[Article], state: str) -> QuerySet[Article]:
    """The articles that stand so; one may be in several states."""
    if state == "live":
        return articles.filter(live=True)
    if state == "changed":
        return articles.filter(live=True, has_unpublished_changes=True)
    if state == "expired":
        return articles.filter(live=False, expired=True)
    if state == "scheduled":
        return articles.filter(pk__in=_scheduled())
    if state == "workflow":
        return articles.filter(pk__in=_in_workflow())
    return articles.filter(live=False, expired=False).exclude(pk__in=_scheduled())


def _scheduled() -> list[int]:
    due = Revision.page_revisions.filter(approved_go_live_at__isnull=False)
    return [int(number) for number in due.values_list("object_id", flat=True)]


def _in_workflow() -> list[int]:
    pages = ContentType.objects.get_for_model(Page)
    running = WorkflowState.objects.active().filter(base_content_type=pages)
    return [int(number) for number in running.values_list("object_id", flat=True)]


class ArticleFilters(WagtailFilterSet):
    """By section, author, state, day of publication, and whether it is the editor's own."""

    section = django_filters.ModelMultipleChoiceFilter(
        label=_("Section"),
        queryset=lambda request: sections_open_to(request.user),
        widget=forms.CheckboxSelectMultiple,
    )
    author = django_filters.ModelChoiceFilter(
        label=_("Author"), field_name="bylines__author", queryset=Author.objects.all()
    )
    state = django_filters.ChoiceFilter(
        label=_("State"),
        choices=STATES,
        method="of_state",
        empty_label=_("any"),
        widget=forms.RadioSelect,
    )
    published_at = django_filters.DateFromToRangeFilter(
        label=_("Published"), widget=DateRangePickerWidget
    )
    mine = django_filters.ChoiceFilter(
        label=_("Editor"),
        choices=[("1", _("mine"))],
        method="of_mine",
        empty_label=_("anybody"),
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Article
        fields: list[str] = []

    def of_state(self, articles: QuerySet[Article], _name: str, state: str) -> QuerySet[Article]:
        return in_state(articles, state)

    def of_mine(self, articles: QuerySet[Article], _name: str, _value: str) -> QuerySet[Article]:
        """What the editor began or has edited."""
        user = self.request.user
        edited = PageLogEntry.objects.filter(user=user, action="wagtail.edit").values("page_id")
        return articles.filter(Q(owner=user) | Q(pk__in=edited))
