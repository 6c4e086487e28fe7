"""Where pictures stand on a page, and in which sizes they are made.

One table is the whole truth: nobody can ask the server for a size that is not in it. Addresses
carry the picture's hash, so that they may be kept for ever.
"""

import hashlib
from dataclasses import dataclass
from typing import Literal

from django.urls import reverse

from blattwerk.newsroom.models import Picture

Format = Literal["avif", "jpeg"]
FORMATS: tuple[Format, ...] = ("avif", "jpeg")


class UnknownSize(ValueError):
    """A size that stands in no slot."""


@dataclass(frozen=True)
class PictureSlot:
    """A place for pictures: widths in CSS pixels, ratio width/height (None: the picture's own)."""

    widths: tuple[int, ...]
    ratio: float | None
    sizes: str
    formats: tuple[Format, ...] = FORMATS

    def height(self, width: int, picture: Picture) -> int:
        """Height in pixels at `width`."""
        ratio = self.ratio or picture.width / max(picture.height, 1)
        return max(round(width / ratio), 1)

    def filter_spec(self, width: int, file_format: Format) -> str:
        """Wagtail's words for this size."""
        if self.ratio is None:
            return f"max-{width}x{width * 2}|format-{file_format}"
        return f"fill-{width}x{max(round(width / self.ratio), 1)}|format-{file_format}"


SLOTS: dict[str, PictureSlot] = {
    "lead": PictureSlot((480, 800, 1200), 3 / 2, "(min-width: 54rem) 52rem, 100vw"),
    "hero": PictureSlot((480, 800, 1200), 3 / 2, "(min-width: 64rem) 44rem, 100vw"),
    "card": PictureSlot((320, 480, 720), 3 / 2, "(min-width: 48rem) 22rem, 100vw"),
    "thumb": PictureSlot((112, 224), 1.0, "7rem"),
    "body": PictureSlot((480, 800, 1200), None, "(min-width: 48rem) 42rem, 100vw"),
    "portrait": PictureSlot((64, 128, 256), 1.0, "4rem"),
    "cover": PictureSlot((512,), 1.0, "512px", formats=("jpeg",)),  # lock screens, sound files
    "share": PictureSlot((1200,), 1200 / 630, "1200px", formats=("jpeg",)),
}


def slot_named(name: str) -> PictureSlot:
    """The slot of that name. Raises UnknownSize."""
    if name not in SLOTS:
        raise UnknownSize(f"There is no place for pictures called {name!r}.")
    return SLOTS[name]


def picture_address(picture: Picture, slot: str, width: int, file_format: Format) -> str:
    """The lasting address of one size of a picture."""
    return reverse("picture", args=[picture.pk, picture_mark(picture), slot, width, file_format])


def picture_mark(picture: Picture) -> str:
    """Twelve characters that change with the picture's bytes or its focal point."""
    focus = (
        picture.focal_point_x,
        picture.focal_point_y,
        picture.focal_point_width,
        picture.focal_point_height,
    )
    return hashlib.sha256(f"{picture.file_hash}{focus}".encode()).hexdigest()[:12]


def check_size(slot: str, width: int, file_format: str) -> PictureSlot:
    """The slot, if it has this width and format. Raises UnknownSize."""
    found = slot_named(slot)
    if width not in found.widths or file_format not in found.formats:
        raise UnknownSize(f"Pictures in {slot!r} are not made {width} wide as {file_format}.")
    return found
