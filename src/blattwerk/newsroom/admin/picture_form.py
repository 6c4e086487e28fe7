"""The form for pictures: credit and alternative text are owed, and the file must be a picture."""

import warnings
from io import BytesIO
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from PIL import Image, UnidentifiedImageError
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm


class PictureFile(WagtailImageField):
    """Looks at a file's head before Wagtail reads all of it, and whether all of it can be read.

    Wagtail decodes a picture before it counts the pixels, and trusts that decoding succeeds.
    """

    def to_python(self, data: Any) -> Any:
        if data and getattr(data, "size", 0) <= self.max_upload_size:
            self._look(data)
        return super().to_python(data)

    def _look(self, data: Any) -> None:
        data.seek(0)
        content = BytesIO(data.read())
        data.seek(0)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow only warns of what is refused here
            try:
                with Image.open(content) as opened:
                    self._refuse_too_large(opened.width * opened.height)
                    opened.load()
            except UnidentifiedImageError:
                return  # Wagtail has a sentence for what is no picture
            except Image.DecompressionBombError:
                self._refuse_too_large(None)
            except (OSError, SyntaxError, ValueError, MemoryError) as error:
                raise ValidationError(
                    _now("The file is damaged or incomplete; please export or copy it again."),
                    code="damaged_image",
                ) from error

    def _refuse_too_large(self, pixels: int | None) -> None:
        if pixels is not None and pixels <= self.max_image_pixels:
            return
        raise ValidationError(
            _now(
                "The picture is too large: at most %(most)s million pixels; please make it smaller."
            )
            % {"most": self.max_image_pixels // 1_000_000},
            code="file_too_many_pixels",
        )


class PictureForm(BaseImageForm):
    """Wagtail's form for images, stricter."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            wagtails = self.fields["file"]
            self.fields["file"] = PictureFile(
                label=wagtails.label, required=wagtails.required, widget=wagtails.widget
            )
        if "description" in self.fields:
            field = self.fields["description"]
            field.required = True
            field.label = _("Alternative text")
            field.help_text = _(
                "What is to be seen, in one sentence, for readers who do not see the picture."
            )
        if "title" in self.fields:
            self.fields["title"].help_text = _("By this the picture is found; never printed.")
