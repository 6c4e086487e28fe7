"""Pages that stand: imprint, data protection, contact, house rules, accessibility."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from blattwerk.common.speakable import SpeechDetails, Unit
from blattwerk.newsroom.blocks import StandingBody
from blattwerk.newsroom.presenting import PresentedPage
from blattwerk.newsroom.slugs import refuse_reserved
from blattwerk.newsroom.speaking import details_of_standing_page, units_of_standing_page


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

    def speech_units(self) -> list[Unit]:
        """What is heard when the page is read aloud (`common.speakable`)."""
        return units_of_standing_page(self)

    def speech_details(self) -> SpeechDetails:
        """What a recording of the page says of itself."""
        return details_of_standing_page(self)

    def clean(self) -> None:
        super().clean()
        refuse_reserved(self.slug)
