"""What the paper has decided about being read aloud."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="bw-listen", order=320)
class NarrationRules(BaseGenericSetting):
    """One row for the paper."""

    automatic = models.BooleanField(
        _("read new articles aloud by themselves"),
        default=True,
        help_text=_("Otherwise an article is read when somebody first presses play."),
    )
    days = models.PositiveSmallIntegerField(
        _("new is what is no older than (days)"),
        default=30,
        validators=[MaxValueValidator(3650)],
    )
    bylines = models.BooleanField(_("names of the authors"), default=True)
    captions = models.BooleanField(_("captions of pictures"), default=False)
    tables = models.BooleanField(_("tables, row by row"), default=False)
    announce_quotes = models.BooleanField(_("announce quotes and whose they are"), default=True)
    feed_notice = models.BooleanField(
        _("end each podcast episode with a spoken notice of the synthetic voice"), default=True
    )

    panels = [
        MultiFieldPanel([FieldPanel("automatic"), FieldPanel("days")], heading=_("What is read")),
        MultiFieldPanel(
            [
                FieldPanel("bylines"),
                FieldPanel("captions"),
                FieldPanel("tables"),
                FieldPanel("announce_quotes"),
                FieldPanel("feed_notice"),
            ],
            heading=_("What is heard"),
        ),
    ]

    class Meta:
        verbose_name = _("reading aloud")
