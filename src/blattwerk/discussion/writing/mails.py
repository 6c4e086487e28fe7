"""Mails about answers and followed threads, to those who asked for them.

Told twice of one comment, nobody gets a second mail: whether there is one is asked under a lock.
"""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import translation
from django.utils.translation import gettext as _

from blattwerk.accounts.models import User
from blattwerk.discussion.letters import papers_language, write_letter
from blattwerk.discussion.models import Comment, Follow, Letter, Mute, Thread
from blattwerk.discussion.wish import wants_mail_on_reply
from blattwerk.discussion.writing.unsubscribe import Subscription

NEWS = timedelta(days=1)  # what came out longer ago is told to nobody any more
PAUSE = timedelta(hours=1)  # between two mails about one thread to one reader
REPLY, FOLLOWED = "reply", "followed"
MOST_AN_HOUR = 10  # mails about answers to one reader


@transaction.atomic
def tell_writer(comment_id: int, *, now: datetime) -> Letter | None:
    """Mail about an answer to who is answered, if they wish so and do not mute its writer."""
    rows = Comment.objects.readable().select_for_update(of=("self",))
    answer = rows.filter(pk=comment_id, parent__state=Comment.State.PUBLIC).first()
    if answer is None or not _is_news(answer.public_at, now):
        return None
    reader = answer.parent.writer if answer.parent else None
    if reader is None or not _wishes(reader, answer) or _was_told(reader, answer):
        return None
    if _has_heard_enough(reader, now):
        return None
    with translation.override(papers_language()):
        name = answer.writer.public_name if answer.writer else ""
        subject = _("%(name)s has answered you") % {"name": name}
    context = {
        "comment": answer.pk,
        "name": name,
        "title": str(answer.thread),
        "text": answer.text,
        "link": answer.get_absolute_url(),
    }
    return _write(REPLY, reader, subject, context, Subscription(reader.pk), now)


def tell_followers(number: int, *, now: datetime) -> int:
    """Mail to all who follow the thread, have something new to read there, and rested an hour."""
    resting = Follow.objects.filter(thread_id=number, reader__is_active=True)
    told = [_tell_follower(pk, now) for pk in _due(resting, now).values_list("pk", flat=True)]
    return sum(told)


def tell_late_followers(now: datetime) -> int:
    """What came out while they rested, or whose job was lost."""
    fresh = Thread.objects.filter(last_at__gt=now - NEWS)
    waiting = _due(Follow.objects.filter(thread__in=fresh), now).filter(
        Q(told_at=None, thread__last_at__gt=F("since"))
        | Q(thread__last_at__gt=F("told_at"))
        | Q(told_at__gt=now)
    )
    numbers = waiting.order_by().values_list("thread_id", flat=True).distinct()
    return sum(tell_followers(number, now=now) for number in numbers)


def _due(follows: QuerySet[Follow], now: datetime) -> QuerySet[Follow]:
    """Not told within the hour; a clock that was set back keeps nobody waiting."""
    return follows.filter(
        Q(told_at=None) | Q(told_at__lte=now - PAUSE) | Q(told_at__gt=now + PAUSE)
    )


@transaction.atomic
def _tell_follower(pk: int, now: datetime) -> bool:
    rows = _due(Follow.objects.select_for_update(of=("self",)), now)
    found = rows.select_related("reader", "thread__page").filter(pk=pk).first()
    if found is None:
        return False
    unread = _unread(found, now)
    count = unread.count()
    if not count:
        return False
    with translation.override(papers_language()):
        subject = _("New in the discussion “%(title)s”") % {"title": found.thread}
    context = {
        "title": str(found.thread),
        "count": count,
        "link": found.thread.get_absolute_url(),
    }
    _write(
        FOLLOWED,
        found.reader,
        subject,
        context,
        Subscription(found.reader_id, found.thread_id),
        now,
    )
    Follow.objects.filter(pk=pk).update(told_at=now)
    return True


def _unread(follow: Follow, now: datetime) -> QuerySet[Comment]:
    """What came out since the last mail, of others, and was not told as an answer."""
    since = _last_told(follow, now)
    muted = Mute.objects.filter(reader_id=follow.reader_id).values("muted")
    found = Comment.objects.readable().filter(thread_id=follow.thread_id, public_at__gt=since)
    found = found.exclude(writer_id=follow.reader_id).exclude(writer__in=muted)
    if wants_mail_on_reply(follow.reader):
        found = found.exclude(parent__isnull=False, parent__writer_id=follow.reader_id)
    return found


def _last_told(follow: Follow, now: datetime) -> datetime:
    """Since when is news; of a clock that was set back the last moment that is not to come."""
    moments = (follow.told_at, follow.since)
    last = next((at for at in moments if at is not None and at <= now), now - NEWS)
    return max(last, now - NEWS)


def _wishes(reader: User, answer: Comment) -> bool:
    if reader.pk == answer.writer_id or not reader.is_active or not wants_mail_on_reply(reader):
        return False
    return not Mute.objects.filter(reader=reader, muted_id=answer.writer_id).exists()


def _was_told(reader: User, answer: Comment) -> bool:
    """It may have been public before, and held meanwhile."""
    return Letter.objects.filter(reader=reader, template=REPLY, context__comment=answer.pk).exists()


def _has_heard_enough(reader: User, now: datetime) -> bool:
    """Nobody's letter box is filled by somebody who answers again and again."""
    lately = Letter.objects.filter(reader=reader, template=REPLY, made_at__gt=now - PAUSE)
    return lately.count() >= MOST_AN_HOUR


def _is_news(public_at: datetime | None, now: datetime) -> bool:
    return public_at is not None and public_at > now - NEWS


def _write(
    template: str,
    reader: User,
    subject: str,
    context: dict[str, Any],
    subscription: Subscription,
    now: datetime,
) -> Letter:
    return write_letter(
        template=template,
        subject=subject,
        context={**context, "unsubscribe": subscription.address},
        now=now,
        reader=reader,
    )
