"""Names and faces over articles, asked for together instead of one by one."""

from collections.abc import Iterable

from django.db.models import Prefetch, prefetch_related_objects

from blattwerk.newsroom.models import Article, Byline
from blattwerk.reading.layout import Placed


def name_authors(article: Article) -> None:
    """Fetch the article's bylines with people and portraits in one question."""
    people = Byline.objects.select_related("author__portrait")
    prefetch_related_objects([article], Prefetch("bylines", queryset=people))


def face_opinions(front: Iterable[Placed]) -> None:
    """Fetch the portraits that opinion containers print."""
    opinions = [
        article for part in front if part.look == "opinion" for article in part.container.articles
    ]
    prefetch_related_objects(opinions, "bylines__author__portrait")
