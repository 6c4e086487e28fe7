"""All open suggestions of the person's sections, one article after another."""

from typing import Any, override

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from blattwerk.topics.admin.article import part_of
from blattwerk.topics.admin.doors import ForThoseAtWork, articles_in_question

ARTICLES = 15  # on a page


class QueueView(WagtailAdminTemplateMixin, ForThoseAtWork):
    """`/redaktion/themenvorschlaege/`, newest articles first."""

    http_method_names = ["get", "head"]
    template_name = "topics/admin/queue.html"
    header_icon = "tag"
    page_title = _("Suggested topics")

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.render_to_response(self.get_context_data())

    @override
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        articles = articles_in_question(user).select_related("section").defer("body")
        page = Paginator(articles, ARTICLES).get_page(self.request.GET.get("p"))
        parts = [part_of(article, user, mode="queue") for article in page]
        return super().get_context_data(page=page, parts=parts, **kwargs)

    @override
    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*self.breadcrumbs_items, {"url": "", "label": str(self.page_title)}]
