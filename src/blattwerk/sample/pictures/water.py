"""Rivers, lakes and the sea."""

import math

from blattwerk.sample.pictures.buildings import house, street_row, village
from blattwerk.sample.pictures.canvas import Canvas
from blattwerk.sample.pictures.geometry import (
    Outline,
    along,
    arc,
    curve,
    disc,
    rect,
    stroke,
)
from blattwerk.sample.pictures.nature import (
    birds,
    hills,
    land,
    lens,
    level,
    peaks,
    pines,
    poplar,
    ripples,
    rolling,
    sky,
    snowcap,
    tree,
    tufts,
    water,
)
from blattwerk.sample.pictures.palettes import mix
from blattwerk.sample.pictures.people import SIT, STAND, WALK, figure
from blattwerk.sample.pictures.vehicles import rowing_boat, sailing_boat


def mirror(c: Canvas, y: float, depth: float, alpha: float = 0.45) -> None:
    """Still water from ``y`` down that shows what stands above it."""
    water(c, y)
    c.reflect(y, depth, mix(c.p.mid, c.p.near, 0.35), alpha)
    c.mist(y + depth * 0.5, y + depth, 0.35, c.p.near)
    ripples(c, y + 12, 1000, 46)


def bridge(c: Canvas) -> None:
    at = sky(c, 620)
    hills(c, 560, 60, 0.14)
    c.mist(420, 620, 0.6)
    street_row(c, 640, left=-40, right=430, height=150, narrow=95)
    street_row(c, 640, left=1130, right=1540, height=130, narrow=100)
    tree(c, 500, 650, 170)
    tree(c, 1090, 650, 200)
    _stone_bridge(c, 440, 690)
    mirror(c, 690, 310)
    c.glow(at[0], 720, 260, c.p.sun, 0.25)
    rowing_boat(c, c.rng.uniform(560, 940), 880, 200, rower=True)
    birds(c, c.rng.uniform(500, 900), 240)


def _stone_bridge(c: Canvas, top: float, waterline: float) -> None:
    stone = mix(c.p.wall(1), c.p.second, 0.12)
    deck = curve([(-30, top + 60), (350, top + 22), (750, top), (1150, top + 22), (1530, top + 60)])
    body = c.cut([*deck, (1530, waterline + 2), (-30, waterline + 2)])
    spans = [
        arc(x, waterline + 2, 158, h, 180, 360)
        for x, h in ((30, 130), (390, 165), (750, 185), (1110, 165), (1470, 130))
    ]
    wall = c.without(body, c.cut(*spans))
    c.ink(wall, stone)
    c.grain(wall, mix(stone, c.p.ink, 0.5), "bottom", 0.7)
    rims = [s for span in spans for s in stroke(span, 11)]
    c.ink(c.within(c.cut(*rims), body), mix(stone, c.p.ink, 0.35), 0.8)
    for x in (210, 570, 930, 1290):
        pier = [
            (x - 24, waterline + 2),
            (x - 20, waterline - 70),
            (x, waterline - 92),
            (x + 20, waterline - 70),
            (x + 24, waterline + 2),
        ]
        c.fill(mix(stone, c.p.ink, 0.12), pier, shade="right", amount=0.8)
    c.fill(mix(stone, c.p.paper, 0.25), *stroke([(x, y - 3) for x, y in deck], 13))
    for x in (330, 750, 1170):
        _bridge_lamp(c, x, level(deck, x))
    figure(c, c.rng.uniform(500, 640), top + 4, 72, WALK, c.p.accent, shadow=False)
    figure(c, c.rng.uniform(880, 960), top + 6, 70, STAND, shadow=False)


def _bridge_lamp(c: Canvas, x: float, y: float) -> None:
    c.fill(c.p.ink, *stroke([(x, y), (x, y - 92)], 6, 4))
    if c.p.mood != "day":
        c.glow(x, y - 98, 80, c.p.lamp, 0.7)
    c.fill(c.p.lamp, disc(x, y - 98, 9))


