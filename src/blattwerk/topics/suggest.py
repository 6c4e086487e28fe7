"""Suggest topics for an article. What a person said before stands."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from blattwerk.newsroom.models import Article
from blattwerk.topics.errors import ArticleGone
from blattwerk.topics.models import Assignment, Reading, Suggestion, SuggestionState
from blattwerk.topics.queries import open_suggestions
from blattwerk.topics.text import ArticleText, latest_text, text_of
from blattwerk.topics.weigh import Thought, thoughts_on


def suggest_for(article_id: int, *, now: datetime | None = None) -> list[Suggestion]:
    """Read the article's latest text, stored by an editor or published; what it suggests now.

    Topics it has, and those that were refused for it, are not suggested. Raises ArticleGone.
    """
    article = Article.objects.filter(pk=article_id).first()
    if article is None:
        raise ArticleGone
    _renew(article_id, latest_text(article), now or timezone.now())
    return open_suggestions(article_id)


def read_published(*, article_id: int, now: datetime) -> bool:
    """The same for what readers read; whether it was read: the same text is not read twice."""
    article = Article.objects.live().filter(pk=article_id).first()
    if article is None:
        return False
    text = text_of(article)
    if Reading.objects.filter(pk=article_id, digest=text.digest).exists():
        return False
    _renew(article_id, text, now)
    return True


def withdraw_suggestions(*, article_id: int) -> None:
    """Nobody is asked about an article that readers cannot read; what was answered is kept."""
    Suggestion.objects.filter(article_id=article_id, state=SuggestionState.OPEN).delete()
    Reading.objects.filter(pk=article_id).delete()


@transaction.atomic
def _renew(article_id: int, text: ArticleText, now: datetime) -> None:
    assigned = Assignment.objects.filter(article_id=article_id).values_list("topic_id", flat=True)
    known = set(assigned)
    thoughts = [thought for thought in thoughts_on(text) if thought.topic_id not in known]
    _store(article_id, thoughts, now)
    Reading.objects.update_or_create(
        pk=article_id, defaults={"digest": text.digest, "read_at": now}
    )


def _store(article_id: int, thoughts: list[Thought], now: datetime) -> None:
    """Open suggestions become these; decided ones are not touched."""
    of_article = Suggestion.objects.filter(article_id=article_id)
    still_open = of_article.filter(state=SuggestionState.OPEN)
    still_open.exclude(topic_id__in=[one.topic_id for one in thoughts]).delete()
    standing = {row.topic_id: row for row in of_article}
    fresh = []
    for one in thoughts:
        row = standing.get(one.topic_id)
        if row is None:
            fresh.append(
                Suggestion(
                    article_id=article_id,
                    topic_id=one.topic_id,
                    score=one.score,
                    evidence=one.evidence,
                    made_at=now,
                )
            )
        elif (row.score, row.evidence) != (one.score, one.evidence):
            still_open.filter(pk=row.pk).update(score=one.score, evidence=one.evidence)
    Suggestion.objects.bulk_create(fresh, ignore_conflicts=True)
