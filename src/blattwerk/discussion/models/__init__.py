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
    Day,
    Deed,
    Entry,
    Note,
    Phrase,
    Reason,
    SealCheck,
    Switch,
    Trust,
)
from blattwerk.discussion.models.law import (
    Complaint,
    Danger,
    Letter,
    Notice,
    NoticeItem,
    Order,
    Statement,
)
from blattwerk.discussion.models.thread import PinnedLead, RuleSet, Thread, Wording

__all__ = [
    "Case",
    "Comment",
    "Complaint",
    "Danger",
    "Day",
    "Deed",
    "Entry",
    "Follow",
    "Letter",
    "Mute",
    "Note",
    "Notice",
    "NoticeItem",
    "Order",
    "Phrase",
    "PinnedLead",
    "Reason",
    "Recommendation",
    "RuleSet",
    "SealCheck",
    "Statement",
    "Switch",
    "Thread",
    "Trust",
    "Version",
    "Wishes",
    "Wording",
]
