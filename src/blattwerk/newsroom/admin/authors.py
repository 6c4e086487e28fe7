"""Authors in the admin's menu."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from wagtail.admin import messages
from wagtail.snippets.views.snippets import SnippetViewSet

from blattwerk.newsroom.models import Author


class AuthorListing(SnippetViewSet):
    """`/redaktion/autoren/`: desks take up new authors, chiefs change them."""

    model = Author
    admin_url_namespace = "authors"
    base_url_path = "autoren"
    admin_base_path = "autoren"
    add_to_admin_menu = True
    menu_name = "authors"
    menu_label = pgettext_lazy("menu", "Authors")
    menu_order = 30
    icon = "group"
    list_display = ["name", "role", "email"]
    list_per_page = 50
    copy_view_enabled = False
    search_fields = ["name", "role"]
    search_backend_name = None


def refuse_named_authors(request: HttpRequest, instances: list[Any]) -> HttpResponse | None:
    """The way back with a sentence, if one of these is an author with articles; else None."""
    named = [one for one in instances if isinstance(one, Author) and one.bylines.exists()]
    if not named:
        return None
    names = ", ".join(author.name for author in named)
    messages.error(
        request,
        _("%(names)s cannot be deleted: the name stands over articles.") % {"names": names},
    )
    return redirect("authors:list")
