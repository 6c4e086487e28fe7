"""Make one topic of two. Nothing that people decided is lost, and every old address leads on."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from blattwerk.topics.errors import SameTopic, TopicGone
from blattwerk.topics.models import (
    Alias,
    Assignment,
    OldAddress,
    Suggestion,
    SuggestionState,
    Topic,
)
from blattwerk.topics.tell import tell_of_topics

# Of two words about one article the stronger stands: an assignment, a refusal, no word yet.
_STRENGTH = {SuggestionState.ACCEPTED: 2, SuggestionState.REFUSED: 1, SuggestionState.OPEN: 0}


@dataclass(frozen=True, kw_only=True)
class MergePlan:
    """What a merge would do, told before it is done."""

    into: Topic
    other: Topic
    articles: int  # how many get the remaining topic
    names: list[str]  # that it takes over
    addresses: list[str]  # that lead to it from then on


def merge_plan(*, into_id: int, other_id: int) -> MergePlan:
    """What merging the two would do. Raises SameTopic, TopicGone."""
    into, other = _both(into_id, other_id)
    known = Assignment.objects.filter(topic=into).values("article_id")
    return MergePlan(
        into=into,
        other=other,
        articles=Assignment.objects.filter(topic=other).exclude(article_id__in=known).count(),
        names=_new_names(into, other),
        addresses=[
            other.slug,
            *other.old_addresses.order_by("slug").values_list("slug", flat=True),
        ],
    )


@transaction.atomic
def merge_topics(*, into_id: int, other_id: int, by: Any, now: datetime) -> Topic:
    """`other` becomes part of `into` and is no topic of its own any more.

    Its names, articles, suggestions, what was refused of them, and its addresses go over.
    Raises SameTopic, TopicGone.
    """
    into, other = _both(into_id, other_id)
    rows = [Alias(topic=into, text=name) for name in _new_names(into, other)]
    Alias.objects.bulk_create(rows, ignore_conflicts=True)
    known = Assignment.objects.filter(topic=into).values("article_id")
    Assignment.objects.filter(topic=other).exclude(article_id__in=known).update(topic=into)
    _take_over_suggestions(into, other)
    other.old_addresses.update(topic=into)
    left = other.slug
    other.delete()
    OldAddress.objects.create(slug=left, topic=into, by=by, since=now)
    into.save()
    tell_of_topics(into_id, other_id)
    return into


def _both(into_id: int, other_id: int) -> tuple[Topic, Topic]:
    if into_id == other_id:
        raise SameTopic
    # Locked in order of number, so that two people who merge crosswise do not wait for each other.
    locked = Topic.objects.select_for_update().order_by("pk")
    with transaction.atomic():
        found = {topic.pk: topic for topic in locked.filter(pk__in=(into_id, other_id))}
    if len(found) < 2:
        raise TopicGone
    return found[into_id], found[other_id]


def _new_names(into: Topic, other: Topic) -> list[str]:
    known = {into.name, *into.aliases.values_list("text", flat=True)}
    theirs = [other.name, *other.aliases.values_list("text", flat=True)]
    return [name for name in theirs if name not in known]


def _take_over_suggestions(into: Topic, other: Topic) -> None:
    ours = {row.article_id: row for row in Suggestion.objects.filter(topic=into)}
    assigned = set(Assignment.objects.filter(topic=into).values_list("article_id", flat=True))
    for row in Suggestion.objects.filter(topic=other).order_by("pk"):
        mine = ours.get(row.article_id)
        if mine is not None and _strength(mine) >= _strength(row):
            continue  # the weaker word goes with its topic
        if mine is not None:
            mine.delete()
        row.topic = into
        row.save(update_fields=["topic"])
    # Whoever assigned one of the two has answered the open question about the other.
    moot = Suggestion.objects.filter(topic=into, article_id__in=assigned)
    moot.exclude(state=SuggestionState.ACCEPTED).update(state=SuggestionState.ACCEPTED)


def _strength(row: Suggestion) -> int:
    return _STRENGTH[SuggestionState(row.state)]
