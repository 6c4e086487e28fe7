"""A person changes a field or two of a story."""

from datetime import datetime
from typing import Any

from django.db import transaction

from blattwerk.accounts.models import User
from blattwerk.stories.decided import one_at_a_time, standing_story, write_down
from blattwerk.stories.errors import NothingToChange
from blattwerk.stories.models import Decision, Deed
from blattwerk.stories.settle import settle


def change(
    deed: Deed,
    story_id: int,
    by: User | None,
    now: datetime,
    why: str,
    fields: dict[str, Any],
) -> Decision:
    """Set these fields by a person's word. Raises NoSuchStory, NothingToChange."""
    with transaction.atomic():
        one_at_a_time()
        story = standing_story(story_id)
        if all(getattr(story, name) == value for name, value in fields.items()):
            raise NothingToChange
        decision = write_down(deed, by=by, now=now, why=why, story=story, stories=[story])
        for name, value in {**fields, "decision": decision}.items():
            setattr(story, name, value)
        story.save()
        settle({story.pk}, now=now)
    return decision
