"""Pictures for readers: only the sizes of the table, at addresses that last."""

import io

import pytest
from django.test import Client
from PIL import Image

from blattwerk.newsroom.models import Paper, Picture, Rendition
from blattwerk.newsroom.pictures import (
    SLOTS,
    UnknownSize,
    check_size,
    picture_address,
    picture_mark,
    slot_named,
)
from tests.factories import a_picture


@pytest.fixture
def picture(paper: Paper) -> Picture:
    return a_picture(width=1500, height=1000)


def opened(answer: object) -> Image.Image:
    return Image.open(io.BytesIO(answer.getvalue()))  # type: ignore[attr-defined]


@pytest.mark.parametrize(("file_format", "found"), [("jpeg", "JPEG"), ("avif", "AVIF")])
def test_a_size_is_made_when_asked_for_and_kept(
    client: Client, picture: Picture, file_format: str, found: str
) -> None:
    address = picture_address(picture, "card", 480, file_format)  # type: ignore[arg-type]

    first = client.get(address)
    again = client.get(address)

    image = opened(first)
    assert image.format == found
    assert image.size == (480, 320)
    assert first.headers["Content-Type"] == f"image/{file_format}"
    assert first.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert again.status_code == 200
    assert Rendition.objects.filter(image=picture).count() == 1


@pytest.mark.parametrize(
    "tail",
    ["card-481.jpeg", "card-480.gif", "poster-480.jpeg", "share-1200.avif", "card-0.jpeg"],
)
def test_a_size_outside_the_table_is_not_found_and_makes_nothing(
    client: Client, picture: Picture, tail: str
) -> None:
    answer = client.get(f"/bilder/{picture.pk}-{picture_mark(picture)}/{tail}")

    assert answer.status_code == 404
    assert not Rendition.objects.exists()


def test_an_outdated_address_is_not_found(client: Client, picture: Picture) -> None:
    old = picture_address(picture, "card", 480, "jpeg")
    picture.focal_point_x, picture.focal_point_y = 100, 100
    picture.focal_point_width = picture.focal_point_height = 50
    picture.save()

    assert client.get(old).status_code == 404
    assert client.get(picture_address(picture, "card", 480, "jpeg")).status_code == 200


def test_the_original_is_not_for_readers(client: Client, picture: Picture) -> None:
    answer = client.get(picture.file.url)

    assert answer.status_code == 302
    assert answer.url.startswith("/redaktion/login/")  # type: ignore[attr-defined]


def test_no_slot_can_be_asked_for_that_is_not_there() -> None:
    with pytest.raises(UnknownSize, match="no place for pictures called 'poster'"):
        slot_named("poster")
    with pytest.raises(UnknownSize, match="not made 481 wide as jpeg"):
        check_size("card", 481, "jpeg")


@pytest.mark.parametrize("name", sorted(SLOTS))
def test_every_slot_knows_its_height_before_a_picture_is_made(db: None, name: str) -> None:
    slot = slot_named(name)
    picture = Picture(width=1500, height=1000)

    heights = {width: slot.height(width, picture) for width in slot.widths}

    assert all(height >= 1 for height in heights.values())
    if slot.ratio is None:
        assert heights == {width: round(width * 1000 / 1500) for width in slot.widths}
