"""Rooms where people gather: stages, galleries, chambers."""

import math

from blattwerk.sample.pictures.canvas import HEIGHT, WIDTH, Canvas, Shape
from blattwerk.sample.pictures.geometry import (
    Outline,
    arch,
    curve,
    disc,
    place,
    rect,
    rounded,
    stroke,
)
from blattwerk.sample.pictures.nature import stars
from blattwerk.sample.pictures.palettes import Colour, mix
from blattwerk.sample.pictures.people import RAISED, REACH, SIT, STAND, crowd, figure


def room(c: Canvas, wall: Colour, floor: Colour, line: float) -> None:
    """Back wall and floor that meet at ``line``."""
    c.fill(wall, rect(-20, -20, 1540, line + 22), shade="top", amount=0.5)
    c.fill(floor, rect(-20, line, 1540, HEIGHT - line + 20), shade="bottom", amount=0.5)


def hall_tone(c: Canvas, t: float) -> Colour:
    """Interior tones keep the palette's temperature but stay quiet: 0 light, 1 dark."""
    return mix(mix(c.p.paper, c.p.mid, 0.25), mix(c.p.near, c.p.ink, 0.5), t)


def spotlight(c: Canvas, x: float, floor: float, half: float, source: float | None = None) -> None:
    top = x if source is None else source
    cone = c.cut([(top - 30, -20), (top + 30, -20), (x + half, floor), (x - half, floor)])
    c.ink(cone, c.p.lamp, 0.2)
    c.grain(cone, c.p.lamp, "top", 0.3)
    c.ink(c.cut(disc(x, floor, half, half * 0.18)), c.p.lamp, 0.5)


def theatre(c: Canvas) -> None:
    room(c, mix(c.p.near, c.p.ink, 0.75), mix(c.p.second, c.p.ink, 0.55), 700)
    backdrop = mix(c.p.near, c.p.mid, 0.3)
    c.fill(backdrop, rect(220, -20, 1060, 722), shade="top", amount=0.9)
    x = c.rng.uniform(640, 860)
    moon = c.rng.random() < 0.5
    c.fill(
        mix(c.p.lamp, backdrop, 0.25),
        disc(x, 330, 190 if moon else 250),
        shade="bottom",
        amount=0.4,
    )
    for hx, h in ((300, 240), (420, 330), (1010, 300), (1130, 220)):
        c.fill(
            mix(backdrop, c.p.ink, 0.45),
            [(hx, 700), (hx, 700 - h), (hx + 60, 640 - h), (hx + 120, 700 - h), (hx + 120, 700)],
        )
    spotlight(c, x, 735, 190, x + 260)
    figure(c, x - 30, 745, 300, RAISED if c.rng.random() < 0.6 else REACH, c.p.paper)
    if c.rng.random() < 0.6:
        figure(c, x + 130, 752, 290, STAND, c.p.second, flip=True)
    c.fill(mix(c.p.second, c.p.ink, 0.4), rect(-20, 770, 1540, 34), shade="bottom")
    _curtain(c, 1)
    _curtain(c, -1)
    _valance(c)
    crowd(c, 900, 190, 8)


def _curtain(c: Canvas, side: int) -> None:
    red = mix(c.p.accent, c.p.ink, 0.2)
    middle = WIDTH / 2
    edge = curve([(300, -20), (290, 300), (230, 560), (150, 690), (170, 775)])
    points = [(-30.0, -20.0), *edge, (-30.0, 775.0)]
    shape = c.fill(red, _sided(points, side, middle), shade="bottom", amount=0.6)
    for k in range(6):
        fold = curve([(20 + k * 50, -20), (16 + k * 47, 320), (k * 36, 600), (k * 28, 780)])
        strip = c.cut(*[_sided(s, side, middle) for s in stroke(fold, 18, 12)])
        c.ink(c.within(strip, shape), mix(red, c.p.ink, 0.5), 0.6)
    tie = c.cut(
        _sided(
            curve([(-30, 600), (120, 640), (225, 575), (225, 606), (120, 672), (-30, 632)]),
            side,
            middle,
        )
    )
    c.ink(tie, c.p.second)


