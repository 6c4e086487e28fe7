"""The order of work: choose the light, draw the scene, print it."""

from collections.abc import Callable
from random import Random

from PIL import ImageOps

from blattwerk.sample.pictures import (
    cafes,
    civic,
    fields,
    games,
    halls,
    kitchen,
    land,
    leisure,
    pantry,
    ports,
    roads,
    sites,
    space,
    sport,
    stadium,
    stages,
    station,
    table,
    town,
    water,
    works,
)
from blattwerk.sample.pictures.canvas import Canvas
from blattwerk.sample.pictures.errors import UnknownScene
from blattwerk.sample.pictures.palettes import ALL_MOODS, Mood, choose
from blattwerk.sample.pictures.printing import as_jpeg

type Draw = Callable[[Canvas], None]

DRAWINGS: dict[str, Draw] = {
    "mountains": land.mountains,
    "sheep": land.sheep,
    "wolf": land.wolf,
    "forest": land.forest,
    "pass-road": land.pass_road,
    "night-sky": land.night_sky,
    "castle": land.castle,
    "windpark": fields.windpark,
    "vineyard": fields.vineyard,
    "orchard": fields.orchard,
    "desert": fields.desert,
    "bridge": water.bridge,
    "river": water.river,
    "flood": water.flood,
    "lake": water.lake,
    "coast": water.coast,
    "harbour": ports.harbour,
    "containers": ports.containers,
    "city-skyline": ports.city_skyline,
    "town-square": town.town_square,
    "old-town": town.old_town,
    "market": town.market,
    "shops": town.shops,
    "cafe": cafes.cafe,
    "playground": leisure.playground,
    "dog": leisure.dog,
    "bicycle": leisure.bicycle,
    "theatre": stages.theatre,
    "concert": stages.concert,
    "piano": stages.piano,
    "museum": halls.museum,
    "library": halls.library,
    "parliament": halls.parliament,
    "council": halls.council,
    "hospital": civic.hospital,
    "school": civic.school,
    "court": civic.court,
    "station": station.station,
    "stadium": stadium.stadium,
    "train": roads.train,
    "bus": roads.bus,
    "fire-engine": roads.fire_engine,
    "police": roads.police,
    "tractor": roads.tractor,
    "runner": sport.runner,
    "football": sport.football,
    "ski": sport.ski,
    "factory": works.factory,
    "solar": works.solar,
    "bees": works.bees,
    "construction": sites.construction,
    "crane-site": sites.crane_site,
    "satellite": space.satellite,
    "cheese": pantry.cheese,
    "bakery": pantry.bakery,
    "tap-water": pantry.tap_water,
    "letters": table.letters,
    "ballot": table.ballot,
    "laptop": table.laptop,
    "kitchen": kitchen.kitchen,
    "chess": games.chess,
}


SCENES: tuple[str, ...] = tuple(DRAWINGS)

LIGHT: tuple[Mood, ...] = ("day", "dusk", "mist")

# What nobody does in the dark is not drawn in the dark.
MOODS: dict[str, tuple[Mood, ...]] = {
    "night-sky": ("night",),
    **dict.fromkeys(("solar", "school", "playground", "bees", "orchard", "vineyard"), LIGHT),
    **dict.fromkeys(("sheep", "market", "tractor", "dog", "construction", "ski"), LIGHT),
}

# A grand piano opens its lid to the hall, so its keys are always on the player's left.
NEVER_MIRRORED = frozenset({"piano"})


def draw_scene(scene: str, seed: int, size: tuple[int, int] = (1600, 1067)) -> bytes:
    """Draw ``scene`` as a JPEG of ``size`` pixels.

    The same scene, seed and size give the same bytes; seeds that follow each other give
    different lights. Raises ``UnknownScene`` for a key that is not in ``SCENES``.
    """
    if scene not in DRAWINGS:
        raise UnknownScene(scene, SCENES)
    rng = Random(f"{scene}:{seed}")
    moods = MOODS.get(scene, ALL_MOODS)
    order = seed + list(DRAWINGS).index(scene)
    canvas = Canvas(size, choose(moods, order), rng, zoom=rng.uniform(1, 1.2))
    mirrored = (order + seed // 4) % 2 == 0 and scene not in NEVER_MIRRORED
    DRAWINGS[scene](canvas)
    picture = canvas.finish()
    return as_jpeg(ImageOps.mirror(picture) if mirrored else picture)
