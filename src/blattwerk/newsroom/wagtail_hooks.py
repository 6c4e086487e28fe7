"""What the newsroom puts into Wagtail's admin."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.snippets.models import register_snippet

from blattwerk.newsroom.admin.article_list import ArticleListing
from blattwerk.newsroom.admin.article_pages import ArticlePages
from blattwerk.newsroom.admin.authors import AuthorListing, refuse_named_authors
from blattwerk.newsroom.admin.media import media_file
from blattwerk.newsroom.models import Author
from blattwerk.newsroom.permissions import branches_of, holds_at_paper

register_snippet(Author, viewset=AuthorListing)


@hooks.register("register_admin_viewset")
def articles() -> list[Any]:
    return [ArticleListing(), ArticlePages()]


@hooks.register("construct_admin_api")
def no_documents(api: Any) -> None:
    """Every page of Wagtail 8's admin names the address of documents; the paper keeps none."""
    api.register_endpoint("documents", PagesAdminAPIViewSet)


@hooks.register("register_admin_urls")
def media() -> list[URLPattern]:
    return [path("medien/<path:path>", media_file, name="media_file")]


@hooks.register("insert_global_admin_css")
def own_dress() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("newsroom/admin.css"))


@hooks.register("insert_editor_js")
def german_tables() -> SafeString:
    return format_html('<script src="{}"></script>', static("newsroom/table_words.js"))


@hooks.register("insert_editor_js")
def one_save_at_a_time() -> SafeString:
    return format_html('<script src="{}"></script>', static("newsroom/one_save_at_a_time.js"))


@hooks.register("before_delete_snippet")
def authors_with_articles_stay(request: HttpRequest, instances: Any) -> HttpResponse | None:
    """A name that stands over articles cannot be taken away from them."""
    return refuse_named_authors(request, list(instances))


@hooks.register("before_bulk_action")
def authors_with_articles_stay_in_bulk(
    request: HttpRequest, action: str, objects: Any, _action: Any
) -> HttpResponse | None:
    return refuse_named_authors(request, list(objects)) if action == "delete" else None


@hooks.register("construct_page_chooser_queryset")
def no_foreign_drafts(pages: Any, request: HttpRequest) -> Any:
    """What another desk has not published yet is not offered, not even by its headline."""
    own = Q(live=True)
    for branch in branches_of(request.user):
        own |= Q(path__startswith=branch)
    return pages.filter(own)


@hooks.register("construct_main_menu")
def pages_for_chiefs_only(request: Any, items: list[Any]) -> None:
    """A desk works in the flat list; the tree is for those who have rights at its root."""
    if not holds_at_paper(branches_of(request.user)):
        items[:] = [item for item in items if item.name != "explorer"]


@hooks.register("construct_homepage_summary_items", order=1000)
def no_counting(_request: Any, items: list[Any]) -> None:
    """Counting every page an editor may see is slow in a large archive and tells nobody much."""
    items.clear()


@hooks.register("construct_help_menu")
def help_of_the_house(_request: Any, items: list[Any]) -> None:
    """What is new in Wagtail is no news for editors; the keys are."""
    items[:] = [item for item in items if item.name == "keyboard-shortcuts-trigger"] or items[-1:]
