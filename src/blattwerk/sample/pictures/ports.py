"""Harbours and the city across the water."""

import math

from blattwerk.sample.pictures.buildings import street_row, windows
from blattwerk.sample.pictures.canvas import WIDTH, Canvas
from blattwerk.sample.pictures.geometry import (
    disc,
    rect,
    stroke,
)
from blattwerk.sample.pictures.nature import (
    birds,
    hills,
    sky,
)
from blattwerk.sample.pictures.palettes import Colour, mix
from blattwerk.sample.pictures.people import STAND, figure
from blattwerk.sample.pictures.vehicles import sailing_boat, ship
from blattwerk.sample.pictures.water import mirror


def harbour(c: Canvas) -> None:
    at = sky(c, 600)
    hills(c, 560, 30, 0.14)
    c.mist(480, 620, 0.6)
    for x in (c.rng.uniform(80, 180), c.rng.uniform(360, 460)):
        _quay_crane(c, x, 640, 330)
    street_row(c, 640, left=880, right=1540, height=110, narrow=90)
    c.fill(c.p.depth(0.6), rect(-20, 632, 1540, 26))
    ship(c, 330, 668, 560)
    mirror(c, 658, 300)
    c.glow(at[0], 700, 220, c.p.sun, 0.3)
    sailing_boat(c, c.rng.uniform(960, 1100), 790, 270, c.p.paper)
    sailing_boat(c, c.rng.uniform(620, 720), 740, 170, c.p.accent)
    birds(c, 820, 330, 7)
    for x in (150, 1380):
        c.fill(c.p.ink, rect(x, 880, 46, 140), disc(x + 23, 880, 32, 12))


def _quay_crane(c: Canvas, x: float, base: float, h: float) -> None:
    steel = mix(c.p.depth(0.5), c.p.accent, 0.45)
    top = base - h * 0.62
    bars = stroke([(x, base), (x + 12, top)], 11) + stroke([(x + 100, base), (x + 88, top)], 11)
    bars += stroke([(x + 5, base - h * 0.3), (x + 95, base - h * 0.3)], 8)
    bars += stroke([(x - 60, top), (x + 330, top)], 13) + stroke(
        [(x + 50, top), (x + 60, base - h)], 10
    )
    bars += stroke([(x - 50, top), (x + 60, base - h), (x + 310, top)], 4)
    bars += stroke([(x + 250, top), (x + 250, top + h * 0.25)], 3)
    c.fill(steel, *bars)
    c.fill(c.p.second, rect(x + 222, top + h * 0.25, 56, 28))


def containers(c: Canvas) -> None:
    sky(c, 560)
    hills(c, 560, 25, 0.12)
    c.mist(460, 640, 0.6)
    _quay_crane(c, c.rng.uniform(600, 720), 660, 520)
    _quay_crane(c, c.rng.uniform(1020, 1100), 660, 460)
    c.fill(c.p.depth(0.3), rect(-20, 640, 1540, 400), shade="bottom", amount=0.5)
    _stack(c, 880, 690, (5, 3), 120)
    _stack(c, -60, 800, (3, 4), 215)
    _stack(c, 1010, 880, (3, 2), 250)
    figure(c, c.rng.uniform(700, 860), 880, 175, STAND, c.p.second)
    c.fill(
        mix(c.p.paper, c.p.mid, 0.4),
        *[[(x, 930), (x + 130, 930), (x + 110, 944), (x - 24, 944)] for x in range(60, 1500, 240)],
    )


def _stack(c: Canvas, x: float, base: float, grid: tuple[int, int], w: float) -> None:
    inks: tuple[Colour, ...] = (c.p.accent, c.p.second, c.p.near, c.p.mid, c.p.wall(0))
    h = w * 0.42
    for col in range(grid[0]):
        for row in range(grid[1] - c.rng.choice((0, 0, 1))):
            ink = mix(c.rng.choice(inks), c.p.ink, 0.35 if c.p.dark else 0.04)
            bx, by = x + col * w * 1.01, base - (row + 1) * h
            c.fill(ink, rect(bx, by, w, h - 3), shade="right", amount=0.45)
            ribs = [
                rect(bx + w * (k + 0.7) / 12, by + h * 0.12, w * 0.022, h * 0.72) for k in range(11)
            ]
            c.ink(c.cut(*ribs), c.p.ink, 0.28)


def city_skyline(c: Canvas) -> None:
    at = sky(c, 660)
    for depth, (low, high) in enumerate(((150, 330), (170, 430), (110, 300))):
        x = -30.0
        while x < WIDTH:
            w, h = c.rng.uniform(60, 130), c.rng.uniform(low, high)
            h *= 0.75 + 0.5 * math.exp(-(((x - 820) / 330) ** 2))
            _tower(c, x, 660, (w, h), 0.15 + depth * 0.25)
            x += w * c.rng.uniform(0.8, 1.25)
        c.mist(480, 665, 0.55 - depth * 0.2)
    c.fill(c.p.depth(0.78), rect(-20, 652, 1540, 14))
    mirror(c, 664, 336, 0.42)
    c.glow(at[0], 690, 240, c.p.sun, 0.3)
    sailing_boat(c, c.rng.uniform(300, 500), 830, 200, c.p.paper)


def _tower(c: Canvas, x: float, base: float, size: tuple[float, float], t: float) -> None:
    w, h = size
    c.fill(c.p.depth(t), rect(x, base - h, w, h), shade="right", amount=0.4)
    crown = c.rng.randrange(4)
    if crown == 0:
        c.fill(
            c.p.depth(t),
            [(x, base - h + 1), (x + w * 0.5, base - h - w * 0.5), (x + w, base - h + 1)],
        )
    elif crown == 1:
        c.fill(c.p.depth(t), *stroke([(x + w / 2, base - h), (x + w / 2, base - h - 60)], 6, 2))
    elif crown == 2:
        c.fill(c.p.depth(t), rect(x + w * 0.2, base - h - 22, w * 0.6, 24))
    if t > 0.3:
        lit = 0.45 if c.p.mood in ("night", "dusk") else 0.08
        rows = max(3, int(h / 26))
        windows(
            c,
            (x + 4, base - h + 8, w - 8, h - 30),
            (max(3, int(w / 20)), rows),
            lit=lit,
            fill=(0.45, 0.5),
        )
