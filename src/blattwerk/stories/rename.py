"""A person gives a story its words."""

from datetime import datetime

from blattwerk.accounts.models import User
from blattwerk.stories.change import change
from blattwerk.stories.errors import NoTitle
from blattwerk.stories.models import Decision, Deed
from blattwerk.stories.models.story import LONGEST_TITLE


def rename(
    *, story_id: int, title: str, standfirst: str, by: User | None, now: datetime
) -> Decision:
    """Give a story its words; old addresses find it by its number.

    Raises NoSuchStory, NoTitle, NothingToChange.
    """
    if not title.strip():
        raise NoTitle
    words = {"title": title.strip()[:LONGEST_TITLE], "standfirst": standfirst.strip()[:600]}
    return change(Deed.RENAME, story_id, by, now, "", {**words, "titled_by_hand": True})
