"""What the system would do and leaves to people."""

from datetime import datetime
from typing import Any

from blattwerk.stories.detect.shapes import Found
from blattwerk.stories.models import Proposal, ProposalKind, ProposalState, Story


def propose_joining(*, article_id: int, story: Story, found: Found, now: datetime) -> None:
    """Suggest to take the article into the story, unless a person has said no to it."""
    _propose(
        key=f"join-{article_id}-{story.pk}",
        kind=ProposalKind.JOIN,
        story=story,
        article_id=article_id,
        score=found.sure,
        evidence=found.evidence,
        now=now,
    )


def propose_merging(
    *, into: Story, other: Story, sure: float, evidence: dict[str, Any], now: datetime
) -> None:
    """Suggest to make one story of two."""
    first, second = sorted((into.pk, other.pk))
    _propose(
        key=f"merge-{first}-{second}",
        kind=ProposalKind.MERGE,
        story=into,
        other=other,
        score=sure,
        evidence=evidence,
        now=now,
    )


def propose_splitting(
    *, story: Story, articles: list[int], sure: float, evidence: dict[str, Any], now: datetime
) -> None:
    """Suggest to make a story of its own of these articles."""
    _propose(
        key=f"split-{story.pk}-{min(articles)}",
        kind=ProposalKind.SPLIT,
        story=story,
        articles=sorted(articles),
        score=sure,
        evidence=evidence,
        now=now,
    )


def void_proposals_for(*, article_id: int, now: datetime) -> None:
    """The article was withdrawn or has another text: what was proposed has lost its ground."""
    void(Proposal.objects.filter(article_id=article_id), now=now)


def void_proposals_of(*story_ids: int, now: datetime) -> None:
    """These stories are no longer what they were when it was proposed."""
    void(Proposal.objects.filter(story_id__in=story_ids), now=now)
    void(Proposal.objects.filter(other_id__in=story_ids), now=now)


def void_splits_of(story_id: int, *, now: datetime) -> None:
    """An article has left the story: the halves are no longer those that were proposed."""
    void(Proposal.objects.filter(kind=ProposalKind.SPLIT, story_id=story_id), now=now)


def void_baseless(story: Story, *, now: datetime) -> None:
    """Nothing is asked about a story without articles, nor whether it takes in what it holds."""
    if story.merged_into_id or not story.parts:
        void_proposals_of(story.pk, now=now)
    else:
        inside = story.memberships.values("article")
        void(Proposal.objects.filter(story=story, article__in=inside), now=now)


def void(proposals: Any, *, now: datetime) -> None:
    proposals.filter(state=ProposalState.OPEN).update(state=ProposalState.VOID, decided_at=now)


def _propose(*, key: str, now: datetime, **fields: Any) -> None:
    proposal, made = Proposal.objects.get_or_create(key=key, defaults={"made_at": now, **fields})
    if made or proposal.state in (ProposalState.REFUSED, ProposalState.ACCEPTED):
        return
    for name, value in {**fields, "state": ProposalState.OPEN, "decided_at": None}.items():
        setattr(proposal, name, value)
    proposal.save()
