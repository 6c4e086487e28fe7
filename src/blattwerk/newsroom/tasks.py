"""What the newsroom has done for it in the background."""

from datetime import datetime, timedelta

from django.tasks import task

from blattwerk.common.clock import every
from blattwerk.newsroom.models import Picture
from blattwerk.newsroom.pictures import SLOTS
from blattwerk.newsroom.schedule import publish_due


@every(timedelta(seconds=20), name="newsroom.publish_scheduled")
def publish_scheduled(now: datetime) -> None:
    """What editors have set a time for."""
    publish_due(now=now)


@task
def make_sizes(number: int) -> None:
    """Make a lead picture's sizes for modern browsers ahead, so that no first reader waits."""
    picture = Picture.objects.filter(pk=number).first()
    if picture is None:
        return
    for name in ("lead", "card", "thumb"):
        slot = SLOTS[name]
        for width in slot.widths:
            picture.get_rendition(slot.filter_spec(width, "avif"))
