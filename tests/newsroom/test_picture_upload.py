"""Pictures come in with credit and alternative text, and bad files leave nothing behind."""

import gc
import io
import struct
import zlib
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.models import UploadedFile

from blattwerk.newsroom.admin.picture_form import PictureForm
from blattwerk.newsroom.models import Paper, Picture
from blattwerk.newsroom.pictures import FORMATS, picture_address
from tests.newsroom.roles import browser

GPS = 0x8825
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def jpeg(width: int = 600, height: int = 400, **options: object) -> bytes:
    """A JPEG of that size."""
    buffer = io.BytesIO()
    Image.effect_noise((width, height), 60).convert("RGB").save(buffer, "JPEG", **options)
    return buffer.getvalue()


def bomb() -> bytes:
    """A PNG of a few dozen bytes that says it has 30.000 × 30.000 pixels."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 90)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def files() -> list[Path]:
    """What lies in the media folder."""
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


@pytest.fixture
def desk(paper: Paper) -> Client:
    """Somebody of the foreign desk, signed in."""
    return browser("foreign")


def upload(desk: Client, name: str, content: bytes) -> dict[str, object]:
    """What the picture page answers to a file dropped on it."""
    answer = desk.post(
        reverse("wagtailimages:add_multiple"),
        {"title": name, "files[]": SimpleUploadedFile(name, content)},
    )
    return answer.json()


BAD = {
    "a JPEG that says it is a PNG": ("wiese.png", jpeg()),
    "an SVG": ("zeichnung.svg", SVG),
    "an SVG that says it is a PNG": ("zeichnung.png", SVG),
    "a page that says it is a JPEG": ("seite.jpg", b"<html><script>alert(1)</script></html>"),
    "half a JPEG": ("halb.jpg", jpeg()[:9000]),
    "a bomb": ("bombe.png", bomb()),
    "nothing": ("leer.jpg", b""),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_gets_a_sentence_and_leaves_nothing(kind: str, desk: Client) -> None:
    answer = upload(desk, *BAD[kind])

    assert answer["success"] is False
    assert str(answer["error_message"]).endswith((".", ")"))
    assert (Picture.objects.count(), UploadedFile.objects.count(), files()) == (0, 0, [])


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_does_not_come_in_through_the_chooser_either(kind: str, desk: Client) -> None:
    name, content = BAD[kind]
    desk.post(
        reverse("wagtailimages_chooser:create"),
        {
            "image-chooser-upload-title": "Bild",
            "image-chooser-upload-description": "Ein Bild",
            "image-chooser-upload-credit": "Wer",
            "image-chooser-upload-file": SimpleUploadedFile(name, content),
        },
    )

    assert (Picture.objects.count(), files()) == (0, [])


@pytest.mark.filterwarnings("ignore:Exception ignored in. <_io.FileIO")  # Wagtail leaves it open
def test_a_picture_is_stored_only_with_credit_and_alternative_text(desk: Client) -> None:
    number = upload(desk, "wiese.jpg", jpeg())["uploaded_file_id"]
    address = reverse("wagtailimages:create_multiple_from_uploaded_image", args=[number])
    fields = {f"uploaded-image-{number}-title": "Wiese"}

    assert desk.post(address, fields).json()["success"] is False
    assert Picture.objects.count() == 0

    fields[f"uploaded-image-{number}-description"] = "Eine Wiese im Morgenlicht"
    assert desk.post(address, fields).json()["success"] is False

    fields[f"uploaded-image-{number}-credit"] = "Anna Gruber/APD"
    assert desk.post(address, fields).json()["success"] is True
    assert Picture.objects.get().alternative_text == "Eine Wiese im Morgenlicht"
    gc.collect()


def test_the_form_says_what_is_owed(paper: Paper) -> None:
    from wagtail.images.forms import get_image_form

    form = get_image_form(Picture)()

    assert isinstance(form, PictureForm)
    assert [form.fields[name].required for name in ("description", "credit")] == [True, True]
    assert form.fields["description"].help_text


@pytest.mark.parametrize("file_format", FORMATS)
def test_what_the_camera_noted_does_not_reach_readers(
    paper: Paper, client: Client, file_format: str
) -> None:
    picture = _picture_with_place()
    with Image.open(picture.file.path) as stored:
        assert dict(stored.getexif().get_ifd(GPS)) != {}

    answer = client.get(picture_address(picture, "card", 320, file_format))

    content = answer.getvalue()
    shown = Image.open(io.BytesIO(content))
    assert shown.size == (320, 213)
    assert dict(shown.getexif()) == {}
    assert not {"exif", "xmp", "comment"} & set(shown.info)
    assert b"Geheime Kamera" not in content


def test_a_picture_taken_upright_stays_upright(paper: Paper, client: Client) -> None:
    picture = _picture_with_place(orientation=6)

    answer = client.get(picture_address(picture, "body", 480, "jpeg"))

    width, height = Image.open(io.BytesIO(answer.getvalue())).size
    assert height > width


def _picture_with_place(orientation: int = 1) -> Picture:
    from django.core.files.images import ImageFile

    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Geheime Kamera"
    exif[GPS] = {1: "N", 2: (48.0, 12.0, 30.0), 3: "E", 4: (16.0, 22.0, 0.0)}
    content = jpeg(exif=exif, comment=b"Geheime Kamera")
    return Picture.objects.create(
        title="Ort",
        description="Ein Ort",
        credit="Wer",
        file=ImageFile(io.BytesIO(content), name="ort.jpg"),
    )
