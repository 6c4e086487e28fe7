"""Articles as the detection reads them."""

from collections.abc import Iterable
from datetime import datetime

from blattwerk.newsroom.models import Article
from blattwerk.stories.detect.features import Features, features_of
from blattwerk.stories.detect.shapes import Piece
from blattwerk.stories.detect.shelf import Shelf


def piece_of(article: Article, moment: datetime) -> Piece:
    """The article as a piece of text that arrives at `moment`."""
    return Piece(
        number=article.pk,
        kicker=article.kicker,
        headline=article.title,
        text=article.plain_text,
        moment=moment,
    )


def features_at_hand(shelf: Shelf, articles: Iterable[Article]) -> dict[int, Features]:
    """Each article's features: from the shelf, or read anew where they were swept out."""
    numbers = [article.pk for article in articles]
    found = shelf.known_of(numbers)
    swept = [number for number in numbers if number not in found]
    for article in Article.objects.filter(pk__in=swept, published_at__isnull=False):
        if article.published_at:
            found[article.pk] = features_of(piece_of(article, article.published_at))
    return found
