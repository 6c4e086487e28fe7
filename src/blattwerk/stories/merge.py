"""Two stories that are one affair."""

from datetime import datetime

from django.db import transaction

from blattwerk.accounts.models import User
from blattwerk.stories.decided import (
    bring,
    kept_apart,
    one_at_a_time,
    standing_story,
    write_down,
)
from blattwerk.stories.errors import NothingToChange, SameStory
from blattwerk.stories.models import Decision, Deed, Story
from blattwerk.stories.propose import void_proposals_of
from blattwerk.stories.settle import settle


def merge(
    *, into_id: int, other_id: int, by: User | None, now: datetime, why: str = ""
) -> Decision:
    """Bring all articles of `other` into `into`; other's address leads there from now on.

    Raises NoSuchStory, SameStory.
    """
    if into_id == other_id:
        raise SameStory
    with transaction.atomic():
        one_at_a_time()
        into, other = standing_story(into_id), standing_story(other_id)
        memberships = list(other.memberships.order_by("pk"))
        following = [other, *other.merged.order_by("pk")]
        decision = write_down(
            Deed.MERGE,
            by=by,
            now=now,
            why=why,
            story=into,
            other=other,
            stories=following,
            memberships=memberships,
        )
        Story.objects.filter(pk__in=[each.pk for each in following]).update(
            merged_into=into, decision=decision
        )
        bring(memberships, into, decision)
        void_proposals_of(other.pk, now=now)
        settle({into.pk, other.pk}, now=now)
    return decision


def keep_apart(
    *, story_id: int, other_id: int, by: User | None, now: datetime, why: str = ""
) -> Decision:
    """Say that these are two affairs: nothing proposes or makes one of them again.

    Raises NoSuchStory, SameStory, NothingToChange.
    """
    if story_id == other_id:
        raise SameStory
    with transaction.atomic():
        one_at_a_time()
        story, other = standing_story(story_id), standing_story(other_id)
        if kept_apart(story.pk, other.pk):
            raise NothingToChange
        return write_down(Deed.KEEP_APART, by=by, now=now, why=why, story=story, other=other)
