"""What people decided about stories: rows that are only ever added."""

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Deed(models.TextChoices):
    """All that a person can decide. `UNDO` takes back the decision named in `undoes`."""

    PLACE = "place", _("placed")  # article belongs to story: must-link
    FORBID = "forbid", _("kept out")  # article does not belong to story: cannot-link
    TAKE_OUT = "take_out", _("taken out")  # article stands alone and stays so
    MERGE = "merge", _("merged")  # other goes into story
    SPLIT = "split", _("split off")  # story was made of articles of other
    KEEP_APART = "keep_apart", _("kept apart")  # story and other are never to be merged
    RENAME = "rename", _("renamed")
    LOCK = "lock", _("locked")
    UNLOCK = "unlock", _("unlocked")
    PIN = "pin", _("pinned")
    UNPIN = "unpin", _("unpinned")
    PUBLISH = "publish", _("made public")
    HIDE = "hide", _("hidden")
    BEGIN = "begin", _("begun")  # story was begun by hand
    UNDO = "undo", _("undone")


class Decision(models.Model):
    """Who decided what, when and why. The database refuses to change a row that stands.

    Articles are kept by number, so that a decision outlives them. `before` holds what an undo
    needs: {"stories": [...], "memberships": [...]} as they stood.
    """

    deed = models.CharField(max_length=12, choices=Deed)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()
    why = models.CharField(max_length=300, blank=True)
    story = models.ForeignKey(
        "stories.Story", null=True, on_delete=models.CASCADE, related_name="decisions"
    )
    other = models.ForeignKey(
        "stories.Story", null=True, on_delete=models.CASCADE, related_name="+"
    )
    article_id = models.BigIntegerField(null=True, db_index=True)
    articles = models.JSONField(default=list)  # a split's
    before = models.JSONField(default=dict)
    undoes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="undone_by"
    )

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["story", "-at"], name="decision_by_story")]

    def __str__(self) -> str:
        return f"{self.deed} {self.at:%Y-%m-%d %H:%M}"

    def delete(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        raise TypeError("A decision is never deleted; undo it with another one.")
