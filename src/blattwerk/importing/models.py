"""What came in from outside, how it is recognised, and what editors decided on it."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from blattwerk.importing.doubts import sentences


class Item(models.Model):
    """One text as it came in. What was refused never becomes one."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        PUBLISHED = "published", _("published")
        DRAFTED = "drafted", _("drafted")
        REJECTED = "rejected", _("rejected")

    class Kind(models.TextChoices):
        ARTICLE = "article", _("article")
        LETTER = "letter", _("reader's letter")
        INDEX = "index", _("overview page")

    title = models.CharField(_("headline or first words"), max_length=200)
    origin = models.CharField(_("origin"), max_length=300)
    text = models.TextField(_("text as it came in"))
    reading: models.JSONField[Any, Any] = models.JSONField(_("what was read"), default=dict)
    doubts: models.JSONField[Any, Any] = models.JSONField(_("doubts"), default=list)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    state = models.CharField(
        _("state"), max_length=20, choices=State.choices, default=State.WAITING
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

    class Meta:
        verbose_name = _("imported text")
        verbose_name_plural = _("imported texts")
        ordering = ["-came_in_at", "-pk"]
        indexes = [
            models.Index(fields=["state", "-came_in_at", "-id"], name="item_by_state"),
            models.Index(fields=["-came_in_at", "-id"], name="item_by_time"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["published", "drafted"]) | Q(article__isnull=True),
                name="undecided_item_has_no_article",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def reasons(self) -> list[str]:
        """Why it has to wait, in sentences."""
        return sentences(self.doubts)


class Fingerprint(models.Model):
    """By what a text is recognised when it comes in again; the database keeps each one single."""

    digest = models.CharField(max_length=64, unique=True)
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="fingerprints")

    class Meta:
        verbose_name = _("fingerprint")
        verbose_name_plural = _("fingerprints")

    def __str__(self) -> str:
        return self.digest


class Decision(models.Model):
    """What a person decided on an item, when and why. Rows are added, never changed."""

    class Deed(models.TextChoices):
        PUBLISHED = "published", _("published")
        DRAFTED = "drafted", _("made a draft of")
        REJECTED = "rejected", _("rejected")
        REOPENED = "reopened", _("taken back into the queue")

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="decisions")
    deed = models.CharField(_("decision"), max_length=20, choices=Deed.choices)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    at = models.DateTimeField(_("when"), auto_now_add=True)
    why = models.CharField(_("why"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.item_id}: {self.deed}"
