"""Find the affair an article belongs to: the one job for each published, changed, withdrawn one.

Safe to run twice and in any order: a person's word stands, what is placed stays, and an article
alone in a story nobody has seen is looked at anew when its text changes.
"""

from collections.abc import Iterable
from datetime import datetime

from django.db import connection, transaction

from blattwerk.newsroom.models import Article
from blattwerk.stories.decided import (
    forbidden_to,
    kept_apart_from,
    one_at_a_time,
    placement_of,
    standing,
)
from blattwerk.stories.detect.features import Features, features_of
from blattwerk.stories.detect.find import find_story
from blattwerk.stories.detect.shapes import Choice, Found
from blattwerk.stories.detect.shelf import Shelf
from blattwerk.stories.hints import linked_stories, stories_under_its_topics
from blattwerk.stories.models import Deed, Membership, Story
from blattwerk.stories.of_its_own import story_of_its_own
from blattwerk.stories.propose import propose_joining, void_proposals_for
from blattwerk.stories.settle import settle
from blattwerk.stories.sweep import back_on_the_shelf
from blattwerk.stories.texts import piece_of


def place(article_id: int, *, now: datetime) -> None:
    """Put the article where it belongs, or take it out of sight when it was withdrawn."""
    with transaction.atomic():
        one_at_a_time()
        article = Article.objects.filter(pk=article_id).first()
        if article is None or not article.live or article.published_at is None:
            _take_from_sight(article_id, now)
        else:
            _place(article, min(article.published_at, now), now)


def _place(article: Article, moment: datetime, now: datetime) -> None:
    shelf = Shelf(connection)
    features = features_of(piece_of(article, moment))
    known = shelf.known(article.pk)
    same = known is not None and known.with_vector(b"") == features
    if known is not None and same:
        features = known  # with what it means, if that was read already
    shelf.keep(article.pk, features, moment)
    if known is None:
        shelf.count(features, moment)
    membership = Membership.objects.filter(article=article).select_related("story").first()
    if membership is None:
        touched = _first_place(article, features, moment, shelf, now)
        settle(touched, now=now, added=(article.pk, features, moment))
    elif known is None:
        _copy_again(membership, features, moment, shelf)
        settle({membership.story_id}, now=now, changed={article.pk})
    elif same:
        settle({membership.story_id}, now=now, index=False)
    else:
        touched = {membership.story_id, *look_again(membership, features, moment, shelf, now)}
        settle(touched, now=now, changed={article.pk})


def _first_place(
    article: Article, features: Features, moment: datetime, shelf: Shelf, now: datetime
) -> set[int]:
    said = placement_of(article.pk)
    if said is not None:
        there = said.story if said.deed == Deed.PLACE else None
        story = (
            standing(there)
            if there
            else story_of_its_own(article, language=features.language, now=now)
        )
        Membership.objects.create(article=article, story=story, decision=said, at=now)
        return {story.pk}
    original = shelf.find_copy(features, moment, but=article.pk)
    place_of_original = Membership.objects.filter(article_id=original or 0).first()
    if place_of_original is not None and place_of_original.story_id not in forbidden_to(article.pk):
        return _as_copy(article, place_of_original, features, now)
    story, found = _found(article, features, moment, shelf, now)
    Membership.objects.create(article=article, story=story, evidence=found.evidence, at=now)
    return {story.pk}


def _copy_again(membership: Membership, features: Features, moment: datetime, shelf: Shelf) -> None:
    """It comes back, and what was its copy has told the part meanwhile: now it is the copy."""
    if membership.copy_of_id is None and membership.decision_id is None:
        original = shelf.find_copy(features, moment, but=membership.article_id)
        twin = Membership.objects.filter(article_id=original or 0, story=membership.story_id)
        if twin.filter(copy_of=None, article__live=True).exists():
            membership.copy_of_id = original
            membership.save(update_fields=["copy_of"])


