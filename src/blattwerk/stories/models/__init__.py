"""The rows of stories."""

from blattwerk.stories.models.decision import Decision, Deed
from blattwerk.stories.models.index import Frequency, Mean, Posting, Profile, Signature
from blattwerk.stories.models.membership import Membership
from blattwerk.stories.models.proposal import Proposal, ProposalKind, ProposalState
from blattwerk.stories.models.story import Chapter, Story

__all__ = [
    "Chapter",
    "Decision",
    "Deed",
    "Frequency",
    "Mean",
    "Membership",
    "Posting",
    "Profile",
    "Proposal",
    "ProposalKind",
    "ProposalState",
    "Signature",
    "Story",
]
