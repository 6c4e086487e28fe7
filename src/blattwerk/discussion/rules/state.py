"""When readers may write: one answer for page, form, API and moderation.

What goes before what: off, the desk, age, the hours, the queue. What closes goes before what only
slows. A page that is kept open, or opened again, is not closed by age; the desk closes it all the
same.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from blattwerk.discussion.rules.course import Hold
from blattwerk.discussion.rules.layers import Rules
from blattwerk.discussion.rules.life import Closing, Life, Page, earliest, in_utc, old_from
from blattwerk.discussion.rules.moderation import INSTEAD, PRE, Instead, Policy

NOTICE = timedelta(hours=1)  # before a closing
LAST_YEAR = 9000  # what is later means never


class Kind(StrEnum):
    """What a reader meets; exactly one holds."""

    OPEN = "open"
    PRE_MODERATED = "pre-moderated"
    SLOW = "slow"
    AGED = "closed-by-age"
    NIGHT = "closed-at-night"
    DESK = "closed-by-desk"
    FULL = "closed-by-queue"
    OFF = "off"


class Cause(StrEnum):
    """Why."""

    POLICY = "policy"
    HOURS = "hours"
    QUEUE = "queue"
    AGE = "age"
    DESK = "desk"
    SWITCH = "switch"
    PUBLICATION = "publication"  # it is still to come


ACCEPTING = frozenset({Kind.OPEN, Kind.PRE_MODERATED, Kind.SLOW})
_KINDS = {
    Instead.SLOW: Kind.SLOW,
    Instead.PRE_MODERATED: Kind.PRE_MODERATED,
    Instead.CLOSED: Kind.FULL,
}


@dataclass(frozen=True, slots=True)
class State:
    """The answer; all of it stays so until `until`. Moments are in UTC.

    `until` is the next change that the rules know, None where they know of none; `since` when this
    began, None where nobody can know (the switch, a queue). `closes_at` is the next closing, where
    it is open; `opens_at` the next opening, where it is not. `pace` counts seconds, 0 for none.
    """

    kind: Kind
    cause: Cause
    zone: ZoneInfo
    since: datetime | None = None
    until: datetime | None = None
    closes_at: datetime | None = None
    opens_at: datetime | None = None
    warns: bool = False
    policy: Policy | None = None
    pace: int = 0
    reason: str = ""
    months: int | None = None

    @property
    def accepts(self) -> bool:
        """Whether a comment may be sent."""
        return self.kind in ACCEPTING


def state_of(rules: Rules, page: Page, now: datetime) -> State:
    """Whether and how readers may write under a page at a moment, in whatever zone it is given."""
    now = in_utc(now)
    if not rules.on:
        return State(Kind.OFF, Cause.SWITCH, rules.zone)
    if page.published_at is None or page.published_at > now:
        until = page.published_at
        soon = until is not None and until.year < LAST_YEAR
        opens = _opens_at(rules, _life(rules, until), until) if until and soon else None
        return State(Kind.OFF, Cause.PUBLICATION, rules.zone, until=until, opens_at=opens)
    life = _life(rules, page.published_at)
    if closing := life.closed_by(now):
        return _by_desk(rules, life, closing, now)
    if life.is_old(now):
        return _by_age(rules, life, now)
    hours = rules.hours.at(now)
    if not hours.value and rules.outside is Instead.CLOSED:
        return _by_night(rules, life, hours, now)
    return _in_hours(rules, life, hours, now, _for_queue(rules, page))


def _life(rules: Rules, published: datetime) -> Life:
    aged = old_from(published, rules.months, rules.zone)
    return Life(published, rules.closings, aged, rules.kept_open)


def _by_desk(rules: Rules, life: Life, closing: Closing, now: datetime) -> State:
    return State(
        Kind.DESK,
        Cause.DESK,
        rules.zone,
        since=max(closing.since, life.published),
        until=life.next_other(closing, now),
        opens_at=_opens_at(rules, life, now),
        reason=closing.reason,
    )


def _by_age(rules: Rules, life: Life, now: datetime) -> State:
    return State(
        Kind.AGED,
        Cause.AGE,
        rules.zone,
        since=life.old_since(now),
        until=_first(life.next_closing(now), life.next_kept(now)),
        opens_at=_opens_at(rules, life, now),
        months=rules.months,
    )


def _by_night(rules: Rules, life: Life, hours: Hold[bool], now: datetime) -> State:
    return State(
        Kind.NIGHT,
        Cause.HOURS,
        rules.zone,
        since=_last(life.young_since(now), hours.since),
        until=_first(hours.until, life.next_closing(now), life.next_old(now)),
        opens_at=_opens_at(rules, life, now),
    )


def _in_hours(
    rules: Rules, life: Life, hours: Hold[bool], now: datetime, full: Instead | None
) -> State:
    """Open, in one way or another, unless the queue closes."""
    closes = rules.outside is Instead.CLOSED
    ends = _first(hours.until if closes else None, life.next_closing(now), life.next_old(now))
    if full is Instead.CLOSED:
        return State(Kind.FULL, Cause.QUEUE, rules.zone, until=ends)
    asked = (None if hours.value else rules.outside, full)
    held = rules.policies.at(now)
    checked = Instead.PRE_MODERATED in asked
    policy = PRE if checked else held.value
    kind, cause = _manner(*asked, policy)
    begins = (hours.since, None if checked else held.since)
    notice = ends - NOTICE if ends and ends - NOTICE > now else None
    return State(
        kind,
        cause,
        rules.zone,
        since=None if full else _last(life.young_since(now), *begins),
        until=_first(ends, notice, hours.until, None if checked else held.until),
        closes_at=ends,
        warns=ends is not None and notice is None,
        policy=policy,
        pace=rules.pace if Instead.SLOW in asked else 0,
    )


def _manner(outside: Instead | None, full: Instead | None, policy: Policy) -> tuple[Kind, Cause]:
    if outside:
        return _KINDS[outside], Cause.HOURS
    if full:
        return _KINDS[full], Cause.QUEUE
    return Kind.PRE_MODERATED if policy == PRE else Kind.OPEN, Cause.POLICY


def _for_queue(rules: Rules, page: Page) -> Instead | None:
    """What a queue that is too long asks for."""
    asked = [each.then for each in rules.queues if each.limit and page.waiting > each.limit]
    return max(asked, key=INSTEAD.__getitem__, default=None)


def _opens_at(rules: Rules, life: Life, moment: datetime) -> datetime | None:
    """The first moment from this on at which readers may write, the queue aside."""
    opens: datetime | None = moment
    while opens is not None:
        shut, until = _shut(rules, life, opens)
        if not shut:
            return opens
        opens = until
    return None


def _shut(rules: Rules, life: Life, moment: datetime) -> tuple[bool, datetime | None]:
    """Whether it is closed at a moment, and up to when at least."""
    if closing := life.closed_by(moment):
        return True, closing.until
    if life.is_old(moment):
        return True, life.next_kept(moment)
    if rules.outside is Instead.CLOSED:
        hours = rules.hours.at(moment)
        return not hours.value, hours.until
    return False, None


def _first(*moments: datetime | None) -> datetime | None:
    return earliest(_known(moments))


def _last(*moments: datetime | None) -> datetime | None:
    return max(_known(moments), default=None)


def _known(moments: Iterable[datetime | None]) -> Iterable[datetime]:
    return (moment for moment in moments if moment is not None)
