"""Above the air."""

import math

from blattwerk.sample.pictures.canvas import Canvas
from blattwerk.sample.pictures.geometry import (
    Outline,
    arc,
    curve,
    disc,
    rect,
    rounded,
    stroke,
    turn,
)
from blattwerk.sample.pictures.nature import (
    stars,
)
from blattwerk.sample.pictures.palettes import mix


def satellite(c: Canvas) -> None:
    space = c.cut(rect(-20, -20, 1540, 1040))
    c.grade(space, mix(c.p.ink, (0, 0, 0), 0.2), mix(c.p.near, c.p.ink, 0.4))
    stars(c, 260, 1000)
    ex, ey, r = c.rng.uniform(300, 560), 1400.0, 900.0
    c.glow(ex, ey, r * 1.45, mix(c.p.mid, c.p.paper, 0.3), 0.9)
    globe = c.fill(mix(c.p.mid, c.p.near, 0.3), disc(ex, ey, r), shade="right", amount=0.6)
    for _ in range(5):
        x, y, s = ex + c.rng.uniform(-500, 650), c.rng.uniform(620, 980), c.rng.uniform(90, 210)
        blob = curve(
            [
                (x + math.cos(a) * s * c.rng.uniform(0.6, 1.2), y + math.sin(a) * s * 0.42)
                for a in (k * 0.785 for k in range(8))
            ],
            closed=True,
        )
        c.ink(c.within(c.cut(blob), globe), mix(c.p.leaf, c.p.mid, 0.2))
    for _ in range(9):
        x, y, s = ex + c.rng.uniform(-500, 650), c.rng.uniform(560, 980), c.rng.uniform(80, 220)
        c.ink(c.within(c.cut(rounded(x, y, s * 1.6, s * 0.13, s * 0.06)), globe), c.p.paper, 0.6)
    c.grain(globe, c.p.ink, "right", 0.9)
    _probe(c, c.rng.uniform(880, 980), 370, -24 + c.rng.uniform(-10, 10))


def _probe(c: Canvas, x: float, y: float, angle: float) -> None:
    def at(outline: Outline) -> Outline:
        return turn([(x + px, y + py) for px, py in outline], x, y, angle)

    for side in (-1, 1):
        c.fill(c.p.paper, *[at(s) for s in stroke([(0, 0), (side * 150, 0)], 10)])
        for k in range(3):
            left = side * (140 + k * 92) - (0 if side > 0 else 86)
            cell = at(rect(left, -76, 86, 152))
            c.fill(c.p.second, at(rect(left - 4, -80, 94, 160)))
            c.fill(mix(c.p.near, c.p.mid, 0.35), cell, shade="bottom")
            grid = [at(rect(left, -76 + j * 38, 86, 3)) for j in range(1, 4)] + [
                at(rect(left + 42, -76, 3, 152))
            ]
            c.ink(c.cut(*grid), c.p.paper, 0.5)
    c.fill(c.p.paper, at(rounded(-70, -96, 140, 192, 12)), shade="right", amount=0.8)
    c.fill(c.p.accent, at(rect(-70, -30, 140, 42)), shade="right")
    c.fill(c.p.second, at(rect(-44, 40, 88, 30)))
    c.fill(c.p.paper, *[at(s) for s in stroke([(0, 90), (0, 150)], 8)])
    c.fill(mix(c.p.paper, c.p.mid, 0.25), at(arc(0, 196, 84, 56, 180, 360)), shade="bottom")
    c.fill(c.p.accent, at(disc(0, 204, 12)))
    waves = [
        at(s) for k in range(3) for s in stroke(arc(0, 204, 70 + k * 46, 70 + k * 46, 55, 125), 6)
    ]
    c.ink(c.cut(*waves), c.p.paper, 0.6)
