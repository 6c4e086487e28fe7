"""What the community team works with."""

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from blattwerk.discussion.models.comment import Comment
from blattwerk.discussion.models.thread import Thread


class Case(models.Model):
    """A comment that a person must look at; a comment has one open case at most.

    `turn_at` orders the queue: when it was opened, put back by what makes it urgent (`need.py`), so
    that the order never changes as time goes by. Whoever works on it has claimed it.
    """

    wagtail_reference_index_ignore = True

    class Cause(models.TextChoices):
        NEW = "new", _("waits to be read")
        AFTERWARDS = "afterwards", _("public, to be read")
        EDITED = "edited", _("edited by its writer")
        WORD = "word", _("word list")
        HELD = "held", _("held")
        REPORT = "report", _("reported")
        COMPLAINT = "complaint", pgettext_lazy("forum", "complaint")
        NOTICE = "notice", _("notice of illegal content")
        DANGER = "danger", _("danger to life")

    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="cases")
    cause = models.CharField(max_length=10, choices=Cause)
    turn_at = models.DateTimeField()
    opened_at = models.DateTimeField()
    words = models.JSONField(default=list)  # what word lists found in it
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    claimed_until = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    grave_told_at = models.DateTimeField(null=True)  # when the team was written to: it is grave,
    wait_told_at = models.DateTimeField(null=True)  # or it waits too long

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["comment"], condition=Q(closed_at=None), name="one_open_case_a_comment"
            )
        ]
        indexes = [
            models.Index(fields=["turn_at", "id"], name="case_queue", condition=Q(closed_at=None)),
            models.Index(fields=["opened_at"], name="case_opened"),
            models.Index(
                fields=["closed_at"], name="case_closed", condition=Q(closed_at__isnull=False)
            ),
            models.Index(
                fields=["wait_told_at"],
                name="case_wait_told",
                condition=Q(wait_told_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.cause} {self.comment_id}"


class Reason(models.Model):
    """A template for a decision: which rule or law, and what its writer is told."""

    wagtail_reference_index_ignore = True

    class Ground(models.TextChoices):
        RULES = "rules", _("house rules")
        LAW = "law", _("law")

    title = models.CharField(_("title"), max_length=80, unique=True)
    ground = models.CharField(_("ground"), max_length=5, choices=Ground)
    clause = models.CharField(
        _("rule or law"), max_length=200, help_text=_("“House rules, 3” or “§ 283 StGB”.")
    )
    text = models.TextField(_("what the writer is told"), max_length=2000)
    category = models.CharField(_("category of the Act"), max_length=60, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=100)
    in_use = models.BooleanField(_("in use"), default=True)

    class Meta:
        ordering = ["order", "title"]
        verbose_name = _("reason")
        verbose_name_plural = _("reasons")

    def __str__(self) -> str:
        return self.title


class Deed(models.TextChoices):
    """All that is written down of what the team does."""

    APPROVE = "approve", _("approved")
    REJECT = "reject", _("rejected")
    REMOVE = "remove", _("removed")
    CUT = "cut", _("edited out")
    HOLD = "hold", _("held")
    RESTORE = "restore", _("restored")
    PICK = "pick", _("picked")
    UNPICK = "unpick", _("no longer picked")
    DISMISS = "dismiss", _("left standing")  # after a report or notice
    CLOSE = "close", _("discussion closed")
    REOPEN = "reopen", _("discussion opened")
    RULES = "rules", _("rules changed")
    WARN = "warn", _("warned")
    PAUSE = "pause", _("paused")
    BAN = "ban", _("banned")
    LIFT = "lift", _("sanction lifted")
    TRUST = "trust", _("trusted")
    DISTRUST = "distrust", _("no longer trusted")
    WORDS = "words", _("word list changed")
    WORDING = "wording", _("text changed")
    REASONS = "reasons", _("reasons changed")
    COMPLAINT = "complaint", _("complaint decided")
    DANGER = "danger", _("danger to life told")
    ORDER = "order", _("order of an authority entered")
    PURGE = "purge", _("purged by retention period")
    UNDO = "undo", _("undone")


class Entry(models.Model):
    """The log: rows are added and nobody changes or deletes them; the database refuses (fences).

    `details` holds what an undo needs and what was decided on. `seal` is a digest over this row and
    the seal of the one before, so that a row taken out behind the database's back shows.
    """

    wagtail_reference_index_ignore = True

    deed = models.CharField(max_length=10, choices=Deed)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(db_index=True)
    comment = models.ForeignKey(
        Comment, null=True, on_delete=models.PROTECT, related_name="entries"
    )
    thread = models.ForeignKey(Thread, null=True, on_delete=models.PROTECT, related_name="entries")
    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="forum_entries"
    )
    reason = models.ForeignKey(Reason, null=True, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, null=True, on_delete=models.PROTECT, related_name="entries")
    details = models.JSONField(default=dict)
    undoes = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="undone_by"
    )
    seal = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.deed} {self.at:%Y-%m-%d %H:%M}"

    def delete(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        raise TypeError("An entry of the log is never deleted; undo it with another one.")


class Trust(models.Model):
    """A reader whose comments appear at once where the policy says so."""

    wagtail_reference_index_ignore = True

    reader = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="forum_trust"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.reader_id} is trusted"


