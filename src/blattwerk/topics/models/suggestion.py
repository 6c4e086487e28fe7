"""What the system thinks an article is about, and what people said to it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from blattwerk.topics.models.topic import Topic


class SuggestionState(models.TextChoices):
    """Open, or what a person said."""

    OPEN = "open", _("open")
    ACCEPTED = "accepted", _("accepted")
    REFUSED = "refused", _("refused")


class Suggestion(models.Model):
    """One topic suggested for one article. A refused one is never suggested again.

    `score` is 0 to 1; for an assignment that a person took back, which counts as refused, it is 0.

    `evidence`: {"found": [{"text", "times", "where"}], "words": [{"word", "share"}],
    "articles": n}; the first for names found in the text, where they stand first: "headline",
    "lead" or "text"; the others for what was learnt from n assigned articles, shares of 1.
    """

    article = models.ForeignKey(
        "newsroom.Article", on_delete=models.CASCADE, related_name="topic_suggestions"
    )
    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="suggestions")
    score = models.FloatField()
    evidence = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=SuggestionState, default=SuggestionState.OPEN)
    made_at = models.DateTimeField()
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("suggested topic")
        constraints = [
            models.UniqueConstraint(fields=["article", "topic"], name="topic_suggested_once")
        ]
        indexes = [models.Index(fields=["state", "-made_at"], name="suggestion_by_state")]

    def __str__(self) -> str:
        return f"{self.article_id}: {self.topic_id}"


class Reading(models.Model):
    """Which text of an article suggestions were last made from; the same is not read twice."""

    article = models.OneToOneField(
        "newsroom.Article", primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    digest = models.CharField(max_length=64)
    read_at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("text read for topics")

    def __str__(self) -> str:
        return str(self.pk)
