"""Playlists made by hand, for chief editors."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, InlinePanel, ObjectList, PageChooserPanel
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.viewsets.model import ModelViewSet

from blattwerk.narration.models import Playlist
from blattwerk.newsroom.slugs import headline_slug


class PlaylistForm(WagtailAdminModelForm):
    """An empty address is made from the title; only what readers can read is listed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["slug"].required = False
        self.fields["slug"].help_text = _("Empty: made from the title.")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if not cleaned.get("slug") and "slug" not in self.errors:
            cleaned["slug"] = free_slug(cleaned.get("title", ""), self.instance.pk)
        return cleaned

    def is_valid(self) -> bool:
        return bool(super().is_valid()) and self._all_published()

    def _all_published(self) -> bool:
        entries = self.formsets["entries"].forms
        for form in entries:
            given = form.cleaned_data
            page = given.get("page")
            if page and not given.get("DELETE") and not page.live:
                said = _now("“%(title)s” is not published: readers could not hear it.")
                form.add_error("page", ValidationError(said % {"title": page.title}))
        return not any(form.errors for form in entries)


def free_slug(title: str, number: int | None) -> str:
    """An address from the title that no other playlist has."""
    wanted = headline_slug(title)
    slug, others = wanted, 1
    while Playlist.objects.filter(slug=slug).exclude(pk=number).exists():
        others += 1
        slug = f"{wanted}-{others}"
    return slug


class LengthColumn(Column):
    """How many articles."""

    def get_value(self, instance: Playlist) -> int:
        return int(instance.entries.count())


class PlaylistListing(ModelViewSet):
    """`/redaktion/hoerlisten/`."""

    model = Playlist
    name = "playlists"
    url_prefix = "hoerlisten"
    icon = "list-ul"
    menu_label = _("Playlists")
    menu_name = "playlists"
    menu_order = 30
    list_display = [
        "title",
        LengthColumn("entries", label=_("Articles"), width="12%"),
        BooleanColumn("public", label=_("shown to readers"), width="16%"),
    ]
    ordering = ["title"]
    search_fields = ["title", "description"]
    search_backend_name = None
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            FieldPanel("title"),
            FieldPanel("slug"),
            FieldPanel("description"),
            FieldPanel("public"),
            InlinePanel(
                "entries",
                heading=_("Articles"),
                label=_("article"),
                panels=[PageChooserPanel("page", "newsroom.Article")],
            ),
        ],
        base_form_class=PlaylistForm,
    )
