"""`{% picture article.lead_picture slot="card" %}`"""

from typing import Any

from django import template

from blattwerk.newsroom.models import Picture
from blattwerk.newsroom.pictures import picture_address, slot_named

register = template.Library()


@register.inclusion_tag("newsroom/picture.html")
def picture(
    picture: Picture, slot: str, *, eager: bool = False, decorative: bool = False
) -> dict[str, Any]:
    """A picture in a slot; `eager` for the one first on the page, `decorative` beside its link."""
    place = slot_named(slot)
    width = place.widths[len(place.widths) // 2]
    return {
        "sources": [
            (
                f"image/{file_format}",
                ", ".join(
                    f"{picture_address(picture, slot, size, file_format)} {size}w"
                    for size in place.widths
                ),
            )
            for file_format in place.formats
        ],
        "sizes": place.sizes,
        "src": picture_address(picture, slot, width, "jpeg"),
        "width": width,
        "height": place.height(width, picture),
        "alt": "" if decorative else picture.alternative_text,
        "eager": eager,
    }
