"""Speak anew what a change of the pronunciation list concerns."""

from datetime import datetime, timedelta

from blattwerk.narration.models import Narration, NarrationRules, State, Urgency
from blattwerk.narration.order import order
from blattwerk.newsroom.queries import articles_since


def respeak(*, word: str, language: str, now: datetime) -> int:
    """Order recent pages that were read aloud and hold the word; returns how many."""
    since = now - timedelta(days=NarrationRules.load().days)
    read = Narration.objects.filter(state=State.READY, recording__language=language)
    ordered = 0
    for article in articles_since(since).filter(pk__in=read.values("page_id")):
        if word in f"{article.kicker} {article.title} {article.plain_text}":
            ordered += order(page_id=article.pk, urgency=Urgency.BACKLOG, now=now)
    return ordered
