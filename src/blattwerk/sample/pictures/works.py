"""Where things are made and power comes from."""

import math

from blattwerk.sample.pictures.buildings import village, windows
from blattwerk.sample.pictures.canvas import Canvas
from blattwerk.sample.pictures.geometry import (
    Outline,
    Point,
    along,
    curve,
    disc,
    place,
    rect,
    stroke,
    turn,
)
from blattwerk.sample.pictures.nature import (
    hills,
    land,
    level,
    rolling,
    sky,
    tree,
    tufts,
)
from blattwerk.sample.pictures.palettes import Colour, mix
from blattwerk.sample.pictures.people import REACH, WALK, figure
from blattwerk.sample.pictures.trucks import van


def factory(c: Canvas) -> None:
    sky(c, 600)
    hills(c, 560, 55, 0.14)
    c.mist(430, 660, 0.7)
    for x, h in ((c.rng.uniform(900, 960), 470), (c.rng.uniform(1060, 1130), 390)):
        _chimney(c, x, 700, h)
    c.fill(c.p.wall(2), rect(860, 470, 420, 260), shade="right", amount=0.5)
    windows(c, (880, 490, 380, 210), (7, 3), fill=(0.6, 0.5))
    wall = c.p.wall(3)
    for k in range(4):
        x = 90 + k * 205
        saw = [(x, 730), (x, 420), (x + 205, 540), (x + 205, 730)]
        c.fill(mix(wall, c.p.ink, 0.04 * k), saw, shade="right", amount=0.4)
        c.fill(
            c.p.lamp if c.p.mood != "day" else c.p.mid,
            [(x + 14, 452), (x + 180, 548), (x + 180, 566), (x + 14, 520)],
        )
        c.fill(c.p.roof(0), *stroke([(x, 420), (x + 205, 540)], 12))
    windows(c, (100, 590, 800, 90), (10, 1), fill=(0.6, 0.7))
    land(c, [(-20, 728), (1520, 728)], c.p.depth(0.5))
    c.fill(
        mix(c.p.near, c.p.mid, 0.4),
        [(560, 730), (760, 730), (1080, 1020), (280, 1020)],
        shade="bottom",
    )
    van(c, c.rng.uniform(980, 1100), 850, 300, c.p.own(c.p.accent, 0.3))
    for x in (430, 520, 800):
        figure(c, x + c.rng.uniform(-30, 30), 800 + abs(x - 600) * 0.3, 110, WALK, flip=x > 600)
    tree(c, 60, 840, 300)


def _chimney(c: Canvas, x: float, base: float, h: float) -> None:
    brick = c.p.roof(2)
    c.fill(
        brick,
        [(x - 26, base), (x - 17, base - h), (x + 17, base - h), (x + 26, base)],
        shade="right",
        amount=0.7,
    )
    c.fill(c.p.paper, rect(x - 19, base - h + 26, 38, 16), rect(x - 20, base - h + 60, 40, 16))
    for k in range(8):
        r = 22 + k * 10
        c.ink(
            c.cut(disc(x + k * 34 + c.rng.uniform(-10, 10), base - h - 30 - k * 16, r, r * 0.8)),
            mix(c.p.paper, c.p.haze, 0.4),
            0.5,
        )


def solar(c: Canvas) -> None:
    at = sky(c, 560, sun=(c.rng.uniform(300, 1200), c.rng.uniform(170, 260)))
    hills(c, 540, 50, 0.14)
    c.mist(430, 620, 0.6)
    line = hills(c, 590, 22, 0.35, green=True)
    village(c, c.rng.uniform(350, 1150), level(line, 700) + 14, 0.5)
    land(c, rolling(c, 640, 8, 0.6), c.p.meadow(0.5))
    for row, (y, w, h) in enumerate(
        ((680, 130, 62), (760, 190, 92), (880, 280, 138), (1040, 420, 205))
    ):
        shift = c.rng.uniform(-w, 0)
        for k in range(int(1600 / w) + 2):
            _panel(c, shift + k * w * 1.06, y, w, h)
        tufts(c, y + 4, y + 14, 14 + 8 * row, c.p.meadow(0.95))
    c.glow(at[0], 760, 260, c.p.sun, 0.3)


