"""A person says where an article does not belong."""

from datetime import datetime

from django.db import transaction

from blattwerk.accounts.models import User
from blattwerk.stories.decided import (
    bring,
    forbidden_to,
    membership_of,
    one_at_a_time,
    standing_story,
    with_copies,
    write_down,
)
from blattwerk.stories.errors import NothingToChange
from blattwerk.stories.models import Decision, Deed, Proposal
from blattwerk.stories.of_its_own import story_of_its_own
from blattwerk.stories.propose import void, void_splits_of
from blattwerk.stories.settle import settle


def forbid(
    *, article_id: int, story_id: int, by: User | None, now: datetime, why: str = ""
) -> Decision:
    """Keep the article out of the story for good; where it stands there, it stands alone now.

    Raises NoSuchArticle, NoSuchStory, NothingToChange.
    """
    with transaction.atomic():
        one_at_a_time()
        membership = membership_of(article_id)
        story = standing_story(story_id)
        if story.pk in forbidden_to(article_id):
            raise NothingToChange
        inside = membership.story_id == story.pk
        moving = with_copies([membership]) if inside else []
        alone = (
            story_of_its_own(membership.article, language=story.language, now=now)
            if inside
            else None
        )
        decision = write_down(
            Deed.FORBID,
            by=by,
            now=now,
            why=why,
            story=story,
            other=alone,
            article_id=article_id,
            memberships=moving,
        )
        void(Proposal.objects.filter(article_id=article_id, story=story), now=now)
        if alone is not None:
            bring(moving, alone, decision)
            void_splits_of(story.pk, now=now)
            settle({story.pk, alone.pk}, now=now)
    return decision