def _sided(points: Outline, side: int, middle: float) -> Outline:
    return points if side > 0 else [(2 * middle - x, y) for x, y in points]


def _valance(c: Canvas) -> None:
    red = mix(c.p.accent, c.p.ink, 0.32)
    swags = [disc(-20 + k * 260 + 110, 40, 145, 105) for k in range(7)]
    c.shadow(c.cut(*swags), 0, 14, 14, 0.4)
    c.fill(red, *swags, rect(-20, -20, 1540, 70), shade="bottom", amount=0.7)
    hem = [
        s
        for k in range(7)
        for s in stroke(
            [
                (90 + k * 260 + 140 * math.cos(a / 10), 40 + 103 * math.sin(a / 10))
                for a in range(3, 29)
            ],
            7,
        )
    ]
    c.ink(c.cut(*hem), c.p.second)


def concert(c: Canvas) -> None:
    c.fill(mix(c.p.near, c.p.ink, 0.8), rect(-20, -20, 1540, 1040), shade="top")
    glow_x = c.rng.uniform(600, 900)
    c.glow(glow_x, 560, 760, mix(c.p.accent, c.p.second, c.rng.random()), 0.65)
    for k, x in enumerate((260, 560, 940, 1240)):
        beam = c.cut(
            [
                (x - 12, 60),
                (x + 12, 60),
                (glow_x + (k - 1.5) * 240 + 130, 700),
                (glow_x + (k - 1.5) * 240 - 130, 700),
            ]
        )
        c.ink(beam, mix(c.p.lamp, c.p.accent, 0.3 * (k % 2)), 0.2)
        c.fill(c.p.ink, rounded(x - 24, 20, 48, 52, 10))
    c.fill(c.p.ink, rect(-20, 26, 1540, 14))
    c.fill(mix(c.p.second, c.p.ink, 0.6), rect(-20, 690, 1540, 100), shade="bottom")
    for dx, coat in ((-300, c.p.near), (280, c.p.second)):
        figure(c, glow_x + dx, 710, 290, REACH, coat, flip=dx > 0)
        _double_bass(c, glow_x + dx + (70 if dx < 0 else -70), 715, 330)
    _singer(c, glow_x, 720)
    for _ in range(6):
        ax = c.rng.uniform(60, 1440)
        c.fill(
            mix(c.p.ink, c.p.near, 0.1),
            *stroke([(ax, 960), (ax + 26, 820), (ax + 12, 740)], 40, 26),
        )
    crowd(c, 880, 200, 9)


def _singer(c: Canvas, x: float, foot: float) -> None:
    c.fill(c.p.ink, *stroke([(x + 78, foot), (x + 78, foot - 225)], 6), disc(x + 78, foot, 40, 8))
    c.fill(
        c.p.ink,
        *stroke([(x + 78, foot - 225), (x + 46, foot - 262)], 6),
        disc(x + 42, foot - 266, 14),
    )
    figure(c, x, foot, 310, RAISED if c.rng.random() < 0.4 else REACH, c.p.paper)


def _double_bass(c: Canvas, x: float, foot: float, h: float) -> None:
    body = [
        (-0.16, -0.1),
        (-0.19, -0.22),
        (-0.1, -0.34),
        (-0.14, -0.46),
        (-0.06, -0.56),
        (0.06, -0.56),
        (0.14, -0.46),
        (0.1, -0.34),
        (0.19, -0.22),
        (0.16, -0.1),
        (0, -0.05),
    ]
    c.fill(
        mix(c.p.second, c.p.accent, 0.5),
        place(curve(body, closed=True), x, foot, h),
        shade="right",
        amount=0.7,
    )
    neck = [place(s, x, foot, h) for s in stroke([(0, -0.3), (0, -0.98)], 0.035)]
    c.fill(
        c.p.ink,
        *neck,
        place(disc(0, -1, 0.04, 0.05), x, foot, h),
        place(rect(-0.06, -0.22, 0.12, 0.02), x, foot, h),
    )


