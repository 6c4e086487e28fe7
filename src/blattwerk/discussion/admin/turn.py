"""Whose turn is next: what a moderator skipped or held comes back when all else is done."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest

from blattwerk.discussion.claim import claim_next
from blattwerk.discussion.models import Case

KEY = "forum_skipped"
MOST = 200


def next_case(request: HttpRequest, now: datetime) -> Case | None:
    """Claim the next case for who asks; once all else is done, also those they skipped."""
    user: Any = request.user
    skipped = request.session.get(KEY, [])
    case = claim_next(by=user, now=now, besides=skipped)
    if case is None and skipped:
        skipped_just_now = skipped[-1:]
        forget_skipped(request)
        case = claim_next(by=user, now=now, besides=skipped_just_now)
    return case


def skip(request: HttpRequest, case: Case) -> None:
    """Not this one again, until all others are done."""
    skipped = [each for each in request.session.get(KEY, []) if each != case.pk]
    request.session[KEY] = [*skipped, case.pk][-MOST:]


def forget_skipped(request: HttpRequest) -> None:
    """Start from the top again."""
    request.session.pop(KEY, None)
