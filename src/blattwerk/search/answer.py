"""What a search answers: articles in order, each with its hits marked."""

from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString

from blattwerk.newsroom.models import Article
from blattwerk.newsroom.queries import published_articles
from blattwerk.search.lookup import COUNTED_AT_MOST, Limits, Order, count, find
from blattwerk.search.marking import marked, snippet
from blattwerk.search.query import Query

PER_PAGE = 15
LAST_PAGE = 40


@dataclass(frozen=True)
class Hit:
    """One found article as its line shows it."""

    article: Article
    kicker: SafeString
    headline: SafeString
    snippet: SafeString


@dataclass(frozen=True)
class Answer:
    """One page of what was found; `total` is exact up to 1,000."""

    hits: list[Hit]
    total: int
    number: int
    has_next: bool

    @property
    def more_than_counted(self) -> bool:
        return self.total > COUNTED_AT_MOST

    @property
    def counted(self) -> int:
        return min(self.total, COUNTED_AT_MOST)

    @property
    def first(self) -> int:
        """The place of this page's first hit among all."""
        return (self.number - 1) * PER_PAGE + 1

    @property
    def newer(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def older(self) -> int | None:
        return self.number + 1 if self.has_next and self.number < LAST_PAGE else None


def answer(query: Query, *, limits: Limits, order: Order, today: date, number: int) -> Answer:
    """The page of that number, from 1; without hits where there is none."""
    start = (number - 1) * PER_PAGE
    numbers = find(query, limits=limits, order=order, today=today, start=start, size=PER_PAGE + 1)
    rows = published_articles().select_related("section").prefetch_related("bylines__author")
    articles = {article.pk: article for article in rows.filter(pk__in=numbers[:PER_PAGE])}
    return Answer(
        hits=[_hit(articles[pk], query) for pk in numbers[:PER_PAGE] if pk in articles],
        total=count(query, limits=limits) if numbers else 0,
        number=number,
        has_next=len(numbers) > PER_PAGE,
    )


def _hit(article: Article, query: Query) -> Hit:
    return Hit(
        article=article,
        kicker=marked(article.kicker, query),
        headline=marked(article.title, query),
        snippet=snippet(article.plain_text, query),
    )
