"""Questions about topics; nothing here writes."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from django.db.models import Case, Count, F, FloatField, Max, Q, QuerySet, Sum, Value, When

from blattwerk.newsroom.models.article import ArticleQuerySet
from blattwerk.newsroom.queries import published_articles
from blattwerk.topics.errors import Moved
from blattwerk.topics.models import (
    Alias,
    OldAddress,
    Suggestion,
    SuggestionState,
    Topic,
)
from blattwerk.topics.names import folded, initial, sort_key

Order = Literal["a-z", "lebhaft"]

# An article's part in the liveliness of its topics: half as much each week, in steps that both
# databases can count.
_STEPS = ((1, 1.0), (3, 0.82), (7, 0.61), (14, 0.37), (28, 0.14), (56, 0.02))


@dataclass(frozen=True, kw_only=True)
class TopicLine:
    """A topic as the overview shows it; `count` and `newest_at` of what readers can read."""

    topic: Topic
    count: int
    newest_at: datetime
    liveliness: float

    @property
    def initial(self) -> str:
        """The letter under which it stands; "#" where the name begins with none."""
        return initial(self.topic.name)


def topics_of(article_id: int) -> list[Topic]:
    """What an article is about, in the order of a German list."""
    found = Topic.objects.filter(assignments__article_id=article_id)
    return in_order(found.select_related("picture"))


def articles_of_topic(topic: Topic) -> ArticleQuerySet:
    """What readers can read about a topic, newest first."""
    articles: ArticleQuerySet = published_articles().filter(topic_assignments__topic=topic)
    return articles


def topic_at(slug: str) -> Topic:
    """The topic at an address. At an old one raises Moved, at none Topic.DoesNotExist."""
    topic = Topic.objects.select_related("picture").filter(slug=slug).first()
    if topic is not None:
        return topic
    old = OldAddress.objects.select_related("topic").filter(slug=slug).first()
    if old is None:
        raise Topic.DoesNotExist
    raise Moved(old.topic)


def overview(now: datetime, *, query: str = "", order: Order = "a-z") -> list[TopicLine]:
    """All topics that readers find articles under; `query` narrows them by name and alias."""
    topics = _with_counts(now)
    if folded(query):
        topics = topics.filter(pk__in=topics_called(query))
    lines = [_line(topic) for topic in topics]
    if order == "lebhaft":
        return sorted(lines, key=lambda line: (-line.liveliness, sort_key(line.topic.name)))
    return sorted(lines, key=lambda line: sort_key(line.topic.name))


def lively_topics(now: datetime, limit: int) -> list[TopicLine]:
    """The topics about which most is published these days; those of the last eight weeks only."""
    lively = _with_counts(now).filter(Q(liveliness__gt=0))
    latest = lively.order_by(F("liveliness").desc(), F("newest_at").desc(), "pk")
    return [_line(topic) for topic in latest[:limit]]


def topics_called(query: str) -> list[int]:
    """The numbers of topics in whose name or alias a word begins so, however it is spelled."""
    wanted = folded(query)
    names = [
        *Topic.objects.values_list("pk", "name"),
        *Alias.objects.values_list("topic_id", "text"),
    ]
    return sorted({number for number, name in names if f" {wanted}" in f" {folded(name)}"})


def in_order(topics: QuerySet[Topic]) -> list[Topic]:
    """These topics as a German list orders them."""
    return sorted(topics, key=lambda topic: sort_key(topic.name))


def open_suggestions(article_id: int) -> list[Suggestion]:
    """What waits for an editor's word about one article, the likeliest first."""
    found = Suggestion.objects.filter(article_id=article_id, state=SuggestionState.OPEN)
    return list(found.select_related("topic").order_by("-score", "topic__name", "pk"))


def _with_counts(now: datetime) -> QuerySet[Topic]:
    readable = Q(assignments__article__live=True)
    return (
        Topic.objects.order_by()
        .annotate(
            count=Count("assignments", filter=readable),
            newest_at=Max("assignments__article__published_at", filter=readable),
            liveliness=Sum(_part(now), filter=readable),
        )
        .filter(count__gt=0, newest_at__isnull=False)
    )


def _part(now: datetime) -> Case:
    steps = [
        When(assignments__article__published_at__gte=now - timedelta(days=days), then=Value(part))
        for days, part in _STEPS
    ]
    return Case(*steps, default=Value(0.0), output_field=FloatField())


def _line(topic: Topic) -> TopicLine:
    return TopicLine(
        topic=topic,
        count=topic.count,  # type: ignore[attr-defined]
        newest_at=topic.newest_at,  # type: ignore[attr-defined]
        liveliness=round(topic.liveliness, 6),  # type: ignore[attr-defined]
    )
