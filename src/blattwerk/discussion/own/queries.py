"""Questions about one reader's part in the forum; nothing here writes."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Model, Prefetch, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blattwerk.accounts.models import User
from blattwerk.accounts.registry import OwnLine
from blattwerk.discussion.models import Comment, Follow, Mute, Notice, NoticeItem, Statement
from blattwerk.discussion.wish import wants_mail_on_reply

PER_PAGE = 30
COUNTED_TO = 1000


@dataclass(frozen=True)
class Stretch[Row: Model]:
    """Some rows, newest first, and the number below which the next are; None: that was all."""

    rows: list[Row]
    before: int | None


def own_comments(user: User, before: int | None) -> Stretch[Comment]:
    """All that the reader has written, whatever became of it; `restrictions` say why."""
    rows = Comment.objects.filter(writer=user).exclude(state=Comment.State.ERASED)
    standing = Statement.objects.filter(reader=user, withdrawn_at=None).order_by("-pk")
    told = Prefetch("statements", standing, to_attr="restrictions")
    return _stretch(
        rows.select_related("thread__page", "parent__writer").prefetch_related(told), before
    )


def replies_to(user: User, before: int | None) -> Stretch[Comment]:
    """What others have answered the reader in public, but for those the reader mutes."""
    muted = Mute.objects.filter(reader=user).values("muted")
    replies = Comment.objects.readable().filter(parent__in=_numbers(user)).exclude(writer=user)
    kept = replies.exclude(writer__in=muted)
    return _stretch(kept.select_related("thread__page", "writer", "parent"), before)


def decisions_about(user: User, before: int | None) -> Stretch[Statement]:
    """The statements of reasons a reader was given."""
    rows = Statement.objects.filter(reader=user)
    return _stretch(rows.select_related("comment__thread__page", "complaint"), before)


def notices_of(user: User, before: int | None) -> Stretch[Notice]:
    """What the reader reported, and what was decided."""
    items = NoticeItem.objects.select_related("complaint", "comment__thread__page").order_by("pk")
    rows = Notice.objects.filter(reader=user).prefetch_related(Prefetch("items", items))
    return _stretch(rows, before)


def followed_by(user: User) -> list[Follow]:
    """The threads a reader follows, newest first."""
    return list(Follow.objects.filter(reader=user).select_related("thread__page").order_by("-pk"))


def muted_by(user: User) -> list[Mute]:
    """Whom a reader does not want to read."""
    named = Mute.objects.filter(reader=user).select_related("muted")
    return list(named.order_by("muted__public_name"))


def lines_for(user: User) -> Sequence[OwnLine]:
    """The forum's lines on the own page."""
    written = min(_numbers(user)[: COUNTED_TO + 1].count(), COUNTED_TO)
    decided = Statement.objects.filter(reader=user, withdrawn_at=None)[: COUNTED_TO + 1].count()
    return (
        OwnLine(
            _("My comments"),
            ngettext("%(count)d comment", "%(count)d comments", written) % {"count": written},
            reverse("own_comments"),
        ),
        OwnLine(_("Replies to me"), _("what others have answered"), reverse("own_replies")),
        OwnLine(
            _("Decisions about me"),
            ngettext("%(count)d restriction", "%(count)d restrictions", decided)
            % {"count": decided}
            if decided
            else _("none"),
            reverse("own_decisions"),
        ),
        OwnLine(
            _("Notifications"),
            _("by e-mail on replies") if wants_mail_on_reply(user) else _("no e-mail on replies"),
            reverse("own_notifications"),
        ),
    )


def _numbers(user: User) -> QuerySet[Comment, int]:
    mine = Comment.objects.filter(writer=user).exclude(state=Comment.State.ERASED)
    return mine.values_list("pk", flat=True)


def _stretch[Row: Model](rows: QuerySet[Row], before: int | None) -> Stretch[Row]:
    below = rows if before is None else rows.filter(pk__lt=before)
    found = list(below.order_by("-pk")[: PER_PAGE + 1])
    more = len(found) > PER_PAGE
    return Stretch(found[:PER_PAGE], found[PER_PAGE - 1].pk if more else None)
