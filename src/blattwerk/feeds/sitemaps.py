"""What stands in the sitemaps.

Articles are filed by their number, so many numbers a sitemap: an article never moves from one to
another, and none needs to be counted or skipped to find it, however many there are.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import F, Max, Q
from django.db.models.functions import Coalesce, Greatest

from blattwerk.common.addresses import absolute
from blattwerk.feeds.pictures import share_address
from blattwerk.newsroom.models import Article, Author, Picture, Section, StandingPage
from blattwerk.newsroom.queries import articles_since, published_articles, the_paper
from blattwerk.stories.models import Story
from blattwerk.topics.queries import overview

NUMBERS_PER_SITEMAP = 5_000  # the protocol allows 50,000 addresses; small ones are made quickly
NEWS_AGE = timedelta(hours=48)
NEWS_MOST = 1_000
STORIES_MOST = 20_000


@dataclass(frozen=True)
class Place:
    """One address; `changed` is when readers last found something else there."""

    address: str
    changed: datetime | None = None
    picture: str = ""


@dataclass(frozen=True)
class News:
    """One address of the news sitemap."""

    address: str
    headline: str
    published: datetime
    day_only: bool


def article_sitemaps() -> list[tuple[int, datetime | None]]:
    """The numbers of the article sitemaps, each with the time of its newest publication."""
    shelves = (
        Article.objects.live()
        .order_by()
        .annotate(shelf=F("pk") / NUMBERS_PER_SITEMAP)
        .values_list("shelf")
        .annotate(newest=Max("last_published_at"))
        .order_by("shelf")
    )
    return [(shelf, newest) for shelf, newest in shelves]


def article_places(number: int) -> Iterator[Place]:
    """The articles of one sitemap in the order of their numbers."""
    first = number * NUMBERS_PER_SITEMAP
    rows = list(
        Article.objects.live()
        .filter(pk__gte=first, pk__lt=first + NUMBERS_PER_SITEMAP)
        .order_by("pk")
        .annotate(changed=_changed())
        .values_list("pk", "url_path", "changed", "lead_picture_id")
    )
    pictures = Picture.objects.in_bulk({row[3] for row in rows if row[3]})
    root = the_paper().url_path
    for pk, url_path, changed, picture in rows:
        image = share_address(pictures[picture]) if picture in pictures else ""
        yield Place(absolute(article_path(pk, url_path, root)), changed, image)


def article_path(pk: int, url_path: str, root: str) -> str:
    """The path of `Article.url`, from columns alone."""
    return f"/{url_path.removeprefix(root).strip('/')}-{pk}/"


def page_places(now: datetime) -> Iterator[Place]:
    """The home page, sections, standing pages, authors, topics and the newest stories."""
    newest = published_articles().order_by().aggregate(newest=Max("published_at"))["newest"]
    yield Place(absolute("/"), newest)
    sections = Section.objects.live().order_by("path")
    for section in sections.annotate(newest=_newest("articles__")):
        yield Place(absolute(section.url), section.newest)
    for page in StandingPage.objects.live().defer("body").order_by("path"):
        yield Place(absolute(page.url), page.last_published_at)
    authors = Author.objects.order_by("pk").annotate(newest=_newest("bylines__article__"))
    for author in authors.filter(newest__isnull=False):
        yield Place(absolute(author.get_absolute_url()), author.newest)
    for line in overview(now):
        yield Place(absolute(line.topic.get_absolute_url()), line.newest_at)
    for story in Story.objects.public().newest_first()[:STORIES_MOST]:
        yield Place(absolute(story.get_absolute_url()), story.last_at)


def news(now: datetime) -> Iterator[News]:
    """The articles of the last 48 hours, newest first, at most 1,000."""
    fresh = articles_since(now - NEWS_AGE).filter(published_at__lte=now)[:NEWS_MOST]
    root = the_paper().url_path
    rows = fresh.values_list("pk", "url_path", "title", "published_at", "published_day_only")
    for pk, url_path, title, published_at, day_only in rows:
        address = absolute(article_path(pk, url_path, root))
        yield News(address, title, published_at, day_only)


def _changed() -> Greatest:
    return Greatest("published_at", Coalesce("text_changed_at", "published_at"))


def _newest(prefix: str) -> Max:
    return Max(f"{prefix}published_at", filter=Q(**{f"{prefix}live": True}))
