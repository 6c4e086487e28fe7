"""What stories have done for them in the background."""

from datetime import datetime, timedelta

from django.tasks import task
from django.utils import timezone

from blattwerk.common.clock import every
from blattwerk.stories.catch_up import catch_up
from blattwerk.stories.meaning import can_read_meaning, weigh_meaning
from blattwerk.stories.place import place, reconsider, stories_of_deleted
from blattwerk.stories.repair import repair
from blattwerk.stories.sweep import sweep


@task
def place_article(article_id: int) -> None:
    """Find the article's story, or take it out of sight."""
    place(article_id, now=timezone.now())
    if can_read_meaning():
        read_meaning.enqueue(article_id)


@task
def reconsider_article(article_id: int) -> None:
    """Look again: its topics are others now."""
    reconsider(article_id, now=timezone.now())


@task(priority=-10)
def read_meaning(article_id: int) -> None:
    """Look again by meaning, when nothing else is waiting."""
    weigh_meaning(article_id, now=timezone.now())


@task
def settle_stories(story_ids: list[int]) -> None:
    """Count stories anew after an article was deleted."""
    stories_of_deleted(story_ids, now=timezone.now())


@every(timedelta(hours=1), name="stories.repair")
def repair_stories(now: datetime) -> None:
    """Propose merges and splits; act alone where no person has acted and nothing is public."""
    repair(now=now)


@every(timedelta(days=1), name="stories.sweep")
def sweep_up(now: datetime) -> None:
    """Take what has rested long out of the index."""
    sweep(now=now)


@every(timedelta(minutes=10), name="stories.catch_up")
def catch_up_with_articles(now: datetime) -> None:
    """Articles whose job was lost: published and in no story, withdrawn and still counted."""
    catch_up(now=now)