def _as_copy(article: Article, original: Membership, features: Features, now: datetime) -> set[int]:
    """A copy stands with its original, and is not told as a part of its own."""
    if original.story.locked:
        story = story_of_its_own(article, language=features.language, now=now)
        Membership.objects.create(article=article, story=story, at=now)
        return {story.pk}
    Membership.objects.create(
        article=article,
        story_id=original.story_id,
        copy_of_id=original.copy_of_id or original.article_id,
        at=now,
    )
    return {original.story_id}


def _found(
    article: Article,
    features: Features,
    moment: datetime,
    shelf: Shelf,
    now: datetime,
    own: Story | None = None,
) -> tuple[Story, Found]:
    """The story it joins; else its own, with a proposal where the choice is grey."""
    never = forbidden_to(article.pk)
    if own is not None:
        never |= {own.pk, *kept_apart_from(own.pk)}
    linked = linked_stories(article)
    back_on_the_shelf(linked, shelf)
    same_topic = stories_under_its_topics(article, moment)
    found = find_story(shelf, features, moment, also=same_topic, linked=linked, never=never)
    best = Story.objects.filter(pk=found.story or 0, merged_into=None).first()
    if best is not None and found.choice is Choice.JOIN and not best.locked:
        return best, found
    story = own or story_of_its_own(article, language=features.language, now=now)
    if best is not None and found.choice is not Choice.NEW:
        propose_joining(article_id=article.pk, story=best, found=found, now=now)
    return story, Found(choice=Choice.NEW)


def reconsider(article_id: int, *, now: datetime) -> None:
    """Editors gave it topics: where it stands alone and nobody has seen it, it may yet join."""
    with transaction.atomic():
        one_at_a_time()
        shelf = Shelf(connection)
        features = shelf.known(article_id)
        rows = Membership.objects.select_related("story", "article")
        membership = rows.filter(article_id=article_id, article__live=True).first()
        moment = membership.article.published_at if membership else None
        if features is None or membership is None or moment is None:
            return
        before = membership.story_id
        after = look_again(membership, features, min(moment, now), shelf, now)
        settle({before, *after}, now=now)


def look_again(
    membership: Membership, features: Features, moment: datetime, shelf: Shelf, now: datetime
) -> set[int]:
    """More is known of its text: where it stands alone and nobody has seen it, it may yet join.

    Returns the story it stands in now.
    """
    if not _nobody_minds(membership):
        return {membership.story_id}
    void_proposals_for(article_id=membership.article_id, now=now)
    story, found = _found(membership.article, features, moment, shelf, now, own=membership.story)
    if story.pk != membership.story_id:
        membership.story, membership.evidence, membership.at = story, found.evidence, now
        membership.chapter = None
        membership.save()
    return {story.pk}


def _nobody_minds(membership: Membership) -> bool:
    story = membership.story
    untouched = story.decision_id is None and membership.decision_id is None and not story.locked
    alone = not story.memberships.exclude(pk=membership.pk).exists()
    return untouched and alone and story.public_at is None


def _take_from_sight(article_id: int, now: datetime) -> None:
    """Withdrawn or deleted: no index, no count, no proposal knows it; a person's word stays."""
    Shelf(connection).forget(article_id)
    _promote_a_copy(article_id)
    void_proposals_for(article_id=article_id, now=now)
    stories = Membership.objects.filter(article_id=article_id).values_list("story_id", flat=True)
    settle(stories, now=now)


def _promote_a_copy(original_id: int) -> None:
    """Where the original is gone, the oldest copy that can be read tells the part."""
    copies = Membership.objects.filter(copy_of=original_id).order_by("article__published_at", "pk")
    first = copies.filter(article__live=True).first()
    if first is not None:
        copies.exclude(pk=first.pk).update(copy_of=first.article_id)
        Membership.objects.filter(pk=first.pk).update(copy_of=None)


def stories_of_deleted(story_ids: Iterable[int], *, now: datetime) -> None:
    """An article was deleted with its membership; these stories have one part less."""
    with transaction.atomic():
        one_at_a_time()
        settle(story_ids, now=now)
