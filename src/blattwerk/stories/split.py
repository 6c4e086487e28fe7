"""One story that is two affairs."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from blattwerk.accounts.models import User
from blattwerk.stories.decided import (
    bring,
    one_at_a_time,
    standing_story,
    with_copies,
    write_down,
)
from blattwerk.stories.errors import BadSplit
from blattwerk.stories.models import Deed, Membership, Story
from blattwerk.stories.of_its_own import titled
from blattwerk.stories.propose import void_proposals_of
from blattwerk.stories.settle import settle


def split(
    *,
    story_id: int,
    article_ids: Collection[int],
    by: User | None,
    now: datetime,
    title: str = "",
    why: str = "",
) -> Story:
    """Make a story of its own of some of a story's articles. Raises NoSuchStory, BadSplit."""
    with transaction.atomic():
        one_at_a_time()
        story = standing_story(story_id)
        inside = list(story.memberships.order_by("pk"))
        chosen = [each for each in inside if each.article_id in set(article_ids)]
        if len(chosen) != len(set(article_ids)) or not 0 < len(chosen) < len(inside):
            raise BadSplit
        going = with_copies(chosen)
        if len(going) == len(inside):
            raise BadSplit
        made = begun_story(title, chosen, story.language, now)
        decision = write_down(
            Deed.SPLIT,
            by=by,
            now=now,
            why=why,
            story=made,
            other=story,
            articles=sorted(article_ids),
            memberships=going,
        )
        Story.objects.filter(pk=made.pk).update(decision=decision)
        bring(going, made, decision)
        void_proposals_of(story.pk, now=now)
        settle({story.pk, made.pk}, now=now)
    made.refresh_from_db()
    return made


def begun_story(
    title: str,
    chosen: list[Membership],
    language: str,
    now: datetime,
    *,
    public_by_hand: bool | None = None,
) -> Story:
    """A new story for these articles, which stand elsewhere still."""
    return Story.objects.create(
        title=titled(title.strip() or chosen[0].article.title),
        titled_by_hand=bool(title.strip()),
        language=language,
        made_at=now,
        public_by_hand=public_by_hand,
    )
