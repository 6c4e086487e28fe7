"""What became of the remarks: read, picked, removed, reported, each by its deed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from blattwerk.accounts.models import User
from blattwerk.discussion.change import delete_comment
from blattwerk.discussion.cutting import CUT_MARK
from blattwerk.discussion.decide import cut, pick, refuse, standing
from blattwerk.discussion.law.categories import Category
from blattwerk.discussion.law.notify import Said, give_notice
from blattwerk.discussion.log import write_down
from blattwerk.discussion.models import Case, Comment, Deed, Notice, Reason, Version
from blattwerk.sample.remarks import Remark

MINUTE = timedelta(minutes=1)
READ_AFTER = 6 * MINUTE
DECIDED_AFTER = 35 * MINUTE
RESTRICTED = frozenset({"removed", "cut", "appealed", "confirmed"})
NOTICED = RESTRICTED | {"reported", "noticed", "cleared", "endangers"}
READ = frozenset({"", "picked", "deleted", "cleared"})
type Step = tuple[datetime, Callable[[], object]]


@dataclass(frozen=True)
class Cast:
    """Who plays a part: readers by their names, the team, reasons by what became of a remark."""

    readers: dict[str, User]
    moderator: User
    lead: User
    reasons: dict[str, Reason]


@dataclass
class Posted:
    """A remark as a comment, so many answers below the top; `case` is what the team looks at."""

    remark: Remark
    comment: Comment
    generation: int
    case: Case | None = None


def steps_of(posted: Posted, cast: Cast, now: datetime) -> Iterator[Step]:
    """What is done to a comment once it is there, and when."""
    comment, remark, case = posted.comment, posted.remark, posted.case
    out, decided = came_out(comment), decided_at(comment, now)
    if remark.fate in READ and case is not None:
        read = min(comment.sent_at + READ_AFTER, now)
        yield read, partial(_read, posted, cast.moderator, read)
    if remark.fate in NOTICED:
        noted = min(out + 2 * MINUTE, now)
        yield noted, partial(_note, posted, cast, noted)
    if remark.fate in ("edited", "rewritten"):
        yield out, partial(_rewrite, comment)
    if remark.fate == "deleted":
        done = partial(
            delete_comment, comment_id=comment.pk, by=cast.readers[remark.by], now=decided
        )
        yield decided, done
    if remark.fate == "picked":
        yield decided, partial(pick, comment_id=comment.pk, by=cast.lead, now=decided)
    if remark.fate in RESTRICTED:
        yield decided, partial(_restrict, posted, cast, decided)


def came_out(comment: Comment) -> datetime:
    """When readers could read it; of what waits, when it was sent."""
    return comment.public_at or comment.sent_at


def decided_at(comment: Comment, now: datetime) -> datetime:
    """When the team decides about what was reported."""
    return min(came_out(comment) + DECIDED_AFTER, now)


def _read(posted: Posted, moderator: User, now: datetime) -> None:
    """What `decide.approve` writes down."""
    comment, case = posted.comment, posted.case
    waited = comment.policy == "pre"
    before = standing(comment)
    if waited:
        before["state"] = str(Comment.State.WAITING)
    write_down(
        Deed.APPROVE if waited else Deed.DISMISS,
        by=moderator,
        at=now,
        comment=comment,
        case=case,
        before=before,
        turn=comment.turn,
    )


def _rewrite(comment: Comment) -> None:
    """Its writer has mended a word."""
    earlier = comment.text.replace(".", " !", 1)
    at = comment.sent_at + 2 * MINUTE
    Version.objects.create(
        comment=comment, text=earlier, ended=Version.Ended.EDITED, at=at, by=comment.writer
    )
    if comment.is_public:
        Comment.objects.filter(pk=comment.pk).update(edited_at=at)


def _note(posted: Posted, cast: Cast, at: datetime) -> None:
    said = _NOTICES.get(posted.remark.fate, _USUAL)
    reader = cast.readers["Dagmar Sulzer"] if said.kind == Notice.Kind.RULES else None
    give_notice(comment_ids=[posted.comment.pk], said=said, now=at, reader=reader)


def _restrict(posted: Posted, cast: Cast, now: datetime) -> None:
    number, fate = posted.comment.pk, posted.remark.fate
    reason = cast.reasons[fate]
    if fate == "cut":
        text = posted.remark.left(CUT_MARK)
        cut(comment_id=number, by=cast.moderator, now=now, text=text, reason=reason)
    else:
        refuse(comment_id=number, by=cast.moderator, now=now, reason=reason)


def _of_law(law: str, why: str) -> Said:
    return Said(
        Notice.Kind.LAW,
        why,
        category=Category.SPEECH,
        law=law,
        name="Dr. Elvira Senft",
        mail="kanzlei@senft.example",
        good_faith=True,
    )


_USUAL = Said(Notice.Kind.RULES, "Das richtet sich gegen Menschen und nicht gegen die Sache.")
_NOTICES = {
    "noticed": _of_law(
        "§ 111 StGB (Üble Nachrede)",
        "Der Kommentar behauptet, mein Mandant habe Geld genommen. Das ist unwahr, er nennt dafür "
        "keinen Beleg, und jeder im Tal weiß, wer gemeint ist.",
    ),
    "cleared": _of_law(
        "§ 111 StGB (Üble Nachrede)",
        "Mein Mandant hat das alte Rohr vergessen und das öffentlich gesagt. Der Kommentar nennt "
        "ihn einen Lügner.",
    ),
    "endangers": Said(
        Notice.Kind.DANGER,
        "Jemand kündigt an, mit einem Gewehr auf einen Radfahrer zu warten.",
    ),
}
