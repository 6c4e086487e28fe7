"""A statement of reasons in full (Art. 17(3)): what, where and how long, why, how found and
decided, and what can be done about it. Plain text: a heading, its sentences, an empty line."""

from collections.abc import Iterator
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from blattwerk.discussion.law.deadlines import complaints_until
from blattwerk.discussion.models import Reason, Statement
from blattwerk.shell.moments import moment

Restriction = Statement.Restriction
BODIES = "https://digital-strategy.ec.europa.eu/en/policies/dsa-out-court-dispute-settlement"


def in_full(statement: Statement, *, explanation: str, sorted_by_help: bool) -> str:
    """The whole text, in the language that is switched on."""
    parts = [
        (_("What was decided"), [_what(statement), *_scope(statement)]),
        (_("On what ground"), [_ground(statement), explanation]),
        (_("The facts"), [_facts(statement), _origin(statement)]),
        (
            _("Automated means"),
            _automated(statement, sorted_by_help=sorted_by_help),
        ),
        (_("What you can do"), [_complain(statement), redress_after_complaint()]),
    ]
    return "\n\n".join(
        "\n".join([heading, *(_in_one(sentence) for sentence in said if sentence.strip())])
        for heading, said in parts
    )


def blocks(told: str) -> Iterator[tuple[str, str]]:
    """The headings of such a text, each with what stands below it."""
    for block in told.split("\n\n"):
        heading, _newline, below = block.partition("\n")
        yield heading, below


def redress_after_complaint() -> str:
    """Who decides outside the house."""
    return _(
        "You can also turn to an out-of-court dispute settlement body certified under Article 21 "
        "of Regulation (EU) 2022/2065, if it takes the case (%(list)s), or go to court. The "
        "Digital Services Coordinator of your country takes complaints about us; in Austria that "
        "is KommAustria."
    ) % {"list": BODIES}


def _in_one(text: str) -> str:
    """Its lines without empty ones between, which part blocks."""
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def _what(statement: Statement) -> str:
    if statement.comment is None:
        if statement.restriction == Restriction.PAUSED and statement.until:
            return _("You cannot write comments until %(moment)s.") % {
                "moment": moment(statement.until)
            }
        return _("You can no longer write comments.")
    about = {
        "sent": moment(statement.comment.sent_at),
        "title": str(statement.comment.thread),
    }
    if statement.restriction == Restriction.REMOVED:
        return _("Your comment of %(sent)s under “%(title)s” was removed.") % about
    if statement.restriction == Restriction.CUT:
        return _("Parts of your comment of %(sent)s under “%(title)s” were removed.") % about
    if statement.restriction == Restriction.REJECTED:
        return _("Your comment of %(sent)s under “%(title)s” was not published.") % about
    if statement.restriction == Restriction.PAUSED and statement.until:
        return _(
            "You cannot write comments until %(moment)s. It was your comment of %(sent)s under "
            "“%(title)s”."
        ) % {**about, "moment": moment(statement.until)}
    return (
        _("You can no longer write comments. It was your comment of %(sent)s under “%(title)s”.")
        % about
    )


def _scope(statement: Statement) -> list[str]:
    """Where it holds and how long."""
    if statement.restriction == Restriction.PAUSED:
        return [_("This holds for all discussions; you can read and report as before.")]
    if statement.restriction == Restriction.BANNED:
        return [_("This holds for all discussions and without end; you can read as before.")]
    if statement.restriction == Restriction.CUT:
        return [_("The rest can be read; […] shows where words are missing. This has no end.")]
    return [_("Nobody can read it, wherever they are. This has no end.")]


def _ground(statement: Statement) -> str:
    if statement.ground == Reason.Ground.LAW:
        return _("We hold it to be illegal: %(clause)s.") % {"clause": statement.clause}
    return _("It is against our terms: %(clause)s.") % {"clause": statement.clause}


def _facts(statement: Statement) -> str:
    if statement.facts.strip():
        return statement.facts
    if statement.comment is None:
        return _("Your comments of the last time, taken together.")
    return _("The words of the comment itself.")


def _origin(statement: Statement) -> str:
    if statement.from_notice:
        return _("We looked at it after a notice. We do not say who gave it.")
    return _("We looked at it of our own accord.")


def _automated(statement: Statement, *, sorted_by_help: bool) -> list[str]:
    """How it was found, and that a person decided."""
    by_person = _("A person decided; no automated means.")
    return [_detection(statement, sorted_by_help=sorted_by_help), by_person]


def _detection(statement: Statement, *, sorted_by_help: bool) -> str:
    if statement.automated_detection:
        return _("A list of words, which a program looks for, brought it to a person.")
    if sorted_by_help:
        return _(
            "No automated means found it. A program on our own machines puts comments in the order "
            "in which people read them; it decides nothing."
        )
    return _("No automated means found it.")


def _complain(statement: Statement) -> str:
    until = complaints_until(statement.at, timezone.get_default_timezone())
    return _(
        "Until %(moment)s you can complain to us on the page of this decision, free of charge. "
        "Somebody decides who did not take this decision."
    ) % {"moment": moment(until)}


def last_day(at: datetime) -> datetime:
    """Until when the decision of then can be complained about, on the paper's clock."""
    return complaints_until(at, timezone.get_default_timezone())
