"""The hourly look at what the stream has left: two stories that are one, one that is two.

It acts alone only where no person has acted and no reader has seen the story; all else is proposed.
A story of enough articles to fall apart is one that readers know: splits are always proposed.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import Q

from blattwerk.stories.decided import in_force, kept_apart, one_at_a_time
from blattwerk.stories.detect.find import find_story
from blattwerk.stories.detect.repair import halves, likeness
from blattwerk.stories.detect.shapes import Choice
from blattwerk.stories.detect.shelf import Shelf
from blattwerk.stories.models import Deed, Proposal, ProposalKind, ProposalState, Story
from blattwerk.stories.propose import (
    propose_merging,
    propose_splitting,
    void_proposals_of,
)
from blattwerk.stories.settle import settle

WINDOW = timedelta(days=14)
LOOKED_AT = 300  # stories in one round, those with the newest articles
SURE = 0.9  # of a merge or a split that is done alone
WORTH_TELLING = 0.6  # of one that is proposed
SPLIT_FROM = 4  # articles


@dataclass(frozen=True)
class Done:
    """What a round did."""

    merged: int = 0
    proposed: int = 0


def repair(*, now: datetime) -> Done:
    """Look at the stories that moved last; each is one transaction."""
    recent = Story.objects.filter(merged_into=None, parts__gt=0, last_at__gte=now - WINDOW)
    numbers = list(recent.order_by("-last_at", "-pk").values_list("pk", flat=True)[:LOOKED_AT])
    merged = proposed = 0
    for number in numbers:
        with transaction.atomic():
            one_at_a_time()
            done = _look_at(number, now)
        merged, proposed = merged + done.merged, proposed + done.proposed
    return Done(merged, proposed)


def _look_at(number: int, now: datetime) -> Done:
    story = Story.objects.filter(pk=number, merged_into=None, parts__gt=0).first()
    if story is None or story.locked:
        return Done()
    return _look_for_its_twin(story, now) or _look_for_a_seam(story, now) or Done()


def _look_for_its_twin(story: Story, now: datetime) -> Done | None:
    shelf = Shelf(connection)
    newest = _members(story, shelf)[-1:]
    if not newest:
        return None
    _number, features, moment = newest[0]
    found = find_story(shelf, features, moment, never={story.pk})
    twin = Story.objects.filter(pk=found.story or 0, merged_into=None, parts__gt=0).first()
    if found.choice is Choice.NEW or twin is None or twin.locked or _people_said_no(story, twin):
        return None
    sure, evidence = likeness(shelf, story.pk, twin.pk)
    if sure < WORTH_TELLING:
        return None
    into, other = sorted((story, twin), key=lambda each: (-each.parts, each.pk))
    if sure >= SURE and _untouched(into) and _untouched(other):
        _merge(into, other, now)
        return Done(merged=1)
    if _already_told(into, other):
        return None
    propose_merging(into=into, other=other, sure=sure, evidence=evidence, now=now)
    return Done(proposed=1)


def _merge(into: Story, other: Story, now: datetime) -> None:
    other.memberships.update(story=into, chapter=None)
    Story.objects.filter(Q(pk=other.pk) | Q(merged_into=other)).update(merged_into=into)
    void_proposals_of(other.pk, now=now)
    settle({into.pk, other.pk}, now=now)


def _look_for_a_seam(story: Story, now: datetime) -> Done | None:
    if story.parts < SPLIT_FROM:
        return None
    parted = halves(_members(story, Shelf(connection)))
    if parted is None:
        return None
    stays, goes, sure, evidence = parted
    if sure < WORTH_TELLING or _refused_before(story, {*stays}, {*goes}):
        return None
    propose_splitting(story=story, articles=goes, sure=sure, evidence=evidence, now=now)
    return Done(proposed=1)


def _refused_before(story: Story, *halves_now: set[int]) -> bool:
    """Whether a person has refused nearly the same cut."""
    refused = Proposal.objects.filter(
        kind=ProposalKind.SPLIT, story=story, state=ProposalState.REFUSED
    )
    return any(
        2 * len(half & set(then)) > len(half | set(then))
        for then in refused.values_list("articles", flat=True)
        for half in halves_now
    )


def _members(story: Story, shelf: Shelf) -> list[Any]:
    """(article, features, moment) of a story's own readable articles, oldest first."""
    rows = story.memberships.filter(article__live=True, copy_of=None)
    rows = rows.order_by("article__published_at", "article_id")
    moments = dict(rows.values_list("article_id", "article__published_at"))
    known = shelf.known_of(list(moments))
    return [(pk, known[pk], moment) for pk, moment in moments.items() if pk in known]


def _untouched(story: Story) -> bool:
    if story.public_at is not None or story.decision_id is not None:
        return False
    by_hand = story.memberships.filter(decision__isnull=False).exists()
    named = in_force().filter(Q(story=story) | Q(other=story)).exists()
    return not by_hand and not named


def _people_said_no(story: Story, other: Story) -> bool:
    if kept_apart(story.pk, other.pk):
        return True
    for inside, outside in ((story, other), (other, story)):
        kept_out = in_force().filter(deed=Deed.FORBID, story=outside)
        if kept_out.filter(article_id__in=inside.memberships.values("article")).exists():
            return True
    return False


def _already_told(into: Story, other: Story) -> bool:
    """A proposal about the one article of a story says the same in plainer words."""
    told = Q()
    for one, many in ((into, other), (other, into)):
        told |= Q(story=many, article__in=one.memberships.values("article"))
    return Proposal.objects.filter(told, kind=ProposalKind.JOIN).exists()
