"""A platform."""

from blattwerk.sample.pictures.buildings import (
    bench,
    street_row,
)
from blattwerk.sample.pictures.canvas import Canvas
from blattwerk.sample.pictures.civic import clock
from blattwerk.sample.pictures.geometry import (
    Outline,
    Point,
    curve,
    rect,
    rounded,
    stroke,
)
from blattwerk.sample.pictures.nature import land, peaks, sky
from blattwerk.sample.pictures.palettes import mix
from blattwerk.sample.pictures.people import STAND, WALK, figure


def station(c: Canvas) -> None:
    sky(c, 600)
    peaks(c, 620, [(900, 300, 420), (1380, 240, 400)], 0.14)
    c.mist(430, 640, 0.7)
    street_row(c, 640, left=760, right=1560, height=110, narrow=90)
    land(c, [(-20, 640), (1520, 640)], mix(c.p.depth(0.4), c.p.second, 0.15))
    for near, far in (((1180, 1020), (930, 640)), ((1500, 1020), (975, 640))):
        _track(c, near, far)
    edge = [(-20, 660), (890, 640), (1000, 1020), (-20, 1020)]
    c.fill(mix(c.p.wall(2), c.p.mid, 0.2), edge, shade="bottom", amount=0.5)
    c.fill(c.p.paper, [(868, 641), (884, 641), (975, 1020), (925, 1020)])
    _canopy(c)
    clock(c, 640, 330, 62)
    figure(c, c.rng.uniform(330, 420), 880, 330, STAND, c.p.accent)
    figure(c, c.rng.uniform(560, 620), 780, 220, STAND, c.p.near, flip=True)
    figure(c, 735, 700, 120, WALK, c.p.second)
    c.fill(mix(c.p.second, c.p.ink, 0.3), rounded(470, 780, 90, 104, 12), shade="right")
    bench(c, 90, 830, 190)


def _track(c: Canvas, near: Point, far: Point) -> None:
    sleepers: list[Outline] = []
    for k in range(22):
        t = (k / 21) ** 2.2
        x, y = far[0] + (near[0] - far[0]) * t, far[1] + (near[1] - far[1]) * t
        sleepers.append(rect(x - 8 - 120 * t, y, 16 + 240 * t, 1 + 16 * t))
    c.fill(mix(c.p.second, c.p.ink, 0.65), *sleepers)
    rails = [
        s
        for side in (-1, 1)
        for s in stroke([(far[0] + side * 4, far[1]), (near[0] + side * 78, near[1])], 3, 16)
    ]
    c.fill(mix(c.p.paper, c.p.mid, 0.55), *rails)


def _canopy(c: Canvas) -> None:
    steel = mix(c.p.near, c.p.ink, 0.3)
    for x, top, low, w in ((780, 450, 690, 12), (600, 380, 760, 18), (300, 250, 900, 30)):
        c.fill(steel, rect(x - w / 2, top, w, low - top))
        c.fill(
            steel,
            *stroke(curve([(x, top + w * 3), (x + w * 2, top + w), (x + w * 4, top)]), w * 0.5),
        )
    roof = [(-20, 60), (-20, 130), (900, 470), (930, 440), (640, 300), (-20, -20)]
    c.fill(mix(c.p.accent, c.p.ink, 0.25), roof, shade="bottom", amount=0.7)
    c.fill(mix(c.p.paper, c.p.mid, 0.2), *stroke([(-20, 132), (905, 472)], 16, 6))
    c.fill(c.p.ink, rect(636, 240, 8, 60))
    if c.p.mood != "day":
        c.glow(430, 330, 190, c.p.lamp, 0.6)
    c.fill(c.p.lamp, rounded(385, 318, 90, 16, 8))
