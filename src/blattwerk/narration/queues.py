"""What plays one after another: rooms name their queues, the player asks for them by address.

A room above adds its own with `@queue("story")` at start.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from blattwerk.narration.models import Playlist
from blattwerk.newsroom.models import Section
from blattwerk.newsroom.models.article import ArticleQuerySet
from blattwerk.newsroom.queries import articles_of_section, published_articles

LONGEST = 50


@dataclass(frozen=True)
class Queue:
    """A title, the articles in order, the cache tags they hang on."""

    title: str
    articles: list[Any]
    tags: tuple[str, ...]


class NoSuchQueue(LookupError):
    """Nobody offers a queue at this address."""


Finder = Callable[[str], Queue]
_finders: dict[str, Finder] = {}


def queue(kind: str) -> Callable[[Finder], Finder]:
    """Register the finder for `/hoeren/liste/<kind>/<key>.json`; it may raise NoSuchQueue."""

    def register(finder: Finder) -> Finder:
        _finders[kind] = finder
        return finder

    return register


def queue_named(kind: str, key: str) -> Queue:
    """The queue at an address. Raises NoSuchQueue."""
    if kind not in _finders:
        raise NoSuchQueue(kind)
    return _finders[kind](key)


@queue("neu")
def newest(key: str) -> Queue:
    if key != "alle":
        raise NoSuchQueue(key)
    return Queue(_("The newest"), _first(published_articles()), ("articles", "narrations"))


@queue("ressort")
def of_section(key: str) -> Queue:
    section = Section.objects.live().filter(slug=key).first()
    if section is None:
        raise NoSuchQueue(key)
    tags = (f"section-{section.pk}", "articles", "narrations")
    return Queue(section.title, _first(articles_of_section(section)), tags)


@queue("liste")
def of_playlist(key: str) -> Queue:
    playlist = Playlist.objects.filter(slug=key, public=True).first()
    if playlist is None:
        raise NoSuchQueue(key)
    numbers = list(playlist.entries.order_by("sort_order").values_list("page_id", flat=True))
    found = {one.pk: one for one in published_articles().filter(pk__in=numbers).for_cards()}
    articles = [found[number] for number in numbers if number in found]
    return Queue(playlist.title, articles, (f"playlist-{playlist.pk}", "articles", "narrations"))


def _first(articles: ArticleQuerySet) -> list[Any]:
    readable = articles.exclude(narration__switched_off=True)
    return list(readable.for_cards()[:LONGEST])
