"""What the system would do and leaves to people."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from blattwerk.stories.models.story import Story


class ProposalKind(models.TextChoices):
    """What is proposed."""

    JOIN = "join", _("take in")
    MERGE = "merge", _("merge")
    SPLIT = "split", _("split")


class ProposalState(models.TextChoices):
    """Open; what people said; or void, since what it was about has changed."""

    OPEN = "open", _("open")
    ACCEPTED = "accepted", _("accepted")
    REFUSED = "refused", _("refused")
    VOID = "void", _("void")


class Proposal(models.Model):
    """JOIN: `article` into `story`; MERGE: `other` into `story`; SPLIT: `articles` out of `story`.

    `key` names what it is about, so that the same is not proposed again once refused.
    `evidence` as in Membership; a merge's and a split's hold words and score.
    """

    kind = models.CharField(max_length=5, choices=ProposalKind)
    key = models.CharField(max_length=80, unique=True)
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="proposals")
    other = models.ForeignKey(Story, null=True, on_delete=models.CASCADE, related_name="+")
    article = models.ForeignKey(
        "newsroom.Article", null=True, on_delete=models.CASCADE, related_name="story_proposals"
    )
    articles = models.JSONField(default=list)
    score = models.FloatField()
    evidence = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=ProposalState, default=ProposalState.OPEN)
    made_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        indexes = [models.Index(fields=["state", "-made_at"], name="proposal_by_state")]

    def __str__(self) -> str:
        return self.key
