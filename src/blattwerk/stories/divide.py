"""A story's chapters: the bursts in which it was told."""

from collections.abc import Collection, Iterator
from datetime import timedelta

from blattwerk.newsroom.models import Article
from blattwerk.stories.detect.bursts import bursts
from blattwerk.stories.detect.shelf import Shelf
from blattwerk.stories.models import Chapter, Membership, Story
from blattwerk.stories.texts import features_at_hand

GAP = timedelta(hours=48)
FROM = 2  # articles


def divide(
    story: Story, articles: list[Article], shelf: Shelf, *, changed: Collection[int] = ()
) -> None:
    """Divide the story's readable articles, oldest first, into chapters.

    What lies between two pauses is divided by itself, and left as it is while it is the same
    articles with the same texts: a long affair is not read anew for each article.
    """
    if not story.public_at and len(articles) < FROM:
        story.chapters.all().delete()
        return
    before = _standing(story)
    chapters = [
        burst for run in _runs(articles) for burst in _bursts_of(run, before, shelf, set(changed))
    ]
    same = [[each.pk for each in burst] for burst in chapters] == list(before.values())
    if same and story.chapters.count() == len(chapters):
        _refresh(story, chapters)
    else:
        _write(story, chapters)


def _standing(story: Story) -> dict[int, list[int]]:
    """Chapter → the numbers of its articles, oldest first; those still complete, in order."""
    standing: dict[int, list[int]] = {}
    rows = Membership.objects.filter(story=story, chapter__isnull=False, copy_of=None)
    ordered = rows.order_by("chapter__number", "article__published_at", "article_id")
    parts: dict[int, int] = {}
    for chapter, told, article in ordered.values_list("chapter_id", "chapter__parts", "article_id"):
        standing.setdefault(chapter, []).append(article)
        parts[chapter] = told
    # One that has lost an article is none to build on.
    return {each: inside for each, inside in standing.items() if len(inside) == parts[each]}


def _runs(articles: list[Article]) -> Iterator[list[Article]]:
    run: list[Article] = []
    for article in articles:
        if run and _pause(run[-1], article) > GAP:
            yield run
            run = []
        run.append(article)
    if run:
        yield run


def _pause(one: Article, other: Article) -> timedelta:
    if one.published_at is None or other.published_at is None:
        return timedelta(0)
    return other.published_at - one.published_at


def _bursts_of(
    run: list[Article], before: dict[int, list[int]], shelf: Shelf, changed: set[int]
) -> list[list[Article]]:
    by_number = {each.pk: each for each in run}
    same = [numbers for numbers in before.values() if by_number.keys() & set(numbers)]
    if {pk for numbers in same for pk in numbers} == by_number.keys() and not (
        changed & by_number.keys()
    ):
        return [[by_number[pk] for pk in numbers] for numbers in same]
    at_hand = features_at_hand(shelf, run)
    parts = [(each.pk, at_hand[each.pk], each.published_at) for each in run if each.published_at]
    return [[by_number[pk] for pk in burst] for burst in bursts(parts)]


def _refresh(story: Story, chapters: list[list[Article]]) -> None:
    """The same articles; a headline or a time may be another one."""
    for chapter, burst in zip(story.chapters.order_by("number"), chapters, strict=True):
        fresh = _chapter(story, chapter.number, burst)
        kept = ("first_at", "last_at", "key_line")
        if any(getattr(fresh, name) != getattr(chapter, name) for name in kept):
            Chapter.objects.filter(pk=chapter.pk).update(
                **{name: getattr(fresh, name) for name in kept}
            )


def _write(story: Story, chapters: list[list[Article]]) -> None:
    story.chapters.all().delete()
    for number, burst in enumerate(chapters, start=1):
        chapter = _chapter(story, number, burst)
        chapter.save()
        Membership.objects.filter(article__in=[each.pk for each in burst]).update(chapter=chapter)


def _chapter(story: Story, number: int, burst: list[Article]) -> Chapter:
    times = [each.published_at for each in burst if each.published_at]
    return Chapter(
        story=story,
        number=number,
        first_at=min(times),
        last_at=max(times),
        parts=len(burst),
        key_line=burst[0].title[:255],
        key_article=burst[0],
    )
