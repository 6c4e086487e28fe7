"""Sections: Politics, Abroad, Sport."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from blattwerk.newsroom.permissions import SectionPermissions
from blattwerk.newsroom.presenting import PresentedPage
from blattwerk.newsroom.slugs import refuse_reserved


class Section(PresentedPage):
    """A part of the paper with a front and a desk of its own; `title` is its name."""

    # Wagtail's own name for this link, `section`, is what articles call theirs.
    page_ptr = models.OneToOneField(
        Page, on_delete=models.CASCADE, parent_link=True, related_name="as_section"
    )
    description = models.CharField(
        _("description"),
        max_length=300,
        blank=True,
        help_text=_("What the section is about, in one sentence; shown on its front."),
    )

    content_panels = [*PresentedPage.content_panels, FieldPanel("description")]
    parent_page_types = ["newsroom.Paper"]
    subpage_types = ["newsroom.Article"]

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def permissions_for_user(self, user: Any) -> SectionPermissions:
        return SectionPermissions(user, self)

    def clean(self) -> None:
        super().clean()
        refuse_reserved(self.slug)
