"""What accounts have done for them in the background."""

from datetime import datetime, timedelta
from importlib import import_module

from django.conf import settings

from blattwerk.accounts.sweep import sweep
from blattwerk.common.clock import every


@every(timedelta(days=1), name="accounts.sweep")
def sweep_up(now: datetime) -> None:
    """Delete accounts whose address was not confirmed within a week."""
    sweep(now=now)


@every(timedelta(days=1), name="accounts.sessions")
def end_old_sessions(now: datetime) -> None:  # noqa: ARG001  # the engine has a clock of its own
    """Delete sessions that are over, with what was typed into forms and never sent."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
