"""Whether readers see a story, whatever the count of its articles says."""

from datetime import datetime

from blattwerk.accounts.models import User
from blattwerk.stories.change import change
from blattwerk.stories.models import Decision, Deed


def publish(*, story_id: int, by: User | None, now: datetime, why: str = "") -> Decision:
    """Show the story, even with one article. Raises as `lock`."""
    return change(Deed.PUBLISH, story_id, by, now, why, {"public_by_hand": True})


def hide(*, story_id: int, by: User | None, now: datetime, why: str = "") -> Decision:
    """Keep the story from readers, however many articles it has. Raises as `lock`."""
    return change(Deed.HIDE, story_id, by, now, why, {"public_by_hand": False})
