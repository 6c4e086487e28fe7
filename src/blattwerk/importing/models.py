"""What came in from outside, and what an editor has to look at before it may appear."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Item(models.Model):
    """One text as it came in; `fingerprint` keeps the same text from coming in twice."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waits for an editor")
        PUBLISHED = "published", _("published")
        REJECTED = "rejected", _("rejected")

    fingerprint = models.CharField(max_length=64, unique=True, editable=False)
    origin = models.CharField(_("origin"), max_length=300)
    text = models.TextField(_("text as it came in"))
    reading: models.JSONField[Any, Any] = models.JSONField(_("what was read"), default=dict)
    kind = models.CharField(_("kind"), max_length=20)
    reason = models.CharField(_("reason"), max_length=400, blank=True)
    state = models.CharField(
        _("state"), max_length=20, choices=State.choices, default=State.WAITING, db_index=True
    )
    article = models.OneToOneField(
        "newsroom.Article",
        verbose_name=_("article"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="imported_from",
    )
    came_in_at = models.DateTimeField(_("came in"), auto_now_add=True)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("imported text")
        verbose_name_plural = _("imported texts")
        ordering = ["-came_in_at", "-pk"]
        indexes = [models.Index(fields=["state", "-came_in_at"], name="item_by_state")]

    def __str__(self) -> str:
        return self.reading.get("headline") or self.origin