def museum(c: Canvas) -> None:
    wall = mix(hall_tone(c, 0.55 if c.p.dark else 0.06), c.p.second, 0.12)
    room(c, wall, mix(c.p.second, c.p.ink, 0.35), 730)
    c.fill(mix(wall, c.p.ink, 0.25), rect(-20, 714, 1540, 18))
    for x, y, w, h, kind in (
        (90, 250, 270, 330, 0),
        (460, 170, 560, 400, 1),
        (1120, 260, 290, 290, 2),
    ):
        _painting(c, (x, y, w, h), (kind + c.rng.randrange(3)) % 3)
        spotlight_wash(c, x + w / 2, y - 60, w * 0.75)
    c.fill(mix(c.p.ink, wall, 0.2), rect(-20, 60, 1540, 12))
    figure(c, c.rng.uniform(540, 660), 900, 370, STAND, c.p.near)
    figure(c, c.rng.uniform(720, 800), 900, 340, STAND, c.p.accent, flip=True)
    c.ground_shadow(1160, 930, 230, 16, 0.4)
    c.fill(
        mix(c.p.second, c.p.ink, 0.6),
        rect(980, 850, 360, 30),
        rect(1010, 880, 20, 50),
        rect(1290, 880, 20, 50),
        shade="bottom",
    )


def spotlight_wash(c: Canvas, x: float, y: float, w: float) -> None:
    c.fill(c.p.ink, rounded(x - 16, 60, 32, 46, 8))
    c.ink(c.cut([(x - 14, 106), (x + 14, 106), (x + w, 730), (x - w, 730)]), c.p.lamp, 0.09)


def _painting(c: Canvas, area: tuple[float, float, float, float], kind: int) -> None:
    x, y, w, h = area
    frame = c.cut(rect(x, y, w, h))
    c.shadow(frame, 8, 16, 18, 0.4)
    c.fill(mix(c.p.second, c.p.ink, 0.25), rect(x, y, w, h), shade="bottom")
    inner = c.fill(mix(c.p.paper, c.p.sky_low, 0.4), rect(x + 18, y + 18, w - 36, h - 36))
    cx, cy = x + w / 2, y + h / 2
    if kind == 0:
        c.ink(c.within(c.cut(disc(cx, cy, h * 0.2)), inner), c.p.accent)
        c.ink(
            c.within(
                c.cut(
                    curve([(x, cy + h * 0.25), (cx, cy + h * 0.05), (x + w, cy + h * 0.22)])
                    + [(x + w, y + h), (x, y + h)]
                ),
                inner,
            ),
            c.p.near,
        )
    elif kind == 1:
        for k, tint in enumerate((c.p.mid, c.p.accent, c.p.near)):
            c.ink(
                c.within(
                    c.cut(disc(x + w * (0.3 + 0.2 * k), cy + h * 0.08 * (k - 1), h * 0.27)), inner
                ),
                tint,
                0.85,
            )
    else:
        for k, tint in enumerate((c.p.second, c.p.near, c.p.accent, c.p.mid)):
            c.ink(
                c.within(
                    c.cut(rect(x + w * 0.22 * k, y + h * (0.5 - 0.13 * (k % 3)), w * 0.2, h)), inner
                ),
                tint,
            )


