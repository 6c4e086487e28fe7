"""On the move: rails, roads and legs."""

from blattwerk.sample.pictures.buildings import house, lamp_post, street_row, village
from blattwerk.sample.pictures.canvas import Canvas
from blattwerk.sample.pictures.geometry import (
    arc,
    curve,
    disc,
    place,
    rect,
    rounded,
    stroke,
)
from blattwerk.sample.pictures.nature import (
    birds,
    hills,
    land,
    level,
    peaks,
    pines,
    poplar,
    rolling,
    sky,
    snowcap,
    tree,
)
from blattwerk.sample.pictures.palettes import mix
from blattwerk.sample.pictures.people import SIT, STAND, WALK, figure
from blattwerk.sample.pictures.trucks import beacon, fire_engine_at
from blattwerk.sample.pictures.trucks import bus as bus_at
from blattwerk.sample.pictures.vehicles import car, glass, headlights, wheel


def road(c: Canvas, top: float, *, kerb: bool = True) -> None:
    """A street across the picture from ``top`` to the lower edge."""
    asphalt = mix(c.p.near, c.p.mid, 0.35)
    if kerb:
        c.fill(
            mix(c.p.wall(2), c.p.mid, 0.3),
            rect(-20, top - 46, 1540, 50),
            shade="bottom",
            amount=0.3,
        )
    c.fill(asphalt, rect(-20, top, 1540, 1020 - top), shade="bottom", amount=0.6)
    middle = top + (1000 - top) * 0.62
    dashes = [
        [(x, middle), (x + 130, middle), (x + 120, middle + 12), (x - 14, middle + 12)]
        for x in range(-60, 1560, 260)
    ]
    c.ink(c.cut(*dashes), c.p.paper, 0.8)


def train(c: Canvas) -> None:
    sky(c, 560)
    x = c.rng.uniform(380, 700)
    peaks(c, 640, [(120, 380, 380), (1300, 300, 460)], 0.14)
    peaks(c, 660, [(x, 200, 470)], 0.28)
    snowcap(c, x, 200, 115, 112)
    c.mist(400, 660, 0.75)
    line = hills(c, 620, 30, 0.35, green=True)
    village(c, c.rng.uniform(950, 1150), level(line, 1000) + 16, 0.55)
    land(c, [(-20, 690), (1520, 690)], mix(c.p.haze, c.p.sky_low, 0.4), 0.2)
    _viaduct(c, 700)
    _railcar(c, c.rng.uniform(330, 420), 700)
    front = hills(c, 925, 30, 0.7, green=True)
    pines(c, front, (-20, 400), 9, 210, 0.85)
    tree(c, c.rng.uniform(1150, 1350), level(front, 1250) + 20, 270)


def _viaduct(c: Canvas, y: float) -> None:
    stone = mix(c.p.wall(1), c.p.near, 0.38)
    body = c.cut(rect(-20, y, 1540, 260))
    wall = c.without(
        body,
        c.cut(
            *[
                [*arc(x, y + 130, 78, 78, 180, 360), (x + 78, y + 300), (x - 78, y + 300)]
                for x in range(-20, 1600, 200)
            ]
        ),
    )
    c.ink(wall, stone)
    c.grain(wall, mix(stone, c.p.ink, 0.5), "bottom", 0.8)
    c.fill(mix(stone, c.p.ink, 0.2), rect(-20, y, 1540, 14))
    masts = [rect(x, y - 170, 6, 172) for x in range(80, 1500, 280)]
    c.fill(c.p.depth(0.7), *masts, *stroke([(-20, y - 160), (1520, y - 160)], 3))


