"""Playlists made by hand."""

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable, Page


class Playlist(ClusterableModel):
    """Articles in an order somebody chose; heard one after another, and a podcast."""

    title = models.CharField(_("title"), max_length=120)
    slug = models.SlugField(
        _("address"),
        max_length=120,
        unique=True,
        validators=[RegexValidator(r"^[a-z0-9-]+$", _("Small letters, digits and hyphens."))],
    )
    description = models.TextField(_("description"), blank=True)
    public = models.BooleanField(_("shown to readers"), default=True)

    panels = [
        FieldPanel("title"),
        FieldPanel("slug"),
        FieldPanel("description"),
        FieldPanel("public"),
        InlinePanel("entries", heading=_("Articles"), label=_("article")),
    ]

    class Meta:
        verbose_name = _("playlist")
        verbose_name_plural = _("playlists")
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    entries: Any


class PlaylistEntry(Orderable):
    """One page in one playlist."""

    playlist = ParentalKey(Playlist, on_delete=models.CASCADE, related_name="entries")
    page = models.ForeignKey(
        Page, verbose_name=_("article"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [FieldPanel("page")]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(fields=["playlist", "page"], name="page_listed_once")
        ]