def library(c: Canvas) -> None:
    wood = mix(c.p.second, c.p.ink, 0.5)
    room(c, mix(wood, c.p.ink, 0.45), mix(c.p.second, c.p.ink, 0.3), 830)
    for bay in range(3):
        _bookcase(c, -60 + bay * 545, 535, wood)
    _ladder(c, c.rng.uniform(1060, 1150))
    window = c.rng.uniform(620, 680)
    c.ground_shadow(window + 40, 950, 380, 24, 0.4)
    c.glow(window + 210, 640, 330, c.p.lamp, 0.6)
    figure(c, window - 70, 960, 360, SIT, c.p.accent, shadow=False)
    c.fill(mix(wood, c.p.paper, 0.2), rect(window - 10, 770, 400, 22), shade="bottom")
    c.fill(
        mix(wood, c.p.ink, 0.4),
        rect(window + 20, 792, 18, 170),
        rect(window + 350, 792, 18, 170),
        rect(window - 130, 870, 130, 16),
        rect(window - 130, 690, 16, 270),
        rect(window - 20, 880, 14, 80),
    )
    c.fill(c.p.paper, [(window + 40, 768), (window + 115, 748), (window + 190, 768)], shade="right")
    c.fill(c.p.ink, rect(window + 246, 660, 8, 110), rounded(window + 215, 762, 70, 10, 4))
    c.fill(
        c.p.lamp,
        [(window + 220, 610), (window + 280, 610), (window + 315, 680), (window + 185, 680)],
    )


def _bookcase(c: Canvas, x: float, w: float, wood: Colour) -> None:
    inks = (
        c.p.accent,
        c.p.near,
        c.p.second,
        mix(c.p.paper, c.p.mid, 0.2),
        c.p.leaf,
        mix(c.p.accent, c.p.ink, 0.45),
    )
    for row in range(5):
        floor = 160 + row * 165
        spines: dict[Colour, list[Outline]] = {}
        at = x + 22
        while at < x + w - 40:
            thick, tall = c.rng.uniform(16, 38), c.rng.uniform(84, 128)
            if c.rng.random() > 0.06:
                spines.setdefault(c.rng.choice(inks), []).append(
                    rect(at, floor - tall, thick - 2, tall)
                )
            at += thick
        for ink, books in spines.items():
            c.fill(mix(ink, c.p.ink, 0.28), *books)
        c.fill(wood, rect(x, floor, w, 16), shade="bottom")
    c.grain(c.cut(rect(x, -20, w, 860)), c.p.ink, "bottom", 0.4)
    c.fill(wood, rect(x, -20, 22, 860), rect(x + w - 22, -20, 22, 860), shade="right")


def _ladder(c: Canvas, x: float) -> None:
    wood = mix(c.p.second, c.p.paper, 0.15)
    bars = stroke([(x, 920), (x + 90, 90)], 14) + stroke([(x + 130, 920), (x + 190, 90)], 14)
    for k in range(1, 11):
        t = k / 11
        bars += stroke([(x + 90 * t, 920 - 830 * t), (x + 130 + 60 * t, 920 - 830 * t)], 9)
    c.fill(wood, *bars, shade="right")


def parliament(c: Canvas) -> None:
    wall = hall_tone(c, 0.45 if c.p.dark else 0.12)
    room(c, wall, mix(c.p.near, c.p.ink, 0.35), 520)
    for x in range(60, 1500, 200):
        c.fill(
            mix(c.p.lamp, wall, 0.3) if c.p.mood != "day" else mix(c.p.sky_top, c.p.paper, 0.4),
            arch(x, 90, 90, 300),
            shade="top",
        )
        c.fill(mix(wall, c.p.paper, 0.4), rect(x + 128, 40, 34, 480), shade="right")
    c.fill(mix(wall, c.p.ink, 0.15), rect(-20, 20, 1540, 34), shade="bottom")
    _rostrum(c)
    for row in range(5):
        _benches(c, row)
    spotlight(c, 750, 470, 120)


def _rostrum(c: Canvas) -> None:
    wood = mix(c.p.second, c.p.ink, 0.4)
    c.fill(mix(wood, c.p.ink, 0.3), rounded(520, 430, 460, 110, 10), shade="bottom")
    for k in range(3):
        figure(
            c,
            630 + k * 120,
            560,
            190,
            STAND,
            c.rng.choice((c.p.near, c.p.accent, c.p.paper)),
            shadow=False,
        )
    c.fill(wood, rounded(490, 470, 520, 100, 10), shade="bottom")
    c.fill(mix(wood, c.p.paper, 0.25), rect(690, 500, 120, 90), shade="bottom")
    for x, ink in ((400, c.p.accent), (1100, c.p.second)):
        c.fill(c.p.ink, *stroke([(x, 560), (x, 250)], 7))
        c.fill(ink, curve([(x, 262), (x + 70, 300), (x + 46, 460), (x, 470)]), shade="right")


