"""What is done in the background for those who want to be told."""

from datetime import datetime, timedelta

from django.tasks import task
from django.utils import timezone

from blattwerk.common.clock import every
from blattwerk.discussion.writing.mails import tell_followers, tell_late_followers, tell_writer


@task
def tell_of(comment_id: int, number: int) -> None:
    """Mails about a comment that has come out; safe to run twice."""
    now = timezone.now()
    tell_writer(comment_id, now=now)
    tell_followers(number, now=now)


@every(timedelta(minutes=10), name="discussion.followers")
def tell_those_who_rested(now: datetime) -> None:
    """Followers get one mail an hour at most; what came meanwhile is told afterwards."""
    tell_late_followers(now)
