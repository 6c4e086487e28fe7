"""Mail to the team when something cannot wait, with a link on which it can be decided at once.

The link is signed: for one moderator, one case and the comment as it stood, for a day. It lets
nobody in; whether they still work here is asked anew each time.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core.signing import BadSignature, dumps, loads
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from blattwerk.accounts.models import User
from blattwerk.discussion.admin.doors import RIGHT, may_come
from blattwerk.discussion.claim import queue
from blattwerk.discussion.letters import papers_language, write_letter
from blattwerk.discussion.models import Case
from blattwerk.discussion.switches import switches

SALT = "discussion.urgent"
LASTS = timedelta(hours=24)
GRAVE = (Case.Cause.DANGER, Case.Cause.NOTICE)
QUIET = timedelta(hours=4)  # between two mails that something waits too long
MOST_MAILS = 50
AT_ONCE = 5  # cases in one round


@dataclass(frozen=True)
class Link:
    """What a signed link stands for."""

    case: Case
    moderator: User
    turn: int

    @property
    def still_stands(self) -> bool:
        """Whether the comment is as it was when the mail was written."""
        return self.case.closed_at is None and self.case.comment.turn == self.turn


def tell_team(now: datetime) -> int:
    """Write to the team about grave cases, and once when the oldest waits too long."""
    with translation.override(papers_language()):
        told = sum(_tell_it_is_grave(case, now) for case in _grave(now))
        waits = _waits_too_long(now)
        return told + (_tell_it_waits(waits, now) if waits is not None else 0)


def token_of(case: Case, moderator: User) -> str:
    """The link's signed part."""
    said = {"case": case.pk, "turn": case.comment.turn, "who": moderator.pk}
    return dumps(said, salt=SALT, compress=True)


def link_of(token: str) -> Link | None:
    """What a token stands for; None where it is forged, too old, or not theirs any more."""
    try:
        said: dict[str, Any] = loads(token, salt=SALT, max_age=LASTS)
    except BadSignature:
        return None
    moderator = User.objects.filter(pk=said["who"]).first()
    case = Case.objects.select_related("comment__thread", "comment__writer")
    found = case.filter(pk=said["case"]).first()
    if moderator is None or found is None or not may_come(moderator):
        return None
    return Link(found, moderator, said["turn"])


def team() -> Iterable[User]:
    """Who moderates and is in no holiday of being locked out; operators who only hold all rights
    are not written to."""
    given = Q(groups__permissions__codename="moderate") | Q(user_permissions__codename="moderate")
    of_room = Q(groups__permissions__content_type__app_label="discussion") | Q(
        user_permissions__content_type__app_label="discussion"
    )
    people = User.objects.filter(given & of_room, is_active=True).distinct().order_by("pk")
    return [user for user in people[:MOST_MAILS] if user.has_perm(RIGHT)]


def _grave(now: datetime) -> list[Case]:
    """Grave cases that nobody was written to about since the last links ran out."""
    untold = Q(grave_told_at=None) | Q(grave_told_at__lte=now - LASTS)
    grave = queue().filter(untold, cause__in=GRAVE)
    return list(grave.select_related("comment__thread")[:AT_ONCE])


def _waits_too_long(now: datetime) -> Case | None:
    """The oldest case, where the lead wants to hear of it and the team was left in peace."""
    patience = timedelta(minutes=switches().alarm_after)
    if not patience or Case.objects.filter(wait_told_at__gt=now - QUIET).exists():
        return None
    waiting = queue().exclude(cause=Case.Cause.AFTERWARDS).filter(opened_at__lt=now - patience)
    return waiting.select_related("comment__thread").order_by("opened_at", "pk").first()


@transaction.atomic
def _tell_it_is_grave(case: Case, now: datetime) -> int:
    if told := _write(case, _subject_of(case), now):
        Case.objects.filter(pk=case.pk).update(grave_told_at=now)
    return told


@transaction.atomic
def _tell_it_waits(case: Case, now: datetime) -> int:
    if told := _write(case, _("Comments wait to be read"), now):
        Case.objects.filter(pk=case.pk).update(wait_told_at=now)
    return told


def _subject_of(case: Case) -> str:
    if case.cause == Case.Cause.DANGER:
        return _("At once, please: a life may be in danger")
    return _("Please look: a notice of illegal content")


def _write(case: Case, subject: str, now: datetime) -> int:
    paragraphs = [
        _("Comment %(number)d under “%(title)s” waits for a person to decide.")
        % {"number": case.comment_id, "title": str(case.comment.thread)},
        _("With this link, yours alone, you can decide it for 24 hours without signing in."),
    ]
    people = [each for each in team() if each.pk != case.comment.writer_id]
    for moderator in people:
        context = {
            "paragraphs": paragraphs,
            "link": reverse("moderation_link", args=[token_of(case, moderator)]),
            "button": _("Look at the comment"),
        }
        write_letter(
            template="decision", subject=subject, context=context, now=now, reader=moderator
        )
    return len(people)
