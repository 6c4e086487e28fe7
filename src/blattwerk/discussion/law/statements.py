"""Statements of reasons: what a restriction rests on, as its writer is told (Art. 17)."""

import secrets
from datetime import datetime

from blattwerk.discussion.models import Comment, Entry, NoticeItem, Reason, Statement


def state_reasons(
    *,
    entry: Entry,
    restriction: Statement.Restriction,
    reason: Reason,
    facts: str = "",
    until: datetime | None = None,
) -> Statement:
    """Keep and send the reasons of a restriction, in the transaction of the decision."""
    comment = entry.comment
    return Statement.objects.create(
        entry=entry,
        reader=entry.reader or (comment.writer if comment else None),
        comment=comment,
        restriction=restriction,
        ground=reason.ground,
        clause=reason.clause,
        category=reason.category,
        facts=facts,
        told=reason.text,
        from_notice=comment is not None and _was_noticed(comment),
        automated_detection=entry.case is not None and bool(entry.case.words),
        until=until,
        token=secrets.token_urlsafe(32),
        at=entry.at,
    )


def withdraw_statements(comment: Comment, now: datetime, *, of: Entry | None = None) -> None:
    """The restrictions of a comment (or the one that `of` made) hold no longer."""
    standing = Statement.objects.filter(comment=comment, withdrawn_at=None)
    if of is not None:
        standing = standing.filter(entry=of)
    standing.update(withdrawn_at=now)


def _was_noticed(comment: Comment) -> bool:
    return NoticeItem.objects.filter(comment=comment).exists()
