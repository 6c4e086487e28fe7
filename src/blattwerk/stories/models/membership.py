"""Which article belongs to which story, and why."""

from django.db import models

from blattwerk.stories.models.story import Chapter, Story


class Membership(models.Model):
    """An article's one place. It stays when the article is withdrawn; readers ask for live ones.

    `decision` is the human decision that placed it, None where the system did. `evidence` is what
    `reasons.py` makes its sentence of: {"words": [{"word", "share"}], "numbers": {name: value},
    "parts": {name: weight x value}, "time": float, "score", "margin", "runner_up", "model"}; the
    parts and the constant add up to the score. Empty where a person placed it or it came first.
    """

    article = models.OneToOneField(
        "newsroom.Article", on_delete=models.CASCADE, related_name="story_membership"
    )
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="memberships")
    chapter = models.ForeignKey(
        Chapter, null=True, on_delete=models.SET_NULL, related_name="memberships"
    )
    copy_of = models.ForeignKey(
        "newsroom.Article", null=True, on_delete=models.SET_NULL, related_name="story_copies"
    )
    decision = models.ForeignKey(
        "stories.Decision", null=True, on_delete=models.PROTECT, related_name="placed"
    )
    evidence = models.JSONField(default=dict)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["story", "article"], name="membership_by_story")]

    def __str__(self) -> str:
        return f"article {self.article_id} in story {self.story_id}"
