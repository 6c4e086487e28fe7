"""Give an article a topic, or take it away: a person's word, which the system never overrides."""

from datetime import datetime
from typing import Any

from django.db import transaction

from blattwerk.newsroom.models import Article
from blattwerk.topics.errors import ArticleGone, TopicGone
from blattwerk.topics.models import Assignment, Suggestion, SuggestionState, Topic
from blattwerk.topics.tell import tell_of_assignment


@transaction.atomic
def assign(*, article_id: int, topic_id: int, by: Any, now: datetime) -> Assignment:
    """The article is about the topic; `by` None: said by nobody, as in the sample paper.

    Saying it twice changes nothing. Raises ArticleGone, TopicGone.
    """
    _refuse_what_is_gone(article_id, topic_id)
    row, created = Assignment.objects.get_or_create(
        article_id=article_id, topic_id=topic_id, defaults={"by": by, "at": now}
    )
    decided = Suggestion.objects.filter(article_id=article_id, topic_id=topic_id)
    decided.exclude(state=SuggestionState.ACCEPTED).update(
        state=SuggestionState.ACCEPTED, decided_by=by, decided_at=now
    )
    if created:
        tell_of_assignment(article_id, [topic_id])
    return row


@transaction.atomic
def unassign(*, article_id: int, topic_id: int, by: Any, now: datetime) -> None:
    """The article is not about the topic after all; the system will not suggest it again.

    Nothing happens where it was not assigned.
    """
    gone, _rows = Assignment.objects.filter(article_id=article_id, topic_id=topic_id).delete()
    if not gone:
        return
    said = {"state": SuggestionState.REFUSED, "decided_by": by, "decided_at": now}
    Suggestion.objects.update_or_create(
        article_id=article_id,
        topic_id=topic_id,
        defaults=said,
        create_defaults={**said, "score": 0.0, "made_at": now},
    )
    tell_of_assignment(article_id, [topic_id])


def _refuse_what_is_gone(article_id: int, topic_id: int) -> None:
    if not Article.objects.filter(pk=article_id).exists():
        raise ArticleGone
    if not Topic.objects.filter(pk=topic_id).exists():
        raise TopicGone
