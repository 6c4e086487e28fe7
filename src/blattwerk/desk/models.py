"""The desk's book: when each periodic deed was last begun and how it ended."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Strike(models.Model):
    """One periodic deed; the row is locked while a worker decides whether it is due."""

    name = models.CharField(_("deed"), max_length=120, unique=True)
    begun_at = models.DateTimeField(_("begun"), null=True)
    ended_at = models.DateTimeField(_("ended"), null=True)
    complaint = models.TextField(_("complaint"), blank=True)

    class Meta:
        verbose_name = _("periodic deed")
        verbose_name_plural = _("periodic deeds")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Pulse(models.Model):
    """A worker's sign of life; old rows are swept by the workers themselves."""

    worker = models.CharField(_("worker"), max_length=64, unique=True)
    seen_at = models.DateTimeField(_("last seen"), db_index=True)

    class Meta:
        verbose_name = _("worker")
        verbose_name_plural = _("workers")

    def __str__(self) -> str:
        return self.worker
