"""Take up a topic."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from blattwerk.topics.models import Kind, Topic
from blattwerk.topics.naming import own_aliases, own_name, set_aliases
from blattwerk.topics.tell import tell_of_topics


@transaction.atomic
def add_topic(
    *, name: str, kind: str = Kind.THEME, aliases: Iterable[str] = (), **details: Any
) -> Topic:
    """A new topic; `details` are other fields of it: description, picture, wikidata, media_topic.

    Raises NameMissing, NameTooLong, NameTaken; ValidationError for details that cannot be.
    """
    tidied = own_name(name)
    kept = own_aliases(aliases, name=tidied)
    topic = Topic(name=tidied, kind=kind, **details)
    topic.full_clean(exclude=["slug"])
    topic.save()
    set_aliases(topic, kept)
    tell_of_topics(topic.pk)
    return topic
