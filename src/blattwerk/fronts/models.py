"""Fronts: how the home page and the section pages are composed."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, RevisionMixin

from blattwerk.fronts.containers import Containers


class Front(RevisionMixin, models.Model):
    """What stands on one page, container by container; empty places fill themselves."""

    page = models.OneToOneField(
        Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="front"
    )
    containers = StreamField(Containers(), verbose_name=_("containers"), blank=True)

    panels = [FieldPanel("page", read_only=True), FieldPanel("containers")]

    class Meta:
        verbose_name = _("front")
        verbose_name_plural = _("fronts")

    def __str__(self) -> str:
        return self.page.title
