"""Give a topic another name. It moves to an address of that name; the old one leads there."""

from datetime import datetime
from typing import Any

from django.db import transaction

from blattwerk.topics.errors import TopicGone
from blattwerk.topics.models import Alias, OldAddress, Topic, free_slug
from blattwerk.topics.names import folded, topic_slug
from blattwerk.topics.naming import own_name
from blattwerk.topics.tell import tell_of_topics


@transaction.atomic
def rename_topic(*, topic_id: int, name: str, by: Any, now: datetime) -> Topic:
    """The topic goes by the new name; texts that use the old one are still recognised.

    Raises TopicGone, NameMissing, NameTooLong, NameTaken.
    """
    topic = Topic.objects.select_for_update().filter(pk=topic_id).first()
    if topic is None:
        raise TopicGone
    tidied = own_name(name, topic=topic)
    if tidied == topic.name:
        return topic
    former, topic.name = topic.name, tidied
    topic.aliases.filter(text=tidied).delete()
    if folded(former) != folded(tidied):
        Alias.objects.get_or_create(topic=topic, text=former)
    if topic_slug(former) != topic_slug(tidied):
        _move(topic, by, now)
    topic.save()
    tell_of_topics(topic.pk)
    return topic


def _move(topic: Topic, by: Any, now: datetime) -> None:
    """To a free address; one where it stood before may be taken up again."""
    left, topic.slug = topic.slug, free_slug(topic.name, but=topic.pk)
    OldAddress.objects.filter(slug=topic.slug).delete()
    OldAddress.objects.create(slug=left, topic=topic, by=by, since=now)
