"""The forum's part of a person's data: all of it as plain data, and how it is erased."""

from collections import Counter
from datetime import datetime
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils import timezone

from blattwerk.accounts.holders import Jsonable
from blattwerk.accounts.models import User
from blattwerk.discussion.law.retention import needed as needed_still
from blattwerk.discussion.models import (
    Case,
    Comment,
    Complaint,
    Follow,
    Letter,
    Mute,
    Note,
    Notice,
    Recommendation,
    Statement,
    Thread,
    Trust,
    Version,
    Wishes,
)
from blattwerk.discussion.placing import tell
from blattwerk.discussion.signals import comment_removed, thread_changed

State = Comment.State


def export_forum(user: User) -> Jsonable:
    """Everything this room knows of the person, what the team noted included."""
    wishes = Wishes.objects.filter(reader=user).first()
    return {
        "comments": [_comment(row) for row in _comments(user).prefetch_related("versions")],
        "recommended": _numbers(Recommendation.objects.filter(reader=user), "comment_id"),
        "muted": _numbers(Mute.objects.filter(reader=user), "muted__public_name"),
        "followed": _numbers(Follow.objects.filter(reader=user), "thread_id"),
        "mail_on_reply": bool(wishes and wishes.mail_on_reply),
        "trusted": Trust.objects.filter(reader=user).exists(),
        "notices": [_notice(row) for row in Notice.objects.filter(reader=user).order_by("pk")],
        "decisions": [
            {
                "at": _moment(row.at),
                "decision": row.get_restriction_display(),
                "comment": row.comment_id,
                "reasons": row.told,
                "withdrawn": _moment(row.withdrawn_at),
            }
            for row in Statement.objects.filter(reader=user).order_by("pk")
        ],
        "complaints": [
            {
                "at": _moment(row.at),
                "text": row.text,
                "outcome": row.get_outcome_display(),
                "reasons": row.reasons,
            }
            for row in Complaint.objects.filter(_of(user)).order_by("pk")
        ],
        "notes_of_the_team": [
            {"at": _moment(row.at), "text": row.text}
            for row in Note.objects.filter(Q(reader=user) | Q(comment__writer=user)).order_by("pk")
        ],
        "mails": [
            {"at": _moment(row.made_at), "subject": row.subject, "sent": _moment(row.sent_at)}
            for row in Letter.objects.filter(reader=user).order_by("pk")
        ],
    }


def erase_forum(user: User) -> None:
    """Take the texts and all wishes away; places in threads and decisions stay, without a name.

    A text that a notice or complaint is still about stays with the team until that is decided; the
    retention job takes it then.
    """
    now = timezone.now()
    # Locked: whoever decides about one of them at this moment is waited for.
    list(Comment.objects.filter(writer=user).select_for_update().order_by("pk").values("pk"))
    needed = set(_undecided(user))
    Version.objects.filter(comment__writer=user).exclude(comment__in=needed).delete()
    _erase_comments(user, needed, now)
    liked = Comment.objects.filter(recommendations__reader=user)
    liked.update(recommended=F("recommended") - 1)
    told = Letter.objects.filter(context__comment__in=list(_numbers_of(user)))
    told.update(context={}, subject="")
    for model in (Recommendation, Mute, Follow, Wishes, Trust, Note, Letter):
        model.objects.filter(reader=user).delete()
    Mute.objects.filter(muted=user).delete()
    Note.objects.filter(comment__writer=user).delete()
    Notice.objects.filter(reader=user).update(name="", mail="")


def _erase_comments(user: User, needed: set[int], now: datetime) -> None:
    mine = Comment.objects.filter(writer=user)
    public = list(mine.public().values_list("pk", "thread_id"))
    placed = set(mine.placed().values_list("thread_id", flat=True))
    open_cases = Case.objects.filter(comment__writer=user, closed_at=None)
    open_cases.exclude(comment__in=needed).update(
        closed_at=now, claimed_by=None, claimed_until=None
    )
    mine.exclude(pk__in=needed).update(text="")
    mine.update(state=State.ERASED, picked_at=None, score=None, turn=F("turn") + 1)
    for number, count in Counter(thread for _comment, thread in public).items():
        Thread.objects.filter(pk=number).update(comments=F("comments") - count)
    Thread.objects.filter(pk__in=placed).update(turn=F("turn") + 1)
    for number in placed:
        tell(thread_changed, number=number)
    for comment, number in public:
        tell(comment_removed, comment_id=comment, number=number)


def _undecided(user: User) -> QuerySet[Comment, int]:
    """The comments that somebody still decides on, or of which an authority is to be told."""
    return Comment.objects.filter(needed_still(), writer=user).values_list("pk", flat=True)


def _comments(user: User) -> QuerySet[Comment]:
    return Comment.objects.filter(writer=user).select_related("thread__page").order_by("pk")


def _numbers_of(user: User) -> QuerySet[Comment, int]:
    return Comment.objects.filter(writer=user).values_list("pk", flat=True)


def _comment(row: Comment) -> Jsonable:
    return {
        "number": row.pk,
        "under": str(row.thread),
        "reply_to": row.parent_id,
        "text": row.text,
        "state": row.get_state_display(),
        "sent": _moment(row.sent_at),
        "public": _moment(row.public_at),
        "recommended": row.recommended,
        "before": [{"until": _moment(old.at), "text": old.text} for old in row.versions.all()],
    }


def _notice(row: Notice) -> Jsonable:
    return {
        "at": _moment(row.at),
        "kind": row.get_kind_display(),
        "law": row.law,
        "why": row.why,
        "name": row.name,
        "mail": row.mail,
        "comments": list(row.items.values_list("comment_id", flat=True)),
    }


def _of(user: User) -> Q:
    return Q(statement__reader=user) | Q(item__notice__reader=user)


def _numbers(rows: QuerySet[Any], field: str) -> list[object]:
    return list(rows.order_by("pk").values_list(field, flat=True))


def _moment(value: datetime | None) -> str | None:
    return value.isoformat() if value else None
