"""Running, kicking, skiing."""

import math

from blattwerk.sample.pictures.canvas import Canvas
from blattwerk.sample.pictures.geometry import Outline, curve, disc, rect, stroke
from blattwerk.sample.pictures.nature import (
    birds,
    hills,
    land,
    level,
    peaks,
    pines,
    rolling,
    sky,
    snowcap,
    tree,
    tufts,
)
from blattwerk.sample.pictures.palettes import mix
from blattwerk.sample.pictures.people import DIVE, KICK, RAISED, RUN, SIT, SKI, figure


def runner(c: Canvas) -> None:
    at = sky(c, 640, sun=(c.rng.uniform(850, 1150), c.rng.uniform(330, 470)))
    peaks(c, 660, [(180, 360, 420), (700, 300, 400), (1330, 380, 380)], 0.14)
    c.mist(430, 680, 0.7)
    line = hills(c, 660, 22, 0.35, green=True)
    for x in (c.rng.uniform(80, 260), c.rng.uniform(1250, 1420)):
        tree(c, x, level(line, x) + 24, c.rng.uniform(230, 330))
    land(c, rolling(c, 770, 12, 0.7), c.p.meadow(0.6))
    path = curve([(-20, 870), (500, 840), (1000, 846), (1530, 880)])
    c.fill(
        c.p.own(mix(c.p.second, c.p.paper, 0.4)),
        [*path, *[(px, py + 84) for px, py in reversed(path)]],
        shade="bottom",
    )
    x = c.rng.uniform(600, 760)
    c.ink(c.cut([(x - 20, 905), (x - 620, 960), (x - 640, 986), (x + 40, 915)]), c.p.ink, 0.22)
    figure(c, x, 910, 470, RUN, c.p.accent)
    if c.rng.random() < 0.6:
        figure(c, x - 330, 880, 330, RUN, c.p.near)
    tufts(c, 950, 1010, 60, c.p.meadow(0.95))
    birds(c, at[0] - 300, at[1] - 60)


def football(c: Canvas) -> None:
    sky(c, 600)
    hills(c, 560, 50, 0.16)
    for k in range(9):
        tree(c, k * 185 + c.rng.uniform(-40, 40), 650, c.rng.uniform(130, 200), c.p.depth(0.4))
    c.mist(430, 660, 0.6)
    grass = mix(c.p.meadow(0.6), c.p.leaf, 0.4)
    c.fill(grass, rect(-20, 645, 1540, 380), shade="bottom", amount=0.5)
    lines = stroke([(-20, 690), (1520, 690)], 5) + stroke([(420, 1020), (700, 690)], 9, 5)
    c.ink(c.cut(*lines), c.p.paper, 0.8)
    _goal(c, 800, 735, 600)
    flying = c.rng.uniform(-40, 40)
    figure(c, 1030 + flying, 640, 270, DIVE, c.p.second, shadow=False)
    _ball(c, 1240 + flying, 560, 30)
    x = c.rng.uniform(260, 400)
    figure(c, x, 930, 500, c.rng.choice((KICK, RAISED)), c.p.accent, legs=c.p.paper)
    figure(c, x + 290, 780, 260, RUN, c.p.near, legs=c.p.paper)
    tufts(c, 900, 1010, 60, c.p.meadow(0.95))


def _goal(c: Canvas, x: float, y: float, w: float) -> None:
    """A goal ``w`` wide whose left post stands at ``x``."""
    h = w * 0.5
    net: list[Outline] = []
    for k in range(1, 20):
        net += stroke([(x + k * w / 20, y - h), (x + k * w / 20, y)], 2)
    for k in range(1, 10):
        net += stroke([(x, y - k * h / 10), (x + w, y - k * h / 10)], 2)
    c.ink(c.cut(*net), c.p.paper, 0.45)
    c.fill(c.p.paper, *stroke([(x, y), (x, y - h), (x + w, y - h), (x + w, y)], 14))


def _ball(c: Canvas, x: float, y: float, r: float) -> None:
    c.ground_shadow(x, 745, r, r * 0.2, 0.4)
    ball = c.fill(c.p.paper, disc(x, y, r))
    patches = [
        [
            (x + px + math.cos(a) * r * 0.34, y + py + math.sin(a) * r * 0.34)
            for a in (k * math.tau / 5 - 1.57 for k in range(5))
        ]
        for px, py in (
            (0, 0),
            (r * 0.85, -r * 0.4),
            (-r * 0.8, -r * 0.5),
            (r * 0.5, r * 0.8),
            (-r * 0.55, r * 0.75),
        )
    ]
    c.ink(c.within(c.cut(*patches), ball), c.p.ink)
    c.grain(ball, c.p.ink, "bottom", 0.6)


def ski(c: Canvas) -> None:
    sky(c, 560)
    x = c.rng.uniform(850, 1150)
    peaks(c, 700, [(200, 330, 380), (x, 170, 470), (1480, 330, 300)], 0.16)
    snowcap(c, x, 170, 142, 160)
    snowcap(c, 200, 330, 124, 120)
    c.mist(430, 700, 0.7)
    snow = mix(c.p.paper, c.p.mid, 0.4 if c.p.dark else 0.06)
    back = curve([(-20, 560), (400, 640), (900, 700), (1520, 730)])
    land(c, back, mix(snow, c.p.haze, 0.45))
    pines(c, back, (60, 620), 14, 130, 0.7)
    _chairlift(c)
    slope = curve([(-20, 640), (420, 740), (900, 850), (1520, 910)])
    land(c, slope, snow, 0.4)
    for shift in (0, 16):
        track = curve(
            [
                (60, 680 + shift),
                (210, 760 + shift),
                (130, 850 + shift),
                (420, 880 + shift),
                (690, 838 + shift),
            ]
        )
        c.ink(c.cut(*stroke(track, 4, 8)), c.p.mid, 0.7)
    _skier(c, c.rng.uniform(690, 760), 850)
    pines(c, [(-20, 980), (1520, 1010)], (1180, 1480), 5, 330, 0.92)


def _skier(c: Canvas, x: float, y: float) -> None:
    spray = [
        disc(x - 70 - c.rng.uniform(0, 130), y + 40 - c.rng.uniform(0, 70), c.rng.uniform(3, 12))
        for _ in range(36)
    ]
    c.fill(c.p.paper, *spray)
    for dy in (0, 16):
        c.fill(
            c.p.ink,
            *stroke(
                curve([(x - 110, y + dy - 14), (x + 90, y + 26 + dy), (x + 170, y + 30 + dy)]), 9, 7
            ),
        )
    hand = figure(c, x, y + 14, 300, SKI, c.p.accent, shadow=False, legs=c.p.near)
    c.fill(c.p.ink, *stroke([hand, (hand[0] - 170, hand[1] + 60)], 6, 4))


def _chairlift(c: Canvas) -> None:
    c.ink(
        c.cut(*stroke(curve([(-20, 470), (500, 420), (1000, 310), (1520, 130)]), 4)), c.p.ink, 0.8
    )
    for x, y, low in ((300, 445, 640), (1060, 295, 740)):
        c.fill(c.p.depth(0.75), *stroke([(x, low), (x, y)], 14, 9), rect(x - 34, y - 3, 68, 8))
    for x, y in ((110, 464), (560, 412), (800, 362)):
        c.fill(
            c.p.ink,
            *stroke(curve([(x, y), (x + 14, y + 30), (x + 4, y + 66)]), 4),
            *stroke([(x - 30, y + 66), (x + 34, y + 66)], 6),
        )
        figure(c, x, y + 96, 84, SIT, shadow=False)
