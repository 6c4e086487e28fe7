"""Mail to the team when something cannot wait, with a link on which it can be decided at once.

The link is signed: for one moderator, one case and the comment as it stood, for a day. It lets
nobody in; whether they still work here is asked anew each time.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core.signing import BadSignature, dumps, loads
from django.db.models import Q
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from blattwerk.accounts.models import User
from blattwerk.discussion.admin.doors import RIGHT, may_come
from blattwerk.discussion.claim import queue
from blattwerk.discussion.law.mails import papers_language
from blattwerk.discussion.letters import write_letter
from blattwerk.discussion.models import Case, Letter
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
    told = 0
    for case in _grave(now):
        told += _write(case, _subject_of(case), now)
    patience = timedelta(minutes=switches().alarm_after)
    oldest = queue().exclude(cause=Case.Cause.AFTERWARDS).order_by("opened_at", "pk").first()
    if oldest is None or not patience or now - oldest.opened_at <= patience or _told_lately(now):
        return told
    return told + _write(oldest, _("Comments wait to be read"), now, waits=True)


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
    """Grave cases that nobody was written to about."""
    lately = Letter.objects.filter(made_at__gte=now - LASTS, template="decision")
    told = {context.get("case") for context in lately.values_list("context", flat=True)}
    grave = queue().filter(cause__in=GRAVE).exclude(pk__in=told - {None})
    return list(grave.select_related("comment__thread")[:AT_ONCE])


def _told_lately(now: datetime) -> bool:
    letters = Letter.objects.filter(made_at__gte=now - QUIET, template="decision")
    return any(context.get("waits") for context in letters.values_list("context", flat=True))


def _subject_of(case: Case) -> str:
    if case.cause == Case.Cause.DANGER:
        return _("At once, please: a life may be in danger")
    return _("Please look: a notice of illegal content")


def _write(case: Case, subject: str, now: datetime, *, waits: bool = False) -> int:
    with translation.override(papers_language()):
        paragraphs = [
            _("Comment %(number)d under “%(title)s” waits for a person to decide.")
            % {"number": case.comment_id, "title": str(case.comment.thread)},
            _("With this link, yours alone, you can decide it for 24 hours without signing in."),
        ]
        people = [each for each in team() if each.pk != case.comment.writer_id]
        for moderator in people:
            address = reverse("moderation_link", args=[token_of(case, moderator)])
            context = {
                "paragraphs": paragraphs,
                "link": address,
                "button": _("Look at the comment"),
                "case": case.pk,
                "waits": waits,
            }
            write_letter(
                template="decision",
                subject=subject,
                context=context,
                now=now,
                reader=moderator,
                language=papers_language(),
            )
    return len(people)
