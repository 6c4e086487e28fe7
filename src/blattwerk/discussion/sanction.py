"""Warning readers, keeping them from writing, and letting them write again.

Each is one entry of the log. What keeps somebody from writing has its statement of reasons, as a
removed comment has (Art. 17).
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from blattwerk.accounts.models import Sanction, User
from blattwerk.accounts.sanctions import in_force, lift_sanction, sanction_reader
from blattwerk.discussion.errors import (
    AlreadyPaused,
    EndsInThePast,
    EndsTooLate,
    NoReason,
    NotPaused,
    OnlyForTheLead,
    OwnAccount,
)
from blattwerk.discussion.law.statements import state_reasons, withdraw
from blattwerk.discussion.letters import papers_language, write_letter
from blattwerk.discussion.log import write_down
from blattwerk.discussion.models import Comment, Deed, Entry, Reason, Statement
from blattwerk.discussion.note import note
from blattwerk.discussion.team import leads

Kind = Sanction.Kind
Restriction = Statement.Restriction
LONGEST_PAUSE = timedelta(days=730)


@transaction.atomic
def warn(
    *,
    reader: User,
    by: User,
    now: datetime,
    reason: Reason | None,
    facts: str = "",
    comment: Comment | None = None,
) -> Entry:
    """Tell a reader by mail that this must not happen again. Raises NoReason, OwnAccount."""
    reason = _given(reason, reader, by)
    about = comment.pk if comment else None
    note(reader=reader, text=facts, by=by, now=now)  # the log keeps no words about a person
    entry = write_down(Deed.WARN, by=by, at=now, reader=reader, reason=reason, about=about)
    with translation.override(papers_language()):
        paragraphs = [
            _("The community team asks you to mind our rules: %(clause)s.")
            % {"clause": reason.clause},
            reason.text,
            facts,
            _("You can write on; if it happens again we may pause your account."),
        ]
        write_letter(
            template="decision",
            subject=_("A word about what you wrote"),
            context={"paragraphs": [said for said in paragraphs if said]},
            now=now,
            reader=reader,
        )
    return entry


@transaction.atomic
def pause(
    *,
    reader: User,
    by: User,
    now: datetime,
    until: datetime,
    reason: Reason | None,
    facts: str = "",
    comment: Comment | None = None,
) -> Entry:
    """No writing until then.

    Raises NoReason, EndsInThePast, EndsTooLate, AlreadyPaused, OwnAccount.
    """
    reason = _given(reason, reader, by)
    if until <= now:
        raise EndsInThePast
    if until > now + LONGEST_PAUSE:
        raise EndsTooLate
    return _keep_from_writing(Kind.PAUSE, reader, by, now, until, reason, facts, comment)


@transaction.atomic
def ban(
    *,
    reader: User,
    by: User,
    now: datetime,
    reason: Reason | None,
    facts: str = "",
    comment: Comment | None = None,
) -> Entry:
    """No more writing. Raises NoReason, AlreadyPaused, OwnAccount."""
    reason = _given(reason, reader, by)
    return _keep_from_writing(Kind.BAN, reader, by, now, None, reason, facts, comment)


@transaction.atomic
def lift(*, reader: User, by: User, now: datetime) -> Entry:
    """Let a reader write again, whatever kept them from it; a ban is lifted by the lead.

    Raises NotPaused, OnlyForTheLead, OwnAccount.
    """
    if reader.pk == by.pk:
        raise OwnAccount
    standing = list(reader.sanctions.select_for_update())
    holding = [row for row in standing if in_force([row], now)]
    if not holding:
        raise NotPaused
    if any(row.kind == Kind.BAN for row in holding) and not leads(by):
        raise OnlyForTheLead
    for row in holding:
        lift_sanction(sanction=row, by=by, now=now)
    lifted = [row.pk for row in holding]
    held = Statement.objects.filter(
        reader=reader, restriction__in=(Restriction.PAUSED, Restriction.BANNED), withdrawn_at=None
    )
    rows = held.values_list("pk", "entry__details")
    theirs = [number for number, told in rows if told.get("sanction") in lifted]
    withdraw(held.filter(pk__in=theirs), now)
    return write_down(Deed.LIFT, by=by, at=now, reader=reader, sanctions=lifted)


def _keep_from_writing(
    kind: Kind,
    reader: User,
    by: User,
    now: datetime,
    until: datetime | None,
    reason: Reason,
    facts: str,
    comment: Comment | None,
) -> Entry:
    User.objects.select_for_update().get(pk=reader.pk)  # two people at once make one sanction
    standing = in_force(reader.sanctions.all(), now)
    if standing is not None and _lasts_as_long(standing, until):
        raise AlreadyPaused(standing.ends_at)
    row = sanction_reader(user=reader, kind=kind, reason=reason.text, by=by, now=now, ends_at=until)
    entry = write_down(
        Deed.BAN if kind is Kind.BAN else Deed.PAUSE,
        by=by,
        at=now,
        reader=reader,
        reason=reason,
        about=comment.pk if comment else None,
        sanction=row.pk,
        until=until.isoformat() if until else None,
    )
    restriction = Restriction.BANNED if kind is Kind.BAN else Restriction.PAUSED
    state_reasons(entry=entry, restriction=restriction, reason=reason, facts=facts, until=until)
    return entry


def _given(reason: Reason | None, reader: User, by: User) -> Reason:
    if reader.pk == by.pk:
        raise OwnAccount
    if reason is None:
        raise NoReason
    return reason


def _lasts_as_long(standing: Sanction, until: datetime | None) -> bool:
    if standing.ends_at is None:
        return True
    return until is not None and standing.ends_at >= until
