"""A table outside."""

from blattwerk.sample.pictures.buildings import (
    street_row,
)
from blattwerk.sample.pictures.canvas import Canvas
from blattwerk.sample.pictures.geometry import (
    arc,
    curve,
    disc,
    rect,
    stroke,
)
from blattwerk.sample.pictures.nature import (
    sky,
)
from blattwerk.sample.pictures.palettes import Colour, mix
from blattwerk.sample.pictures.people import SIT, WALK, figure
from blattwerk.sample.pictures.town import pavement


def cafe(c: Canvas) -> None:
    sky(c, 500)
    street_row(c, 640, left=-60, right=1560, height=280, narrow=170)
    c.mist(150, 700, 0.75)
    pavement(c, 640)
    figure(c, c.rng.uniform(180, 330), 740, 200, WALK)
    _parasol(c, 1080, 700, 560, c.p.accent)
    _parasol(c, 150, 660, 300, c.p.near)
    figure(c, 1230, 890, 330, SIT, c.p.near, flip=True)
    _cafe_chair(c, 1270, 900)
    table = mix(c.p.wall(0), c.p.paper, 0.3)
    c.ground_shadow(640, 1000, 520, 60, 0.4)
    c.fill(mix(table, c.p.ink, 0.45), disc(620, 938, 560, 118))
    c.fill(table, disc(620, 915, 560, 118), shade="bottom", amount=0.5)
    _cup(c, 560, 900, 1.25)
    _cake(c, 890, 905)


def _cake(c: Canvas, x: float, y: float) -> None:
    plate = c.p.own(c.p.paper, 0.3)
    c.ground_shadow(x + 10, y + 16, 150, 18, 0.4)
    c.fill(mix(plate, c.p.mid, 0.25), disc(x, y + 8, 150, 34))
    c.fill(plate, disc(x, y, 150, 32), shade="right")
    dough = c.p.own(mix(c.p.second, c.p.accent, 0.45), 0.3)
    c.fill(mix(dough, c.p.ink, 0.5), [(x - 80, y - 78), (x + 40, y - 118), (x + 92, y - 84)])
    c.fill(
        dough, [(x - 80, y - 78), (x + 92, y - 84), (x + 92, y - 2), (x - 80, y + 4)], shade="right"
    )
    for k in (0.36, 0.7):
        c.ink(c.cut(rect(x - 80, y - 78 + 80 * k, 172, 8)), c.p.paper, 0.85)
    c.fill(c.p.accent, disc(x + 30, y - 118, 18))


def _parasol(c: Canvas, x: float, base: float, w: float, colour: Colour) -> None:
    c.fill(c.p.ink, rect(x - w * 0.012, base - w * 0.75, w * 0.024, w * 0.75))
    top, rim = base - w * 0.98, base - w * 0.68
    for k, tint in enumerate((colour, c.p.paper, colour, c.p.paper, colour)):
        left, right = x - w / 2 + k * w / 5, x - w / 2 + (k + 1) * w / 5
        c.fill(
            mix(tint, c.p.ink, 0.3 if c.p.dark else 0.02),
            [(x, top), (right, rim), ((left + right) / 2, rim + w * 0.03), (left, rim)],
            shade="bottom",
            amount=0.3,
        )


def _cafe_chair(c: Canvas, x: float, base: float) -> None:
    bars = stroke([(x - 50, base - 88), (x + 60, base - 88), (x + 76, base)], 8)
    bars += stroke([(x - 50, base - 88), (x - 60, base)], 8)
    bars += stroke(curve([(x + 60, base - 88), (x + 84, base - 190), (x + 60, base - 220)]), 8)
    c.fill(c.p.ink, *bars)


def _cup(c: Canvas, x: float, y: float, s: float) -> None:
    white = mix(c.p.paper, c.p.mid, 0.25 if c.p.dark else 0)
    c.ground_shadow(x + 20 * s, y + 18 * s, 170 * s, 24 * s, 0.4)
    c.fill(mix(white, c.p.mid, 0.25), disc(x, y + 12 * s, 165 * s, 34 * s))
    c.fill(white, disc(x, y + 4 * s, 165 * s, 32 * s), shade="right")
    c.fill(white, *stroke(arc(x + 92 * s, y - 75 * s, 42 * s, 38 * s, -110, 120), 17 * s))
    bowl = [
        (x - 100 * s, y - 130 * s),
        (x + 100 * s, y - 130 * s),
        (x + 84 * s, y - 40 * s),
        (x + 40 * s, y + 4 * s),
        (x - 40 * s, y + 4 * s),
        (x - 84 * s, y - 40 * s),
    ]
    c.fill(white, bowl[:2] + curve(bowl[2:]), shade="right", amount=0.9)
    c.fill(mix(white, c.p.mid, 0.2), disc(x, y - 130 * s, 100 * s, 22 * s))
    c.fill(mix(c.p.second, c.p.ink, 0.62), disc(x, y - 126 * s, 86 * s, 16 * s))
    for dx in (-30, 22):
        steam = curve(
            [
                (x + dx * s, y - 165 * s),
                (x + (dx + 24) * s, y - 220 * s),
                (x + (dx - 16) * s, y - 280 * s),
                (x + (dx + 18) * s, y - 345 * s),
            ]
        )
        c.ink(c.cut(*stroke(steam, 13 * s, 4 * s)), c.p.paper, 0.7)
