"""On the move: rails, roads and legs."""

import math

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
    tufts,
)
from blattwerk.sample.pictures.palettes import mix
from blattwerk.sample.pictures.people import KICK, RUN, SIT, SKI, STAND, WALK, figure
from blattwerk.sample.pictures.vehicles import (
    beacon,
    bus as bus_at,
    car,
    fire_engine_at,
    glass,
    headlights,
    wheel,
)


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
    _viaduct(c, 700)
    _railcar(c, c.rng.uniform(330, 420), 700)
    front = hills(c, 925, 30, 0.7, green=True)
    pines(c, front, (-20, 400), 9, 210, 0.85)
    tree(c, c.rng.uniform(1150, 1350), level(front, 1250) + 20, 270)


def _viaduct(c: Canvas, y: float) -> None:
    stone = mix(c.p.wall(1), c.p.mid, 0.2)
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


def runner(c: Canvas) -> None:
    at = sky(c, 640, sun=(c.rng.uniform(850, 1150), c.rng.uniform(330, 470)))
    peaks(c, 660, [(180, 360, 420), (700, 300, 400), (1330, 380, 380)], 0.14)
    c.mist(430, 680, 0.7)
    line = hills(c, 660, 22, 0.35, green=True)
    for x in (c.rng.uniform(80, 260), c.rng.uniform(1250, 1420)):
        tree(c, x, level(line, x) + 24, c.rng.uniform(230, 330))
    land(c, rolling(c, 770, 12, 0.7), c.p.meadow(0.6))
    path = curve([(-20, 870), (500, 840), (1000, 846), (1530, 880)])
    c.fill(
        c.p.own(mix(c.p.second, c.p.paper, 0.4)),
        [*path, *[(px, py + 84) for px, py in reversed(path)]],
        shade="bottom",
    )
    x = c.rng.uniform(600, 760)
    c.ink(c.cut([(x - 20, 905), (x - 620, 960), (x - 640, 986), (x + 40, 915)]), c.p.ink, 0.22)
    figure(c, x, 910, 470, RUN, c.p.accent)
    if c.rng.random() < 0.6:
        figure(c, x - 330, 880, 330, RUN, c.p.near)
    tufts(c, 950, 1010, 60, c.p.meadow(0.95))
    birds(c, at[0] - 300, at[1] - 60)


def football(c: Canvas) -> None:
    sky(c, 600)
    hills(c, 560, 50, 0.16)
    for k in range(9):
        tree(c, k * 185 + c.rng.uniform(-40, 40), 650, c.rng.uniform(130, 200), c.p.depth(0.4))
    c.mist(430, 660, 0.6)
    grass = mix(c.p.meadow(0.6), c.p.leaf, 0.4)
    c.fill(grass, rect(-20, 645, 1540, 380), shade="bottom", amount=0.5)
    c.ink(
        c.cut(*stroke([(-20, 690), (1520, 690)], 5), *stroke([(760, 1020), (1120, 690)], 9, 5)),
        c.p.paper,
        0.8,
    )
    _goal(c, 1130, 720)
    figure(c, 1240, 735, 190, STAND, c.p.second, flip=True)
    x = c.rng.uniform(420, 520)
    figure(c, x, 900, 500, KICK, c.p.accent, legs=c.p.paper)
    _ball(c, x + 330, 800, 42)
    figure(c, x - 260, 760, 240, RUN, c.p.near, legs=c.p.paper)
    tufts(c, 900, 1010, 60, c.p.meadow(0.95))


def _goal(c: Canvas, x: float, y: float) -> None:
    net = [s for k in range(1, 14) for s in stroke([(x + k * 30, y - 250), (x + k * 30, y)], 2)]
    net += [s for k in range(1, 9) for s in stroke([(x, y - k * 29), (x + 430, y - k * 29)], 2)]
    c.ink(c.cut(*net), c.p.paper, 0.45)
    c.fill(c.p.paper, *stroke([(x, y), (x, y - 260), (x + 430, y - 260), (x + 430, y)], 12))


