"""Sweep out of the index what has rested long; it can be made anew from the articles."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from blattwerk.stories.decided import one_at_a_time
from blattwerk.stories.detect.shelf import Shelf, hour_of
from blattwerk.stories.models import Frequency, Posting, Profile, Signature, Story
from blattwerk.stories.settle import parts_of
from blattwerk.stories.texts import features_at_hand

KEPT = timedelta(days=90)
RARE = 1e-6  # of all articles counted, after ageing: it stood in none for years


def sweep(*, now: datetime) -> None:
    """Drop signatures, profiles and postings of what nobody adds to any more."""
    before = hour_of(now - KEPT)
    with transaction.atomic():
        one_at_a_time()
        pinned = set(Profile.objects.filter(pinned=True).values_list("story", flat=True))
        Posting.objects.filter(last_seen__lt=before).delete()
        Profile.objects.filter(last_seen__lt=before, pinned=False).delete()
        kept = Story.objects.filter(pk__in=pinned).values("memberships__article")
        Signature.objects.filter(Q(seen__lt=before) & ~Q(article__in=kept)).delete()
        _sweep_terms()


def back_on_the_shelf(story_ids: Iterable[int], shelf: Shelf) -> None:
    """Index these stories again where they were swept out."""
    numbers = set(story_ids)
    there = set(Profile.objects.filter(story__in=numbers).values_list("story", flat=True))
    for story in Story.objects.filter(pk__in=numbers - there, merged_into=None):
        articles = list(parts_of(story))
        at_hand = features_at_hand(shelf, articles)
        shelf.rebuild(
            story.pk,
            [
                (at_hand[each.pk], each.published_at)
                for each in articles
                if each.pk in at_hand and each.published_at
            ],
        )


def _sweep_terms() -> None:
    """Words that stood in no article for long weigh nothing and would gather for ever."""
    for language, whole in Frequency.objects.filter(term=0).values_list("language", "count"):
        Frequency.objects.filter(language=language, count__lt=whole * RARE).delete()