def _panel(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    """A panel leaning back, its lower left corner at ``x``, its foot at ``y``."""
    blue = mix(c.p.near, c.p.ink, 0.25)
    c.fill(c.p.ink, *[rect(x + w * f, y - h * 0.3, w * 0.03, h * 0.4) for f in (0.2, 0.75)])
    a, b = (x + w * 0.12, y - h), (x + w * 1.08, y - h)
    d, e = (x, y - h * 0.12), (x + w * 0.96, y - h * 0.12)
    shape = c.cut([a, b, e, d])
    c.grade(shape, mix(blue, c.p.sky_top, 0.5), blue)
    gleam = [along(a, b, 0.15), along(a, b, 0.4), along(d, e, 0.25), d]
    c.ink(c.cut(gleam), c.p.paper, 0.12)
    lines: list[Outline] = []
    for k in range(1, 5):
        lines += stroke([along(a, b, k / 5), along(d, e, k / 5)], 2)
    for k in (1, 2):
        lines += stroke([along(a, d, k / 3), along(b, e, k / 3)], 2)
    c.ink(c.cut(*lines), c.p.paper, 0.4)
    c.ink(c.cut(*stroke([a, b, e, d, a], w * 0.014)), mix(c.p.paper, c.p.mid, 0.2))


def bees(c: Canvas) -> None:
    sky(c, 620)
    hills(c, 560, 50, 0.14)
    c.mist(430, 640, 0.6)
    line = hills(c, 640, 24, 0.4, green=True)
    for x in (c.rng.uniform(60, 200), c.rng.uniform(1250, 1430)):
        tree(c, x, level(line, x) + 20, 330)
    land(c, rolling(c, 760, 12, 0.8), c.p.meadow(0.55))
    inks = [c.p.accent, c.p.second, c.p.paper, c.p.mid]
    for k in range(4):
        _hive(c, 330 + k * 190, 830 + (k % 2) * 26, inks[(k + c.rng.randrange(2)) % 4])
    figure(c, 1150, 890, 340, REACH, c.p.paper, flip=True)
    tufts(c, 850, 1000, 80, c.p.meadow(0.95))
    for k in range(16):
        _flower(
            c,
            c.rng.uniform(0, 1500),
            c.rng.uniform(950, 1010),
            c.rng.uniform(60, 150),
            (c.p.accent, c.p.paper, c.p.second)[k % 3],
        )
    path = curve(
        [(150, 330), (330, 250), (470, 360), (390, 450), (300, 380), (430, 290), (640, 330)]
    )
    c.ink(c.cut(*[disc(px, py, 3) for px, py in path[::3]]), c.p.ink, 0.5)
    for x, y, s in ((700, 340, 1.25), (430, 560, 0.6), (960, 520, 0.7)):
        _bee(c, x + c.rng.uniform(-40, 40), y + c.rng.uniform(-30, 30), 74 * s)


def _hive(c: Canvas, x: float, y: float, ink: Colour) -> None:
    c.ground_shadow(x + 66, y + 4, 84, 10, 0.45)
    c.fill(c.p.ink, rect(x + 10, y - 18, 12, 22), rect(x + 110, y - 18, 12, 22))
    for k in range(2):
        c.fill(
            c.p.own(mix(ink, c.p.paper, 0.15 * k), 0.4),
            rect(x, y - 92 - k * 74, 132, 76),
            shade="right",
        )
    c.fill(
        mix(c.p.ink, c.p.near, 0.3),
        rect(x - 10, y - 186, 152, 22),
        rect(x + 36, y - 34, 60, 9),
        rect(x - 4, y - 22, 140, 8),
    )


def _flower(c: Canvas, x: float, y: float, h: float, ink: Colour) -> None:
    c.fill(
        c.p.meadow(0.95), *stroke(curve([(x, y + 30), (x - h * 0.08, y - h * 0.5), (x, y - h)]), 5)
    )
    r = h * 0.13
    petals = [
        disc(x + math.cos(k * 1.05) * r, y - h + math.sin(k * 1.05) * r, r * 0.72) for k in range(6)
    ]
    c.fill(c.p.own(ink, 0.35), *petals, shade="bottom")
    c.fill(mix(c.p.second, c.p.ink, 0.3), disc(x, y - h, r * 0.6))


def _bee(c: Canvas, x: float, y: float, s: float) -> None:
    for dx, tilt in ((-0.05, -28), (0.3, 14)):
        wing = turn(
            disc(x + dx * s, y - 0.72 * s, 0.26 * s, 0.52 * s), x + dx * s, y - 0.3 * s, tilt
        )
        c.ink(c.cut(wing), c.p.paper, 0.75)
    body = c.fill(c.p.second, disc(x, y, s * 0.86, s * 0.5))
    stripes = [
        [
            (x + k * s, y - s),
            (x + (k + 0.2) * s, y - s),
            (x + (k + 0.14) * s, y + s),
            (x + (k - 0.06) * s, y + s),
        ]
        for k in (-0.55, -0.12, 0.3)
    ]
    c.ink(c.within(c.cut(*stripes), body), c.p.ink)
    c.grain(body, c.p.ink, "bottom", 0.7)
    feelers: list[Point] = [(x + s * 0.86, y - s * 0.2), (x + s * 1.1, y - s * 0.5)]
    c.fill(
        c.p.ink,
        disc(x + s * 0.82, y - s * 0.02, s * 0.26),
        *stroke(feelers, s * 0.05),
        place(disc(-0.9, 0.02, 0.12, 0.05), x, y, s),
    )
