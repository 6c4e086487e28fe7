"""Public buildings from outside: what a town shares."""

import math

from blattwerk.sample.pictures.buildings import (
    colonnade,
    flag,
    lamp_post,
    windows,
)
from blattwerk.sample.pictures.canvas import Canvas
from blattwerk.sample.pictures.geometry import (
    arc,
    curve,
    disc,
    rect,
    rounded,
    stroke,
)
from blattwerk.sample.pictures.nature import hills, poplar, sky, tree
from blattwerk.sample.pictures.palettes import mix
from blattwerk.sample.pictures.people import STAND, WALK, figure
from blattwerk.sample.pictures.town import pavement
from blattwerk.sample.pictures.trucks import ambulance
from blattwerk.sample.pictures.vehicles import glass


def hospital(c: Canvas) -> None:
    sky(c, 600)
    hills(c, 560, 50, 0.14)
    c.mist(430, 660, 0.6)
    for x, h in ((60, 300), (170, 240), (1400, 320)):
        tree(c, x, 740, h)
    wall, top = c.p.wall(c.rng.choice((0, 1))), c.rng.uniform(300, 440)
    c.fill(c.p.wall(2), rect(880, top, 420, 740 - top), shade="right", amount=0.5)
    windows(c, (900, top + 20, 380, 600 - top), (6, round((640 - top) / 66)), fill=(0.6, 0.6))
    c.fill(wall, rect(300, 210, 590, 530), shade="right", amount=0.35)
    windows(c, (330, 235, 420, 400), (6, 6), fill=(0.66, 0.55))
    c.fill(mix(c.p.accent, wall, 0.1), rect(780, 210, 60, 530), shade="bottom", amount=0.5)
    _bed_sign(c, 590, 168)
    c.fill(mix(glass(c), c.p.paper, 0.25), rect(420, 640, 300, 100), shade="top", amount=0.4)
    c.fill(c.p.near, rect(380, 622, 390, 24), shade="bottom")
    pavement(c, 738)
    figure(c, 480, 780, 120, WALK, c.p.accent)
    figure(c, c.rng.uniform(560, 660), 790, 124, STAND, c.p.paper)
    ambulance(c, c.rng.uniform(1000, 1110), 890, 420)
    lamp_post(c, 190, 880, 330, arm=70)


def _bed_sign(c: Canvas, x: float, y: float) -> None:
    """A quiet bed on the roof instead of a cross."""
    c.fill(c.p.ink, rect(x - 90, y + 30, 8, 24), rect(x + 82, y + 30, 8, 24))
    c.fill(c.p.near, rounded(x - 110, y - 70, 220, 110, 14), shade="bottom")
    bed = stroke([(x - 72, y - 44), (x - 72, y + 20)], 10) + stroke(
        [(x + 72, y - 8), (x + 72, y + 20)], 10
    )
    c.fill(
        c.p.paper,
        *bed,
        rect(x - 72, y - 4, 146, 14),
        disc(x - 44, y - 20, 14),
        rounded(x - 26, y - 26, 96, 22, 10),
    )


def school(c: Canvas) -> None:
    sky(c, 600)
    hills(c, 560, 45, 0.14)
    c.mist(430, 660, 0.6)
    left = c.rng.uniform(230, 330)
    c.fill(c.p.wall(1), rect(left, 380, 900, 340), shade="right", amount=0.35)
    roof = c.p.roof(0)
    c.fill(
        roof,
        [(left - 30, 384), (left + 40, 290), (left + 860, 290), (left + 930, 384)],
        shade="right",
        amount=0.5,
    )
    windows(c, (left + 20, 400, 330, 290), (4, 2), fill=(0.6, 0.66))
    windows(c, (left + 550, 400, 330, 290), (4, 2), fill=(0.6, 0.66))
    _clock_gable(c, left + 450)
    tree(c, left - 110, 760, 360)
    tree(c, left + 1020, 750, 300)
    pavement(c, 718)
    flag(c, left + 800, 790, 400, c.p.accent)
    for k in range(5):
        x, y = 300 + k * 200 + c.rng.uniform(-60, 60), c.rng.uniform(800, 930)
        _pupil(c, x, y, 120 + (y - 800) * 0.5, k % 2 == 0)


