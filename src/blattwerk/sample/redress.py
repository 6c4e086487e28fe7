"""What came of decisions: complaints about them, a notice turned down, a danger written down."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

from blattwerk.accounts.models import User
from blattwerk.discussion.decide import approve
from blattwerk.discussion.law.complaints import complain_about_statement, decide_complaint
from blattwerk.discussion.law.danger import note_danger
from blattwerk.discussion.models import Comment, Complaint, Statement
from blattwerk.sample.fates import MINUTE, Cast, Posted, Step, came_out, decided_at

HOUR = timedelta(hours=1)
COMPLAINTS = {
    "appealed": "Das war erkennbar im Spaß gesagt. Die Dame teilt selber aus und verträgt das.",
    "confirmed": "Die Adresse steht in jedem Telefonbuch. Das ist Zensur.",
}
STANDS = (
    "Auch was im Telefonbuch steht, gehört nicht dorthin, wo einem Menschen Schlechtes gewünscht "
    "wird: Hier zeigt es den Weg zu seiner Tür."
)
STAYS = (
    "Der Kommentar zweifelt an einer Erklärung, über die unser Artikel berichtet. Das ist eine "
    "Meinung; eine Tat wirft er niemandem vor."
)
SUSPECTED = (
    "Der Schreiber kündigt an, mit einer Waffe auf einen bestimmten Radfahrer zu warten, und sagt "
    "dazu, dass er es ernst meint. Die Polizei ist zu verständigen."
)


def redress_of(posted: Posted, cast: Cast, now: datetime) -> Iterator[Step]:
    """What follows once a comment is decided, or must not be left to a decision; and when."""
    comment, fate = posted.comment, posted.remark.fate
    decided = decided_at(comment, now)
    if fate in COMPLAINTS:
        came = min(decided + HOUR, now)
        yield came, partial(_complain, comment, COMPLAINTS[fate], came)
    if fate == "confirmed":
        settled = min(decided + 20 * HOUR, now)
        yield settled, partial(_confirm, comment, cast.lead, settled)
    if fate == "cleared":
        stays = partial(approve, comment_id=comment.pk, by=cast.moderator, now=decided, why=STAYS)
        yield decided, stays
    if fate == "endangers":
        at = min(came_out(comment) + 10 * MINUTE, now)
        number, by = comment.pk, cast.moderator
        yield at, partial(note_danger, comment_id=number, facts=SUSPECTED, by=by, now=at)


def _complain(comment: Comment, text: str, now: datetime) -> None:
    token = Statement.objects.values_list("token", flat=True).get(comment=comment)
    complain_about_statement(token=token, text=text, now=now)


def _confirm(comment: Comment, lead: User, now: datetime) -> None:
    number = Complaint.objects.values_list("pk", flat=True).get(statement__comment=comment)
    decide_complaint(complaint_id=number, by=lead, overturned=False, reasons=STANDS, now=now)
