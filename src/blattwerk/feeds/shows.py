"""What there are podcasts about: the paper, a section, a topic, a story, a list made by hand.

A show is found by the slug in its address. A further kind of show is one more finder below
`@podcast`; its feed and its artwork then stand at `/hoeren/<place>`.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import translation
from django.utils.translation import gettext as _

from blattwerk.feeds.syndication import section_at, story_at, topic_now_at
from blattwerk.feeds.wording import LANGUAGE
from blattwerk.narration.models import Playlist, Recording
from blattwerk.narration.queries import narrated_articles, recordings_of
from blattwerk.newsroom.errors import PaperMissing
from blattwerk.newsroom.models import Article, Paper
from blattwerk.newsroom.models.article import ArticleQuerySet
from blattwerk.newsroom.queries import the_paper
from blattwerk.stories.queries import articles_of_story

NEWEST = 100
LONGEST_LIST = 300

_NUMBER = re.compile(r"[0-9]{1,18}")


@dataclass(frozen=True)
class Show:
    """One podcast; `path` is that of the page it belongs to, `line` stands on its artwork.

    `order` are the numbers of its articles from first to last; empty for the newest first.
    """

    title: str
    description: str
    path: str
    paper: Paper
    articles: ArticleQuerySet
    tags: tuple[str, ...]
    line: str = ""
    order: tuple[int, ...] = ()
    serial: bool = False


@dataclass(frozen=True)
class Episode:
    """One article with the recording that is heard now, which has a file for feeds."""

    article: Article
    recording: Recording


Finder = Callable[[str], Show]


@dataclass(frozen=True)
class Podcast:
    """A kind of show: `podcast_<name>` and `artwork_<name>` are its addresses below `place`."""

    name: str
    place: str
    find: Finder


_podcasts: list[Podcast] = []


def podcast(name: str, place: str) -> Callable[[Finder], Finder]:
    """Register the finder of a kind of show; it raises Http404 for a slug it does not know."""

    def register(find: Finder) -> Finder:
        _podcasts.append(Podcast(name, place, find))
        return find

    return register


def podcasts() -> tuple[Podcast, ...]:
    """All kinds of shows."""
    return tuple(_podcasts)


def episodes_of(show: Show) -> list[Episode]:
    """The show's episodes in its order, in as many queries for one as for a hundred."""
    articles = show.articles.select_related("section").prefetch_related("bylines__author")
    articles = articles.defer("body")
    if show.serial:
        places = {number: place for place, number in enumerate(show.order)}
        found = sorted(articles.filter(pk__in=show.order), key=lambda one: places[one.pk])
    else:
        found = list(articles[:NEWEST])
    recordings = recordings_of([article.pk for article in found])
    return [
        Episode(article, recording)
        for article in found
        if (recording := recordings.get(article.pk)) and "mp3" in recording.by_kind
    ][:LONGEST_LIST]


@podcast("paper", "")
def of_the_paper(_slug: str) -> Show:
    paper = _paper()
    return Show(
        title=paper.title,
        description=_about(paper.description or paper.claim or paper.title),
        path="/",
        paper=paper,
        articles=narrated_articles(),
        tags=("articles", "narrations", "front"),
        line=paper.claim,
    )


@podcast("section", "ressort/<slug:slug>/")
def of_a_section(slug: str) -> Show:
    paper, section = _paper(), section_at(slug)
    return Show(
        title=f"{section.title} – {paper.title}",
        description=_about(section.description or section.title),
        path=section.url,
        paper=paper,
        articles=narrated_articles().filter(section=section),
        tags=("articles", "narrations", f"section-{section.pk}"),
        line=section.title,
    )


@podcast("playlist", "playlist/<slug:slug>/")
def of_a_playlist(slug: str) -> Show:
    paper, playlist = _paper(), get_object_or_404(Playlist, slug=slug, public=True)
    numbers = playlist.entries.order_by("sort_order").values_list("page_id", flat=True)
    return Show(
        title=f"{playlist.title} – {paper.title}",
        description=_about(playlist.description or playlist.title),
        path="/",
        paper=paper,
        articles=narrated_articles(),
        tags=("articles", "narrations", f"playlist-{playlist.pk}"),
        line=playlist.title,
        order=tuple(numbers),
        serial=True,
    )


@podcast("topic", "thema/<slug:slug>/")
def of_a_topic(slug: str) -> Show:
    paper, topic = _paper(), topic_now_at(slug)
    return Show(
        title=f"{topic.name} – {paper.title}",
        description=_about(topic.description or topic.name),
        path=topic.get_absolute_url(),
        paper=paper,
        articles=narrated_articles().filter(topic_assignments__topic=topic),
        tags=("articles", "narrations", f"topic-{topic.pk}"),
        line=topic.name,
    )


@podcast("story", "story/<slug:slug>/")
def of_a_story(slug: str) -> Show:
    """By its number; told from the beginning."""
    if not _NUMBER.fullmatch(slug):
        raise Http404
    paper, story = _paper(), story_at(slug)
    numbers = articles_of_story(story).order_by("published_at", "pk")
    return Show(
        title=f"{story.title} – {paper.title}",
        description=_about(story.standfirst or story.title),
        path=story.get_absolute_url(),
        paper=paper,
        articles=narrated_articles(),
        tags=("articles", "narrations", f"story-{story.pk}", f"story-{int(slug)}"),
        line=story.title,
        order=tuple(numbers.values_list("pk", flat=True)),
        serial=True,
    )


def _paper() -> Paper:
    try:
        return the_paper()
    except PaperMissing as error:
        raise Http404 from error


def _about(text: str) -> str:
    """What the show is about, then what one hears, in the language of the paper."""
    with translation.override(LANGUAGE.partition("-")[0]):
        return f"{text.rstrip()}\n\n{_('Articles to listen to.')}"