def _railcar(c: Canvas, x: float, y: float) -> None:
    red = c.p.own(c.p.accent, 0.3)
    for k in range(2):
        left = x - 300 + k * 372
        body = (
            rounded(left, y - 132, 366, 116, 16)
            if k == 0
            else [
                (left, y - 132),
                *curve(
                    [
                        (left + 280, y - 132),
                        (left + 345, y - 100),
                        (left + 382, y - 34),
                        (left + 370, y - 16),
                    ]
                ),
                (left, y - 16),
            ]
        )
        shell = c.fill(red, body)
        c.ink(c.within(c.cut(rect(left, y - 44, 400, 12)), shell), c.p.paper)
        c.grain(shell, c.p.ink, "bottom", 0.5)
        c.fill(
            glass(c),
            *[rounded(left + 24 + j * 64, y - 112, 50, 42, 6) for j in range(5 - k)],
            shade="bottom",
            amount=0.4,
        )
        c.fill(
            c.p.ink,
            *[disc(left + dx, y - 10, 14) for dx in (50, 96, 270, 316)],
            rect(left + 20, y - 20, 330, 8),
        )
    c.fill(
        c.p.ink,
        rect(x + 62, y - 110, 14, 80),
        *stroke([(x - 140, y - 132), (x - 110, y - 156), (x - 140, y - 162)], 4),
    )
    c.fill(glass(c), [(x + 366, y - 112), (x + 396, y - 102), (x + 428, y - 66), (x + 366, y - 66)])
    headlights(c, x + 446, y - 40, 260)


def bus(c: Canvas) -> None:
    sky(c, 500)
    street_row(c, 690, left=-60, right=1560, height=260, narrow=160)
    c.mist(250, 700, 0.5)
    road(c, 760)
    tree(c, 1380, 740, 330)
    _bus_stop(c, c.rng.uniform(110, 170))
    bus_at(c, c.rng.uniform(800, 900), 900, 860, c.p.accent)


def _bus_stop(c: Canvas, x: float) -> None:
    c.fill(mix(c.p.ink, c.p.near, 0.3), rect(x, 480, 10, 280), rect(x + 250, 480, 10, 280))
    c.ink(c.cut(rect(x + 8, 500, 244, 200)), mix(c.p.paper, c.p.sky_top, 0.4), 0.55)
    c.fill(c.p.near, rounded(x - 30, 462, 320, 24, 8), shade="bottom")
    figure(c, x + 90, 762, 205, STAND, c.p.accent)
    figure(c, x + 180, 764, 190, STAND, c.p.second)


def fire_engine(c: Canvas) -> None:
    sky(c, 520)
    hills(c, 560, 50, 0.16)
    x = c.rng.uniform(60, 140)
    house(c, x, 740, (330, 210), grid=(4, 2), door=True)
    _smoke(c, x + 240, 440)
    street_row(c, 730, left=1080, right=1560, height=200, narrow=140)
    tree(c, 960, 740, 260)
    c.mist(400, 760, 0.3)
    road(c, 770)
    fire_engine_at(c, c.rng.uniform(760, 850), 900, 820)
    figure(c, 300, 930, 250, WALK, c.p.second, flip=True)
    hose = curve([(340, 880), (300, 960), (480, 985), (620, 930)])
    c.fill(mix(c.p.paper, c.p.second, 0.4), *stroke(hose, 13))


def _smoke(c: Canvas, x: float, y: float) -> None:
    c.glow(x, y, 190, c.p.second, 0.8)
    for k in range(9):
        r = 34 + k * 15
        puff = disc(x + k * 26 + c.rng.uniform(-14, 14), y - k * 46, r)
        c.ink(c.cut(puff), mix(c.p.near, c.p.haze, 0.25 + k * 0.06), 0.5)
    flames = [
        (x - 44, y + 20),
        (x - 40, y - 40),
        (x - 16, y - 10),
        (x, y - 80),
        (x + 18, y - 14),
        (x + 42, y - 46),
        (x + 46, y + 20),
    ]
    c.fill(c.p.accent, curve(flames, closed=True))
    c.fill(c.p.lamp, curve([(x - 22, y + 18), (x, y - 36), (x + 22, y + 18)], closed=True))


