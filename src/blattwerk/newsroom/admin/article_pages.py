"""Wagtail's pages about one article, where the newspaper wants them a little different."""

from typing import Any, override

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.viewsets.pages import PageViewSet

from blattwerk.newsroom.models import Article


class SectionInTree(ExplorableIndexView):
    """What Wagtail calls exploring a section is the flat list of its articles.

    Wagtail returns there after each publication, so this is where editors land.
    """

    @override
    def get(self, request: HttpRequest, parent_page_id: int | None = None) -> HttpResponse:
        return redirect(f"{reverse('articles:index')}?section={parent_page_id}")


class ArticlePages(PageViewSet):
    """All of Wagtail's pages about articles, with the tree's listing replaced."""

    model = Article
    name = "article_pages"
    index_view_class: Any = SectionInTree
