"""The mails that decisions send: short sentences, in the language of whom they are for."""

from datetime import datetime

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from blattwerk.accounts.models import User
from blattwerk.discussion.law.telling import blocks, redress_after_complaint
from blattwerk.discussion.letters import papers_language, write_letter
from blattwerk.discussion.models import Complaint, Notice, NoticeItem, Statement
from blattwerk.shell.moments import moment

Outcome = NoticeItem.Outcome


def tell_receipt(notice: Notice) -> None:
    """Art. 16(4): it came, and under which number."""
    with translation.override(notice.language):
        said = [
            _("Thank you. Your notice has the number %(number)d.") % {"number": notice.pk},
            _("A person reads it and decides; you will get a mail with the reasons."),
        ]
        _write_to_notifier(notice, _("Your notice %(number)d") % {"number": notice.pk}, said)


def tell_decision(item: NoticeItem) -> None:
    """Art. 16(5): what was decided, by whom, and what can be done about it."""
    notice = item.notice
    with translation.override(notice.language):
        said = [
            _("We have decided about comment %(comment)d, which you gave us notice of.")
            % {"comment": item.comment_id},
            decided(item),
            *(paragraph for paragraph in (item.reasons,) if paragraph),
            *redress(item),
        ]
        subject = _("Decided: your notice %(number)d") % {"number": notice.pk}
        _write_to_notifier(notice, subject, said, now=item.decided_at)


def tell_reopened(item: NoticeItem, now: datetime) -> None:
    """The decision no longer stands."""
    with translation.override(item.notice.language):
        said = [
            _("Our decision about comment %(comment)d was taken back; it is decided anew.")
            % {"comment": item.comment_id},
        ]
        subject = _("Your notice %(number)d is decided anew") % {"number": item.notice_id}
        _write_to_notifier(item.notice, subject, said, now=now)


def decided(item: NoticeItem) -> str:
    """The outcome in a sentence."""
    if item.outcome == Outcome.OPEN:
        return _("A person still has to decide.")
    if item.outcome == Outcome.GONE:
        return _("Its writer had taken it away before we decided.")
    if item.outcome == Outcome.UPHELD:
        return _("We have restricted the comment. A person decided so; no automated means.")
    return _("The comment stays. A person decided so; no automated means.")


def redress(item: NoticeItem) -> list[str]:
    """What can be done about a decision not to act."""
    if item.outcome != Outcome.DECLINED:
        return []
    if complaint_about(item) is not None:  # two people have decided
        return [redress_after_complaint()]
    return [
        _(
            "If you think that is wrong, complain on the page of your notice, free of charge, "
            "within six months; another person then decides."
        ),
        redress_after_complaint(),
    ]


def complaint_about(item: NoticeItem) -> Complaint | None:
    """What its notifier has said against the decision; one query, where it was not fetched."""
    return getattr(item, "complaint", None)


def tell_statement(statement: Statement) -> None:
    """Art. 17: the reasons, to whom they restrict."""
    if statement.reader is None:
        return
    subject = {
        Statement.Restriction.REJECTED: _("Your comment was not published"),
        Statement.Restriction.REMOVED: _("Your comment was removed"),
        Statement.Restriction.CUT: _("Parts of your comment were removed"),
        Statement.Restriction.PAUSED: _("You cannot write for a while"),
        Statement.Restriction.BANNED: _("You can no longer write"),
    }[Statement.Restriction(statement.restriction)]
    _write(
        statement.reader,
        subject,
        {
            "blocks": [list(block) for block in blocks(statement.told)],
            "link": reverse("statement", args=[statement.token]),
            "button": _("See the decision, or complain"),
        },
        now=statement.at,
    )


def tell_withdrawal(statement: Statement, now: datetime) -> None:
    """The restriction holds no longer."""
    if statement.reader is None:
        return
    with translation.override(papers_language()):
        said = [
            _("Our decision of %(moment)s was taken back.") % {"moment": moment(statement.at)},
            _("What it restricted is as it was before. We are sorry for the trouble."),
        ]
        _write(
            statement.reader,
            _("A decision was taken back"),
            {
                "paragraphs": said,
                "link": reverse("statement", args=[statement.token]),
                "button": _("See the decision"),
            },
            now=now,
        )


def tell_complaint_came(complaint: Complaint) -> None:
    """It came, and by when it is decided."""
    with translation.override(_language_of(complaint)):
        said = [
            _("Your complaint has the number %(number)d.") % {"number": complaint.pk},
            _(
                "A person who did not take the first decision decides about it by %(moment)s; "
                "you will get a mail."
            )
            % {"moment": moment(complaint.due_at)},
        ]
        subject = _("Your complaint %(number)d") % {"number": complaint.pk}
        _to_complainant(complaint, subject, said, complaint.at)


def tell_complaint_decided(complaint: Complaint) -> None:
    """What came of it, and what is left."""
    with translation.override(_language_of(complaint)):
        said = [complaint_told(complaint), complaint.reasons]
        if complaint.outcome == Complaint.Outcome.UPHELD:
            said.append(redress_after_complaint())
        subject = _("Decided: your complaint %(number)d") % {"number": complaint.pk}
        _to_complainant(complaint, subject, said, complaint.decided_at or complaint.at)


def complaint_told(complaint: Complaint) -> str:
    """Its outcome in a sentence."""
    if complaint.outcome == Complaint.Outcome.OPEN:
        return _("Your complaint is still to be decided, by %(moment)s at the latest.") % {
            "moment": moment(complaint.due_at)
        }
    if complaint.outcome == Complaint.Outcome.UPHELD:
        return _("The decision stands. A person who did not take it decided so.")
    if complaint.statement_id is None:
        return _("You were right to complain: your notice is decided anew.")
    return _("You were right to complain: the decision was overturned.")


def _write_to_notifier(
    notice: Notice, subject: str, paragraphs: list[str], now: datetime | None = None
) -> None:
    if notice.reader is None and not notice.mailed_to:
        return  # they look at the page
    context = {
        "paragraphs": paragraphs,
        "link": reverse("notice_state", args=[notice.token]),
        "button": _("See the notice"),
    }
    write_letter(
        template="decision",
        subject=subject,
        context=context,
        now=now or notice.at,
        reader=notice.reader,
        mail=notice.mailed_to,
        language=notice.language,
    )


def _to_complainant(
    complaint: Complaint, subject: str, paragraphs: list[str], now: datetime
) -> None:
    notice = complaint.item.notice if complaint.item else None
    statement = complaint.statement
    reader = notice.reader if notice else statement.reader if statement else None
    mail = notice.mailed_to if notice else ""
    if reader is None and not mail:
        return
    context: dict[str, object] = {
        "paragraphs": paragraphs,
        "link": reverse("complaint_state", args=[complaint.token]),
        "button": _("See the complaint"),
    }
    write_letter(
        template="decision",
        subject=subject,
        context=context,
        now=now,
        reader=reader,
        mail=mail,
        language=_language_of(complaint),
    )


def _language_of(complaint: Complaint) -> str:
    """Who gave notice chose one with it."""
    return complaint.item.notice.language if complaint.item else papers_language()


def _write(reader: User, subject: str, context: dict[str, object], *, now: datetime) -> None:
    write_letter(template="decision", subject=subject, context=context, now=now, reader=reader)
