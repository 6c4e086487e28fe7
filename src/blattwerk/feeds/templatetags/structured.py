"""What machines are told in a page's head: `{% social_meta page %}`, `{% structured_data page %}`,
`{% feed_links page %}`. `page` is a paper, section, article, standing page, author, topic or story.
"""

import json
from collections.abc import Sequence
from typing import Any

from django import template
from django.template import Context
from django.utils.safestring import SafeString, mark_safe

from blattwerk.discussion.queries import Branch, Discussion
from blattwerk.feeds.forum import discussion_graph
from blattwerk.feeds.heading import Heading, heading_of
from blattwerk.feeds.links import FeedLink, feed_links_of
from blattwerk.feeds.schema import graph_of
from blattwerk.feeds.things import Thing
from blattwerk.newsroom.frame import paper_of
from blattwerk.newsroom.models import Paper
from blattwerk.stories.models import Story

register = template.Library()

# In a script element only these can end it or start another; JSON allows their escapes anywhere.
_HARMLESS = str.maketrans(
    {"<": "\\u003C", ">": "\\u003E", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)


@register.simple_tag(takes_context=True)
def structured_data(context: Context, page: Any) -> SafeString:
    """The page as one JSON-LD graph; nothing for a page that has no address yet."""
    graph = graph_of(page, _paper(context, page)) if _has_address(page) else []
    return _document(graph)


@register.simple_tag(takes_context=True)
def discussion_data(
    context: Context, discussion: Discussion, branches: Sequence[Branch]
) -> SafeString:
    """A discussion's page as one JSON-LD graph."""
    return _document(discussion_graph(discussion, branches, paper_of(context.get("request"))))


@register.inclusion_tag("feeds/social_meta.html", takes_context=True)
def social_meta(context: Context, page: Any, number: int = 1) -> dict[str, Heading | None]:
    """Description, canonical address and OpenGraph; `number` is that of a list's page."""
    known = _has_address(page)
    return {"heading": heading_of(page, _paper(context, page), number) if known else None}


@register.inclusion_tag("feeds/feed_links.html", takes_context=True)
def feed_links(context: Context, page: Any = None) -> dict[str, list[FeedLink]]:
    """The feeds that browsers and feed readers find from a page: the paper's and its own."""
    return {"links": feed_links_of(page, _paper(context, page))}


def _document(graph: list[Thing]) -> SafeString:
    if not graph:
        return SafeString("")
    document = json.dumps(
        {"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False
    ).translate(_HARMLESS)
    return mark_safe(f'<script type="application/ld+json">{document}</script>')  # noqa: S308


def _paper(context: Context, page: Any) -> Paper:
    return page if isinstance(page, Paper) else paper_of(context.get("request"))


def _has_address(page: Any) -> bool:
    placed = isinstance(page, Story) or getattr(page, "url", None) or getattr(page, "slug", None)
    return bool(placed) and page.pk is not None