def _clock_gable(c: Canvas, x: float) -> None:
    c.fill(
        c.p.wall(0),
        [(x - 110, 720), (x - 110, 320), (x, 200), (x + 110, 320), (x + 110, 720)],
        shade="right",
        amount=0.4,
    )
    c.fill(c.p.roof(0), *stroke([(x - 124, 330), (x, 200), (x + 124, 330)], 20))
    clock(c, x, 345, 44)
    c.fill(
        mix(c.p.near, c.p.ink, 0.2), [*arc(x, 610, 52, 52, 180, 360), (x + 52, 720), (x - 52, 720)]
    )
    windows(c, (x - 80, 420, 160, 110), (2, 1), fill=(0.66, 0.8))
    c.fill(c.p.wall(2), rect(x - 90, 712, 180, 12), rect(x - 110, 722, 220, 12))


def clock(c: Canvas, x: float, y: float, r: float) -> None:
    c.fill(c.p.ink, disc(x, y, r))
    c.fill(c.p.paper, disc(x, y, r * 0.86))
    ticks = [
        disc(
            x + math.cos(k * math.pi / 6) * r * 0.7,
            y + math.sin(k * math.pi / 6) * r * 0.7,
            r * 0.045,
        )
        for k in range(12)
    ]
    minute, hour = c.rng.uniform(0, math.tau), c.rng.uniform(0, math.tau)
    hands = stroke(
        [(x, y), (x + math.cos(minute) * r * 0.62, y + math.sin(minute) * r * 0.62)], r * 0.09
    )
    hands += stroke(
        [(x, y), (x + math.cos(hour) * r * 0.42, y + math.sin(hour) * r * 0.42)], r * 0.12
    )
    c.fill(c.p.ink, *ticks, *hands)


def _pupil(c: Canvas, x: float, y: float, h: float, flip: bool) -> None:
    figure(c, x, y, h, WALK, flip=flip)
    side = 1 if flip else -1
    bag = rounded(x + side * h * 0.09 - h * 0.075, y - h * 0.82, h * 0.15, h * 0.25, h * 0.05)
    c.fill(c.rng.choice((c.p.second, c.p.accent, c.p.mid)), bag, shade="bottom")


def court(c: Canvas) -> None:
    sky(c, 640, clouds=c.rng.random() < 0.5)
    for x in (40, 150, 1360, 1460):
        poplar(c, x, 800, c.rng.uniform(330, 420))
    c.mist(420, 800, 0.35)
    left = c.rng.uniform(220, 300)
    colonnade(c, left, 820, 1000, 440, columns=6)
    pavement(c, 818)
    _scales(c, left + 500, 557, 1.15)
    figure(c, left + 330, 850, 120, WALK, c.p.accent)
    figure(c, left + 740, 870, 130, STAND, c.p.near)
    figure(c, left + 790, 872, 126, STAND, c.p.paper, flip=True)
    lamp_post(c, left - 90, 930, 330)
    lamp_post(c, left + 1110, 930, 330)


def _scales(c: Canvas, x: float, y: float, s: float) -> None:
    """Scales on the pediment, a little out of true."""
    tip = c.rng.choice((-16, 16))
    ink = mix(c.p.ink, c.p.near, 0.2)
    c.fill(
        ink,
        *stroke([(x, y - 150 * s), (x, y - 300 * s)], 14 * s, 10 * s),
        disc(x, y - 308 * s, 14 * s),
    )
    beam = [(x - 170 * s, y - 282 * s + tip), (x, y - 290 * s), (x + 170 * s, y - 282 * s - tip)]
    c.fill(ink, *stroke(curve(beam), 10 * s))
    for bx, by in (beam[0], beam[2]):
        strings = stroke(
            [(bx - 56 * s, by + 108 * s), (bx, by), (bx + 56 * s, by + 108 * s)], 3.5 * s
        )
        c.fill(ink, *strings)
        c.fill(
            c.p.second, arc(bx, by + 106 * s, 70 * s, 38 * s, 0, 180), shade="bottom", amount=0.7
        )
    c.fill(ink, rect(x - 40 * s, y - 160 * s, 80 * s, 16 * s))
