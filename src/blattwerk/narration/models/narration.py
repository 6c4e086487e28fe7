"""The state of a page's narration: the queue, and what editors have said about it."""

from datetime import timedelta

from django.conf import settings
from django.core.files.storage import FileSystemStorage, Storage
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from blattwerk.narration.models.recording import LANGUAGES, Recording


class State(models.TextChoices):
    """Where a page's narration stands."""

    NONE = "none", _("nothing to do")
    WAITING = "waiting", _("waiting")
    RUNNING = "running", _("running")
    READY = "ready", _("ready")
    FAILED = "failed", _("failed")


class Urgency(models.IntegerChoices):
    """Who is served first."""

    BACKLOG = 0, _("backlog")
    PUBLISHED = 1, _("published")
    LISTENED = 2, _("somebody listens")


class Narration(models.Model):
    """One page's place in the queue. `order` counts orders: a recording of an older one is void."""

    page = models.OneToOneField(
        Page, on_delete=models.CASCADE, primary_key=True, related_name="narration"
    )
    switched_off = models.BooleanField(_("not read aloud"), default=False)
    language = models.CharField(
        _("language"),
        max_length=2,
        choices=LANGUAGES,
        blank=True,
        help_text=_("Empty: the paper's."),
    )
    state = models.CharField(max_length=8, choices=State, default=State.NONE)
    urgency = models.SmallIntegerField(choices=Urgency, default=Urgency.PUBLISHED)
    order = models.PositiveIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    reason = models.TextField(blank=True)
    anew = models.BooleanField(default=False)  # even if nothing has changed
    ordered_at = models.DateTimeField(null=True)
    due_at = models.DateTimeField(null=True)  # not before, after a failure
    began_at = models.DateTimeField(null=True)
    beat_at = models.DateTimeField(null=True)  # the narrator's last sign of life
    worker = models.CharField(max_length=64, blank=True)  # host:pid of who runs it
    finished_at = models.DateTimeField(null=True)
    done = models.PositiveIntegerField(default=0)  # sentences spoken
    total = models.PositiveIntegerField(default=0)
    published_at = models.DateTimeField(
        null=True
    )  # newest first; the page's, kept here for the queue
    recording = models.ForeignKey(Recording, null=True, on_delete=models.SET_NULL, related_name="+")

    page_id: int

    class Meta:
        verbose_name = _("narration")
        verbose_name_plural = _("narrations")
        indexes = [
            models.Index(fields=["state", "-urgency", "-published_at"], name="narration_queue")
        ]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.state}"

    @property
    def took(self) -> timedelta | None:
        if self.began_at and self.finished_at and self.finished_at >= self.began_at:
            return self.finished_at - self.began_at
        return None


def originals_storage() -> Storage:
    """Uploads as they came; never served to readers."""
    return FileSystemStorage(location=settings.NARRATION_FOLDER / "originals")


class HumanRecording(models.Model):
    """A recording by a person; while it is there, no machine speaks the page."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="human_recording")
    original = models.FileField(_("sound file"), storage=originals_storage, upload_to="%Y/%m")
    reader = models.CharField(_("read by"), max_length=120)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    uploaded_at = models.DateTimeField()

    class Meta:
        verbose_name = _("human recording")
        verbose_name_plural = _("human recordings")

    def __str__(self) -> str:
        return self.reader