class Note(models.Model):
    """What the team tells itself: about a reader, a comment, or (neither) at the end of a shift."""

    wagtail_reference_index_ignore = True

    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="forum_notes"
    )
    comment = models.ForeignKey(Comment, null=True, on_delete=models.CASCADE, related_name="notes")
    text = models.TextField(max_length=2000)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return self.text[:60]


class Phrase(models.Model):
    """A word or phrase that brings a comment to a person, whatever the policy."""

    wagtail_reference_index_ignore = True

    text = models.CharField(_("word or phrase"), max_length=120, unique=True)
    inflected = models.BooleanField(
        _("in all its forms"), default=True, help_text=_("“Trottel” finds “Trotteln” too.")
    )
    exceptions = models.JSONField(_("but not in"), default=list, blank=True)
    note = models.CharField(_("note"), max_length=200, blank=True)
    in_use = models.BooleanField(_("in use"), default=True)
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["text"]
        verbose_name = _("word or phrase")
        verbose_name_plural = _("words and phrases")

    def __str__(self) -> str:
        return self.text


class Switch(models.Model):
    """What the lead turned on or off; one row. `help_on` is the local help's switch; `alarm_after`
    how long a comment may wait until the team is written to."""

    wagtail_reference_index_ignore = True

    help_on = models.BooleanField(default=True)
    alarm_after = models.PositiveSmallIntegerField(default=120)  # minutes; 0 is never
    months_kept = models.PositiveSmallIntegerField(default=12)  # texts that never were public
    longest = models.PositiveSmallIntegerField(default=500)  # graphemes a comment may have

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(pk=1), name="one_row_of_switches"),
            models.CheckConstraint(
                condition=Q(longest__gte=100, longest__lte=5000), name="a_comment_has_room"
            ),
            models.CheckConstraint(
                condition=Q(months_kept__gte=1, months_kept__lte=120), name="texts_are_kept_a_while"
            ),
        ]

    def __str__(self) -> str:
        return "switches"


class Day(models.Model):
    """What the team did on one day of the paper's clock, counted once it was over, so that figures
    over weeks never count a million rows again. `told` is plain data of `admin/counting.py`."""

    wagtail_reference_index_ignore = True

    day = models.DateField(primary_key=True)
    told = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d}"


class SealCheck(models.Model):
    """When the log's seals were last checked, and the entries that did not fit; one row."""

    wagtail_reference_index_ignore = True

    at = models.DateTimeField()
    broken = models.JSONField(default=list)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="one_row_of_seal_checks")]

    def __str__(self) -> str:
        return f"seals checked {self.at:%Y-%m-%d %H:%M}"
