"""Squares, lanes, shops and the life in them."""

import itertools

from blattwerk.sample.pictures.buildings import (
    awning,
    bench,
    church,
    lamp_post,
    street_row,
    windows,
)
from blattwerk.sample.pictures.canvas import Canvas
from blattwerk.sample.pictures.geometry import (
    Outline,
    curve,
    disc,
    rect,
    rounded,
    stroke,
)
from blattwerk.sample.pictures.nature import (
    birds,
    hills,
    land,
    sky,
)
from blattwerk.sample.pictures.palettes import Colour, mix
from blattwerk.sample.pictures.people import REACH, STAND, WALK, figure


def pavement(c: Canvas, y: float, colour: Colour | None = None) -> None:
    """Paved ground from ``y`` down, with stones that grow nearer."""
    ground = colour or mix(c.p.wall(2), c.p.mid, 0.25)
    land(c, [(-20, y), (1520, y)], ground, 0.5)
    stones: list[Outline] = []
    for row in range(9):
        low = y + (1000 - y) * ((row + 1) / 9) ** 1.6
        for i in range(7):
            x = c.rng.uniform(0, 1500)
            stones.append(rounded(x, low, 26 + row * 9 + i, 3 + row * 0.7, 2))
    c.ink(c.cut(*stones), mix(ground, c.p.ink, 0.5), 0.4)


def town_square(c: Canvas) -> None:
    sky(c, 560)
    hills(c, 520, 60, 0.16)
    x = c.rng.uniform(420, 620)
    church(c, x, 660, 560)
    street_row(c, 690, left=-60, right=x - 60, height=220, narrow=140)
    street_row(c, 690, left=x + 130, right=1560, height=230, narrow=150)
    pavement(c, 686)
    _fountain(c, 860, 850)
    for px, py, h in ((330, 800, 135), (400, 806, 130), (1230, 860, 170), (620, 920, 190)):
        figure(
            c,
            px + c.rng.uniform(-60, 60),
            py,
            h,
            c.rng.choice((WALK, STAND)),
            flip=c.rng.random() < 0.5,
        )
    lamp_post(c, 1390, 930, 420)
    bench(c, 140, 900, 200)
    birds(c, 1000, 180)


def _fountain(c: Canvas, x: float, y: float) -> None:
    stone = c.p.wall(2)
    c.ground_shadow(x, y + 8, 220, 20, 0.4)
    c.fill(
        mix(stone, c.p.ink, 0.1), rounded(x - 190, y - 62, 380, 72, 14), shade="right", amount=0.6
    )
    c.fill(mix(c.p.sky_top, c.p.mid, 0.3), disc(x, y - 62, 184, 24))
    c.fill(stone, rect(x - 22, y - 220, 44, 165), shade="right", amount=0.8)
    c.fill(
        stone,
        curve([(x - 95, y - 190), (x - 60, y - 150), (x + 60, y - 150), (x + 95, y - 190)]),
        shade="bottom",
    )
    c.fill(stone, disc(x, y - 245, 26), rect(x - 10, y - 240, 20, 40), shade="right")
    jets: list[Outline] = []
    for dx in (-120, -70, 70, 120):
        jets += stroke(curve([(x, y - 235), (x + dx * 0.6, y - 262), (x + dx, y - 66)]), 4, 7)
    c.ink(c.cut(*jets), c.p.paper, 0.75)


def old_town(c: Canvas) -> None:
    sky(c, 700, sun=(c.rng.uniform(680, 820), c.rng.uniform(200, 330)))
    church(c, 770, 680, 420)
    c.mist(400, 720, 0.55)
    stones = mix(c.p.wall(2), c.p.mid, 0.35)
    c.fill(stones, rect(-20, 655, 1540, 380), shade="bottom", amount=0.6)
    for k in range(1, 9):
        y = 665 + 340 * (k / 9) ** 1.5
        half = 50 + (y - 660) * 1.05
        c.ink(
            c.cut(*stroke(curve([(750 - half, y), (750, y + 12), (750 + half, y)]), 3)),
            c.p.ink,
            0.3,
        )
    _lane_side(c, 1)
    _lane_side(c, -1)
    _hanging_lamp(c, 470, 400)
    figure(c, 730, 860, 210, WALK, c.p.accent)
    if c.rng.random() < 0.7:
        figure(c, 815, 720, 92, STAND)
    c.fill(c.p.ink, *stroke(curve([(400, 236), (750, 292), (1100, 240)]), 3))