def _benches(c: Canvas, row: int) -> None:
    y, reach = 610 + row * 92, 430 + row * 190
    ink = mix(mix(c.p.accent, c.p.ink, 0.4), c.p.ink, 0.1 * row)
    seats = 7 + row * 2
    for i in range(seats):
        a = math.pi * (0.12 + 0.76 * (i + 0.5) / seats)
        x, sag = 750 - math.cos(a) * reach, math.sin(a) * 75
        s = 22 + row * 6
        if c.rng.random() < 0.8:
            coat = c.rng.choice((c.p.near, c.p.ink, c.p.mid, c.p.second))
            c.fill(mix(coat, c.p.ink, 0.25), disc(x, y + sag + s * 0.1, s * 1.15, s * 1.2))
            c.fill(mix(c.p.ink, c.p.second, 0.15), disc(x, y + sag - s * 1.3, s * 0.58, s * 0.7))
    rim = [
        (
            750 - math.cos(math.pi * (0.06 + 0.88 * k / 24)) * reach * 1.06,
            y + math.sin(math.pi * (0.06 + 0.88 * k / 24)) * 78 + 20,
        )
        for k in range(25)
    ]
    under = [(x, py + 74) for x, py in reversed(rim)]
    c.fill(ink, [*rim, *under], shade="bottom", amount=0.6)
    c.fill(mix(c.p.second, c.p.paper, 0.2), *stroke(rim, 8))


def council(c: Canvas) -> None:
    wall = hall_tone(c, 0.5 if c.p.dark else 0.1)
    room(c, wall, mix(c.p.second, c.p.ink, 0.25), 560)
    for x in (160, 560, 960, 1360):
        _tall_window(c, x - 90, 90, 180, 360)
    for x in (470, 750, 1030):
        c.fill(c.p.ink, rect(x - 2, -20, 4, 150))
        c.glow(x, 190, 170, c.p.lamp, 0.5)
        c.fill(
            c.p.accent, [(x - 20, 125), (x + 20, 125), (x + 62, 180), (x - 62, 180)], shade="right"
        )
    for k in range(5):
        figure(
            c,
            390 + k * 180,
            800,
            340,
            STAND,
            c.rng.choice((c.p.accent, c.p.near, c.p.paper, c.p.mid)),
            flip=k > 2,
            shadow=False,
        )
    table = mix(c.p.second, c.p.paper, 0.2)
    c.ground_shadow(750, 930, 700, 50, 0.5)
    c.fill(mix(table, c.p.ink, 0.5), disc(750, 790, 690, 150))
    c.fill(c.p.own(table, 0.3), disc(750, 755, 690, 150), shade="bottom", amount=0.5)
    for k in range(7):
        a = math.pi * (0.1 + 0.8 * k / 6)
        x, y = 750 - math.cos(a) * 560, 748 - math.sin(a) * 70 + (80 if k % 2 else 0)
        c.fill(c.p.paper, [(x - 40, y), (x + 26, y - 10), (x + 44, y + 12), (x - 26, y + 22)])
    _front_row(c)


