"""Statements of reasons: what a restriction rests on, as its writer is told (Art. 17)."""

import secrets
from datetime import datetime

from django.db.models import QuerySet
from django.utils import translation

from blattwerk.discussion.law import mails
from blattwerk.discussion.law.telling import in_full
from blattwerk.discussion.letters import papers_language
from blattwerk.discussion.models import Comment, Complaint, Entry, NoticeItem, Reason, Statement
from blattwerk.discussion.switches import switches


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
    statement = Statement(
        entry=entry,
        reader=entry.reader or (comment.writer if comment else None),
        comment=comment,
        restriction=restriction,
        ground=reason.ground,
        clause=reason.clause,
        category=reason.category,
        facts=facts,
        from_notice=comment is not None and _was_noticed(comment),
        automated_detection=entry.case is not None and bool(entry.case.words),
        until=until,
        token=secrets.token_urlsafe(32),
        at=entry.at,
    )
    sorted_by_help = switches().help_on and comment is not None and comment.score is not None
    with translation.override(papers_language()):
        statement.told = in_full(statement, explanation=reason.text, sorted_by_help=sorted_by_help)
        statement.save(force_insert=True)
        mails.tell_statement(statement)
    return statement


def withdraw_statements(comment: Comment, now: datetime, *, of: Entry | None = None) -> None:
    """The restrictions of a comment (or the one that `of` made) hold no longer."""
    standing = Statement.objects.filter(comment=comment)
    withdraw(standing.filter(entry=of) if of is not None else _out_of_sight(standing), now)


def withdraw(statements: QuerySet[Statement], now: datetime) -> None:
    """These restrictions hold no longer; whom they were against is told. A complaint about one of
    them that nobody has decided yet has got what it asked for."""
    for statement in statements.filter(withdrawn_at=None).select_related("reader"):
        statement.withdrawn_at = now
        statement.save(update_fields=["withdrawn_at"])
        mails.tell_withdrawal(statement, now)
        Complaint.objects.filter(statement=statement, outcome=Complaint.Outcome.OPEN).update(
            outcome=Complaint.Outcome.OVERTURNED, decided_at=now
        )


def _out_of_sight(statements: QuerySet[Statement]) -> QuerySet[Statement]:
    """Those that took the comment away; its cut words and its writer's pause are other things."""
    kinds = Statement.Restriction
    return statements.filter(restriction__in=(kinds.REJECTED, kinds.REMOVED))


def _was_noticed(comment: Comment) -> bool:
    return NoticeItem.objects.filter(comment=comment).exists()
