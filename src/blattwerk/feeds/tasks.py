"""What is made for feeds in the background."""

from django.tasks import task

from blattwerk.feeds.pictures import share_picture
from blattwerk.newsroom.models import Picture


@task
def make_share_picture(number: int) -> None:
    """Make the picture in the size in which links are shared, unless it stands or is gone."""
    picture = Picture.objects.filter(pk=number).first()
    if picture is not None:
        share_picture(picture)
