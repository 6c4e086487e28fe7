"""Bread, cheese and water."""

import math

from blattwerk.sample.pictures.canvas import Canvas
from blattwerk.sample.pictures.geometry import (
    Outline,
    Point,
    arc,
    curve,
    disc,
    place,
    rect,
    rounded,
    stroke,
    turn,
)
from blattwerk.sample.pictures.halls import hall_tone
from blattwerk.sample.pictures.palettes import Colour, mix
from blattwerk.sample.pictures.table import tabletop


def cheese(c: Canvas) -> None:
    tabletop(c)
    _ripening(c)
    rind, paste = (
        c.p.own(mix(c.p.second, c.p.accent, 0.25), 0.3),
        c.p.own(mix(c.p.second, c.p.paper, 0.5), 0.3),
    )
    x, y = c.rng.uniform(560, 640), 730.0
    for k in (0, 1):
        if k and c.rng.random() < 0.4:
            break
        _wheel(c, x - 30 * k, y - 190 * k, rind, paste)
    _wedge(c, x + 330, 880, rind, paste)
    c.ground_shadow(330, 890, 160, 16, 0.35)
    c.fill(
        mix(c.p.paper, c.p.mid, 0.3),
        [(180, 880), (420, 850), (440, 858), (200, 896)],
        shade="bottom",
    )
    c.fill(mix(c.p.second, c.p.ink, 0.55), *stroke([(430, 853), (540, 838)], 26))
    grapes = [
        disc(1240 + dx * 44 + (dy % 2) * 22, 850 - dy * 38, 27)
        for dy in range(4)
        for dx in range(-2, 3 - dy)
    ]
    c.ground_shadow(1240, 882, 140, 14, 0.4)
    c.fill(c.p.own(mix(c.p.near, c.p.accent, 0.35), 0.2), *grapes, shade="bottom", amount=0.8)


def _ripening(c: Canvas) -> None:
    """Shelves of wheels in the dim back of the cellar."""
    board = mix(c.p.second, c.p.ink, 0.5)
    for y in (150, 330, 510):
        x = c.rng.uniform(-90, 0)
        while x < 1500:
            w = c.rng.uniform(180, 230)
            tint = c.p.own(
                mix(mix(c.p.second, c.p.accent, c.rng.uniform(0.1, 0.4)), c.p.mid, 0.3), 0.5
            )
            if c.rng.random() < 0.85:
                c.fill(tint, rounded(x, y - 88, w, 90, 30), shade="right", amount=0.6)
            x += w + 24
        c.fill(board, rect(-20, y, 1540, 22), shade="bottom")
    c.mist(-200, 720, 0.3, mix(c.p.near, c.p.ink, 0.3))


def _wheel(c: Canvas, x: float, y: float, rind: Colour, paste: Colour) -> None:
    c.ground_shadow(x, y + 62, 350, 34, 0.4)
    c.fill(
        rind,
        [*arc(x, y, 330, 74, 0, 180), *arc(x, y - 150, 330, 74, 180, 360)],
        shade="right",
        amount=0.7,
    )
    c.fill(mix(rind, c.p.paper, 0.3), disc(x, y - 150, 330, 74), shade="bottom", amount=0.3)
    cut = [(x, y - 150), (x + 120, y - 81), (x + 270, y - 108)]
    c.fill(mix(rind, c.p.ink, 0.35), [cut[0], cut[1], (x + 120, y + 70), (x, y + 6)])
    c.fill(paste, [cut[0], cut[2], (x + 270, y + 42), (x, y + 6)], shade="bottom", amount=0.3)
    c.fill(
        mix(paste, c.p.ink, 0.25),
        *[
            disc(x + dx, y + dy, r, r * 1.15)
            for dx, dy, r in (
                (60, -80, 16),
                (130, -30, 22),
                (190, -75, 13),
                (230, -10, 14),
                (80, -20, 10),
            )
        ],
    )


def _wedge(c: Canvas, x: float, y: float, rind: Colour, paste: Colour) -> None:
    c.ground_shadow(x + 90, y + 4, 210, 18, 0.4)
    c.fill(mix(paste, c.p.paper, 0.3), [(x - 110, y - 96), (x + 180, y - 176), (x + 270, y - 128)])
    c.fill(
        paste,
        [(x - 110, y - 96), (x + 270, y - 128), (x + 270, y - 6), (x - 110, y)],
        shade="right",
        amount=0.3,
    )
    c.fill(rind, [(x + 262, y - 132), (x + 284, y - 124), (x + 284, y - 8), (x + 262, y - 4)])
    c.fill(
        mix(paste, c.p.ink, 0.25),
        *[
            disc(x + dx, y + dy, r)
            for dx, dy, r in ((-30, -50, 14), (60, -70, 20), (130, -36, 13), (200, -80, 17))
        ],
    )


