"""A person says where an article belongs."""

from datetime import datetime

from django.db import transaction

from blattwerk.accounts.models import User
from blattwerk.stories.decided import (
    bring,
    membership_of,
    one_at_a_time,
    standing_story,
    with_copies,
    write_down,
)
from blattwerk.stories.errors import AlreadyThere
from blattwerk.stories.models import Decision, Deed
from blattwerk.stories.of_its_own import story_of_its_own
from blattwerk.stories.propose import void_proposals_for, void_splits_of
from blattwerk.stories.settle import settle


def move(
    *, article_id: int, story_id: int | None, by: User | None, now: datetime, why: str = ""
) -> Decision:
    """Place the article in a story; with None it stands alone, and stays so.

    Raises NoSuchArticle, NoSuchStory, AlreadyThere.
    """
    with transaction.atomic():
        one_at_a_time()
        membership = membership_of(article_id)
        before = membership.story
        if story_id:
            target = standing_story(story_id)
        else:
            language = before.language
            target = story_of_its_own(membership.article, language=language, now=now)
        if target == before and membership.decision_id is not None:
            raise AlreadyThere(before.title)
        moving = with_copies([membership])
        decision = write_down(
            Deed.PLACE if story_id else Deed.TAKE_OUT,
            by=by,
            now=now,
            why=why,
            story=target,
            other=before,
            article_id=article_id,
            memberships=moving,
        )
        bring(moving, target, decision)
        void_proposals_for(article_id=article_id, now=now)
        void_splits_of(before.pk, now=now)
        settle({before.pk, target.pk}, now=now)
    return decision
