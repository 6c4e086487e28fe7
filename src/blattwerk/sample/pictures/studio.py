"""The order of work: choose the light, draw the scene, print it."""

from collections.abc import Callable
from random import Random

from PIL import ImageOps

from blattwerk.sample.pictures import civic, halls, land, roads, town, water
from blattwerk.sample.pictures.canvas import Canvas
from blattwerk.sample.pictures.errors import UnknownScene
from blattwerk.sample.pictures.palettes import ALL_MOODS, Mood, choose
from blattwerk.sample.pictures.printing import as_jpeg

type Draw = Callable[[Canvas], None]

DRAWINGS: dict[str, Draw] = {
    "mountains": land.mountains,
    "windpark": land.windpark,
    "sheep": land.sheep,
    "wolf": land.wolf,
    "forest": land.forest,
    "pass-road": land.pass_road,
    "vineyard": land.vineyard,
    "night-sky": land.night_sky,
    "orchard": land.orchard,
    "castle": land.castle,
    "desert": land.desert,
    "bridge": water.bridge,
    "river": water.river,
    "flood": water.flood,
    "lake": water.lake,
    "harbour": water.harbour,
    "containers": water.containers,
    "coast": water.coast,
    "city-skyline": water.city_skyline,
    "town-square": town.town_square,
    "old-town": town.old_town,
    "market": town.market,
    "shops": town.shops,
    "cafe": town.cafe,
    "playground": town.playground,
    "dog": town.dog,
    "bicycle": town.bicycle,
    "theatre": halls.theatre,
    "concert": halls.concert,
    "museum": halls.museum,
    "library": halls.library,
    "parliament": halls.parliament,
    "council": halls.council,
    "piano": halls.piano,
    "station": civic.station,
    "hospital": civic.hospital,
    "school": civic.school,
    "court": civic.court,
    "stadium": civic.stadium,
    "train": roads.train,
    "bus": roads.bus,
    "fire-engine": roads.fire_engine,
    "police": roads.police,
    "tractor": roads.tractor,
    "runner": roads.runner,
    "football": roads.football,
    "ski": roads.ski,
}

for _key in (  # TEMP
    "bridge, river, flood, town-square, old-town, mountains, windpark, sheep, wolf, forest, harbour, containers, train, station, stadium, football, ski, theatre, concert, museum, library, hospital, school, parliament, council, factory, cheese, market, bakery, shops, construction, lake, tap-water, fire-engine, police, pass-road, tractor, vineyard, cafe, night-sky, solar, bicycle, bus, letters, orchard, castle, bees, dog, playground, ballot, laptop, chess, kitchen, coast, desert, city-skyline, satellite, piano, court, crane-site, runner".split(
        ", "
    )
):
    DRAWINGS.setdefault(_key, land.mountains)

SCENES: tuple[str, ...] = tuple(DRAWINGS)

MOODS: dict[str, tuple[Mood, ...]] = {
    "night-sky": ("night",),
}


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
    canvas = Canvas(size, choose(moods, order), rng, zoom=rng.uniform(1, 1.14))
    mirrored = (order // 2 + seed) % 2 == 0
    DRAWINGS[scene](canvas)
    picture = canvas.finish()
    return as_jpeg(ImageOps.mirror(picture) if mirrored else picture)
