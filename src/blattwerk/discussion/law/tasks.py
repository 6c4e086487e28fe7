"""What the law has done in the background."""

from datetime import datetime, timedelta

from blattwerk.common.clock import every
from blattwerk.discussion.law.notices import settle_gone
from blattwerk.discussion.law.retention import purge


@every(timedelta(minutes=10), name="discussion.gone")
def settle_what_is_gone(now: datetime) -> None:
    """Tell notifiers of comments that their writers took away meanwhile."""
    settle_gone(now)


@every(timedelta(days=1), name="discussion.retention")
def forget(now: datetime) -> None:
    """Take out what is kept no longer."""
    purge(now)
