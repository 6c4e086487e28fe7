"""The small questions of the reader's templates."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import template

from blattwerk.newsroom.embeds import Provider, provider_of
from blattwerk.newsroom.models import Article
from blattwerk.reading.tables import PrintedTable, printed_table

register = template.Library()


@register.filter
def block_template(kind: str) -> str:
    """Which template shows a body block of this kind."""
    return f"reading/blocks/{kind}.html"


@register.filter
def readable(articles: Iterable[Article | None]) -> list[Article]:
    """Those of the chosen articles that readers can open."""
    return [article for article in articles if article is not None and article.live]


@register.simple_tag
def embed_provider(url: str) -> Provider | None:
    """Who would be contacted, if this were opened."""
    return provider_of(url)


@register.simple_tag
def embed_frame(url: str) -> str:
    """Where the player of this address stands; empty for one that cannot be embedded."""
    provider = provider_of(url)
    return provider.frame_address(url) if provider else ""


@register.simple_tag
def table_of(value: Mapping[str, Any]) -> PrintedTable:
    """A table block in print order."""
    return printed_table(value)
