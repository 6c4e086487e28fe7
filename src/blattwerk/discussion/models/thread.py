"""What readers write under one page, and what desks set for it."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class Thread(models.Model):
    """A page's discussion. Its number is the page's, for ever, and outlives the page.

    `comments` counts what readers can read, `turn` every change they can see. `last_at` is when the
    newest comment came out.
    """

    wagtail_reference_index_ignore = True

    number = models.BigIntegerField(primary_key=True)
    page = models.OneToOneField(Page, null=True, on_delete=models.SET_NULL, related_name="thread")
    title = models.CharField(max_length=255)  # the page's when the thread began
    comments = models.PositiveIntegerField(default=0)
    turn = models.PositiveBigIntegerField(default=0)
    last_at = models.DateTimeField(null=True, db_index=True)

    class Meta:
        verbose_name = _("discussion")
        verbose_name_plural = _("discussions")
        permissions = [
            ("moderate", "Can moderate comments"),
            ("lead", "Can lead the community team: rules, bans, word lists, texts"),
        ]

    def __str__(self) -> str:
        return self.page.title if self.page else self.title

    def get_absolute_url(self) -> str:
        """/diskussion/<number>/"""
        return reverse("thread", args=[self.number])


class RuleSet(models.Model):
    """One layer of rules as plain data (`rules/read.py`); `key` is the section's, topic's or page's
    number, 0 for the site."""

    wagtail_reference_index_ignore = True

    class Scope(models.TextChoices):
        SITE = "site", _("whole paper")
        SECTION = "section", _("section")
        TOPIC = "topic", _("topic")
        PAGE = "page", _("page")

    scope = models.CharField(max_length=8, choices=Scope)
    key = models.BigIntegerField(default=0)
    plain = models.JSONField(default=dict)
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["scope", "key"], name="one_rule_set_each"),
            models.CheckConstraint(
                condition=models.Q(scope="site", key=0)
                | (~models.Q(scope="site") & models.Q(key__gt=0)),
                name="the_site_has_no_key",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scope} {self.key}"


class PinnedLead(models.Model):
    """Where an editor wants a closed discussion to lead, before what the paper finds itself."""

    wagtail_reference_index_ignore = True

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="pinned_leads")
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["thread", "page"], name="a_lead_is_pinned_once")
        ]

    def __str__(self) -> str:
        return f"{self.thread_id} leads to {self.page_id}"


class Wording(models.Model):
    """A text of the forum's in the desk's own words, such as a closing notice's or the rules'."""

    wagtail_reference_index_ignore = True

    name = models.CharField(max_length=40)  # a state's kind, or `rules`
    language = models.CharField(max_length=2, choices=settings.LANGUAGES)
    text = models.TextField(max_length=4000)
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name", "language"], name="one_wording_each")
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.language})"
