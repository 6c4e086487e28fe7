"""What the newsroom has done for it in the background."""

from datetime import datetime, timedelta

from django.core.management import call_command

from blattwerk.common.clock import every


@every(timedelta(seconds=20), name="newsroom.publish_scheduled")
def publish_scheduled(now: datetime) -> None:
    """Publish and withdraw what editors have set a time for. Wagtail reads the clock itself."""
    call_command("publish_scheduled", verbosity=0)
