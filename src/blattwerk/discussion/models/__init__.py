"""The rows of discussions."""

from blattwerk.discussion.models.comment import (
    Comment,
    Follow,
    Mute,
    Recommendation,
    Version,
    Wishes,
)
from blattwerk.discussion.models.desk import (
    Case,
    Deed,
    Entry,
    Note,
    Phrase,
    Reason,
    Switch,
    Trust,
)
from blattwerk.discussion.models.law import (
    Complaint,
    Danger,
    Letter,
    Notice,
    NoticeItem,
    Statement,
)
from blattwerk.discussion.models.thread import PinnedLead, RuleSet, Thread, Wording

__all__ = [
    "Case",
    "Comment",
    "Complaint",
    "Danger",
    "Deed",
    "Entry",
    "Follow",
    "Letter",
    "Mute",
    "Note",
    "Notice",
    "NoticeItem",
    "Phrase",
    "PinnedLead",
    "Reason",
    "Recommendation",
    "RuleSet",
    "Statement",
    "Switch",
    "Thread",
    "Trust",
    "Version",
    "Wishes",
    "Wording",
]
