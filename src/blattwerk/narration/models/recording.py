"""Finished recordings and their files."""

from typing import Any

from django.core.files.storage import Storage, storages
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

LANGUAGES = [("de", _("German")), ("en", _("English"))]


def audio_storage() -> Storage:
    """Where finished files lie: the data folder, or object storage when so configured."""
    return storages["audio"]


class Recording(models.Model):
    """One finished recording of a page, with the record of who spoke it."""

    class Kind(models.TextChoices):
        MACHINE = "machine", _("synthetic voice")
        HUMAN = "human", _("human voice")

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="recordings")
    kind = models.CharField(max_length=10, choices=Kind)
    script = models.CharField(max_length=64)  # digest of what was spoken, and by whom
    language = models.CharField(max_length=2, choices=LANGUAGES)
    # {"engine", "version", "voice", "licence", "trained", "sentences"} for each voice that spoke.
    voices = models.JSONField(default=list)
    reader = models.CharField(max_length=120, blank=True)  # a human recording's voice
    seconds = models.FloatField()
    feed_seconds = models.FloatField()  # with the spoken notice at the end
    chapters = models.JSONField(default=list)  # [second, title] of each
    loudness = models.FloatField(null=True)  # LUFS, integrated
    true_peak = models.FloatField(null=True)  # dBTP
    made_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True, blank=True, db_index=True)

    class Meta:
        verbose_name = _("recording")
        verbose_name_plural = _("recordings")
        constraints = [
            models.CheckConstraint(condition=models.Q(seconds__gte=0), name="recording_lasts"),
            models.UniqueConstraint(
                fields=["page"],
                condition=models.Q(replaced_at=None),
                name="one_current_recording_of_a_page",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.seconds:.0f} s"

    @property
    def by_kind(self) -> dict[str, "RecordingFile"]:
        return {file.kind: file for file in self.files.all()}

    @property
    def synthetic(self) -> bool:
        return self.kind == self.Kind.MACHINE

    page_id: int
    files: Any


class RecordingFile(models.Model):
    """One file of a recording; its name is made of its content."""

    class Kind(models.TextChoices):
        M4A = "m4a"
        OPUS = "opus"
        MP3 = "mp3"
        VTT = "vtt"
        JSON = "json"

    recording = models.ForeignKey(Recording, on_delete=models.CASCADE, related_name="files")
    kind = models.CharField(max_length=4, choices=Kind)
    name = models.CharField(max_length=80, db_index=True)
    bytes = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["recording", "kind"], name="one_file_of_a_kind")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def url(self) -> str:
        return audio_storage().url(self.name)
