"""Tell the rooms above, once a change is safely stored."""

from collections.abc import Iterable
from functools import partial

from django.db import transaction

from blattwerk.topics.models import Assignment, Topic
from blattwerk.topics.signals import topic_changed, topics_assigned


def tell_of_assignment(article_id: int, changed: Iterable[int]) -> None:
    """The article's topics have changed by these."""
    transaction.on_commit(partial(_send_assigned, article_id, sorted(changed)))


def tell_of_topics(*topic_ids: int) -> None:
    """These topics have changed, or are gone."""
    send = partial(topic_changed.send, sender=Topic, topic_ids=sorted(set(topic_ids)))
    transaction.on_commit(send)


def _send_assigned(article_id: int, changed: list[int]) -> None:
    now = Assignment.objects.filter(article_id=article_id).order_by("topic_id")
    topics_assigned.send(
        sender=Assignment,
        article_id=article_id,
        topic_ids=list(now.values_list("topic_id", flat=True)),
        changed_ids=changed,
    )