def bakery(c: Canvas) -> None:
    wall = mix(hall_tone(c, 0.5 if c.p.dark else 0.1), c.p.second, 0.25)
    c.fill(wall, rect(-20, -20, 1540, 1040), shade="top", amount=0.5)
    for y in (330, 560):
        c.ink(c.cut(rect(-20, y + 26, 1540, 30)), c.p.ink, 0.25)
        x = -60.0 + c.rng.uniform(0, 60)
        while x < 1500:
            x += _shelf_bread(c, x, y)
        c.fill(mix(c.p.second, c.p.ink, 0.5), rect(-20, y, 1540, 26), shade="bottom")
    for x in (400, 1080):
        c.fill(c.p.ink, rect(x - 2, -20, 4, 110))
        c.glow(x, 130, 260, c.p.lamp, 0.5)
        c.fill(
            c.p.accent, [(x - 24, 76), (x + 24, 76), (x + 74, 138), (x - 74, 138)], shade="right"
        )
    c.fill(c.p.own(mix(c.p.second, c.p.near, 0.3), 0.4), rect(-20, 770, 1540, 260), shade="bottom")
    _pretzel(c, c.rng.uniform(330, 420), 790, 135)
    _loaf(c, c.rng.uniform(820, 900), 830, 270)
    for k in range(5):
        _roll(c, 1180 + (k % 3) * 100 - (k // 3) * -50, 880 - (k // 3) * 64, 62)


def crust(c: Canvas, t: float = 0) -> Colour:
    return c.p.own(mix(mix(c.p.second, c.p.accent, 0.35 + t), c.p.ink, 0.18 + t), 0.3)


def _shelf_bread(c: Canvas, x: float, y: float) -> float:
    kind, tint = c.rng.randrange(3), crust(c, c.rng.uniform(0, 0.15))
    if kind == 0:
        c.fill(tint, arc(x + 90, y, 84, 92, 180, 360), shade="right", amount=0.7)
        slits = [
            s
            for k in (-1, 0, 1)
            for s in stroke([(x + 78 + k * 34, y - 54), (x + 100 + k * 34, y - 30)], 7)
        ]
        c.fill(mix(c.p.paper, tint, 0.3), *slits)
        return 190
    if kind == 1:
        for k in range(3):
            c.fill(
                tint,
                *stroke([(x + 24 + k * 36, y - 8), (x + 44 + k * 36, y - 165)], 34, 26),
                shade="right",
                amount=0.6,
            )
        return 160
    c.fill(tint, rounded(x + 10, y - 96, 170, 98, 40), shade="bottom", amount=0.6)
    return 195


def _pretzel(c: Canvas, x: float, y: float, r: float) -> None:
    loop: list[Point] = [
        (0.35, -0.2),
        (0.05, 0.3),
        (-0.45, 0.72),
        (-0.98, 0.3),
        (-0.85, -0.45),
        (-0.4, -0.62),
        (0, -0.1),
    ]
    loop += [
        (0, -0.1),
        (0.4, -0.62),
        (0.85, -0.45),
        (0.98, 0.3),
        (0.45, 0.72),
        (-0.05, 0.3),
        (-0.35, -0.2),
    ]
    rope = list(stroke(place(curve(loop), x, y, r), r * 0.25))
    c.shadow(c.cut(*rope), 6, 18, 14, 0.4)
    c.fill(crust(c, 0.1), *rope, shade="bottom", amount=0.7)
    salt = [
        turn(
            rect(
                x + c.rng.uniform(-0.8, 0.8) * r, y + 0.5 * r + c.rng.uniform(-0.05, 0.14) * r, 9, 7
            ),
            x,
            y,
            c.rng.uniform(-6, 6),
        )
        for _ in range(12)
    ]
    c.fill(c.p.paper, *salt)


def _loaf(c: Canvas, x: float, y: float, w: float) -> None:
    c.ground_shadow(x, y + 70, w * 1.02, 22, 0.45)
    body = curve(
        [
            (x - w, y + 40),
            (x - w * 0.8, y - 80),
            (x, y - 130),
            (x + w * 0.8, y - 80),
            (x + w, y + 40),
            (x + w * 0.8, y + 78),
            (x - w * 0.8, y + 78),
        ],
        closed=True,
    )
    loaf = c.fill(crust(c), body, shade="bottom", amount=0.8)
    for k in range(-2, 3):
        slash = curve(
            [
                (x + k * w * 0.33 - 46, y + 10),
                (x + k * w * 0.33 - 4, y - 60),
                (x + k * w * 0.33 + 64, y - 108),
            ]
        )
        c.ink(c.within(c.cut(*stroke(slash, 22, 10)), loaf), mix(c.p.paper, c.p.second, 0.3), 0.9)


def _roll(c: Canvas, x: float, y: float, r: float) -> None:
    c.ground_shadow(x, y + r * 0.6, r, 9, 0.4)
    c.fill(crust(c), disc(x, y, r, r * 0.7), shade="bottom", amount=0.8)
    star = [
        s
        for k in range(5)
        for s in stroke(
            curve(
                [
                    (x, y - r * 0.2),
                    (
                        x + math.cos(k * 1.26) * r * 0.35,
                        y - r * 0.1 + math.sin(k * 1.26) * r * 0.15,
                    ),
                    (
                        x + math.cos(k * 1.26 + 0.4) * r * 0.75,
                        y + math.sin(k * 1.26 + 0.4) * r * 0.45,
                    ),
                ]
            ),
            5,
        )
    ]
    c.fill(mix(c.p.paper, c.p.second, 0.4), *star)


def tap_water(c: Canvas) -> None:
    wall = mix(hall_tone(c, 0.6 if c.p.dark else 0.04), c.p.sky_low, 0.3)
    c.fill(wall, rect(-20, -20, 1540, 1040), shade="top", amount=0.4)
    tiles = [rect(-20, y, 1540, 5) for y in range(40, 760, 120)] + [
        rect(x, -20, 5, 780) for x in range(30, 1500, 120)
    ]
    c.ink(c.cut(*tiles), mix(wall, c.p.mid, 0.5), 0.5)
    x = c.rng.uniform(650, 760)
    c.fill(mix(c.p.paper, c.p.mid, 0.3), rect(-20, 820, 1540, 240), shade="bottom", amount=0.5)
    c.fill(mix(c.p.mid, c.p.near, 0.4), disc(x + 20, 880, 430, 64), shade="top")
    _tap(c, x, 250)
    _glass(c, x + 20, 880)
    c.fill(
        c.p.leaf,
        *[turn(disc(1270, 640, 26, 110), 1270, 740, a) for a in (-34, -10, 14, 38)],
        shade="bottom",
    )
    c.fill(c.p.accent, [(1200, 720), (1340, 720), (1320, 850), (1220, 850)], shade="right")


def _tap(c: Canvas, x: float, y: float) -> None:
    steel = mix(c.p.near, c.p.mid, 0.25)
    pipe = curve(
        [
            (x - 290, y + 90),
            (x - 190, y + 82),
            (x - 110, y + 60),
            (x - 50, y + 40),
            (x + 10, y + 66),
            (x + 24, y + 130),
            (x + 24, y + 190),
        ]
    )
    c.shadow(c.cut(*stroke(pipe, 74, 58)), 14, 20, 20, 0.3)
    c.fill(steel, *stroke(pipe, 74, 58), rect(x - 8, y + 180, 64, 26), shade="bottom", amount=0.6)
    c.ink(c.cut(*stroke([(px, py - 16) for px, py in pipe[4:-14]], 9)), c.p.paper, 0.7)
    c.fill(steel, rounded(x - 340, y + 10, 66, 160, 18), shade="right")
    c.fill(steel, rect(x - 168, y - 20, 34, 90))
    c.fill(c.p.accent, rounded(x - 240, y - 50, 178, 40, 20), shade="bottom")


def _glass(c: Canvas, x: float, y: float) -> None:
    clear = mix(c.p.paper, c.p.sky_top, 0.3)
    c.ink(c.cut([(x - 16, 450), (x + 18, 450), (x + 10, y - 150), (x - 8, y - 150)]), clear, 0.85)
    c.ground_shadow(x, y + 4, 130, 16, 0.4)
    cup: Outline = [(x - 126, y - 300), (x + 126, y - 300), (x + 98, y), (x - 98, y)]
    c.ink(c.cut(cup), c.p.paper, 0.4)
    level_y, half = y - 170, 114
    fluid = c.cut([(x - half, level_y), (x + half, level_y), (x + 94, y - 8), (x - 94, y - 8)])
    c.ink(fluid, mix(c.p.sky_top, c.p.mid, 0.5), 0.85)
    c.grain(fluid, c.p.near, "bottom", 0.5)
    c.ink(c.cut(disc(x, level_y, half, 16)), c.p.paper, 0.6)
    c.ink(
        c.cut(
            *[
                disc(
                    x + c.rng.uniform(-70, 70),
                    level_y + c.rng.uniform(20, 140),
                    c.rng.uniform(4, 9),
                )
                for _ in range(14)
            ]
        ),
        c.p.paper,
        0.7,
    )
    c.ink(
        c.cut(
            *stroke([cup[3], cup[0]], 7),
            *stroke([cup[1], cup[2]], 7),
            *stroke(disc(x, y - 300, 126, 18), 5),
        ),
        c.p.paper,
        0.9,
    )
    c.ink(c.cut(*stroke([(x - 96, y - 262), (x - 82, y - 70)], 12)), c.p.paper, 0.7)
