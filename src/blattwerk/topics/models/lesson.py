"""What the system has learnt from the paper's own assignments."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from blattwerk.topics.models.topic import Topic


class Lesson(models.Model):
    """The words that tell a topic, learnt from the articles that people gave it.

    `words`: {stem: [weight, the word as people write it]}. An article whose own words weigh
    `threshold` or more together is likely about the topic: of the articles learnt from, each as if
    it had not been among them, the share `precision` of those above it were.
    """

    topic = models.OneToOneField(
        Topic, primary_key=True, on_delete=models.CASCADE, related_name="lesson"
    )
    words = models.JSONField()
    threshold = models.FloatField()
    precision = models.FloatField()
    articles = models.PositiveIntegerField()
    made_at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("lesson")

    def __str__(self) -> str:
        return str(self.topic_id)


class School(models.Model):
    """When lessons were last made, and from which assignments: nothing new, nothing to learn."""

    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("learning")

    def __str__(self) -> str:
        return str(self.made_at)
