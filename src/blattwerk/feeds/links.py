"""Where the feeds of a page stand."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from blattwerk.feeds.syndication import FORMATS
from blattwerk.newsroom.models import Article, Author, Paper, Section
from blattwerk.stories.models import Story
from blattwerk.topics.models import Topic


@dataclass(frozen=True)
class FeedLink:
    """One `link rel=alternate`."""

    title: str
    path: str
    mime_type: str


def feed_links_of(page: Any, paper: Paper) -> list[FeedLink]:
    """The paper's feeds and podcast, then those of what the page is or belongs to."""
    links = [
        FeedLink(paper.title, reverse(f"{kind}_paper"), feed.content_type.partition(";")[0])
        for kind, feed in FORMATS.items()
    ]
    links.append(_podcast(paper.title, "podcast_paper"))
    section = page.section if isinstance(page, Article) else page
    if isinstance(section, Section):
        title = f"{section.title} – {paper.title}"
        links.append(_rss(title, "rss_section", section.slug))
        links.append(_podcast(title, "podcast_section", section.slug))
    elif isinstance(page, Author):
        links.append(_rss(f"{page.name} – {paper.title}", "rss_author", page.slug))
    elif isinstance(page, Topic):
        title = f"{page.name} – {paper.title}"
        links += [_rss(title, "rss_topic", page.slug), _podcast(title, "podcast_topic", page.slug)]
    elif isinstance(page, Story):
        title = f"{page.title} – {paper.title}"
        links += [_rss(title, "rss_story", page.pk), _podcast(title, "podcast_story", page.pk)]
    return links


def _rss(title: str, name: str, slug: str | int) -> FeedLink:
    return FeedLink(title, reverse(name, args=[slug]), "application/rss+xml")


def _podcast(title: str, name: str, *slug: str | int) -> FeedLink:
    return FeedLink(f"{title} (Podcast)", reverse(name, args=slug), "application/rss+xml")
