"""What else there is to read: around an article, and where a page is missing."""

from collections.abc import Iterable, Iterator

from django.http import HttpRequest
from django.utils import timezone

from blattwerk.common.made_of import made_of
from blattwerk.common.until import within
from blattwerk.newsroom.models import Article
from blattwerk.newsroom.queries import articles_of_section, published_articles
from blattwerk.reading.related import related_articles
from blattwerk.stories.queries import Place, story_place
from blattwerk.topics.queries import topics_of

SHOWN = 4


def around(request: HttpRequest, article: Article) -> dict[str, object]:
    """Its place in a story, its topics, what is similar, and the newest of its section."""
    place = story_place(article.pk) if article.pk else None
    topics = topics_of(article.pk) if article.pk else []
    boxed = set(_related_numbers(article))
    named = {*boxed, *_neighbours(place)}
    made_of(request, *(f"topic-{topic.pk}" for topic in topics))
    made_of(request, *(f"author-{person.pk}" for person in article.authors))
    made_of(request, *(f"article-{number}" for number in boxed))
    if place is not None:
        beside = (f"article-{number}" for number in _neighbours(place))
        made_of(request, f"story-{place.story.pk}", *beside)
    related = []
    if article.live:
        made_of(request, "related")
        related = related_articles(article, today=timezone.localdate(), without=list(named))
        # What is like it may be a day old: the index is asked anew for all that is like a new one.
        made_of(request, *(f"article-{one.pk}" for one in related), until=within(days=1))
    more = more_from_section(article, {*named, *(one.pk for one in related)})
    return {"place": place, "topics": topics, "related": related, "more": more}


def more_from_section(article: Article, named_already: Iterable[int] = ()) -> list[Article]:
    """The newest other articles of its section that the page does not lead on to already."""
    if article.section is None:
        return []
    named = {article.pk, *named_already}
    newest = (
        articles_of_section(article.section).select_related("section", "lead_picture").defer("body")
    )
    return [other for other in newest[: SHOWN + len(named)] if other.pk not in named][:SHOWN]


def _neighbours(place: Place | None) -> Iterator[int]:
    for beside in (place.previous, place.next) if place else ():
        if beside is not None:
            yield beside.pk


def _related_numbers(article: Article) -> Iterator[int]:
    """The articles in its “read also” boxes, without fetching them."""
    for block in article.body.get_prep_value():
        if block["type"] == "related":
            yield from (item["value"] for item in block["value"]["articles"] if item["value"])


def latest_articles() -> list[Article]:
    """The newest of the whole paper, as lines."""
    return list(published_articles().defer("body")[:SHOWN])
