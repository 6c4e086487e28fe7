"""Public buildings from outside: what a town shares."""

import math

from blattwerk.sample.pictures.buildings import (
    bench,
    colonnade,
    flag,
    lamp_post,
    street_row,
    windows,
)
from blattwerk.sample.pictures.canvas import Canvas
from blattwerk.sample.pictures.geometry import (
    Outline,
    Point,
    arc,
    curve,
    disc,
    rect,
    rounded,
    stroke,
)
from blattwerk.sample.pictures.nature import hills, land, peaks, poplar, sky, tree
from blattwerk.sample.pictures.palettes import Colour, mix
from blattwerk.sample.pictures.people import STAND, WALK, crowd, figure
from blattwerk.sample.pictures.town import pavement
from blattwerk.sample.pictures.vehicles import ambulance, glass


def hospital(c: Canvas) -> None:
    sky(c, 600)
    hills(c, 560, 50, 0.14)
    c.mist(430, 660, 0.6)
    for x, h in ((60, 300), (170, 240), (1400, 320)):
        tree(c, x, 740, h)
    wall = c.p.wall(0)
    c.fill(c.p.wall(2), rect(880, 300, 420, 440), shade="right", amount=0.5)
    windows(c, (900, 320, 380, 330), (6, 5), fill=(0.6, 0.6))
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
    colonnade(c, left, 800, 1000, 560, columns=6)
    pavement(c, 798)
    _scales(c, left + 500, 322, 1.0)
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


def stadium(c: Canvas) -> None:
    sky(c, 520, clouds=c.rng.random() < 0.6)
    peaks(c, 500, [(200, 270, 380), (1200, 230, 440)], 0.14)
    c.mist(300, 520, 0.6)
    stand = mix(c.p.near, c.p.ink, 0.2)
    c.fill(
        stand,
        curve([(-30, 420), (400, 470), (1100, 470), (1530, 420)]) + [(1530, 720), (-30, 720)],
        shade="bottom",
    )
    _spectators(c)
    roof = curve([(-30, 330), (400, 400), (1100, 400), (1530, 330)])
    c.fill(
        mix(c.p.accent, c.p.ink, 0.15),
        [*roof, *[(x, y + 46) for x, y in reversed(roof)]],
        shade="bottom",
    )
    for x in (120, 1380):
        _floodlight(c, x, 480, 400)
    _pitch(c)
    for k in range(9):
        x, y = c.rng.uniform(150, 1350), c.rng.uniform(760, 900)
        figure(c, x, y, 40 + (y - 700) * 0.3, WALK, (c.p.accent, c.p.paper)[k % 2], flip=k % 3 == 0)
    c.fill(c.p.paper, disc(c.rng.uniform(600, 900), 880, 8))
    crowd(c, 985, 150, 14)


def _spectators(c: Canvas) -> None:
    inks: tuple[Colour, ...] = (c.p.accent, c.p.paper, c.p.second, c.p.mid, c.p.haze)
    for ink in inks:
        dots: list[Outline] = []
        for _ in range(150):
            x, row = c.rng.uniform(-20, 1520), c.rng.randrange(9)
            dots.append(disc(x, 500 + row * 21 - ((x - 750) / 750) ** 2 * 42, 6, 7))
        c.ink(c.cut(*dots), mix(ink, c.p.near, 0.35), 0.9)


def _pitch(c: Canvas) -> None:
    grass = mix(c.p.meadow(0.6), c.p.leaf, 0.4)
    c.fill(grass, rect(-20, 700, 1540, 330), shade="bottom", amount=0.4)
    strips = [
        [(x * 0.7 + 225, 700), (x * 0.7 + 330, 700), (x * 1.6 - 200, 1020), (x * 1.6 - 440, 1020)]
        for x in range(-600, 2200, 300)
    ]
    c.ink(c.cut(*strips), mix(grass, c.p.paper, 0.3), 0.35)
    lines = (
        stroke([(-20, 722), (1520, 722)], 4)
        + stroke([(750, 722), (750, 1020)], 6)
        + stroke(disc(750, 850, 230, 62), 5)
    )
    c.ink(c.cut(*lines), c.p.paper, 0.85)
    c.fill(c.p.paper, *[rect(x, 640, 5, 86) for x in (60, 160)], rect(60, 640, 105, 5))


def _floodlight(c: Canvas, x: float, base: float, h: float) -> None:
    steel = c.p.depth(0.8)
    c.fill(
        steel,
        *stroke([(x - 14, base), (x - 5, base - h)], 7),
        *stroke([(x + 14, base), (x + 5, base - h)], 7),
    )
    c.fill(steel, rounded(x - 70, base - h - 40, 140, 80, 8))
    if c.p.mood != "day":
        c.glow(x, base - h, 330, c.p.lamp, 0.75)
    lamps = [disc(x - 48 + k % 4 * 32, base - h - 18 + k // 4 * 36, 12) for k in range(8)]
    c.fill(mix(c.p.lamp, c.p.paper, 0.5), *lamps)
