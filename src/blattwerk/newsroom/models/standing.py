"""Pages that stand: imprint, data protection, contact, house rules, accessibility."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from blattwerk.newsroom.blocks import StandingBody
from blattwerk.newsroom.presenting import PresentedPage
from blattwerk.newsroom.slugs import refuse_reserved


class StandingPage(PresentedPage):
    """A page outside the news, linked from every footer when so set."""

    body = StreamField(StandingBody(), verbose_name=_("text"), blank=True)
    in_footer = models.BooleanField(_("linked in the footer"), default=True)

    content_panels = [
        *PresentedPage.content_panels,
        FieldPanel("body"),
        FieldPanel("in_footer"),
    ]
    parent_page_types = ["newsroom.Paper"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("standing page")
        verbose_name_plural = _("standing pages")

    def clean(self) -> None:
        super().clean()
        refuse_reserved(self.slug)
