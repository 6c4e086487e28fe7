"""Notices, statements of reasons, complaints: what the Digital Services Act asks for."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from blattwerk.discussion.models.comment import Comment
from blattwerk.discussion.models.desk import Entry, Reason


class Notice(models.Model):
    """Somebody says that comments break the law (Art. 16), or the house rules (a report).

    `token` is the secret part of the address where its state can be seen. The name and address may
    be empty where the Act says so; both are erased with the retention period.
    """

    wagtail_reference_index_ignore = True

    class Kind(models.TextChoices):
        RULES = "rules", _("against the house rules")
        LAW = "law", _("illegal")
        DANGER = "danger", _("a person's life or safety is in danger")

    kind = models.CharField(max_length=6, choices=Kind)
    category = models.CharField(max_length=60, blank=True)
    law = models.CharField(max_length=200, blank=True)  # which law, in the notifier's words
    why = models.TextField(max_length=4000)
    name = models.CharField(max_length=200, blank=True)
    mail = models.EmailField(blank=True)
    unmailed = models.BooleanField(default=False)  # too many named its address: none goes there
    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="notices"
    )
    good_faith = models.BooleanField(default=False)
    language = models.CharField(max_length=2, default="de")
    token = models.CharField(max_length=43, unique=True)
    at = models.DateTimeField(db_index=True)
    decided_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def mailed_to(self) -> str:
        """Where somebody without an account is told of it; "" where nobody is."""
        return "" if self.unmailed else self.mail


class NoticeItem(models.Model):
    """One of the comments that a notice names, and what was decided about it."""

    wagtail_reference_index_ignore = True

    class Outcome(models.TextChoices):
        OPEN = "open", _("not decided yet")
        UPHELD = "upheld", _("the comment was restricted")
        DECLINED = "declined", _("the comment stays")
        GONE = "gone", _("the comment was gone already")

    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="items")
    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="notice_items")
    outcome = models.CharField(max_length=8, choices=Outcome, default=Outcome.OPEN)
    reasons = models.TextField(blank=True)
    entry = models.ForeignKey(Entry, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["notice", "comment"], name="a_notice_names_it_once"),
            models.CheckConstraint(
                condition=Q(outcome="open", decided_at=None)
                | (~Q(outcome="open") & Q(decided_at__isnull=False)),
                name="a_decided_item_says_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.notice_id}: {self.comment_id} {self.outcome}"


class Statement(models.Model):
    """Why somebody was restricted (Art. 17), as it was told. Never changed; `withdrawn_at` says
    that the restriction was lifted again."""

    wagtail_reference_index_ignore = True

    class Restriction(models.TextChoices):
        REJECTED = "rejected", _("the comment was not published")
        REMOVED = "removed", _("the comment was removed")
        CUT = "cut", _("parts of the comment were removed")
        PAUSED = "paused", _("writing was suspended for a time")
        BANNED = "banned", _("writing was ended")

    OF_A_COMMENT = (Restriction.REJECTED, Restriction.REMOVED, Restriction.CUT)

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="statement")
    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="statements"
    )
    comment = models.ForeignKey(
        Comment, null=True, on_delete=models.PROTECT, related_name="statements"
    )
    restriction = models.CharField(max_length=8, choices=Restriction)
    ground = models.CharField(max_length=5, choices=Reason.Ground)
    clause = models.CharField(max_length=200)
    category = models.CharField(max_length=60, blank=True)
    facts = models.TextField()
    told = models.TextField()  # the whole text as shown and mailed
    from_notice = models.BooleanField(default=False)
    automated_detection = models.BooleanField(default=False)
    automated_decision = models.BooleanField(default=False)
    until = models.DateTimeField(null=True)  # of a pause
    token = models.CharField(max_length=43, unique=True)
    at = models.DateTimeField(db_index=True)
    withdrawn_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.restriction} {self.pk}"


class Complaint(models.Model):
    """Against a statement (by its reader) or a declined item (by its notifier); decided by a person
    other than the first (Art. 20)."""

    wagtail_reference_index_ignore = True

    class Outcome(models.TextChoices):
        OPEN = "open", _("not decided yet")
        UPHELD = "upheld", _("the decision stands")
        OVERTURNED = "overturned", _("the decision was overturned")

    statement = models.OneToOneField(
        Statement, null=True, on_delete=models.PROTECT, related_name="complaint"
    )
    item = models.OneToOneField(
        NoticeItem, null=True, on_delete=models.PROTECT, related_name="complaint"
    )
    text = models.TextField(max_length=4000)
    token = models.CharField(max_length=43, unique=True)
    at = models.DateTimeField(db_index=True)
    due_at = models.DateTimeField()
    first_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )  # whose decision it is against
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.OPEN)
    reasons = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(statement__isnull=False, item=None)
                | Q(statement=None, item__isnull=False),
                name="a_complaint_is_against_one_decision",
            ),
            models.CheckConstraint(
                condition=Q(first_by=None)
                | Q(decided_by=None)
                | ~Q(decided_by=models.F("first_by")),
                name="a_second_person_decides",
            ),
        ]

    def __str__(self) -> str:
        return f"complaint {self.pk}"


class Danger(models.Model):
    """A threat to somebody's life or safety, and which authority was told when (Art. 18)."""

    wagtail_reference_index_ignore = True

    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="dangers")
    facts = models.TextField(max_length=4000)
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    authority = models.CharField(max_length=200, blank=True)
    told_at = models.DateTimeField(null=True)
    told_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    def __str__(self) -> str:
        return f"danger in {self.comment_id}"


class Order(models.Model):
    """An authority's order to act against illegal content, or to tell it something (Art. 9, 10);
    entered by the head of the team when it comes."""

    wagtail_reference_index_ignore = True

    class Kind(models.TextChoices):
        ACT = "act", _("to act against illegal content")
        INFORM = "inform", _("to give information")

    kind = models.CharField(_("order"), max_length=6, choices=Kind)
    authority = models.CharField(_("authority"), max_length=200)
    country = models.CharField(_("member state"), max_length=2)  # ISO 3166
    category = models.CharField(_("category"), max_length=60, blank=True)
    received_at = models.DateTimeField(_("received"), db_index=True)
    confirmed_at = models.DateTimeField(_("receipt confirmed"), null=True, blank=True)
    done_at = models.DateTimeField(_("given effect"), null=True, blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    def __str__(self) -> str:
        return f"{self.kind} {self.authority}"


class Letter(models.Model):
    """A mail that is to go out. It is sent by a job, again and again until it went or is given up.

    `reader` is whom it is for, where they have an account; then their present address is taken.
    """

    wagtail_reference_index_ignore = True

    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="letters"
    )
    mail = models.EmailField(blank=True)
    template = models.CharField(max_length=60)  # discussion/mails/<template>.txt and .html
    subject = models.CharField(max_length=200)
    context = models.JSONField(default=dict)
    language = models.CharField(max_length=2, default="de")
    made_at = models.DateTimeField()
    next_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["next_at"],
                name="letter_to_send",
                condition=Q(sent_at=None, given_up_at=None),
            ),
            models.Index(
                fields=["given_up_at"],
                name="letter_given_up",
                condition=Q(given_up_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.template} {self.pk}"