def _lane_side(c: Canvas, side: int) -> None:
    """House fronts of a lane in perspective towards (750, 640)."""
    edges = (1.0, 0.62, 0.4, 0.26, 0.16, 0.08)
    for i, (near, far) in reversed(list(enumerate(itertools.pairwise(edges)))):
        lift = c.rng.uniform(0.85, 1.15)
        xs = [750 + side * 800 * k for k in (near, far)]
        tops = [640 - 760 * k * lift for k in (near, far)]
        lows = [650 + 420 * k for k in (near, far)]
        tint = mix(c.p.wall(i + (side > 0)), c.p.haze, 0.12 * i)
        wall = [(xs[0], tops[0]), (xs[1], tops[1]), (xs[1], lows[1]), (xs[0], lows[0])]
        c.fill(tint, wall, shade="right" if side > 0 else "left", amount=0.6)
        if side > 0:
            c.ink(c.cut(wall), c.p.near, 0.25)
        eave = 0.05 * near * 760
        c.fill(
            c.p.roof(i),
            [
                (xs[0], tops[0] - eave),
                (xs[1], tops[1] - eave),
                (xs[1], tops[1] + 4),
                (xs[0], tops[0] + eave * 0.3),
            ],
        )
        _lane_windows(c, xs, tops, lows)


def _lane_windows(c: Canvas, xs: list[float], tops: list[float], lows: list[float]) -> None:
    def at(u: float, v: float) -> tuple[float, float]:
        top, low = tops[0] + (tops[1] - tops[0]) * u, lows[0] + (lows[1] - lows[0]) * u
        return xs[0] + (xs[1] - xs[0]) * u, top + (low - top) * v

    for u in (0.18, 0.6):
        for v in (0.14, 0.38, 0.64):
            pane = [at(u, v), at(u + 0.22, v), at(u + 0.22, v + 0.13), at(u, v + 0.13)]
            lit = c.rng.random() < (0.5 if c.p.mood in ("night", "dusk") else 0.06)
            c.fill(c.p.lamp if lit else mix(c.p.near, c.p.ink, 0.3), pane)


def _hanging_lamp(c: Canvas, x: float, y: float) -> None:
    c.fill(c.p.ink, *stroke(curve([(x - 110, y - 10), (x - 50, y - 34), (x, y - 20), (x, y)]), 6))
    if c.p.mood != "day":
        c.glow(x, y + 30, 210, c.p.lamp, 0.7)
    c.fill(c.p.lamp, [(x - 22, y + 10), (x + 22, y + 10), (x + 14, y + 58), (x - 14, y + 58)])
    c.fill(c.p.ink, [(x - 28, y + 12), (x, y - 14), (x + 28, y + 12)], rect(x - 15, y + 56, 30, 7))


def market(c: Canvas) -> None:
    sky(c, 480)
    street_row(c, 640, left=-60, right=1560, height=240, narrow=150)
    c.mist(400, 660, 0.45)
    pavement(c, 636)
    colours = [c.p.accent, c.p.near, c.p.second]
    c.rng.shuffle(colours)
    for x, y, w, colour in ((70, 720, 330, colours[2]), (1080, 730, 360, colours[1])):
        _stall(c, x + c.rng.uniform(-30, 30), y, w, colour)
    _stall(c, c.rng.uniform(430, 500), 860, 560, colours[0])
    figure(c, 330, 900, 250, REACH, c.p.second)
    figure(c, 1180, 930, 270, WALK, c.p.paper, flip=True)
    figure(c, 1290, 940, 180, WALK, c.p.accent, flip=True)


