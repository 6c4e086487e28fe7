"""What the desk has done for it in the background."""

from datetime import datetime, timedelta

from django.tasks import task
from django.utils import timezone

from blattwerk.common.clock import every
from blattwerk.discussion.admin.counting import keep_days
from blattwerk.discussion.admin.seals import check_seals, last_check
from blattwerk.discussion.admin.urgent import tell_team


@every(timedelta(hours=1), name="discussion.figures")
def keep_figures(now: datetime) -> None:
    """Count the days that are over."""
    keep_days(now)


@every(timedelta(days=1), name="discussion.seals")
def look_at_seals(now: datetime) -> None:
    """See whether anybody has changed the log behind the database's back."""
    check_seals(now)


@task
def check_seals_once_more(asked_at: str) -> None:
    """Somebody asked then; of several who ask meanwhile one check serves all."""
    last = last_check()
    if last is None or last.at < datetime.fromisoformat(asked_at):
        check_seals(timezone.now())


@every(timedelta(minutes=5), name="discussion.urgent")
def tell_of_urgent_cases(now: datetime) -> None:
    """Write to the team when something cannot wait."""
    tell_team(now)
