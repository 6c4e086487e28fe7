"""All articles an editor's desks may see, in one flat list that stays fast.

Wagtail's explorer finds what a non-admin may see by a condition on every page of the tree; here a
desk's rights become the few sections they hold for, and `article.section` is an indexed column.
"""

from functools import reduce
from operator import or_
from typing import Any, override

from django.core.paginator import InvalidPage
from django.db.models import F, Q, Value
from django.urls import URLPattern, path
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.query import PageQuerySet

from blattwerk.newsroom.admin.article_filters import ArticleFilters
from blattwerk.newsroom.admin.new_article import ChooseSection
from blattwerk.newsroom.models import Article
from blattwerk.newsroom.queries import articles_open_to

COUNTED_AT_MOST = 10_000


class Pages(WagtailPaginator):
    """Counts no further than anybody turns pages: counting costs with every article there is."""

    @cached_property
    def count(self) -> int:
        return int(self.object_list.order_by()[:COUNTED_AT_MOST].count())

    @property
    def items_count_label(self) -> str:
        label: str = super().items_count_label
        return label if self.count < COUNTED_AT_MOST else f"> {label}"

    def page(self, number: Any) -> Any:
        """One page; the database sorts numbers only, and whole rows are read for what is shown."""
        try:
            number = self.validate_number(number)
        except InvalidPage:
            number = 1
        first = (number - 1) * self.per_page
        numbers = list(self.object_list.values_list("pk", flat=True)[first : first + self.per_page])
        rows = {article.pk: article for article in self.object_list.filter(pk__in=numbers)}
        return self._get_page([rows[pk] for pk in numbers if pk in rows], number, self)


class HeadlineColumn(PageTitleColumn):
    """Kicker and headline, with what can be done to the article."""

    cell_template_name = "newsroom/admin/headline_cell.html"
    header_template_name = "wagtailadmin/tables/column_header.html"


class AuthorsColumn(Column):
    """Who wrote it, or where it comes from."""

    def get_value(self, instance: Article) -> str:
        return ", ".join(author.name for author in instance.authors) or instance.source


class ArticleList(IndexView):
    """The list itself: newest first, what was never published on top."""

    model = Article
    template_name = "wagtailadmin/pages/index.html"
    paginate_by = 30
    default_ordering = "-published_at"
    filterset_class = ArticleFilters
    paginator_class = Pages
    page_title = _("Articles")
    add_item_label = _("New article")
    columns = [
        BulkActionsColumn("bulk_actions"),
        HeadlineColumn("title", label=_("Headline"), classname="title"),
        Column("section", label=_("Section"), width="11%"),
        AuthorsColumn("authors", label=_("Authors"), width="15%"),
        PageStatusColumn("status", label=_("State"), width="11%"),
        DateColumn("published_at", label=_("Published"), sort_key="published_at", width="11%"),
        DateColumn(
            "latest_revision_created_at",
            label=_("Last edited"),
            sort_key="latest_revision_created_at",
            width="11%",
        ),
    ]

    def get_base_queryset(self) -> PageQuerySet:
        shown: PageQuerySet = (
            articles_open_to(self.request.user)
            .select_related("section", "content_type")
            .prefetch_related("bylines__author")
            .prefetch_workflow_states()
            .annotate(_is_site_root=Value(False))  # else Wagtail asks for each article
            .annotate_approved_schedule()
            .defer("body", "lead", "section__description")
        )
        return shown

    def get_ordering(self) -> str:
        asked = self.request.GET.get("ordering", "")
        return asked if asked in self.get_valid_orderings() else self.default_ordering

    def order_queryset(self, queryset: PageQuerySet) -> PageQuerySet:
        column, newest = F(self.ordering.lstrip("-")), self.ordering.startswith("-")
        order = column.desc(nulls_first=True) if newest else column.asc(nulls_last=True)
        ordered: PageQuerySet = queryset.order_by(order, "-pk" if newest else "pk")
        return ordered

    def search_queryset(self, queryset: PageQuerySet) -> PageQuerySet:
        """Words of headlines, in the list's own order."""
        for word in self.search_query.split():
            # SQLite knows capitals of ASCII only.
            forms = {word, word.lower(), word.upper(), word.capitalize()}
            alike = [Q(title__icontains=form) for form in forms]
            queryset = queryset.filter(reduce(or_, alike))
        return queryset

    @override
    def get_edit_url(self, instance: Article) -> str | None:
        return None  # the headline's cell decides by the article's own rights


class ArticleListing(PageListingViewSet):
    """`/redaktion/artikel/` and the way to a new article."""

    name = "articles"
    url_prefix = "artikel"
    model = Article
    index_view_class = ArticleList
    choose_parent_view_class = ChooseSection
    columns = ArticleList.columns
    filterset_class = ArticleFilters
    icon = "doc-full"
    menu_label = _("Articles")
    menu_name = "articles"
    menu_order = 10
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", self.index_view, name="index"),
            path("ergebnis/", self.index_results_view, name="index_results"),
            path("neu/", self.choose_parent_view, name="choose_parent"),
        ]
