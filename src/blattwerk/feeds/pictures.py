"""Pictures as feeds and shared links carry them: absolute, with their true size in bytes."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass

from blattwerk.common.addresses import absolute
from blattwerk.feeds.markup import writable
from blattwerk.newsroom.models import Article, Picture
from blattwerk.newsroom.pictures import SLOTS, picture_address

log = logging.getLogger(__name__)

SLOT = "share"
WIDTH = SLOTS[SLOT].widths[0]


@dataclass(frozen=True)
class SharePicture:
    """One made picture; `length` in bytes is that of the file which the address answers with."""

    address: str
    length: int
    width: int
    height: int
    credit: str
    mime_type: str = "image/jpeg"


def share_spec() -> str:
    """Wagtail's words for the size in which pictures are shared."""
    return SLOTS[SLOT].filter_spec(WIDTH, "jpeg")


def share_address(picture: Picture) -> str:
    """Where the picture stands in that size; it is made when first asked for."""
    return absolute(picture_address(picture, SLOT, WIDTH, "jpeg"))


def share_size(picture: Picture) -> tuple[int, int]:
    """Width and height of the shared picture: a small one is cropped but never blown up."""
    height = SLOTS[SLOT].height(WIDTH, picture)
    scale = min(1, picture.width / WIDTH, picture.height / height)
    return max(round(WIDTH * scale), 1), max(round(height * scale), 1)


def share_picture(picture: Picture) -> SharePicture | None:
    """The picture in that size, made now unless it stands; None when its file is lost or broken."""
    try:
        rendition = picture.get_rendition(share_spec())
        length = rendition.file.size
    except (OSError, ValueError):  # Wagtail's SourceImageIOError is an OSError
        log.warning("Picture %s cannot be made for feeds.", picture.pk)
        return None
    return SharePicture(
        address=share_address(picture),
        length=length,
        width=rendition.width,
        height=rendition.height,
        credit=writable(picture.credit),
    )


def share_pictures(articles: Iterable[Article]) -> dict[int, SharePicture]:
    """The lead pictures of these articles by the picture's number; those made already are read
    in two queries, whatever their number.
    """
    leads = [article.lead_picture for article in articles if article.lead_picture]
    specs = {share_spec() for picture in leads}
    numbers = {picture.pk for picture in leads}
    found = Picture.objects.filter(pk__in=numbers).prefetch_renditions(*specs) if leads else []
    made = {picture.pk: share_picture(picture) for picture in found}
    return {number: picture for number, picture in made.items() if picture}
