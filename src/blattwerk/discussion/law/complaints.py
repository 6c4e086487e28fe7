"""Complaints against decisions, decided by a person other than the first (Art. 20)."""

import secrets
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from blattwerk.accounts.models import Sanction, User
from blattwerk.accounts.sanctions import lift_sanction
from blattwerk.discussion.cases import open_case
from blattwerk.discussion.decide import approve, standing
from blattwerk.discussion.errors import OnlyForTheLead, SamePerson
from blattwerk.discussion.law.deadlines import complaint_due
from blattwerk.discussion.law.errors import (
    ComplainedAlready,
    ComplaintDecided,
    NothingToComplainAbout,
    NoWords,
    TooLateToComplain,
)
from blattwerk.discussion.law.mails import tell_complaint_came, tell_complaint_decided
from blattwerk.discussion.law.notices import reopen, reopen_notices, settle_notices
from blattwerk.discussion.law.notify import CAUSES
from blattwerk.discussion.law.statements import withdraw
from blattwerk.discussion.law.telling import last_day
from blattwerk.discussion.log import write_down
from blattwerk.discussion.models import (
    Comment,
    Complaint,
    Deed,
    Entry,
    Notice,
    NoticeItem,
    Statement,
    Version,
)
from blattwerk.discussion.placing import set_state
from blattwerk.discussion.team import leads
from blattwerk.discussion.text import cleaned, is_readable

LONGEST = 4000
Outcome = Complaint.Outcome
Restriction = Statement.Restriction
ITEM_TO_COMPLAIN_ABOUT = NoticeItem.Outcome.DECLINED


def complain_about_statement(*, token: str, text: str, now: datetime) -> Complaint:
    """The writer does not accept a restriction. Raises Statement.DoesNotExist, and in sentences
    NoWords, NothingToComplainAbout, TooLateToComplain, ComplainedAlready."""
    statement = Statement.objects.select_related("entry").get(token=token)
    if statement.withdrawn_at is not None:
        raise NothingToComplainAbout
    return _complain(
        Complaint(statement=statement, first_by_id=statement.entry.by_id), statement.at, text, now
    )


def complain_about_item(*, token: str, item_id: int, text: str, now: datetime) -> Complaint:
    """The notifier does not accept that a comment stays. Raises NoticeItem.DoesNotExist, and the
    sentences of the above."""
    items = NoticeItem.objects.select_related("entry", "notice__reader")
    item = items.get(pk=item_id, notice__token=token)
    if item.outcome != ITEM_TO_COMPLAIN_ABOUT or item.decided_at is None:
        raise NothingToComplainAbout
    first = item.entry.by_id if item.entry else None
    return _complain(Complaint(item=item, first_by_id=first), item.decided_at, text, now)


@transaction.atomic
def decide_complaint(
    *, complaint_id: int, by: User, overturned: bool, reasons: str, now: datetime
) -> Complaint:
    """The decision stands, or all that it did is undone. Whoever complained is told why.

    Raises NoWords, SamePerson, OnlyForTheLead, ComplaintDecided, Complaint.DoesNotExist.
    """
    complaint = _held(complaint_id)
    if complaint.outcome != Outcome.OPEN:
        raise ComplaintDecided
    if by.pk in _concerned(complaint):
        raise SamePerson
    if overturned and _is_ban(complaint) and not leads(by):
        raise OnlyForTheLead
    complaint.reasons = cleaned(reasons)
    if not is_readable(complaint.reasons):
        raise NoWords
    complaint.outcome = Outcome.OVERTURNED if overturned else Outcome.UPHELD
    complaint.decided_at, complaint.decided_by = now, by
    complaint.save(update_fields=["reasons", "outcome", "decided_at", "decided_by"])
    _log(complaint, by, now)
    if overturned:
        _overturn(complaint, by, now)
    tell_complaint_decided(complaint)
    return complaint


def _held(complaint_id: int) -> Complaint:
    """The complaint, locked, and before it what it is about: every deed takes the comment or the
    sanction first and the log last."""
    related = ("statement__entry", "item__notice__reader", "item__comment")
    rows = Complaint.objects.select_related(*related)
    about = rows.get(pk=complaint_id)
    statement, item = about.statement, about.item
    number = item.comment_id if item else statement.comment_id if statement else None
    if number is not None:
        Comment.objects.select_for_update(of=("self",)).get(pk=number)
    elif statement is not None:
        Sanction.objects.select_for_update().filter(pk=_sanction_of(statement)).first()
    return rows.select_for_update(of=("self",)).get(pk=complaint_id)


def _sanction_of(statement: Statement) -> int:
    """The number of what keeps its reader from writing; 0, where it names none."""
    return int(statement.entry.details.get("sanction", 0))


