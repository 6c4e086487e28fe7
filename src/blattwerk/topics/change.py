"""Change what is known of a topic; its name is changed by `rename.py`."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from blattwerk.topics.errors import TopicGone
from blattwerk.topics.models import Topic
from blattwerk.topics.naming import own_aliases, set_aliases
from blattwerk.topics.tell import tell_of_topics

DETAILS = frozenset({"kind", "description", "picture", "wikidata", "media_topic"})


@transaction.atomic
def change_topic(*, topic_id: int, aliases: Iterable[str] | None = None, **details: Any) -> Topic:
    """Set other fields of it, and its aliases where they are given.

    Raises TopicGone, NameTooLong, NameTaken; ValidationError for details that cannot be.
    """
    topic = Topic.objects.select_for_update().filter(pk=topic_id).first()
    if topic is None:
        raise TopicGone
    for field in sorted(details.keys() & DETAILS):
        setattr(topic, field, details[field])
    topic.full_clean()
    if aliases is not None:
        set_aliases(topic, own_aliases(aliases, name=topic.name, topic=topic))
    topic.save()
    tell_of_topics(topic.pk)
    return topic
