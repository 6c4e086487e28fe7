"""The paper's feeds: all of it, a section, an author, a topic, a story; as RSS, Atom and JSON."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.feedgenerator import Enclosure
from django.utils.html import escape
from wagtail.contrib.redirects.models import Redirect

from blattwerk.common.addresses import absolute
from blattwerk.common.brevity import shortened
from blattwerk.common.made_of import made_of
from blattwerk.feeds import wording
from blattwerk.feeds.formats import PaperAtom, PaperJson, PaperRss
from blattwerk.feeds.markup import article_html, writable
from blattwerk.feeds.pictures import SharePicture, share_pictures
from blattwerk.newsroom.errors import PaperMissing
from blattwerk.newsroom.models import Article, Author, Section
from blattwerk.newsroom.models.article import ArticleQuerySet
from blattwerk.newsroom.queries import (
    articles_of_author,
    articles_of_section,
    published_articles,
    the_paper,
)
from blattwerk.stories.models import Story
from blattwerk.stories.queries import articles_of_story, story_by_number
from blattwerk.topics.errors import Moved
from blattwerk.topics.models import Topic
from blattwerk.topics.queries import articles_of_topic, topic_at

ITEMS = 30
MINUTES_BETWEEN_ASKING = "10"
FORMATS: dict[str, type[PaperRss | PaperAtom | PaperJson]] = {
    "rss": PaperRss,
    "atom": PaperAtom,
    "json": PaperJson,
}


@dataclass(frozen=True)
class Entry:
    """One article in a feed, with the picture it brings."""

    article: Article
    share: SharePicture | None


@dataclass(frozen=True)
class Subject:
    """What one feed is about; `path` is that of the page whose articles it brings."""

    title: str
    description: str
    path: str
    feed_path: str
    paper: str
    articles: ArticleQuerySet


if TYPE_CHECKING:
    Syndication = Feed[Entry, Subject]
else:
    Syndication = Feed


class PaperFeed(Syndication):
    """Every article of the paper, newest first."""

    language = wording.LANGUAGE
    ttl = MINUTES_BETWEEN_ASKING
    item_guid_is_permalink = False

    def __init__(self, kind: str) -> None:
        self.feed_type = FORMATS[kind]

    def get_object(self, request: HttpRequest, *_: Any, **__: Any) -> Subject:
        made_of(request, "articles", "front")
        try:
            paper = the_paper()
        except PaperMissing as error:
            raise Article.DoesNotExist from error  # Django's feeds answer it with 404
        about = paper.description or paper.claim or paper.title
        return Subject(paper.title, about, "/", request.path, paper.title, published_articles())

    def title(self, obj: Subject) -> str:
        return writable(obj.title)

    def subtitle(self, obj: Subject) -> str:
        return writable(obj.description)

    def description(self, obj: Subject) -> str:
        return writable(obj.description)

    def link(self, obj: Subject) -> str:
        return absolute(obj.path)

    def feed_url(self, obj: Subject) -> str:
        return absolute(obj.feed_path)

    def author_name(self, obj: Subject) -> str:
        return writable(obj.paper)

    def items(self, obj: Subject) -> Iterable[Entry]:
        rows = obj.articles.select_related("section", "lead_picture")
        rows = rows.prefetch_related("bylines__author")
        articles = list(rows[:ITEMS])
        pictures = share_pictures(articles)
        return [Entry(article, pictures.get(article.lead_picture_id)) for article in articles]

    def item_title(self, item: Entry) -> str:
        return writable(item.article.title)

    def item_description(self, item: Entry) -> str:
        return escape(writable(item.article.lead))  # readers take it for HTML

    def item_link(self, item: Entry) -> str:
        return absolute(item.article.url)

    def item_guid(self, item: Entry) -> str:
        return wording.lasting_id(item.article)

    def item_pubdate(self, item: Entry) -> datetime:
        return wording.published(item.article)

    def item_updateddate(self, item: Entry) -> datetime:
        return wording.updated(item.article)

    def item_categories(self, item: Entry) -> list[str]:
        section = item.article.section
        return [writable(section.title)] if section else []

    def item_enclosures(self, item: Entry) -> list[Enclosure]:
        if item.share is None:
            return []
        share = item.share
        return [Enclosure(share.address, str(share.length), share.mime_type)]

    def item_extra_kwargs(self, item: Entry) -> dict[str, Any]:
        return {
            "creators": [
                (writable(name), address) for name, address in wording.creators(item.article)
            ],
            "html": article_html(item.article),
            "summary": writable(item.article.lead),
            "share": item.share,
        }


class SectionFeed(PaperFeed):
    """The articles of one section."""

    def get_object(self, request: HttpRequest, *_: Any, **values: Any) -> Subject:
        section = section_at(values["slug"])
        made_of(request, "articles", f"section-{section.pk}")
        paper = the_paper().title
        title = f"{section.title} – {paper}"
        about = section.description or title
        articles = articles_of_section(section)
        return Subject(title, about, section.url, request.path, paper, articles)


def section_at(slug: str) -> Section:
    """The section of that address, or the one that has moved away from it."""
    section = Section.objects.live().filter(slug=slug).first()
    if section is None:
        moved = get_object_or_404(Redirect, old_path=Redirect.normalise_path(f"/{slug}"))
        section = get_object_or_404(Section.objects.live(), pk=moved.redirect_page_id)
    return section


class AuthorFeed(PaperFeed):
    """The articles of one author."""

    def get_object(self, request: HttpRequest, *_: Any, **values: Any) -> Subject:
        author = get_object_or_404(Author, slug=values["slug"])
        made_of(request, "articles", f"author-{author.pk}")
        paper = the_paper().title
        title = f"{author.name} – {paper}"
        about = author.role or title
        path = author.get_absolute_url()
        return Subject(title, about, path, request.path, paper, articles_of_author(author))


class TopicFeed(PaperFeed):
    """The articles about one topic."""

    def get_object(self, request: HttpRequest, *_: Any, **values: Any) -> Subject:
        topic = topic_now_at(values["slug"])
        made_of(request, "articles", f"topic-{topic.pk}")
        paper = the_paper().title
        title = f"{topic.name} – {paper}"
        about = topic.description or title
        path, articles = topic.get_absolute_url(), articles_of_topic(topic)
        return Subject(title, about, path, request.path, paper, articles)


def topic_now_at(slug: str) -> Topic:
    """The topic of that address, or the one that has moved away from it."""
    try:
        return topic_at(slug)
    except Moved as moved:
        return moved.topic
    except Topic.DoesNotExist as error:
        raise Http404 from error


class StoryFeed(PaperFeed):
    """What is new in one story."""

    def get_object(self, request: HttpRequest, *_: Any, **values: Any) -> Subject:
        story = story_at(values["number"])
        made_of(request, "articles", f"story-{values['number']}", f"story-{story.pk}")
        paper = the_paper().title
        title = f"{shortened(story.title)} – {paper}"
        about = story.standfirst or title
        path, articles = story.get_absolute_url(), articles_of_story(story)
        return Subject(title, about, path, request.path, paper, articles)


def story_at(number: str) -> Story:
    """The public story of that number, or the one it went into."""
    try:
        return story_by_number(int(number))
    except Story.DoesNotExist as error:
        raise Http404 from error
