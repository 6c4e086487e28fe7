"""What the story desk asks; nothing here writes."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from functools import reduce
from operator import and_, or_
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from blattwerk.newsroom.models import Article
from blattwerk.newsroom.permissions import branches_of, holds_at_paper
from blattwerk.stories.models import (
    Decision,
    Membership,
    Proposal,
    ProposalKind,
    ProposalState,
    Story,
)

RUNNING = timedelta(days=14)  # as long as the detection takes it for alive
FOUND_AT_MOST = 30


def proposals_open_to(user: Any) -> QuerySet[Proposal]:
    """What waits for this person's word: articles they may edit, and all merges and splits."""
    waiting = Proposal.objects.filter(state=ProposalState.OPEN)
    branches = branches_of(user, "change")
    if holds_at_paper(branches):
        return waiting
    theirs = ~Q(kind=ProposalKind.JOIN)
    for branch in branches:
        theirs |= Q(article__path__startswith=branch)
    return waiting.filter(theirs)


def standing_stories() -> QuerySet[Story]:
    """All that did not go into another, newest first."""
    return Story.objects.filter(merged_into=None).newest_first()


def running(stories: QuerySet[Story], now: datetime) -> QuerySet[Story]:
    """Public, and something happened lately."""
    return stories.filter(public_at__isnull=False, parts__gt=0, last_at__gte=now - RUNNING)


def search_stories(stories: QuerySet[Story], query: str) -> QuerySet[Story]:
    """Those with all the words in their title or in one published headline, or of that number."""
    words = query.split()
    if not words:
        return stories
    inside = Membership.objects.filter(
        _all_words("article__title", words), story=OuterRef("pk"), article__live=True
    )
    found = _all_words("title", words) | Q(Exists(inside))
    if (number := _number(query)) is not None:
        found |= Q(pk=number)
    return stories.filter(found)


def search_articles(user: Any, query: str) -> list[Article]:
    """Published articles the person may edit, by words of the headline or by number; newest."""
    articles = Article.objects.live().newest_first()
    branches = branches_of(user, "change")
    if not holds_at_paper(branches):
        below = [Q(path__startswith=branch) for branch in branches]
        articles = articles.filter(reduce(or_, below, Q(pk__in=[])))
    words = query.split()
    if words:
        found = _all_words("title", words)
        if (number := _number(query)) is not None:
            found |= Q(pk=number)
        articles = articles.filter(found)
    shown = articles.select_related("section", "story_membership__story").defer("body")
    return list(shown[:FOUND_AT_MOST])


def members_of(story: Story) -> QuerySet[Membership]:
    """All of a story's articles, the newest chapter and in it the newest first."""
    return (
        Membership.objects.filter(story=story)
        .select_related("chapter", "decision__by", "copy_of__section", "article__section")
        .defer("article__body", "copy_of__body")
        .order_by(
            F("chapter__number").desc(nulls_last=True),
            F("article__published_at").desc(nulls_last=True),
            "-article_id",
        )
    )


def newest_articles(story_ids: Collection[int], each: int) -> dict[int, list[Article]]:
    """Of every story its newest readable articles, no copies, in one query."""
    place = Window(
        RowNumber(),
        partition_by=F("story_id"),
        order_by=[F("article__published_at").desc(), F("article_id").desc()],
    )
    rows = (
        Membership.objects.filter(story_id__in=story_ids, copy_of=None, article__live=True)
        .annotate(place=place)
        .filter(place__lte=each)
        .select_related("article__section")
        .defer("article__body")
        .order_by("story_id", "place")
    )
    found: dict[int, list[Article]] = {number: [] for number in story_ids}
    for row in rows:
        found[row.story_id].append(row.article)
    return found


def articles_numbered(numbers: Iterable[int]) -> dict[int, Article]:
    """By number; those that are gone are missing."""
    wanted = Article.objects.filter(pk__in=set(numbers)).select_related("section").defer("body")
    return {article.pk: article for article in wanted.newest_first()}


def history_of(story: Story) -> QuerySet[Decision]:
    """What people decided about the story and its articles, newest first."""
    mine = Q(story=story) | Q(other=story) | Q(undoes__story=story) | Q(undoes__other=story)
    told = Decision.objects.filter(mine).select_related("by", "story", "other", "undoes")
    return told.select_related("undone_by__by").order_by("-at", "-pk")


def _all_words(field: str, words: list[str]) -> Q:
    """Every word stands in the field, in small letters or capitals."""
    return reduce(and_, [_one_word(field, word) for word in words])


def _one_word(field: str, word: str) -> Q:
    # SQLite knows capitals of ASCII only.
    forms = {word, word.lower(), word.upper(), word.capitalize()}
    return reduce(or_, [Q(**{f"{field}__icontains": form}) for form in sorted(forms)])


def _number(query: str) -> int | None:
    """The number that was asked for; None for words, and for what no number of ours can be."""
    asked = query.strip().lstrip("#")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 16 else None
