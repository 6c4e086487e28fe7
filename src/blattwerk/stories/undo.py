"""Take a decision back: what it changed stands as before, what came later stays."""

from datetime import datetime
from typing import Any

from django.db import transaction

from blattwerk.accounts.models import User
from blattwerk.stories.decided import forbidden_to, one_at_a_time, standing
from blattwerk.stories.errors import AlreadyUndone, LaterDecision
from blattwerk.stories.later import FIELDS, decided_on_top
from blattwerk.stories.models import Decision, Deed, Membership, Story
from blattwerk.stories.settle import settle


def undo(*, decision_id: int, by: User | None, now: datetime) -> Decision:
    """Take a decision back. Raises AlreadyUndone, LaterDecision, Decision.DoesNotExist."""
    with transaction.atomic():
        one_at_a_time()
        decision = Decision.objects.get(pk=decision_id)
        if decision.deed == Deed.UNDO or Decision.objects.filter(undoes=decision).exists():
            raise AlreadyUndone
        later = decided_on_top(decision)
        if later is not None:
            raise LaterDecision(later.get_deed_display(), later.at)
        undone = Decision.objects.create(
            deed=Deed.UNDO,
            by=by,
            at=now,
            story=decision.story,
            other=decision.other,
            article_id=decision.article_id,
            undoes=decision,
        )
        touched = {*_put_stories_back(decision, undone), *_put_articles_back(decision)}
        if decision.deed == Deed.SPLIT:
            touched |= _lead_back(decision, undone)
        settle(touched, now=now)
    return undone


def _put_stories_back(decision: Decision, undone: Decision) -> set[int]:
    touched = set()
    for state in decision.before.get("stories", []):
        story = Story.objects.get(pk=state["story"])
        for name in FIELDS.get(decision.deed, ()):
            setattr(story, name, state[name])
        newest = story.decision_id == decision.pk
        story.decision_id = state["decision_id"] if newest else undone.pk
        story.save()
        touched.add(story.pk)
    return touched


def _put_articles_back(decision: Decision) -> set[int]:
    touched: set[int] = set()
    for place in decision.before.get("memberships", []):
        membership = Membership.objects.filter(article_id=place["article"]).first()
        if membership is None:
            continue  # the article was deleted meanwhile
        story = standing(Story.objects.get(pk=place["story"]))
        touched |= {membership.story_id, story.pk}
        _put_back(membership, place, story)
    return touched


def _put_back(membership: Membership, place: dict[str, Any], story: Story) -> None:
    membership.story = story
    membership.decision_id = place["decision"]
    membership.evidence = place["evidence"]
    membership.copy_of_id = place["copy_of"]
    membership.chapter = None
    membership.save()


def _lead_back(decision: Decision, undone: Decision) -> set[int]:
    """What was split off is gone; its address and what it took in since lead to the story."""
    made, story = decision.story, decision.other
    if made is None or story is None:
        return set()
    if not story.locked:
        for membership in made.memberships.all():
            if story.pk not in forbidden_to(membership.article_id):
                membership.story, membership.chapter = story, None
                membership.save(update_fields=["story", "chapter"])
    if not made.memberships.exists():
        Story.objects.filter(pk=made.pk).update(merged_into=story, decision=undone)
    return {made.pk, story.pk}
