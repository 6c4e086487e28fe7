"""What accounts have done for them in the background."""

from datetime import datetime, timedelta

from blattwerk.accounts.sweep import sweep
from blattwerk.common.clock import every


@every(timedelta(days=1), name="accounts.sweep")
def sweep_up(now: datetime) -> None:
    """Delete accounts whose address was not confirmed within a week."""
    sweep(now=now)
