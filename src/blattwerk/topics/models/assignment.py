"""Which article is about which topic."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from blattwerk.topics.models.topic import Topic


class Assignment(models.Model):
    """An editor's word that an article is about a topic; `by` is empty for the sample paper."""

    article = models.ForeignKey(
        "newsroom.Article", on_delete=models.CASCADE, related_name="topic_assignments"
    )
    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="assignments")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("assignment")
        constraints = [
            models.UniqueConstraint(fields=["article", "topic"], name="topic_assigned_once")
        ]
        indexes = [models.Index(fields=["topic", "article"], name="articles_of_topic")]

    def __str__(self) -> str:
        return f"{self.article_id}: {self.topic_id}"