def police(c: Canvas) -> None:
    sky(c, 500)
    street_row(c, 700, left=-60, right=1560, height=300, narrow=180)
    c.mist(250, 720, 0.55)
    road(c, 780)
    lamp_post(c, c.rng.uniform(150, 260), 780, 460, arm=90)
    x = c.rng.uniform(700, 800)
    car(c, x, 920, 640, c.p.paper, blue=True)
    beacon(c, x - 46, 920 - 640 * 0.36, 20)
    headlights(c, x + 305, 828, 320)
    figure(c, x + 500, 900, 330, STAND, mix(c.p.near, c.p.ink, 0.4), flip=True)
    for k in range(4):
        _cone(c, 90 + k * 120, 880 + k * 30, 70 + k * 10)


def _cone(c: Canvas, x: float, y: float, h: float) -> None:
    c.fill(
        c.p.accent,
        [(x - h * 0.06, y - h), (x + h * 0.06, y - h), (x + h * 0.3, y), (x - h * 0.3, y)],
        shade="right",
    )
    c.fill(
        c.p.paper,
        [
            (x - h * 0.13, y - h * 0.68),
            (x + h * 0.13, y - h * 0.68),
            (x + h * 0.2, y - h * 0.4),
            (x - h * 0.2, y - h * 0.4),
        ],
    )
    c.fill(c.p.accent, rounded(x - h * 0.42, y - h * 0.06, h * 0.84, h * 0.1, 4))


def tractor(c: Canvas) -> None:
    sky(c, 560)
    hills(c, 540, 50, 0.14)
    c.mist(420, 620, 0.6)
    line = hills(c, 600, 26, 0.35, green=True)
    x = c.rng.uniform(180, 330)
    house(c, x, level(line, x) + 40, (210, 80), grid=(4, 1), gable=False)
    for px in (x - 60, x + 260):
        poplar(c, px, level(line, px) + 36, 190)
    land(c, rolling(c, 700, 10, 0.6), mix(c.p.second, c.p.near, 0.45))
    rows = [
        s
        for k in range(-9, 14)
        for s in stroke(
            curve([(700 + k * 42, 706), (690 + k * 90, 830), (670 + k * 190, 1030)]), 3, 20
        )
    ]
    c.ink(c.cut(*rows), mix(c.p.ink, c.p.second, 0.25), 0.55)
    _tractor_at(c, c.rng.uniform(800, 900), 915, 300)
    birds(c, 420, 640, 8, 20)


def _tractor_at(c: Canvas, x: float, y: float, s: float) -> None:
    paint = c.p.own(c.p.accent, 0.3)
    c.ground_shadow(x, y, s * 1.0, s * 0.05, 0.5)
    c.fill(
        glass(c),
        place([(-0.5, -0.6), (-0.44, -1.22), (0.02, -1.22), (0.1, -0.6)], x, y, s),
        shade="bottom",
        amount=0.4,
    )
    figure(c, x - s * 0.22, y - s * 0.28, s * 0.85, SIT, c.p.near, shadow=False)
    frame = stroke([(-0.5, -0.6), (-0.44, -1.22), (0.02, -1.22), (0.1, -0.6)], 0.05)
    c.fill(
        mix(paint, c.p.ink, 0.35),
        *[place(f, x, y, s) for f in frame],
        place(rounded(-0.54, -1.3, 0.66, 0.1, 0.04), x, y, s),
    )
    hood = [(-0.56, -0.62), (0.1, -0.7), (0.72, -0.66), (0.84, -0.56), (0.84, -0.3), (-0.56, -0.24)]
    c.fill(paint, place(hood, x, y, s), shade="bottom", amount=0.6)
    c.fill(c.p.ink, *[place(f, x, y, s) for f in stroke([(0.5, -0.66), (0.5, -1.04)], 0.045)])
    c.ink(
        c.cut(*[place(rect(0.3 + k * 0.1, -0.58, 0.05, 0.16), x, y, s) for k in range(4)]),
        c.p.ink,
        0.45,
    )
    wheel(c, x - s * 0.36, y, s * 0.42, c.p.second)
    wheel(c, x + s * 0.62, y, s * 0.26, c.p.second)
    headlights(c, x + s * 0.84, y - s * 0.48, s * 0.9)
