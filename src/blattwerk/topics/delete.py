"""Delete a topic, with all that was said about it; its addresses answer no more."""

from typing import Any

from django.db import transaction

from blattwerk.topics.models import Topic
from blattwerk.topics.tell import tell_of_topics


@transaction.atomic
def delete_topic(*, topic_id: int) -> None:
    """Nothing happens where it is gone already."""
    gone: tuple[int, dict[str, Any]] = Topic.objects.filter(pk=topic_id).delete()
    if gone[0]:
        tell_of_topics(topic_id)
