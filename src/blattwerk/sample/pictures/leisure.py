"""Free hours out of doors."""

import math

from blattwerk.sample.pictures.animals import dog_at
from blattwerk.sample.pictures.buildings import (
    church,
    street_row,
)
from blattwerk.sample.pictures.canvas import Canvas
from blattwerk.sample.pictures.geometry import Outline, Point, curve, disc, rect, rounded, stroke
from blattwerk.sample.pictures.nature import (
    hills,
    land,
    level,
    poplar,
    rolling,
    sky,
    tree,
    tufts,
)
from blattwerk.sample.pictures.palettes import mix
from blattwerk.sample.pictures.people import RAISED, SIT, STAND, figure
from blattwerk.sample.pictures.town import pavement


def playground(c: Canvas) -> None:
    sky(c, 600)
    hills(c, 570, 40, 0.15)
    for x in (60, 250, 1240, 1440):
        tree(c, x + c.rng.uniform(-30, 30), 700, c.rng.uniform(250, 330))
    land(c, rolling(c, 690, 14, 0.8), c.p.meadow(0.5))
    c.fill(
        c.p.own(mix(c.p.second, c.p.paper, 0.4)),
        disc(760, 880, 660, 84),
        shade="bottom",
        amount=0.4,
    )
    _swing(c, 430, 870)
    _slide(c, 980, 880)
    figure(c, c.rng.uniform(760, 820), 910, 160, RAISED, c.p.second)
    figure(c, 200, 940, 260, STAND, c.p.near)
    tufts(c, 940, 1000, 40, c.p.meadow(0.95))


def _swing(c: Canvas, x: float, base: float) -> None:
    wood = mix(c.p.accent, c.p.ink, 0.2)
    top = base - 400
    for dx in (-180, 180):
        c.fill(
            wood,
            *stroke([(x + dx, top), (x + dx - 70, base)], 16),
            *stroke([(x + dx, top), (x + dx + 70, base)], 16),
        )
    c.fill(wood, *stroke([(x - 200, top), (x + 200, top)], 18))
    lean = c.rng.uniform(14, 30)
    sx, sy = x + 60 + math.sin(math.radians(lean)) * 280, top + math.cos(math.radians(lean)) * 280
    c.fill(c.p.ink, *stroke([(x + 60, top), (sx, sy)], 4), rect(sx - 36, sy, 72, 9))
    figure(c, sx, sy + 50, 190, SIT, c.p.accent, shadow=False)
    c.fill(
        c.p.ink, *stroke([(x - 80, top), (x - 80, top + 280)], 4), rect(x - 116, top + 280, 72, 9)
    )


def _slide(c: Canvas, x: float, base: float) -> None:
    c.fill(mix(c.p.near, c.p.ink, 0.3), *[rect(x + dx, base - 260, 14, 260) for dx in (0, 110)])
    c.fill(mix(c.p.near, c.p.ink, 0.3), *[rect(x, base - 50 - k * 50, 120, 9) for k in range(5)])
    c.fill(
        c.p.roof(0),
        [(x - 30, base - 400), (x + 62, base - 480), (x + 154, base - 400)],
        shade="right",
    )
    c.fill(mix(c.p.near, c.p.ink, 0.3), *[rect(x + dx, base - 402, 10, 150) for dx in (0, 114)])
    figure(c, x + 66, base - 262, 130, STAND, c.p.accent, shadow=False)
    run = curve(
        [(x + 110, base - 262), (x + 220, base - 180), (x + 330, base - 50), (x + 440, base - 16)]
    )
    c.fill(c.p.second, *stroke([(px, py - 14) for px, py in run], 30), shade="bottom")