def _ball(c: Canvas, x: float, y: float, r: float) -> None:
    c.ground_shadow(x, 905, r, r * 0.2, 0.4)
    ball = c.fill(c.p.paper, disc(x, y, r))
    patches = [
        [
            (x + px + math.cos(a) * r * 0.34, y + py + math.sin(a) * r * 0.34)
            for a in (k * math.tau / 5 - 1.57 for k in range(5))
        ]
        for px, py in (
            (0, 0),
            (r * 0.85, -r * 0.4),
            (-r * 0.8, -r * 0.5),
            (r * 0.5, r * 0.8),
            (-r * 0.55, r * 0.75),
        )
    ]
    c.ink(c.within(c.cut(*patches), ball), c.p.ink)
    c.grain(ball, c.p.ink, "bottom", 0.6)


def ski(c: Canvas) -> None:
    sky(c, 560)
    x = c.rng.uniform(850, 1150)
    peaks(c, 700, [(200, 330, 380), (x, 170, 470), (1480, 330, 300)], 0.16)
    snowcap(c, x, 170, 142, 160)
    snowcap(c, 200, 330, 124, 120)
    c.mist(430, 700, 0.7)
    snow = mix(c.p.paper, c.p.mid, 0.4 if c.p.dark else 0.06)
    back = curve([(-20, 560), (400, 640), (900, 700), (1520, 730)])
    land(c, back, mix(snow, c.p.haze, 0.45))
    pines(c, back, (60, 620), 14, 130, 0.7)
    _chairlift(c)
    slope = curve([(-20, 640), (420, 740), (900, 850), (1520, 910)])
    land(c, slope, snow, 0.4)
    for shift in (0, 16):
        track = curve(
            [
                (60, 680 + shift),
                (210, 760 + shift),
                (130, 850 + shift),
                (420, 880 + shift),
                (690, 838 + shift),
            ]
        )
        c.ink(c.cut(*stroke(track, 4, 8)), c.p.mid, 0.7)
    _skier(c, c.rng.uniform(690, 760), 850)
    pines(c, [(-20, 980), (1520, 1010)], (1180, 1480), 5, 330, 0.92)


def _skier(c: Canvas, x: float, y: float) -> None:
    spray = [
        disc(x - 70 - c.rng.uniform(0, 130), y + 40 - c.rng.uniform(0, 70), c.rng.uniform(3, 12))
        for _ in range(36)
    ]
    c.fill(c.p.paper, *spray)
    for dy in (0, 16):
        c.fill(
            c.p.ink,
            *stroke(
                curve([(x - 110, y + dy - 14), (x + 90, y + 26 + dy), (x + 170, y + 30 + dy)]), 9, 7
            ),
        )
    hand = figure(c, x, y + 14, 300, SKI, c.p.accent, shadow=False, legs=c.p.near)
    c.fill(c.p.ink, *stroke([hand, (hand[0] - 170, hand[1] + 60)], 6, 4))


def _chairlift(c: Canvas) -> None:
    c.ink(
        c.cut(*stroke(curve([(-20, 470), (500, 420), (1000, 310), (1520, 130)]), 4)), c.p.ink, 0.8
    )
    for x, y, low in ((300, 445, 640), (1060, 295, 740)):
        c.fill(c.p.depth(0.75), *stroke([(x, low), (x, y)], 14, 9), rect(x - 34, y - 3, 68, 8))
    for x, y in ((110, 464), (560, 412), (800, 362)):
        c.fill(
            c.p.ink,
            *stroke(curve([(x, y), (x + 14, y + 30), (x + 4, y + 66)]), 4),
            *stroke([(x - 30, y + 66), (x + 34, y + 66)], 6),
        )
        figure(c, x, y + 96, 84, SIT, shadow=False)