def river(c: Canvas) -> None:
    sky(c, 520)
    peaks(c, 560, [(240, 260, 420), (760, 330, 400), (1280, 220, 440)], 0.14)
    c.mist(360, 580, 0.8)
    hills(c, 540, 35, 0.35)
    land(c, rolling(c, 575, 14, 1), c.p.meadow(0.3))
    bank = [(900, 590), (1010, 640), (720, 690), (560, 740), (960, 830), (860, 1020)]
    far = [(915, 590), (1080, 640), (900, 690), (860, 740), (1440, 840), (1620, 1020)]
    stream = c.cut([*curve(bank), *reversed(curve(far))])
    c.ink(
        c.cut([(x - 14, y - 6) for x, y in [*curve(bank), *reversed(curve(far))]]),
        c.p.meadow(0.9),
        0.6,
    )
    c.grade(stream, c.p.sky_low, mix(c.p.mid, c.p.near, 0.3))
    glints = [
        lens(c.rng.uniform(600, 1400), y, 50 + (y - 600) * 0.2, 2 + (y - 600) / 130)
        for y in range(620, 1000, 14)
    ]
    c.ink(c.within(c.cut(*glints), stream), c.p.paper, 0.55)
    village(c, 420, 640, 0.75)
    for x, y, h in ((1130, 670, 130), (1190, 680, 160), (1260, 690, 150), (1330, 700, 190)):
        poplar(c, x, y, h)
    for x, y, h in ((180, 780, 190), (300, 810, 230), (560, 930, 330)):
        tree(c, x + c.rng.uniform(-50, 30), y, h)
    tufts(c, 700, 1000, 30, c.p.meadow(0.95))
    birds(c, 820, 300)


def flood(c: Canvas) -> None:
    sky(c, 560)
    hills(c, 520, 60, 0.16)
    c.mist(400, 600, 0.7)
    for x, base, w, h in ((60, 610, 170, 60), (300, 640, 210, 60), (1180, 620, 200, 70)):
        house(c, x + c.rng.uniform(-30, 30), base, (w, h), grid=(3, 1))
    house(c, 640, 680, (300, 110), tint=0, grid=(4, 1))
    for x, h in ((560, 190), (1080, 230), (1420, 260)):
        tree(c, x, 700, h)
    mirror(c, 680, 250, 0.55)
    _flood_sign(c, c.rng.uniform(240, 330), 770)
    boat = c.rng.uniform(760, 960)
    rowing_boat(c, boat, 850, 330, passengers=2)
    planks = [rect(x, y, w, 9) for x, y, w in ((380, 880, 120), (470, 905, 70), (1240, 790, 90))]
    c.fill(mix(c.p.second, c.p.ink, 0.5), *planks)
    c.mist(800, 1000, 0.25, c.p.near)


def _flood_sign(c: Canvas, x: float, y: float) -> None:
    c.fill(c.p.ink, rect(x - 6, y - 190, 12, 200))
    c.fill(c.p.paper, [(x - 74, y - 150), (x, y - 280), (x + 74, y - 150)])
    c.fill(
        c.p.accent,
        *stroke([(x - 70, y - 153), (x, y - 275), (x + 70, y - 153), (x - 70, y - 153)], 14),
    )
    for k in range(2):
        wave = [(x - 34 + i * 4, y - 176 - k * 20 + 5 * math.sin(i * 0.9)) for i in range(18)]
        c.fill(c.p.ink, *stroke(wave, 7))


def lake(c: Canvas) -> None:
    at = sky(c, 560)
    peaks(c, 600, [(130, 330, 380), (1420, 280, 420)], 0.14)
    x = c.rng.uniform(600, 900)
    peaks(c, 600, [(x, 190, 500)], 0.3)
    snowcap(c, x, 190, 122, 100)
    c.mist(430, 600, 0.7)
    shore = rolling(c, 570, 16, 1)
    pines(c, [(-20, 598), (1520, 598)], (0, 480), 16, 90, 0.6)
    pines(c, [(-20, 598), (1520, 598)], (1080, 1500), 14, 110, 0.66)
    c.fill(c.p.depth(0.62), [*shore[:20], (480, 604), (-20, 604)])
    mirror(c, 600, 400, 0.4)
    c.glow(at[0], 680, 200, c.p.sun, 0.3)
    rowing_boat(c, c.rng.uniform(850, 1150), 760, 180, rower=True)
    _jetty(c)
    figure(c, 512, 856, 190, SIT, c.p.accent, shadow=False)


