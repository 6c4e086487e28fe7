"""Pictures with the credit and the alternative text that a newspaper owes."""

from typing import Any

from django.core.files import File
from django.core.files.base import ContentFile
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Filter,
    Image,
    SourceImageIOError,
)

AVIF_SPEED = 8  # 0 (slowest) to 10


class WithoutCameraNotes:
    """A step that forgets what the camera wrote beside the picture: place, time, owner."""

    KEPT = ("icc_profile", "transparency", "gamma", "duration", "loop", "background")

    def run(self, willow: Any, _image: Any, _env: Any) -> None:
        pillow = getattr(willow, "image", None)
        if pillow is not None:
            pillow.info = {key: pillow.info[key] for key in self.KEPT if key in pillow.info}
            pillow.getexif().clear()
            # Four times as quick as the encoder's own choice, at the same size within 5 %.
            pillow.encoderinfo = {"speed": AVIF_SPEED}


class PlainFilter(Filter):
    """Wagtail's filter, with sizes that tell nothing but the picture."""

    @cached_property
    def filter_operations(self) -> list[Any]:
        return [*super().filter_operations, WithoutCameraNotes()]


class Picture(AbstractImage):
    """A picture. `description` is its alternative text; `caption` the usual line below it."""

    caption = models.CharField(_("caption"), max_length=400, blank=True)
    credit = models.CharField(
        _("credit"),
        max_length=160,
        help_text=_("Who made it and where it comes from, as printed: “Anna Gruber/APA”."),
    )

    admin_form_fields = (*Image.admin_form_fields, "caption", "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        permissions = [("choose_picture", "Can choose picture")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Stored with its hash from the first, since pictures' addresses carry it."""
        if self.file and not self.file_hash and kwargs.get("update_fields") is None:
            self._set_file_hash()
            self.file.seek(0)
        super().save(*args, **kwargs)

    def generate_rendition_file(
        self,
        filter: Filter,  # noqa: A002
        *,
        source: File[Any] | None = None,
    ) -> File[bytes]:
        if not self.file.storage.exists(self.file.name):
            raise SourceImageIOError(f"The file of picture {self.pk} is lost.")
        made = super().generate_rendition_file(PlainFilter(filter.spec), source=source)
        with made:  # Wagtail leaves its temporary file open
            made.seek(0)  # Pillow leaves it behind the last byte of an AVIF
            return ContentFile(made.read(), name=made.name)

    @property
    def alternative_text(self) -> str:
        """What a reader hears who cannot see the picture; never a file's name."""
        return self.description


class Rendition(AbstractRendition):
    """One size and format of a picture."""

    image = models.ForeignKey(Picture, related_name="renditions", on_delete=models.CASCADE)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="one_rendition_per_spec"
            )
        ]
