"""The studio draws every scene, always the same way, and says so when it cannot."""

import io

import pytest
from PIL import Image

from blattwerk.sample.pictures import (
    SCENES,
    Look,
    UnknownScene,
    draw_mark,
    draw_portrait,
    draw_scene,
)

SMALL = (180, 120)


def opened(file: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(file))
    picture.load()
    return picture


def difference(one: bytes, other: bytes) -> float:
    """How far two pictures of one size lie apart on average, 0 to 255."""
    pairs = zip(opened(one).tobytes(), opened(other).tobytes(), strict=True)
    distances = [abs(a - b) for a, b in pairs]
    return sum(distances) / len(distances)


@pytest.mark.parametrize("scene", SCENES)
def test_scene_is_a_jpeg_of_the_size_asked_for(scene: str) -> None:
    picture = opened(draw_scene(scene, 3, SMALL))

    assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", SMALL)


@pytest.mark.parametrize("scene", SCENES)
def test_scene_is_the_same_when_drawn_twice(scene: str) -> None:
    assert draw_scene(scene, 5, SMALL) == draw_scene(scene, 5, SMALL)


@pytest.mark.parametrize("scene", SCENES)
def test_scene_looks_different_with_the_next_seed(scene: str) -> None:
    assert difference(draw_scene(scene, 7, SMALL), draw_scene(scene, 8, SMALL)) > 8


@pytest.mark.parametrize("size", [(120, 120), (80, 200), (200, 60)])
def test_scene_keeps_its_size_at_another_aspect(size: tuple[int, int]) -> None:
    assert opened(draw_scene("bridge", 1, size)).size == size


def test_scene_of_one_seed_does_not_depend_on_what_was_drawn_before() -> None:
    first = draw_scene("wolf", 1, SMALL)
    draw_scene("lake", 2, (300, 200))
    draw_portrait(4, 90)

    assert draw_scene("wolf", 1, SMALL) == first


def test_scene_with_a_seed_as_large_as_a_checksum_is_drawn() -> None:
    assert opened(draw_scene("forest", 4_294_967_295, SMALL)).size == SMALL


def test_unknown_scene_is_refused_with_a_sentence_that_names_the_known_ones() -> None:
    with pytest.raises(UnknownScene) as refusal:
        draw_scene("unicorn", 1, SMALL)

    assert str(refusal.value) == (
        "There is no scene called 'unicorn'. "
        f"Use one of the keys in blattwerk.sample.pictures.SCENES: {', '.join(SCENES)}."
    )


def test_scene_keys_are_listed_once_each() -> None:
    assert len(SCENES) == len(set(SCENES)) == 61


def test_portrait_is_a_square_jpeg() -> None:
    picture = opened(draw_portrait(1, 96))

    assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (96, 96))


def test_portrait_of_one_seed_and_look_is_the_same_when_drawn_twice() -> None:
    look = Look("bob", "red", "fair", glasses=True)

    assert draw_portrait(2, 96, look) == draw_portrait(2, 96, look)


@pytest.mark.parametrize("clothes", ["jacket", "rollneck", "shirt", "blouse", "jumper"])
@pytest.mark.parametrize("hair", ["short", "parted", "curly", "bob", "long", "bun", "bald", "crop"])
def test_portrait_changes_with_the_look(hair: str, clothes: str) -> None:
    plain = draw_portrait(2, 64, Look("short", "black", "tan", beard="full", clothes="jacket"))

    assert draw_portrait(2, 64, Look(hair, "white", "tan", clothes=clothes)) != plain  # type: ignore[arg-type]


def test_mark_is_a_square_png_and_always_the_same_leaf() -> None:
    picture = opened(draw_mark(64))

    assert (picture.format, picture.size) == ("PNG", (64, 64))
    assert draw_mark(64) == draw_mark(64)
