"""The ground on a match day."""

from blattwerk.sample.pictures.canvas import Canvas
from blattwerk.sample.pictures.geometry import (
    Outline,
    curve,
    disc,
    rect,
    rounded,
    stroke,
)
from blattwerk.sample.pictures.nature import peaks, sky
from blattwerk.sample.pictures.palettes import Colour, mix
from blattwerk.sample.pictures.people import WALK, crowd, figure


def stadium(c: Canvas) -> None:
    sky(c, 520, clouds=c.rng.random() < 0.6)
    peaks(c, 500, [(200, 270, 380), (1200, 230, 440)], 0.14)
    c.mist(300, 520, 0.6)
    stand = mix(c.p.near, c.p.ink, 0.2)
    c.fill(
        stand,
        [*curve([(-30, 420), (400, 470), (1100, 470), (1530, 420)]), (1530, 720), (-30, 720)],
        shade="bottom",
    )
    _spectators(c)
    roof = curve([(-30, 330), (400, 400), (1100, 400), (1530, 330)])
    c.fill(
        mix(c.p.accent, c.p.ink, 0.15),
        [*roof, *[(x, y + 46) for x, y in reversed(roof)]],
        shade="bottom",
    )
    for x in (420, 1080):
        _floodlight(c, x, 460, 270, 0.6)
    for x in (150, 1350):
        _floodlight(c, x, 480, 350, 1)
    _pitch(c)
    for k in range(9):
        px, foot = c.rng.uniform(150, 1350), c.rng.uniform(760, 900)
        shirt = (c.p.accent, c.p.paper)[k % 2]
        figure(c, px, foot, 40 + (foot - 700) * 0.3, WALK, shirt, flip=k % 3 == 0)
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


def _floodlight(c: Canvas, x: float, base: float, h: float, s: float) -> None:
    steel, top = c.p.depth(0.8), base - h
    for side in (-s, s):
        c.fill(steel, *stroke([(x + side * 14, base), (x + side * 5, top)], 7 * s))
    c.fill(steel, rounded(x - 70 * s, top - 40 * s, 140 * s, 80 * s, 8))
    if c.p.mood != "day":
        c.glow(x, top, 330 * s, c.p.lamp, 0.75)
    bulbs = [
        disc(x + (k % 4 * 32 - 48) * s, top + (k // 4 * 36 - 18) * s, 12 * s) for k in range(8)
    ]
    c.fill(mix(c.p.lamp, c.p.paper, 0.5), *bulbs)
