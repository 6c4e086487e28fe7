"""Place what was missed: a whole archive, or a few articles whose job was lost."""

import logging
from collections.abc import Iterator
from datetime import datetime

from blattwerk.newsroom.models import Article
from blattwerk.newsroom.models.article import ArticleQuerySet
from blattwerk.stories.models import Membership, Signature
from blattwerk.stories.place import place

MOST = 500
logger = logging.getLogger(__name__)


def catch_up(*, now: datetime, most: int = MOST) -> int:
    """Place what can be read and stands nowhere, take out what is gone; how many it were."""
    missed = list(unplaced().values_list("pk", flat=True)[:most])
    gone = Membership.objects.filter(
        article__live=False, article_id__in=Signature.objects.values("article")
    )
    numbers = [*missed, *gone.values_list("article_id", flat=True)[:most]]
    return sum(1 for _ in place_all(numbers, now=now))


def unplaced() -> ArticleQuerySet:
    """Articles that readers can read and no story knows, oldest first."""
    found: ArticleQuerySet = Article.objects.live().filter(
        story_membership=None, published_at__isnull=False
    )
    return found.order_by("published_at", "pk")


def place_all(numbers: list[int], *, now: datetime) -> Iterator[int]:
    """Place these one by one, each safely stored before its number is told.

    One that cannot be placed is noted in the log and left out: it must not hold up all others.
    """
    for number in numbers:
        try:
            place(number, now=now)
        except Exception:
            logger.exception("Article %s could not be put into a story.", number)
            continue
        yield number