def _is_ban(complaint: Complaint) -> bool:
    statement = complaint.statement
    return statement is not None and statement.restriction == Restriction.BANNED


def _concerned(complaint: Complaint) -> set[int | None]:
    """Who decided first, and whom it is about or from."""
    who = {complaint.first_by_id}
    if complaint.statement is not None:
        who.add(complaint.statement.reader_id)
    if complaint.item is not None:
        who |= {complaint.item.notice.reader_id, complaint.item.comment.writer_id}
    return who - {None}


def _complain(complaint: Complaint, decided_at: datetime, text: str, now: datetime) -> Complaint:
    complaint.text = cleaned(text)[:LONGEST]
    if not is_readable(complaint.text):
        raise NoWords
    if now > last_day(decided_at):
        raise TooLateToComplain
    complaint.token = secrets.token_urlsafe(32)
    complaint.at = now
    complaint.due_at = complaint_due(now, timezone.get_default_timezone())
    try:
        with transaction.atomic():
            complaint.save(force_insert=True)
            tell_complaint_came(complaint)
    except IntegrityError as twice:
        raise ComplainedAlready from twice
    return complaint


def _log(complaint: Complaint, by: User, now: datetime) -> None:
    statement, item = complaint.statement, complaint.item
    comment = statement.comment if statement else item.comment if item else None
    write_down(
        Deed.COMPLAINT,
        by=by,
        at=now,
        comment=comment,
        reader=statement.reader if statement else None,
        complaint=complaint.pk,
        outcome=complaint.outcome,
    )


def _overturn(complaint: Complaint, by: User, now: datetime) -> None:
    if complaint.item is not None:
        _decide_anew(complaint.item, now)
    elif complaint.statement is not None:
        _lift(complaint.statement, by, now, why=complaint.reasons)


def _decide_anew(item: NoticeItem, now: datetime) -> None:
    comment = Comment.objects.select_for_update(of=("self",)).get(pk=item.comment_id)
    reopen([item], now)
    _see_to_notices(comment, now)


def _lift(statement: Statement, by: User, now: datetime, *, why: str) -> None:
    """All that the restriction did is undone, as far as nothing later stands in the way."""
    if statement.comment_id is not None and statement.restriction in Statement.OF_A_COMMENT:
        rows = Comment.objects.select_for_update(of=("self",)).select_related("thread", "writer")
        comment = rows.get(pk=statement.comment_id)
        reopen_notices(statement.entry, now)
        if statement.restriction == Restriction.CUT:
            _uncut(comment, statement, by, now)
            _see_to_notices(comment, now)
        elif comment.state in Comment.RESTRICTED:
            approve(comment_id=comment.pk, by=by, now=now, why=why)
    else:
        _let_write(statement, by, now)
    withdraw(Statement.objects.filter(pk=statement.pk), now)


def _see_to_notices(comment: Comment, now: datetime) -> None:
    """What is open again about a comment needs somebody who decides it."""
    if comment.state in Comment.RESTRICTED:
        _settle_as_restricted(comment, now)
        return
    waiting = NoticeItem.objects.filter(comment=comment, outcome=NoticeItem.Outcome.OPEN)
    for item in waiting.select_related("notice"):
        open_case(comment, CAUSES[Notice.Kind(item.notice.kind)], now)


def _settle_as_restricted(comment: Comment, now: datetime) -> None:
    """It was taken away meanwhile, by a later decision: that answers the notice."""
    taken = Entry.objects.filter(comment=comment, deed__in=(Deed.REJECT, Deed.REMOVE)).first()
    told = taken.reason.text if taken and taken.reason else ""
    settle_notices(
        comment=comment, entry=taken, outcome=NoticeItem.Outcome.UPHELD, reasons=told, now=now
    )


def _uncut(comment: Comment, statement: Statement, by: User, now: datetime) -> None:
    """The words come back, unless the text was changed again since; all else stays as it is."""
    number = statement.entry.details["before"]["version"]
    version = Version.objects.filter(pk=number).exclude(text="").first()
    later = comment.versions.filter(pk__gt=number).exists()
    if version is None or later or comment.state not in Comment.STANDING:
        return
    before = standing(comment)
    comment.text, comment.cut_at = version.text, None
    set_state(comment, Comment.State(comment.state), now)
    write_down(Deed.RESTORE, by=by, at=now, comment=comment, before=before, uncut=number)


def _let_write(statement: Statement, by: User, now: datetime) -> None:
    row = Sanction.objects.filter(pk=_sanction_of(statement)).first()
    if row is None or row.lifted_at is not None:
        return
    lift_sanction(sanction=row, by=by, now=now)
    write_down(Deed.LIFT, by=by, at=now, reader=statement.reader, sanctions=[row.pk])
