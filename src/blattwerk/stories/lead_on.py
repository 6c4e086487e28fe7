"""Where a closed discussion leads: to open ones on the same affair, then under its topics."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice

from django.db.models import Q
from wagtail.models import Page

from blattwerk.discussion.models import Thread
from blattwerk.discussion.registry import asked_soon
from blattwerk.newsroom.models import Article
from blattwerk.newsroom.models.article import ArticleQuerySet
from blattwerk.newsroom.queries import published_articles
from blattwerk.stories.decided import standing
from blattwerk.stories.models import Membership
from blattwerk.stories.queries import articles_of_story, stories_of_topics
from blattwerk.topics.models import Assignment, Topic

ASKED_AT_MOST = 60  # articles, whether their comments are open
NAMED_AT_MOST = 6
OF_EACH_STORY = 10
TOGETHER = 20  # asked at once: most often one of the first is open

type IsOpen = Callable[[Article], bool]


def open_on_the_same(page: Page, is_open: Callable[[Page], bool], now: datetime) -> list[Page]:
    """Registered with discussions: see `open_discussions_near`; nothing for other pages."""
    article = _article(page)
    found = open_discussions_near(article, is_open=is_open, now=now) if article else ()
    return list(islice(found, NAMED_AT_MOST))


def open_discussions_near(article: Article, *, is_open: IsOpen, now: datetime) -> Iterator[Article]:
    """Articles with open comments on the same affair, the most current first.

    First in the article's own story, then in the stories under its topics, liveliest first, then
    any under its topics, newest first; under topics, what was commented last goes before all else.
    Copies, withdrawn articles and the article itself are never among them, and 60 are asked at
    most.
    """
    seen = {article.pk}
    for shelf in _shelves(article, now):
        new = [each for each in shelf if each.pk not in seen][: ASKED_AT_MOST + 1 - len(seen)]
        seen.update(each.pk for each in new)
        for start in range(0, len(new), TOGETHER):
            together = new[start : start + TOGETHER]
            asked_soon(is_open, together)
            yield from filter(is_open, together)


def topics_of_pages(numbers: Collection[int]) -> Mapping[int, Sequence[int]]:
    """Registered with discussions: the topics of each article, for rules of their own."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    rows = Assignment.objects.filter(article_id__in=numbers).order_by("topic_id")
    for article, topic in rows.values_list("article_id", "topic_id"):
        found[article].append(topic)
    return found


def names_of_topics(numbers: Collection[int]) -> Mapping[int, str]:
    """Registered with discussions: what these topics are called."""
    return dict(Topic.objects.filter(pk__in=numbers).values_list("pk", "name"))


def _article(page: Page) -> Article | None:
    if isinstance(page, Article):
        return page
    return Article.objects.filter(pk=page.pk).defer("body").first()


def _shelves(article: Article, now: datetime) -> Iterator[Iterable[Article]]:
    """What could be led to, in order; each shelf is asked for when the one before is done."""
    own = Membership.objects.select_related("story__merged_into").filter(article=article).first()
    if own is not None:
        yield _light(articles_of_story(standing(own.story)))[:ASKED_AT_MOST]
    topics = topics_of_pages([article.pk]).get(article.pk, ())
    if topics:
        cards = stories_of_topics(topics, now)
        yield _discussed_first(_in_stories([card.story.pk for card in cards]))
        told = Assignment.objects.filter(topic_id__in=topics).values("article")
        copies = Q(story_membership__copy_of__isnull=False)
        under = published_articles().filter(pk__in=told).exclude(copies)
        yield _discussed_first(_light(under)[:ASKED_AT_MOST])


def _in_stories(numbers: Sequence[int]) -> Iterator[Article]:
    """The newest articles of these stories, story by story."""
    rows = published_articles().filter(
        story_membership__story__in=numbers,
        story_membership__copy_of=None,
        published_at__isnull=False,
    )
    by_story: defaultdict[int, list[Article]] = defaultdict(list)
    newest = _light(rows).select_related("story_membership")
    for each in newest[: len(numbers) * ASKED_AT_MOST]:
        by_story[each.story_membership.story_id].append(each)
    for number in numbers:
        yield from by_story[number][:OF_EACH_STORY]


def _discussed_first(articles: Iterable[Article]) -> list[Article]:
    """Those that were commented last, then those nobody has written under, as they stood."""
    found = list(articles)
    place = {each.pk: number for number, each in enumerate(found)}
    threads = Thread.objects.filter(pk__in=place, comments__gt=0, last_at__isnull=False)
    discussed = list(threads.order_by("-last_at", "-pk").values_list("pk", flat=True))
    rest = [number for number in place if number not in set(discussed)]
    return [found[place[number]] for number in (*discussed, *rest)]


def _light(articles: ArticleQuerySet) -> ArticleQuerySet:
    return articles.defer("body")
