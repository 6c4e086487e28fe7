"""What the desk's pages tell, put together for templates."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blattwerk.accounts.models import User
from blattwerk.discussion.admin.queries import articles_of
from blattwerk.discussion.models import Case, Comment, Thread
from blattwerk.newsroom.models import Article

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a comment stands: the article's headline, address and section."""

    number: int
    title: str
    address: str
    section: str


@dataclass(frozen=True, kw_only=True)
class Row:
    """A case in the queue's list."""

    case: Case  # as `queries.listed` annotates it
    comment: Comment
    place: Place
    waits: str
    score: int | None
    held_by: User | None  # another moderator who works on it


def rows_of(cases: Sequence[Case], eyes: User, now: datetime) -> list[Row]:
    """These cases as a list shows them, in a fixed number of questions."""
    where = places_of({case.comment.thread for case in cases})
    return [
        Row(
            case=case,
            comment=case.comment,
            place=where[case.comment.thread_id],
            waits=span(now - case.opened_at),
            score=percent(case.comment.score),
            held_by=worker(case, eyes, now),
        )
        for case in cases
    ]


def worker(case: Case, eyes: User, now: datetime) -> User | None:
    """Who else works on a case."""
    if case.claimed_until is None or case.claimed_until <= now or case.claimed_by_id == eyes.pk:
        return None
    return case.claimed_by


def places_of(threads: Iterable[Thread]) -> dict[int, Place]:
    """Where these threads stand."""
    found = {thread.pk: thread for thread in threads}
    articles = articles_of(found)
    return {number: _place(thread, articles.get(number)) for number, thread in found.items()}


def _place(thread: Thread, article: Article | None) -> Place:
    if article is None:
        return Place(number=thread.pk, title=thread.title, address="", section="")
    return Place(
        number=thread.pk,
        title=article.title,
        address=(article.get_url() or "") if article.live else "",
        section=article.section.title if article.section else "",
    )


def percent(score: float | None) -> int | None:
    """0.314 is 31."""
    return None if score is None else round(100 * score)


def span(length: timedelta) -> str:
    """How long somebody has waited, in its largest unit: “3 hours”."""
    if length >= 2 * DAY:
        return ngettext("%(count)d day", "%(count)d days", length.days) % {"count": length.days}
    if length >= 2 * HOUR:
        hours = length // HOUR
        return ngettext("%(count)d hour", "%(count)d hours", hours) % {"count": hours}
    minutes = max(0, length // timedelta(minutes=1))
    if minutes < 1:
        return _("just now")
    return ngettext("%(count)d minute", "%(count)d minutes", minutes) % {"count": minutes}


def writer_of(comment: Comment) -> str:
    """The public name over a comment."""
    if comment.writer is None:
        return _("account deleted")
    return comment.writer.public_name or _("without a name")
