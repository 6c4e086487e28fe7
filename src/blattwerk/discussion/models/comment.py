"""Comments, what they were before, and what readers do with them."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from blattwerk.discussion.models.thread import Thread


class CommentQuerySet(models.QuerySet["Comment"]):
    """Comments as readers ask for them."""

    def placed(self) -> "CommentQuerySet":
        """Those with a place in the thread: public ones, and what is gone but was public."""
        return self.filter(public_at__isnull=False)

    def public(self) -> "CommentQuerySet":
        return self.filter(state=Comment.State.PUBLIC)

    def readable(self) -> "CommentQuerySet":
        """Those that readers can read: public ones below pages that are there."""
        return self.public().filter(thread__page__live=True)


class Comment(models.Model):
    """What one reader wrote. The row stays for ever; its text goes when the law or writer asks.

    `parent` is what it replies to, `root` the top of that branch; both None at the top. `public_at`
    is when readers first could read it and gives it its place, which it keeps: what is removed,
    deleted or erased later leaves a line there. `place` counts the replies below a root from 1, in
    the order they came out; `replies` counts those of a root. `key` is the form's own, so that a
    form sent twice is one comment.
    """

    wagtail_reference_index_ignore = True

    class State(models.TextChoices):
        WAITING = "waiting", _("waits to be read")
        PUBLIC = "public", _("public")
        HELD = "held", _("held")  # the team looks again
        REJECTED = "rejected", _("rejected")  # never was public
        REMOVED = "removed", _("removed")  # was
        DELETED = "deleted", _("deleted by its writer")
        ERASED = "erased", _("erased with its writer's account")

    STANDING = (State.WAITING, State.PUBLIC, State.HELD)
    RESTRICTED = (State.REJECTED, State.REMOVED)  # by the team
    TAKEN_BACK = (State.DELETED, State.ERASED)  # by who wrote it

    thread = models.ForeignKey(Thread, on_delete=models.PROTECT, related_name="all_comments")
    writer = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="comments"
    )
    parent = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="answers", db_index=False
    )
    root = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="branch", db_index=False
    )
    text = models.TextField(blank=True)
    state = models.CharField(max_length=8, choices=State)
    policy = models.CharField(max_length=12)  # under which it was sent, such as pre
    sent_at = models.DateTimeField()
    public_at = models.DateTimeField(null=True)
    edited_at = models.DateTimeField(null=True)  # by the writer, once public
    cut_at = models.DateTimeField(null=True)  # by the team: words edited out, marked in the text
    picked_at = models.DateTimeField(null=True)  # an editor's pick
    recommended = models.PositiveIntegerField(default=0)
    place = models.PositiveIntegerField(null=True)
    replies = models.PositiveIntegerField(default=0)
    score = models.FloatField(null=True)  # the local help's, 0 to 1
    turn = models.PositiveIntegerField(default=0)  # counts what was done to text and state
    key = models.UUIDField()

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        constraints = [
            models.UniqueConstraint(fields=["writer", "key"], name="a_form_is_sent_once"),
            models.CheckConstraint(
                condition=Q(parent=None, root=None) | Q(parent__isnull=False, root__isnull=False),
                name="a_reply_has_parent_and_root",
            ),
            models.CheckConstraint(
                condition=~Q(state="public") | Q(public_at__isnull=False),
                name="what_is_public_has_a_place",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["waiting", "rejected"]) | Q(public_at=None),
                name="what_never_was_public_has_no_place",
            ),
        ]
        indexes = [
            models.Index(
                fields=["thread", "-public_at", "-id"],
                name="comment_newest",
                condition=Q(root=None, public_at__isnull=False),
            ),
            models.Index(
                fields=["thread", "public_at", "id"],
                name="comment_after",
                condition=Q(public_at__isnull=False),
            ),
            models.Index(
                fields=["thread", "-recommended", "-id"],
                name="comment_recommended",
                condition=Q(root=None, public_at__isnull=False),
            ),
            models.Index(
                fields=["thread", "-picked_at"],
                name="comment_picked",
                condition=Q(picked_at__isnull=False),
            ),
            models.Index(
                fields=["root", "place"], name="comment_branch", condition=Q(root__isnull=False)
            ),
            models.Index(
                fields=["parent"], name="comment_answers", condition=Q(parent__isnull=False)
            ),
            models.Index(fields=["writer", "-sent_at"], name="comment_by_writer"),
        ]

    def __str__(self) -> str:
        return f"{self.pk}: {self.text[:60]}"

    def get_absolute_url(self) -> str:
        """/diskussion/kommentar/<number>/"""
        return reverse("comment", args=[self.pk])

    @property
    def is_public(self) -> bool:
        return self.state == self.State.PUBLIC


class Version(models.Model):
    """A text that a comment had until `at`. Purged when the law's time is over."""

    wagtail_reference_index_ignore = True

    class Ended(models.TextChoices):
        EDITED = "edited", _("edited by its writer")
        CUT = "cut", _("edited by the team")
        DELETED = "deleted", _("deleted by its writer")

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="versions")
    text = models.TextField(blank=True)
    ended = models.CharField(max_length=8, choices=Ended)
    at = models.DateTimeField(db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.comment_id} until {self.at:%Y-%m-%d %H:%M}"


class Recommendation(models.Model):
    """One reader's one recommendation."""

    wagtail_reference_index_ignore = True

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="recommendations")
    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="recommendations"
    )
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["comment", "reader"], name="one_recommendation_each")
        ]

    def __str__(self) -> str:
        return f"{self.reader_id} recommends {self.comment_id}"


class Mute(models.Model):
    """A reader who does not want to read another."""

    wagtail_reference_index_ignore = True

    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mutes"
    )
    muted = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reader", "muted"], name="one_mute_each")]

    def __str__(self) -> str:
        return f"{self.reader_id} mutes {self.muted_id}"


class Follow(models.Model):
    """A reader who wants mail when something new is public in a thread."""

    wagtail_reference_index_ignore = True

    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="follows"
    )
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="followers")
    since = models.DateTimeField()
    told_at = models.DateTimeField(null=True)  # when the last mail about it was written

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reader", "thread"], name="one_follow_each")]

    def __str__(self) -> str:
        return f"{self.reader_id} follows {self.thread_id}"


class Wishes(models.Model):
    """What mail a reader wants of the forum. Decisions about them are always told."""

    wagtail_reference_index_ignore = True

    reader = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="forum_wishes"
    )
    mail_on_reply = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"wishes of {self.reader_id}"
