"""Authors in the admin's menu."""

from django.utils.translation import pgettext_lazy
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