def dog(c: Canvas) -> None:
    sky(c, 600)
    hills(c, 560, 50, 0.14)
    c.mist(440, 640, 0.6)
    line = hills(c, 640, 20, 0.4, green=True)
    for x in (c.rng.uniform(0, 200), c.rng.uniform(1150, 1400)):
        tree(c, x, level(line, x) + 20, 330)
    poplar(c, c.rng.uniform(260, 420), 680, 260)
    land(c, rolling(c, 800, 12, 0.8), c.p.meadow(0.6))
    c.fill(
        c.p.own(mix(c.p.second, c.p.paper, 0.4)),
        [*curve([(-20, 880), (600, 850), (1530, 890)]), (1530, 965), (600, 940), (-20, 980)],
        shade="bottom",
    )
    hand = figure(c, 560, 940, 470, STAND, c.p.accent)
    dog_at(c, 930, 945, 300, mix(c.p.second, c.p.ink, c.rng.choice((0.15, 0.5, 0.75))))
    c.fill(c.p.ink, *stroke(curve([hand, (780, 840), (958, 765)]), 5))
    tufts(c, 960, 1010, 40, c.p.meadow(0.95))


def bicycle(c: Canvas) -> None:
    at = sky(c, 600)
    hills(c, 540, 50, 0.14)
    street_row(c, 640, left=-60, right=520, height=130, narrow=90)
    church(c, 590, 640, 280)
    c.mist(430, 660, 0.7)
    c.fill(mix(c.p.mid, c.p.sky_low, 0.4), rect(-20, 636, 1540, 120))
    c.reflect(636, 110, c.p.mid, 0.5)
    c.glow(at[0], 660, 160, c.p.sun, 0.4)
    pavement(c, 760)
    rail = stroke([(-20, 600), (1520, 600)], 12) + stroke([(-20, 690), (1520, 690)], 7)
    c.fill(c.p.depth(0.75), *rail, *[rect(x, 592, 12, 200) for x in range(40, 1560, 230)])
    _bike(c, c.rng.uniform(690, 790), 930, 172)


def _bike(c: Canvas, x: float, base: float, r: float) -> None:
    """A bicycle whose wheels have the radius ``r``, seen from the side."""
    c.ground_shadow(x, base + 2, r * 2.4, r * 0.08, 0.45)
    hubs = (x - r * 1.5, base - r), (x + r * 1.5, base - r)
    crank, seat = (x - r * 0.25, base - r * 0.9), (x - r * 0.62, base - r * 2.05)
    head = (x + r * 1.08, base - r * 2.15)
    stem = (head[0] - 10, head[1] - 60)
    _spoked_wheels(c, hubs, r)
    tubes = ([seat, crank, head, seat], [seat, hubs[0], crank], [stem, head, hubs[1]])
    c.fill(c.p.accent, *[s for line in tubes for s in stroke(line, r * 0.095)])
    bars = stroke([seat, (seat[0] - r * 0.1, seat[1] - r * 0.26)], r * 0.07)
    bars += stroke([crank, (crank[0] + r * 0.26, crank[1] + r * 0.3)], r * 0.07)
    grip = (head[0] + r * 0.28, head[1] - r * 0.45)
    bars += stroke(curve([stem, grip, (head[0] - r * 0.12, head[1] - r * 0.52)]), r * 0.08)
    bars.append(disc(*crank, r * 0.17))
    bars.append(rounded(seat[0] - r * 0.42, seat[1] - r * 0.36, r * 0.56, r * 0.13, r * 0.06))
    c.fill(c.p.ink, *bars)
    _shopping(c, head[0] + r * 0.12, head[1] - r * 0.32, r)


def _spoked_wheels(c: Canvas, hubs: tuple[Point, ...], r: float) -> None:
    rims: list[Outline] = []
    spokes: list[Outline] = []
    for cx, cy in hubs:
        rims += stroke(disc(cx, cy, r * 0.96), r * 0.075)
        for k in range(9):
            a = k * math.tau / 9
            spokes += stroke([(cx, cy), (cx + math.cos(a) * r, cy + math.sin(a) * r)], 2.5)
    c.ink(c.cut(*spokes), c.p.ink, 0.6)
    c.fill(c.p.ink, *rims)


def _shopping(c: Canvas, x: float, y: float, r: float) -> None:
    greens = [disc(x + r * (0.16 + k * 0.18), y - r * 0.1, r * 0.15) for k in range(3)]
    c.fill(c.p.meadow(0.75), *greens, shade="bottom")
    wicker = mix(c.p.second, c.p.ink, 0.2)
    c.fill(wicker, rounded(x, y, r * 0.7, r * 0.5, r * 0.08), shade="bottom", amount=0.8)
