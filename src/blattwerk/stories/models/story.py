"""Stories and their chapters."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from blattwerk.newsroom.slugs import headline_slug

LONGEST_TITLE = 160  # characters


class StoryQuerySet(models.QuerySet["Story"]):
    """Stories as readers ask for them."""

    def public(self) -> "StoryQuerySet":
        return self.filter(public_at__isnull=False, merged_into=None, parts__gt=0)

    def newest_first(self) -> "StoryQuerySet":
        return self.order_by("-last_at", "-pk")


class Story(models.Model):
    """An affair that runs over days. Its number is its own for ever.

    `title` and `standfirst` are an editor's where `titled_by_hand`, else the first article's kicker
    or headline and nothing. `parts`, `first_at`, `last_at` count what readers can read now, copies
    not counted. `decision` is the newest human decision about the story itself; while `locked`, the
    database lets nothing change here that does not carry a newer one.
    """

    title = models.CharField(_("title"), max_length=LONGEST_TITLE)
    standfirst = models.TextField(_("standfirst"), max_length=600, blank=True)
    titled_by_hand = models.BooleanField(default=False)
    language = models.CharField(max_length=2, blank=True)
    made_at = models.DateTimeField()
    public_at = models.DateTimeField(null=True)
    public_by_hand = models.BooleanField(null=True)  # None: by the count of its parts
    parts = models.PositiveIntegerField(default=0)
    first_at = models.DateTimeField(null=True)
    last_at = models.DateTimeField(null=True, db_index=True)
    locked = models.BooleanField(default=False)
    pinned = models.BooleanField(default=False)
    merged_into = models.ForeignKey(
        "self", null=True, on_delete=models.CASCADE, related_name="merged"
    )
    decision = models.ForeignKey(
        "stories.Decision", null=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = StoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        indexes = [models.Index(fields=["-last_at", "-id"], name="story_by_time")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Readable words and the number that finds the story for ever: /story/flut-am-inn-12/."""
        return reverse("story", args=[headline_slug(self.title), self.pk])

    @property
    def is_public(self) -> bool:
        return self.public_at is not None and self.merged_into_id is None and self.parts > 0


class Chapter(models.Model):
    """A burst of a story: what came without a pause of 48 hours and on the same matter.

    Made anew by `chapters.py` whenever the story changes; `number` counts from 1, oldest first.
    `key_line` is the headline of the article that stands for it.
    """

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="chapters")
    number = models.PositiveSmallIntegerField()
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()
    parts = models.PositiveIntegerField()
    key_line = models.CharField(max_length=255)
    key_article = models.ForeignKey(
        "newsroom.Article", null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["story", "number"]
        constraints = [models.UniqueConstraint(fields=["story", "number"], name="chapter_once")]

    def __str__(self) -> str:
        return f"{self.number}. {self.key_line}"
