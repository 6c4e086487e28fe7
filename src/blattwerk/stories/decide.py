"""What a person says to a proposal."""

from datetime import datetime

from django.db import transaction

from blattwerk.accounts.models import User
from blattwerk.stories.decided import kept_apart, one_at_a_time
from blattwerk.stories.errors import AlreadyDecided
from blattwerk.stories.forbid import forbid
from blattwerk.stories.merge import keep_apart, merge
from blattwerk.stories.models import Proposal, ProposalKind, ProposalState
from blattwerk.stories.move import move
from blattwerk.stories.split import split


def accept(*, proposal_id: int, by: User | None, now: datetime) -> Proposal:
    """Do what was proposed, as this person's decision. Raises AlreadyDecided and the deed's own."""
    with transaction.atomic():
        proposal = _decided(proposal_id, ProposalState.ACCEPTED, by, now)
        if proposal.kind == ProposalKind.JOIN and proposal.article_id:
            move(article_id=proposal.article_id, story_id=proposal.story_id, by=by, now=now)
        elif proposal.kind == ProposalKind.MERGE and proposal.other_id:
            merge(into_id=proposal.story_id, other_id=proposal.other_id, by=by, now=now)
        else:
            split(story_id=proposal.story_id, article_ids=proposal.articles, by=by, now=now)
    return proposal


def refuse(*, proposal_id: int, by: User | None, now: datetime, why: str = "") -> Proposal:
    """Say no for good: it is never proposed again. Raises AlreadyDecided."""
    with transaction.atomic():
        proposal = _decided(proposal_id, ProposalState.REFUSED, by, now)
        story, other, article = proposal.story_id, proposal.other_id, proposal.article_id
        if proposal.kind == ProposalKind.JOIN and article:
            forbid(article_id=article, story_id=story, by=by, now=now, why=why)
        elif proposal.kind == ProposalKind.MERGE and other and not kept_apart(story, other):
            keep_apart(story_id=story, other_id=other, by=by, now=now, why=why)
    return proposal


def _decided(proposal_id: int, state: ProposalState, by: User | None, now: datetime) -> Proposal:
    one_at_a_time()
    proposal = Proposal.objects.filter(pk=proposal_id, state=ProposalState.OPEN).first()
    if proposal is None:
        raise AlreadyDecided
    proposal.state, proposal.decided_by, proposal.decided_at = state, by, now
    proposal.save()
    return proposal
