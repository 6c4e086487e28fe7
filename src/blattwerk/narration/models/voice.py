"""Which voices speak, in which order they are tried."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from blattwerk.narration.models.recording import LANGUAGES


class VoiceChoice(models.Model):
    """One voice for one language; `position` 0 speaks, the others step in when it fails."""

    language = models.CharField(max_length=2, choices=LANGUAGES)
    position = models.PositiveSmallIntegerField()
    engine = models.CharField(max_length=80)
    voice = models.CharField(max_length=120)
    rate = models.FloatField(
        default=1.0, validators=[MinValueValidator(0.5), MaxValueValidator(2.0)]
    )

    class Meta:
        verbose_name = _("voice")
        verbose_name_plural = _("voices")
        ordering = ["language", "position"]
        constraints = [
            models.UniqueConstraint(fields=["language", "position"], name="voice_has_one_place"),
            models.UniqueConstraint(
                fields=["language", "engine", "voice"], name="voice_chosen_once"
            ),
            models.CheckConstraint(
                condition=models.Q(rate__gte=0.5, rate__lte=2.0), name="voice_rate_is_human"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.engine}: {self.voice}"
