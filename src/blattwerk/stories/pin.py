"""A pinned story is found by new articles however long it rests."""

from datetime import datetime

from blattwerk.accounts.models import User
from blattwerk.stories.change import change
from blattwerk.stories.models import Decision, Deed


def pin(*, story_id: int, by: User | None, now: datetime, why: str = "") -> Decision:
    """New articles find this story however long it rests. Raises as `lock`."""
    return change(Deed.PIN, story_id, by, now, why, {"pinned": True})


def unpin(*, story_id: int, by: User | None, now: datetime, why: str = "") -> Decision:
    """The story ends when nothing comes for two weeks. Raises as `lock`."""
    return change(Deed.UNPIN, story_id, by, now, why, {"pinned": False})
