"""A person begins a story of chosen articles."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from blattwerk.accounts.models import User
from blattwerk.stories.decided import bring, one_at_a_time, with_copies, write_down
from blattwerk.stories.errors import NoSuchArticle, NothingChosen, NoTitle
from blattwerk.stories.models import Deed, Membership, Story
from blattwerk.stories.settle import settle
from blattwerk.stories.split import begun_story


def begin(*, title: str, article_ids: Collection[int], by: User | None, now: datetime) -> Story:
    """Begin a story by hand, public at once. Raises NoTitle, NothingChosen, NoSuchArticle."""
    if not title.strip():
        raise NoTitle
    if not article_ids:
        raise NothingChosen
    with transaction.atomic():
        one_at_a_time()
        chosen = list(
            Membership.objects.select_related("story", "article")
            .filter(article_id__in=article_ids)
            .order_by("pk")
        )
        missing = set(article_ids) - {each.article_id for each in chosen}
        if missing:
            raise NoSuchArticle(min(missing))
        going = with_copies(chosen)
        left = {each.story_id for each in going}
        made = begun_story(title, chosen, chosen[0].story.language, now, public_by_hand=True)
        decision = write_down(
            Deed.BEGIN,
            by=by,
            now=now,
            story=made,
            articles=sorted(article_ids),
            memberships=going,
        )
        Story.objects.filter(pk=made.pk).update(decision=decision)
        bring(going, made, decision)
        settle({made.pk, *left}, now=now)
    made.refresh_from_db()
    return made
