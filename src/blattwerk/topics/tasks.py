"""What topics have done for them in the background."""

from datetime import datetime, timedelta

from django.tasks import task
from django.utils import timezone

from blattwerk.common.clock import every
from blattwerk.topics.learn import learn_anew
from blattwerk.topics.suggest import read_published


@task
def suggest_topics(number: int) -> None:
    """A published article is read for topics; the same text once only."""
    read_published(article_id=number, now=timezone.now())


@every(timedelta(hours=6), name="topics.learn")
def learn(now: datetime) -> None:
    """From what was assigned since."""
    learn_anew(now=now)
