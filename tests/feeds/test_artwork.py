"""A podcast's cover: square, as directories want it, and always with the present name."""

import io
from pathlib import Path

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from blattwerk.feeds.artwork import artwork
from blattwerk.feeds.cover import draw_cover
from blattwerk.narration.models import Playlist
from blattwerk.newsroom.models import Paper, Section


def opened(picture: bytes) -> Image.Image:
    return Image.open(io.BytesIO(picture))


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("Probeblatt", "Ausland"),
        ("", ""),
        ("Die Österreichische Abendzeitung für Stadt und Land", "Łódź & Übersee"),
        ("Donaudampfschifffahrtsgesellschaftskapitänsblatt" * 5, "y " * 200),
        ("日本 😀 \x00\u202e", "\ud800"),
    ],
)
def test_a_cover_is_what_directories_take(name: str, line: str) -> None:
    picture = draw_cover(name, line)

    assert len(picture) <= 512 * 1024
    assert opened(picture).size == (1500, 1500)
    assert opened(picture).format == "JPEG"
    assert opened(picture).mode == "RGB"


def test_words_are_drawn_and_unknown_letters_are_left_out() -> None:
    assert draw_cover("Probeblatt") != draw_cover("")
    assert draw_cover("Łódź") != draw_cover("ód")
    assert draw_cover("日本 😀") == draw_cover("")


@settings(max_examples=25)
@given(st.text(max_size=30))
def test_whatever_a_paper_is_called_its_cover_is_drawn(name: str) -> None:
    assert opened(draw_cover(name)).size == (1500, 1500)


@pytest.mark.parametrize(
    "address",
    [
        "/hoeren/titelbild.jpg",
        "/hoeren/ressort/ausland/titelbild.jpg",
        "/hoeren/playlist/morgen/titelbild.jpg",
    ],
)
def test_the_cover_is_answered_whole_in_parts_and_unchanged(
    client: Client, section: Section, address: str
) -> None:
    Playlist.objects.create(title="Am Morgen", slug="morgen")

    whole = client.get(address)
    picture = whole.getvalue()
    head = client.head(address)
    part = client.get(address, headers={"range": "bytes=0-1"})
    same = client.get(address, headers={"if-none-match": whole.headers["ETag"]})

    assert whole.status_code == head.status_code == 200
    assert opened(picture).size == (1500, 1500)
    assert head.headers["Content-Length"] == str(len(picture))
    assert head.headers["Content-Type"] == whole.headers["Content-Type"] == "image/jpeg"
    assert part.status_code == 206
    assert part.getvalue() == b"\xff\xd8"
    assert same.status_code == 304
    assert whole.headers["Cache-Control"] == "public, max-age=0, must-revalidate"


def test_the_cover_follows_the_name(client: Client, paper: Paper) -> None:
    before = client.get("/hoeren/titelbild.jpg")
    Paper.objects.update(title="Neues Blatt")

    after = client.get("/hoeren/titelbild.jpg")

    assert after.getvalue() != before.getvalue()
    assert after.headers["ETag"] != before.headers["ETag"]


def test_a_cover_is_drawn_once(settings: object) -> None:
    folder: Path = settings.NARRATION_FOLDER / "artwork"  # type: ignore[attr-defined]
    artwork("Probeblatt", "Ausland")
    [kept] = folder.iterdir()
    kept.write_bytes(b"as it was kept")

    assert artwork("Probeblatt", "Ausland").open().read() == b"as it was kept"


def test_a_cover_that_cannot_be_kept_is_answered_all_the_same(settings: object) -> None:
    folder: Path = settings.NARRATION_FOLDER  # type: ignore[attr-defined]
    folder.write_text("a file where the folder should be")

    whole = artwork("Probeblatt")

    assert opened(whole.open().read()).size == (1500, 1500)
