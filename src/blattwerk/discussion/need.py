"""Which comment a person looks at next; pure.

Each case has one moment, its turn: when it was opened, put back by what makes it urgent. Both a
longer wait and a graver cause bring it forward, and the order of two cases never changes as time
goes by, so that it is one index.
"""

from datetime import datetime, timedelta

from blattwerk.discussion.models import Case

Cause = Case.Cause

AHEAD = {
    Cause.DANGER: timedelta(days=3650),
    Cause.NOTICE: timedelta(days=30),
    Cause.COMPLAINT: timedelta(days=5),
    Cause.REPORT: timedelta(days=1),
    Cause.WORD: timedelta(hours=1),
    Cause.HELD: timedelta(0),
    Cause.EDITED: timedelta(0),
    Cause.NEW: timedelta(0),
    Cause.AFTERWARDS: -timedelta(hours=2),  # it is public already; who waits goes first
}
BY_SCORE = timedelta(hours=1)  # how far the local help's highest score brings a case forward


def turn_at(cause: str, opened_at: datetime, score: float | None) -> datetime:
    """Its place in the queue: the earlier the sooner."""
    return opened_at - AHEAD[Cause(cause)] - (score or 0.0) * BY_SCORE


def graver(one: str, other: str) -> str:
    """Of two causes the one that goes first; of equal ones the other, which is newer."""
    return max(other, one, key=lambda cause: AHEAD[Cause(cause)])
