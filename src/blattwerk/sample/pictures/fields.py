"""Worked land, and land that cannot be."""

import math

from blattwerk.sample.pictures.buildings import church, village
from blattwerk.sample.pictures.canvas import WIDTH, Canvas
from blattwerk.sample.pictures.geometry import (
    Outline,
    Point,
    along,
    curve,
    disc,
    place,
    rect,
    stroke,
)
from blattwerk.sample.pictures.nature import (
    birds,
    hills,
    land,
    level,
    peaks,
    rolling,
    sky,
    tree,
)
from blattwerk.sample.pictures.palettes import mix
from blattwerk.sample.pictures.people import STAND, WALK, figure


def windpark(c: Canvas) -> None:
    sky(c, 700)
    hills(c, 650, 55, 0.1)
    c.mist(520, 720, 0.7)
    back = hills(c, 720, 45, 0.3, green=True)
    for x in (c.rng.uniform(120, 300), c.rng.uniform(560, 700), c.rng.uniform(1300, 1420)):
        _turbine(c, x, level(back, x) + 10, c.rng.uniform(230, 300))
    front = hills(c, 850, 50, 0.6, green=True)
    for x, h in ((c.rng.uniform(380, 480), 560), (c.rng.uniform(960, 1120), 700)):
        _turbine(c, x, level(front, x) + 16, h)
    _furrows(c, front)
    figure(c, c.rng.uniform(650, 800), level(front, 720) + 60, 92, WALK, c.p.accent)
    birds(c, c.rng.uniform(600, 900), 210)


def _turbine(c: Canvas, x: float, foot: float, h: float) -> None:
    white = mix(c.p.paper, c.p.mid, 0.4 if c.p.dark else 0.06)
    hub, turned = (x, foot - h), c.rng.uniform(0, 120)
    mast = [
        (x - h * 0.008, hub[1]),
        (x + h * 0.008, hub[1]),
        (x + h * 0.018, foot),
        (x - h * 0.018, foot),
    ]
    c.fill(white, mast, shade="right", amount=0.9)
    for k in range(3):
        a = math.radians(turned + k * 120)
        r, cos, sin = h * 0.46, math.cos(a), math.sin(a)
        tip, belly = (x + cos * r, hub[1] + sin * r), (r * 0.2, r * 0.045)
        low = (x + cos * belly[0] - sin * belly[1], hub[1] + sin * belly[0] + cos * belly[1])
        c.fill(white, [hub, low, tip], shade="bottom", amount=0.5)
    c.fill(mix(white, c.p.ink, 0.25), disc(*hub, h * 0.018))


def _furrows(c: Canvas, line: Outline) -> None:
    rows: list[Outline] = []
    for i in range(-4, 16):
        x = i * 120
        rows += stroke(
            curve([(x, level(line, x) + 12), (x * 1.2 - 180, 930), (x * 1.7 - 560, 1020)]), 3, 9
        )
    c.ink(c.cut(*rows), c.p.meadow(0.9), 0.5)


def vineyard(c: Canvas) -> None:
    sky(c, 560)
    hills(c, 540, 50, 0.12)
    c.mist(430, 600, 0.6)
    line = hills(c, 590, 32, 0.3, green=True)
    x = c.rng.uniform(950, 1200)
    church(c, x, level(line, x) + 16, 230)
    land(c, curve([(-20, 680), (400, 640), (900, 625), (1520, 690)]), c.p.meadow(0.42))
    vanish = (c.rng.uniform(620, 820), 560)
    for i in range(-7, 9):
        _vine_row(c, vanish, (750 + i * 260, 1120))
    figure(c, vanish[0] + 68, 850, 170, WALK, c.p.accent)


def _vine_row(c: Canvas, far: Point, near: Point) -> None:
    line = [along(far, near, t) for t in (0.16, 0.3, 0.45, 0.62, 0.8, 1)]
    leaf = c.p.meadow(0.8)
    c.ink(c.cut(*stroke([(x + 10, y + 6) for x, y in line], 8, 120)), c.p.ink, 0.28)
    for t in range(20):
        x, y = along(far, near, 0.14 + 0.86 * (t / 19) ** 1.6)
        r = 6 + 66 * (t / 19) ** 1.6
        tint = mix(leaf, c.p.leaf, c.rng.uniform(0, 0.7))
        c.fill(
            tint, disc(x + c.rng.uniform(-0.1, 0.1) * r, y - r * 0.7, r * 0.75, r), shade="right"
        )


