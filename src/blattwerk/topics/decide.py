"""What a person says to a suggestion. The last word stands, whatever is read anew later."""

from datetime import datetime
from typing import Any

from django.db import transaction

from blattwerk.topics.assign import assign
from blattwerk.topics.errors import SuggestionGone
from blattwerk.topics.models import Assignment, Suggestion, SuggestionState
from blattwerk.topics.tell import tell_of_assignment


@transaction.atomic
def accept_suggestion(*, suggestion_id: int, by: Any, now: datetime) -> Suggestion:
    """The article is about the topic. Raises SuggestionGone."""
    suggestion = _standing(suggestion_id)
    assign(article_id=suggestion.article_id, topic_id=suggestion.topic_id, by=by, now=now)
    suggestion.refresh_from_db()
    return suggestion


@transaction.atomic
def refuse_suggestion(*, suggestion_id: int, by: Any, now: datetime) -> Suggestion:
    """The article is not about the topic, for ever; an assignment goes. Raises SuggestionGone."""
    suggestion = _standing(suggestion_id)
    suggestion.state = SuggestionState.REFUSED
    suggestion.decided_by, suggestion.decided_at = by, now
    suggestion.save(update_fields=["state", "decided_by", "decided_at"])
    pair = {"article_id": suggestion.article_id, "topic_id": suggestion.topic_id}
    gone, _rows = Assignment.objects.filter(**pair).delete()
    if gone:
        tell_of_assignment(suggestion.article_id, [suggestion.topic_id])
    return suggestion


def _standing(number: int) -> Suggestion:
    locked = Suggestion.objects.select_for_update(of=("self",)).select_related("topic")
    found = locked.filter(pk=number).first()
    if found is None:
        raise SuggestionGone
    return found
