"""What else there is to read: at the foot of an article, and where a page is missing."""

from collections.abc import Iterator

from blattwerk.newsroom.models import Article
from blattwerk.newsroom.queries import articles_of_section, published_articles

SHOWN = 4


def more_from_section(article: Article) -> list[Article]:
    """The newest other articles of its section that the article does not lead on to itself."""
    if article.section is None:
        return []
    named = {article.pk, *_related_numbers(article)}
    newest = (
        articles_of_section(article.section).select_related("section", "lead_picture").defer("body")
    )
    return [other for other in newest[: SHOWN + len(named)] if other.pk not in named][:SHOWN]


def _related_numbers(article: Article) -> Iterator[int]:
    """The articles in its “read also” boxes, without fetching them."""
    for block in article.body.get_prep_value():
        if block["type"] == "related":
            yield from (item["value"] for item in block["value"]["articles"] if item["value"])


def latest_articles() -> list[Article]:
    """The newest of the whole paper, as lines."""
    return list(published_articles().defer("body")[:SHOWN])
