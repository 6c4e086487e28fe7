"""While a story is locked, only people change it."""

from datetime import datetime

from blattwerk.accounts.models import User
from blattwerk.stories.change import change
from blattwerk.stories.models import Decision, Deed


def lock(*, story_id: int, by: User | None, now: datetime, why: str = "") -> Decision:
    """From now on only people change this story. Raises NoSuchStory, NothingToChange."""
    return change(Deed.LOCK, story_id, by, now, why, {"locked": True})


def unlock(*, story_id: int, by: User | None, now: datetime, why: str = "") -> Decision:
    """The system may take articles in again. Raises NoSuchStory, NothingToChange."""
    return change(Deed.UNLOCK, story_id, by, now, why, {"locked": False})
