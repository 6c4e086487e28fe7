"""What the desk has swept away for it."""

from datetime import datetime, timedelta

from django.core.management import call_command

from blattwerk.common.clock import every

KEPT_DAYS = 7


@every(timedelta(hours=12), name="desk.sweep_finished_tasks")
def sweep_finished_tasks(now: datetime) -> None:  # noqa: ARG001  # the command reads the clock
    """Finished background tasks leave a row each; a week of them is enough to look into."""
    call_command("prune_db_task_results", min_age_days=KEPT_DAYS, verbosity=0)
