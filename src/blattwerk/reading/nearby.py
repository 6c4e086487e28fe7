"""What else there is to read: at the foot of an article, and where a page is missing."""

from blattwerk.newsroom.models import Article
from blattwerk.newsroom.queries import articles_of_section, published_articles

SHOWN = 4


def more_from_section(article: Article) -> list[Article]:
    """The newest other articles of its section."""
    if article.section is None:
        return []
    newest = (
        articles_of_section(article.section).select_related("section", "lead_picture").defer("body")
    )
    return [other for other in newest[: SHOWN + 1] if other.pk != article.pk][:SHOWN]


def latest_articles() -> list[Article]:
    """The newest of the whole paper, as lines."""
    return list(published_articles().defer("body")[:SHOWN])