def _stall(c: Canvas, x: float, base: float, w: float, colour: Colour) -> None:
    h = w * 0.72
    c.ground_shadow(x + w / 2, base, w * 0.55, w * 0.04, 0.45)
    c.fill(mix(c.p.ink, c.p.near, 0.3), rect(x + w * 0.04, base - h * 0.8, w * 0.92, h * 0.45))
    figure(c, x + w * 0.5, base - w * 0.02, w * 0.52, STAND, c.p.paper, shadow=False)
    if c.p.mood != "day":
        c.glow(x + w / 2, base - h * 0.6, w * 0.5, c.p.lamp, 0.5)
    wood = mix(c.p.second, c.p.ink, 0.4)
    c.fill(wood, *[rect(x + w * f, base - h, w * 0.025, h) for f in (0.03, 0.945)])
    _heaps(c, x, base - h * 0.34, w)
    c.fill(wood, rect(x, base - h * 0.34, w, h * 0.34), shade="bottom", amount=0.6)
    c.ink(
        c.cut(*[rect(x + w * k / 7, base - h * 0.34, w * 0.006, h * 0.34) for k in range(1, 7)]),
        c.p.ink,
        0.4,
    )
    awning(c, x - w * 0.05, base - h * 1.05, w * 1.1, h * 0.22, colour, stripes=8)


def _heaps(c: Canvas, x: float, y: float, w: float) -> None:
    inks = (
        c.p.accent,
        c.p.second,
        mix(c.p.leaf, c.p.near, 0.3),
        mix(c.p.accent, c.p.near, 0.5),
        c.p.paper,
    )
    for k in range(5):
        r = w * 0.028
        middle = x + w * (0.1 + 0.2 * k)
        fruit = [
            disc(middle + dx * r * 1.7, y - r * (0.2 + dy * 1.4), r)
            for dy in range(3)
            for dx in (-1.5 + dy / 2, -0.5 + dy / 2, 0.5 - dy / 2 * 0, 1.5 - dy / 2)
        ]
        c.fill(mix(inks[k], c.p.ink, 0.25 if c.p.dark else 0), *fruit, shade="bottom", amount=0.6)


def shops(c: Canvas) -> None:
    c.fill(c.p.wall(2), rect(-20, -20, 1540, 900), shade="top", amount=0.4)
    inks = [c.p.accent, c.p.near, mix(c.p.second, c.p.ink, 0.1), mix(c.p.leaf, c.p.near, 0.4)]
    c.rng.shuffle(inks)
    x = -60.0 - c.rng.uniform(0, 120)
    for i in range(4):
        w = c.rng.uniform(390, 480)
        _shop(c, x, w, inks[i], i)
        x += w
    pavement(c, 850)
    for px in (c.rng.uniform(180, 380), c.rng.uniform(560, 760), c.rng.uniform(1000, 1300)):
        figure(c, px, c.rng.uniform(930, 970), 300, WALK, flip=c.rng.random() < 0.5)
    lamp_post(c, c.rng.choice((480, 900)), 900, 560)


def _shop(c: Canvas, x: float, w: float, colour: Colour, i: int) -> None:
    c.fill(c.p.wall(i), rect(x, -20, w + 1, 880), shade="right", amount=0.3)
    windows(c, (x + 20, 10, w - 40, 330), (3, 1), fill=(0.5, 0.66))
    frame = mix(colour, c.p.ink, 0.35)
    c.fill(frame, rect(x + 22, 400, w - 44, 462), shade="bottom", amount=0.3)
    inside = (
        mix(c.p.lamp, c.p.paper, 0.3) if c.p.mood != "day" else mix(c.p.sky_top, c.p.paper, 0.4)
    )
    pane = c.fill(inside, rect(x + 44, 500, w * 0.56, 290), shade="top", amount=0.3)
    goods = [
        rounded(x + 60 + k * w * 0.13, 790 - (k * 53 % 90) - 70, w * 0.09, 300, 12)
        for k in range(4)
    ]
    c.ink(c.within(c.cut(*goods), pane), mix(colour, c.p.near, 0.5), 0.8)
    c.fill(inside, rect(x + w * 0.74, 500, w * 0.16, 340), shade="bottom", amount=0.3)
    awning(c, x + 10, 420, w - 20, 92, colour, stripes=9)
