"""Read aloud what has not been: by command, newest first, in this very process."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils import timezone

from blattwerk.narration.claims import claim_page
from blattwerk.narration.models import Narration, NarrationRules, State, Urgency
from blattwerk.narration.narrate import narrate
from blattwerk.narration.order import order
from blattwerk.newsroom.models.article import ArticleQuerySet
from blattwerk.newsroom.queries import articles_since, published_articles


def articles_to_read(*, since: datetime | None, everything: bool, now: datetime) -> ArticleQuerySet:
    """Published articles, newest first: all, those since a moment, or what counts as new."""
    if everything:
        return published_articles()
    new = now - timedelta(days=NarrationRules.load().days)
    return articles_since(since or new)


def read_now(articles: ArticleQuerySet, *, anew: bool) -> Iterator[tuple[int, State, str]]:
    """Make each article's recording here and now; yields its number, the state and the reason.

    What needs no new recording is found out quickly; what another narrator works on is left to it.
    """
    # A list: an open cursor would keep SQLite's snapshot, and no writing would be allowed.
    for number in list(articles.values_list("pk", flat=True)):
        now = timezone.now()
        order(page_id=number, urgency=Urgency.BACKLOG, now=now, anew=anew)
        claim = claim_page(number, now)
        if claim is not None:
            narrate(claim)
        row = Narration.objects.get(page_id=number)
        yield number, State(row.state), row.reason
