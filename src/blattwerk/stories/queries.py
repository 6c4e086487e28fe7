"""Questions to stories; nothing here writes. Readers' questions know public stories only."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q

from blattwerk.newsroom.models import Article
from blattwerk.newsroom.models.article import ArticleQuerySet
from blattwerk.newsroom.queries import published_articles
from blattwerk.stories.decided import standing
from blattwerk.stories.models import Chapter, Membership, Story
from blattwerk.stories.models.story import StoryQuerySet
from blattwerk.stories.reasons import reason
from blattwerk.topics.models import Assignment

NEW = timedelta(hours=24)
HALF_LIFE = timedelta(hours=36)  # after this a story counts half as lively
LIVELY = timedelta(days=14)
READ_AT_MOST = 200  # stories looked at for a list


@dataclass(frozen=True)
class Place:
    """Where an article stands in a public story: part `number` of `of`, and its neighbours."""

    story: Story
    number: int
    of: int
    previous: Article | None
    next: Article | None
    reason: str = ""


@dataclass(frozen=True)
class ChapterLine:
    """A chapter of the timeline with its articles, newest first."""

    chapter: Chapter
    articles: list[Article]


@dataclass(frozen=True)
class StoryCard:
    """A story as a card shows it."""

    story: Story
    newest: Article
    parts: int
    since_yesterday: int


@dataclass(frozen=True)
class StoryLine:
    """A story as a long list shows it."""

    story: Story
    newest: Article


def story_by_number(number: int) -> Story:
    """The public story of that number, or the one it went into. Raises Story.DoesNotExist."""
    story = standing(Story.objects.select_related("merged_into").get(pk=number))
    if not story.is_public:
        raise Story.DoesNotExist
    return story


def articles_of_story(story: Story) -> ArticleQuerySet:
    """A story's own articles that readers can read, newest first; copies are left out."""
    return published_articles().filter(
        story_membership__story=story, story_membership__copy_of=None, published_at__isnull=False
    )


def story_place(article_id: int) -> Place | None:
    """Which part of which public story the article is; for a copy, its original's place."""
    membership = Membership.objects.select_related("story").filter(article_id=article_id).first()
    if membership is None or not membership.story.is_public:
        return None
    told = membership.copy_of_id or article_id
    numbers = list(articles_of_story(membership.story).reverse().values_list("pk", flat=True))
    if told not in numbers:
        return None
    at = numbers.index(told)
    around = {numbers[place] for place in (at - 1, at + 1) if 0 <= place < len(numbers)}
    found = {each.pk: each for each in published_articles().filter(pk__in=around).defer("body")}
    return Place(
        story=membership.story,
        number=at + 1,
        of=len(numbers),
        previous=found.get(numbers[at - 1]) if at else None,
        next=found.get(numbers[at + 1]) if at + 1 < len(numbers) else None,
        reason=reason(membership.evidence) if membership.evidence else "",
    )


def timeline(story: Story) -> list[ChapterLine]:
    """The chapters, newest first, each with its articles, newest first."""
    articles: dict[int | None, list[Article]] = {}
    rows = articles_of_story(story).for_cards().select_related("story_membership")
    for article in rows.select_related("section", "lead_picture", "story_membership"):
        articles.setdefault(article.story_membership.chapter_id, []).append(article)
    chapters = story.chapters.select_related("key_article").order_by("-number")
    return [ChapterLine(each, articles[each.pk]) for each in chapters if each.pk in articles]


def current_stories(
    now: datetime, *, limit: int = 12, without: Collection[int] = ()
) -> list[StoryCard]:
    """The liveliest public stories of the last two weeks, and pinned ones, liveliest first."""
    running = Story.objects.public().filter(Q(last_at__gte=now - LIVELY) | Q(pinned=True))
    return _cards(running.exclude(pk__in=without), now, limit)


def other_stories(*, without: Collection[int], start: int, limit: int) -> list[Story]:
    """A stretch of the public stories but for these, the last moved first."""
    others = Story.objects.public().exclude(pk__in=without).newest_first()
    return list(others[start : start + limit])


def newest_parts(stories: Sequence[Story]) -> list[StoryLine]:
    """These stories in this order, each with its newest article; none that has nothing to read."""
    newest = _newest_articles(stories)
    return [StoryLine(story, newest[story.pk]) for story in stories if story.pk in newest]


def story_cards(numbers: Sequence[int], now: datetime) -> list[StoryCard]:
    """The public ones of these stories in this order; for a merged one, where it went."""
    wanted = list(dict.fromkeys(_after_merges(numbers)))
    found = _cards(Story.objects.public().filter(pk__in=wanted), now, len(wanted))
    cards = {card.story.pk: card for card in found}
    return [cards[number] for number in wanted if number in cards]


def stories_of_topic(topic_id: int, now: datetime, limit: int = 6) -> list[StoryCard]:
    """Public stories with an article under this topic, liveliest first."""
    return stories_of_topics([topic_id], now, limit)


def stories_of_topics(topic_ids: Collection[int], now: datetime, limit: int = 6) -> list[StoryCard]:
    """Public stories with an article under one of these topics, liveliest first."""
    told = Assignment.objects.filter(topic_id__in=topic_ids, article__live=True).values("article")
    inside = Membership.objects.filter(article__in=told, copy_of=None).values("story")
    return _cards(Story.objects.public().filter(pk__in=inside), now, limit)


def liveliness(parts: int, last_at: datetime, now: datetime) -> float:
    """How much an affair moves now: its recent articles, halved every day and a half of rest."""
    rest = max(now - last_at, timedelta(0))
    return float((1 + parts) ** 0.5 * 0.5 ** (rest / HALF_LIFE))


def _after_merges(numbers: Sequence[int]) -> Sequence[int]:
    merged = Story.objects.filter(pk__in=numbers, merged_into__isnull=False)
    went = dict(merged.values_list("pk", "merged_into_id"))
    return _after_merges([went.get(each, each) for each in numbers]) if went else numbers


def _cards(stories: StoryQuerySet, now: datetime, limit: int) -> list[StoryCard]:
    live = Q(memberships__article__live=True, memberships__copy_of=None)
    fresh = live & Q(memberships__article__published_at__gte=now - NEW)
    week = live & Q(memberships__article__published_at__gte=now - 7 * NEW)
    counted = stories.order_by("-last_at", "-pk").annotate(
        fresh=Count("memberships", filter=fresh), week=Count("memberships", filter=week)
    )
    rows = list(counted.values_list("pk", "last_at", "fresh", "week")[:READ_AT_MOST])
    rows.sort(key=lambda row: (-liveliness(row[3], row[1] or now, now), -row[0]))
    fresh_of = {pk: count for pk, _last_at, count, _week in rows[:limit]}
    chosen = Story.objects.in_bulk(fresh_of)
    newest = _newest_articles(list(chosen.values()))
    return [
        StoryCard(chosen[pk], newest[pk], chosen[pk].parts, count)
        for pk, count in fresh_of.items()
        if pk in newest
    ]


def _newest_articles(stories: Sequence[Story]) -> dict[int, Article]:
    """Each story's newest article, in one question; `last_at` says which."""
    wanted = Q(pk__in=[])
    for story in stories:
        wanted |= Q(story_membership__story=story, published_at=story.last_at)
    rows = published_articles().filter(wanted, story_membership__copy_of=None).for_cards()
    newest: dict[int, Article] = {}
    for article in rows.select_related("section", "lead_picture", "story_membership"):
        newest.setdefault(article.story_membership.story_id, article)
    return newest
