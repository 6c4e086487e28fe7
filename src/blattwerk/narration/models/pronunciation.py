"""The paper's pronunciation list."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from blattwerk.narration.models.recording import LANGUAGES


class Pronunciation(models.Model):
    """One word and how this paper says it: in other letters, or in IPA."""

    word = models.CharField(
        _("word"),
        max_length=80,
        help_text=_("As it is written in articles; a name of several words is possible."),
    )
    language = models.CharField(_("in texts in"), max_length=2, choices=LANGUAGES, default="de")
    spoken = models.CharField(
        _("spoken form"),
        max_length=160,
        blank=True,
        help_text=_("In ordinary letters, as a German reader would say it: “Dschordsch Busch”."),
    )
    ipa = models.CharField(
        _("IPA"), max_length=160, blank=True, help_text=_("Or in phonetic script: ˈnɔʏ̯ɐ.")
    )
    note = models.CharField(_("note"), max_length=200, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("word"), FieldPanel("language")]),
        FieldRowPanel([FieldPanel("spoken"), FieldPanel("ipa")]),
        FieldPanel("note"),
    ]

    class Meta:
        verbose_name = _("pronunciation")
        verbose_name_plural = _("pronunciations")
        ordering = ["word"]
        constraints = [
            models.UniqueConstraint(fields=["language", "word"], name="word_said_one_way"),
            models.CheckConstraint(
                condition=(~models.Q(spoken="") & models.Q(ipa=""))
                | (models.Q(spoken="") & ~models.Q(ipa="")),
                name="spoken_form_or_ipa",
            ),
        ]

    def __str__(self) -> str:
        return self.word

    def clean(self) -> None:
        super().clean()
        self.word = " ".join(self.word.split())
        self.spoken = " ".join(self.spoken.split())
        self.ipa = self.ipa.strip().strip("/[]")
        if bool(self.spoken) == bool(self.ipa):
            raise ValidationError(
                {"spoken": _("Give either a spoken form or IPA, not both and not neither.")}
            )
