"""Writing decisions down, and asking which are in force."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from blattwerk.accounts.models import User
from blattwerk.common import turns
from blattwerk.stories.errors import NoSuchArticle, NoSuchStory
from blattwerk.stories.models import Decision, Deed, Membership, Story

LOCK_OF_STORIES = 7_305_001  # any number that nobody else on PostgreSQL takes
KEPT_OF_STORY = (
    "title",
    "standfirst",
    "titled_by_hand",
    "public_by_hand",
    "locked",
    "pinned",
    "merged_into_id",
    "decision_id",
)


def one_at_a_time() -> None:
    """Let nobody else change stories until this transaction ends."""
    turns.one_at_a_time(LOCK_OF_STORIES)


def in_force() -> "QuerySet[Decision]":
    """Decisions that nobody has undone, newest first."""
    return Decision.objects.filter(undone_by=None).exclude(deed=Deed.UNDO).order_by("-pk")


def forbidden_to(article_id: int) -> set[int]:
    """The stories a person kept this article out of, and those they have gone into since."""
    kept_out = in_force().filter(deed=Deed.FORBID, article_id=article_id)
    rows = kept_out.values_list("story_id", "story__merged_into_id")
    return {number for row in rows for number in row if number}


def placement_of(article_id: int) -> Decision | None:
    """The newest word of a person on where this very article belongs."""
    placed = in_force().filter(deed__in=(Deed.PLACE, Deed.TAKE_OUT), article_id=article_id)
    return placed.first()


def kept_apart_from(story_id: int) -> set[int]:
    """The stories of which a person said that they are other affairs than this one.

    What went into a story since brings its own word along.
    """
    here = Q(story_id=story_id) | Q(story__merged_into_id=story_id)
    there = Q(other_id=story_id) | Q(other__merged_into_id=story_id)
    said = in_force().filter(deed=Deed.KEEP_APART)
    others = {
        *said.filter(here).values_list("other_id", "other__merged_into_id"),
        *said.filter(there).values_list("story_id", "story__merged_into_id"),
    }
    return {number for row in others for number in row if number} - {story_id}


def kept_apart(story_id: int, other_id: int) -> bool:
    """Whether a person said that these two are different affairs."""
    return other_id in kept_apart_from(story_id)


def standing(story: Story) -> Story:
    """The story, or the one it went into."""
    seen = {story.pk}
    while story.merged_into is not None and story.merged_into_id not in seen:
        story = story.merged_into
        seen.add(story.pk)
    return story


def with_copies(memberships: Sequence[Membership]) -> list[Membership]:
    """These, and the copies that stand with them as their originals."""
    chosen = {each.article_id for each in memberships}
    copies = Membership.objects.select_related("story", "article").filter(
        copy_of__in=chosen, story__in={each.story_id for each in memberships}
    )
    return [*memberships, *copies.exclude(article__in=chosen).order_by("pk")]


def standing_story(number: int) -> Story:
    """The story of that number, to be changed. Raises NoSuchStory, for a merged one too."""
    story = Story.objects.filter(pk=number, merged_into=None).first()
    if story is None:
        raise NoSuchStory(number)
    return story


def membership_of(article_id: int) -> Membership:
    """Where the article stands now. Raises NoSuchArticle."""
    found = Membership.objects.select_related("story").filter(article_id=article_id).first()
    if found is None:
        raise NoSuchArticle(article_id)
    return found


def write_down(
    deed: Deed,
    *,
    by: User | None,
    now: datetime,
    story: Story | None = None,
    stories: Iterable[Story] = (),
    memberships: Sequence[Membership] = (),
    **fields: Any,
) -> Decision:
    """Add a decision with what stood before: these stories' own fields, these articles' places."""
    before = {
        "stories": [state_of(each) for each in stories],
        "memberships": [
            {
                "article": each.article_id,
                "story": each.story_id,
                "decision": each.decision_id,
                "evidence": each.evidence,
                "copy_of": each.copy_of_id,
            }
            for each in memberships
        ],
    }
    return Decision.objects.create(
        deed=deed, by=by, at=now, story=story, before=before, **{"why": "", **fields}
    )


def state_of(story: Story) -> dict[str, Any]:
    """What an undo puts back of a story."""
    return {"story": story.pk, **{name: getattr(story, name) for name in KEPT_OF_STORY}}


def bring(memberships: Iterable[Membership], story: Story, decision: Decision) -> None:
    """Have these articles stand in `story` by a person's word.

    A copy that goes without its original is told as a part of its own.
    """
    together = list(memberships)
    numbers = {each.article_id for each in together}
    for membership in together:
        if membership.copy_of_id not in numbers:
            membership.copy_of = None
        membership.story = story
        membership.chapter = None
        membership.decision = decision
        membership.evidence = {}
        membership.at = decision.at
        membership.save(update_fields=["story", "chapter", "decision", "evidence", "copy_of", "at"])