def _jetty(c: Canvas) -> None:
    wood = mix(c.p.second, c.p.ink, 0.55)
    c.fill(
        mix(wood, c.p.ink, 0.5),
        *[
            rect(x, y, 16, 130)
            for x, y in ((120, 880), (300, 845), (470, 815), (40, 960), (380, 960))
        ],
    )
    deck = [(-20, 870), (520, 800), (560, 828), (-20, 980)]
    c.fill(wood, deck, shade="bottom", amount=0.6)
    seams: list[Outline] = []
    for i in range(1, 14):
        seams += stroke(
            [along((-20, 870), (520, 800), i / 14), along((-20, 980), (560, 828), i / 14)], 3
        )
    c.ink(c.cut(*seams), c.p.ink, 0.55)


def coast(c: Canvas) -> None:
    at = sky(c, 560, sun=(c.rng.uniform(250, 650), c.rng.uniform(220, 380)))
    water(c, 560, sun=at)
    ripples(c, 580, 980, 60)
    c.fill(c.p.depth(0.25), curve([(560, 563), (700, 520), (860, 500), (1100, 540), (1250, 563)]))
    sailing_boat(c, c.rng.uniform(380, 560), 650, 150, c.p.paper)
    sailing_boat(c, c.rng.uniform(120, 260), 600, 80, c.p.accent)
    cliff = curve(
        [(690, 1010), (790, 880), (850, 740), (930, 610), (1080, 560), (1300, 545), (1530, 520)]
    )
    c.fill(c.p.depth(0.62), [*cliff, (1530, 1020)], shade="left", amount=0.7)
    turf = curve([(915, 630), (1080, 575), (1300, 560), (1530, 535)])
    c.fill(
        c.p.meadow(0.6),
        [*curve([(900, 650), (940, 600), (1080, 550), (1300, 535), (1530, 510)]), *reversed(turf)],
    )
    _lighthouse(c, c.rng.uniform(1120, 1220), 560, 380)
    foam = [
        lens(700 + c.rng.uniform(-60, 70), y, c.rng.uniform(60, 130), 7)
        for y in range(890, 1000, 22)
    ]
    c.ink(c.cut(*foam), c.p.paper, 0.75)
    birds(c, 800, 330, 7)


def _lighthouse(c: Canvas, x: float, base: float, h: float) -> None:
    house(c, x + 30, base, (120, 50), tint=0, grid=(2, 1), gable=False)
    body = c.cut(
        [
            (x - h * 0.1, base),
            (x - h * 0.06, base - h * 0.8),
            (x + h * 0.06, base - h * 0.8),
            (x + h * 0.1, base),
        ]
    )
    white = c.p.wall(0)
    c.ink(body, white)
    bands = c.cut(*[rect(x - h, base - h * f, 2 * h, h * 0.14) for f in (0.22, 0.5, 0.78)])
    c.ink(c.within(bands, body), c.p.roof(0))
    c.grain(body, c.p.ink, "right", 0.45)
    if c.p.mood != "day":
        c.ink(
            c.cut([(x, base - h * 0.87), (x - 1500, base - h * 1.25), (x - 1500, base - h * 0.7)]),
            c.p.lamp,
            0.22,
        )
        c.glow(x, base - h * 0.87, h * 0.5, c.p.lamp, 0.7)
    c.fill(c.p.ink, rect(x - h * 0.085, base - h * 0.82, h * 0.17, h * 0.025))
    c.fill(c.p.lamp, rect(x - h * 0.045, base - h * 0.91, h * 0.09, h * 0.09))
    c.fill(
        c.p.roof(0),
        [(x - h * 0.065, base - h * 0.91), (x, base - h), (x + h * 0.065, base - h * 0.91)],
    )
