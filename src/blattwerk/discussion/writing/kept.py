"""What somebody wrote that could not be sent yet, kept until it can: in their session.

Signed out, without a name, or too late in the evening: the text is offered again in the form. The
session goes along through signing in and needs no script; it ends by itself and with signing out.
A session is a row in the database, so one network address is given only so many for its texts.
"""

from dataclasses import asdict, dataclass
from typing import Any

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest

from blattwerk.discussion.law.limits import may_ask

ROOM = "forum_kept"
MOST = 3  # discussions; of more the oldest goes
LONGEST = 8_000  # letters; more than a comment can ever have
NEW_SESSIONS = "30/m/ip,200/h/ip"


@dataclass(frozen=True)
class Kept:
    """An unsent text, and what it replies to."""

    text: str
    parent_id: int | None = None


def keep(request: HttpRequest, number: int, kept: Kept) -> bool:
    """Keep it for this discussion; False where that would take one session too many."""
    if not kept.text.strip():
        return True
    session = request.session
    others = {key: value for key, value in _all(session).items() if key != str(number)}
    # Only now is known whether the session that a cookie names is there.
    if session.session_key is None and not may_ask(request, "keep", NEW_SESSIONS):
        return False
    newest = dict(list(others.items())[-(MOST - 1) :])
    session[ROOM] = {**newest, str(number): asdict(Kept(kept.text[:LONGEST], kept.parent_id))}
    return True


def kept_for(session: SessionBase, number: int) -> Kept | None:
    """What is kept for this discussion."""
    found = _all(session).get(str(number))
    return Kept(**found) if found else None


def forget(session: SessionBase, number: int) -> None:
    """It was sent."""
    rows = _all(session)
    if rows.pop(str(number), None) is not None:
        session[ROOM] = rows


def _all(session: SessionBase) -> dict[str, dict[str, Any]]:  # JSON: keys are strings
    return dict(session.get(ROOM, {}))