def orchard(c: Canvas) -> None:
    sky(c, 600)
    hills(c, 560, 45, 0.14)
    c.mist(430, 640, 0.6)
    line = hills(c, 620, 24, 0.35, green=True)
    village(c, c.rng.uniform(350, 600), level(line, 500) + 10, 0.6)
    for row, (y, h, gap) in enumerate(((680, 160, 150), (770, 270, 270), (930, 520, 560))):
        shift = c.rng.uniform(0, gap)
        if row == 2:
            land(c, rolling(c, 860, 10, 0.8), c.p.meadow(0.62))
        for i in range(-1, int(WIDTH / gap) + 2):
            _apple_tree(c, i * gap + shift, y, h * c.rng.uniform(0.9, 1.05))
    x = c.rng.uniform(560, 900)
    _basket(c, x, 960)
    figure(c, x + 130, 965, 280, STAND, c.p.paper, flip=True)


def _apple_tree(c: Canvas, x: float, y: float, h: float) -> None:
    c.ground_shadow(x + h * 0.1, y, h * 0.4, h * 0.04, 0.3)
    tree(c, x, y, h, c.p.meadow(0.75))
    apples: list[Outline] = []
    for _ in range(14):
        a, r = c.rng.uniform(0, math.tau), c.rng.uniform(0.2, 0.88)
        apples.append(
            disc(
                x + math.cos(a) * r * h * 0.3, y - h * 0.62 + math.sin(a) * r * h * 0.34, h * 0.021
            )
        )
    c.fill(c.p.accent, *apples)


def _basket(c: Canvas, x: float, y: float) -> None:
    c.ground_shadow(x, y, 75, 10, 0.4)
    c.fill(
        c.p.accent,
        *[disc(x + dx, y - 72 - dy, 17) for dx, dy in ((-36, 0), (-12, 12), (14, 11), (38, 0))],
    )
    weave = [(x - 64, y - 74), (x + 64, y - 74), (x + 48, y), (x - 48, y)]
    c.fill(mix(c.p.second, c.p.ink, 0.2), weave, shade="right", amount=0.7)


def desert(c: Canvas) -> None:
    sky(c, 640, clouds=False)
    peaks(c, 640, [(200, 500, 300), (1250, 470, 380)], 0.12)
    c.mist(480, 680, 0.8)
    sand = mix(c.p.second, c.p.haze, 0.45)
    _dune(c, [(-20, 660), (360, 610), (800, 650), (1520, 600)], mix(sand, c.p.haze, 0.4))
    crest: list[Point] = [(-20, 800), (400, 690), (760, 640), (1100, 720), (1520, 760)]
    _dune(c, crest, sand)
    for i in range(4):
        x = 480 + i * 120
        foot = level(curve(crest), x) + 6
        c.fill(c.p.depth(0.9), *_camel(x, foot, 96))
    slope = curve([(760, 640), (700, 730), (800, 820), (620, 1020)])
    c.ink(c.cut([*slope, (1520, 1020), (1520, 760), (1100, 720)]), c.p.mid, 0.35)
    _dune(c, [(-20, 930), (420, 960), (900, 860), (1520, 930)], mix(c.p.second, c.p.near, 0.35))


def _dune(c: Canvas, points: list[Point], colour: tuple[int, int, int]) -> None:
    land(c, curve(points), colour, 0.6)


def _camel(x: float, foot: float, h: float) -> list[Outline]:
    back = [(-0.42, -0.55), (-0.3, -0.68), (-0.12, -0.7), (0, -0.95), (0.12, -0.7), (0.28, -0.66)]
    neck = [(0.42, -0.6), (0.5, -0.72), (0.52, -0.98), (0.7, -0.96), (0.7, -0.88), (0.6, -0.84)]
    under = [(0.58, -0.6), (0.42, -0.42), (0, -0.36), (-0.4, -0.4)]
    body = curve([*back, *neck, *under], closed=True)
    legs = [rect(lx, -0.5, 0.055, 0.5) for lx in (-0.4, -0.27, 0.24, 0.37)]
    return [place(part, x, foot, h) for part in (body, *legs)]