def _tall_window(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    c.fill(mix(c.p.paper, c.p.ink, 0.15), rect(x - 14, y - 14, w + 28, h + 28))
    pane = c.cut(rect(x, y, w, h))
    c.grade(pane, c.p.sky_top, c.p.sky_low)
    c.ink(
        c.within(
            c.cut(
                curve(
                    [(x - 10, y + h * 0.75), (x + w * 0.5, y + h * 0.55), (x + w + 10, y + h * 0.8)]
                )
                + [(x + w, y + h), (x, y + h)]
            ),
            pane,
        ),
        c.p.depth(0.3),
    )
    c.fill(
        mix(c.p.paper, c.p.ink, 0.15), rect(x + w / 2 - 6, y, 12, h), rect(x, y + h * 0.4, w, 10)
    )


def _front_row(c: Canvas) -> None:
    for x, coat in ((330, c.p.near), (750, mix(c.p.accent, c.p.ink, 0.3)), (1170, c.p.mid)):
        dx = x + c.rng.uniform(-40, 40)
        c.fill(mix(coat, c.p.ink, 0.35), disc(dx, 1010, 110, 130), shade="right")
        c.fill(mix(c.p.ink, c.p.second, 0.2), disc(dx, 835, 47, 58), rect(dx - 20, 870, 40, 40))
        c.fill(mix(c.p.ink, c.p.near, 0.2), rounded(dx - 130, 950, 260, 120, 40), shade="bottom")


def piano(c: Canvas) -> None:
    room(c, mix(c.p.near, c.p.ink, 0.35), mix(c.p.second, c.p.ink, 0.4), 760)
    _stage_window(c, c.rng.uniform(120, 240))
    spotlight(c, 800, 880, 520, 560)
    black = mix(c.p.ink, (0, 0, 0), 0.25)
    x, y = 540.0, 600.0
    lid = [
        (x + 20, y - 10),
        (x + 120, y - 290),
        (x + 360, y - 390),
        (x + 640, y - 330),
        (x + 700, y - 10),
    ]
    lid_shape = c.fill(
        mix(black, c.p.near, 0.25), [lid[0], *curve(lid[1:])], shade="bottom", amount=0.9
    )
    c.ink(
        c.within(c.cut(*stroke([(x + 60, y - 20), (x + 300, y - 370)], 60)), lid_shape),
        c.p.mid,
        0.25,
    )
    c.fill(
        mix(c.p.second, c.p.ink, 0.1),
        [(x + 10, y - 16), (x + 720, y - 16), (x + 720, y + 10), (x, y + 10)],
    )
    c.fill(c.p.ink, *stroke([(x + 420, y), (x + 470, y - 320)], 7))
    for leg in (x + 40, x + 640, x + 380):
        c.fill(
            black, [(leg, y + 100), (leg + 44, y + 100), (leg + 30, y + 310), (leg + 14, y + 310)]
        )
    c.ground_shadow(x + 370, y + 314, 430, 26, 0.5)
    c.fill(
        black,
        curve(
            [
                (x - 20, y),
                (x + 400, y - 4),
                (x + 730, y),
                (x + 750, y + 60),
                (x + 700, y + 120),
                (x - 20, y + 120),
            ],
            closed=True,
        ),
        shade="bottom",
    )
    c.fill(black, rect(x - 110, y + 20, 150, 100))
    _keys(c, x - 116, y + 26)
    figure(c, x - 240, y + 312, 400, SIT, c.p.accent)
    c.fill(
        black,
        rect(x - 310, y + 208, 140, 26),
        rect(x - 300, y + 234, 14, 80),
        rect(x - 194, y + 234, 14, 80),
    )


def _keys(c: Canvas, x: float, y: float) -> None:
    c.fill(c.p.paper, rect(x, y, 90, 22), shade="bottom")
    c.fill(c.p.ink, *[rect(x + 8 + k * 16, y, 6, 12) for k in range(5)])


def _stage_window(c: Canvas, x: float) -> None:
    frame: Shape = c.cut(arch(x, 110, 260, 470))
    c.grade(frame, c.p.sky_top, c.p.sky_low)
    if c.p.dark:
        stars(c, 6, 300)
    c.fill(c.p.sun, disc(x + 150, 290, 46))
    c.fill(
        mix(c.p.ink, c.p.near, 0.3),
        rect(x + 124, 110, 12, 470),
        rect(x, 330, 260, 12),
        *stroke(arch(x, 110, 260, 470), 16),
    )
