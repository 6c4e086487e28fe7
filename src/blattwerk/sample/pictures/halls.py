"""Rooms where people gather: stages, galleries, chambers."""

import math

from blattwerk.sample.pictures.canvas import HEIGHT, Canvas
from blattwerk.sample.pictures.geometry import (
    Outline,
    arch,
    curve,
    disc,
    rect,
    rounded,
    stroke,
)
from blattwerk.sample.pictures.palettes import Colour, mix
from blattwerk.sample.pictures.people import SIT, SKINS, STAND, bust, figure


def room(c: Canvas, wall: Colour, floor: Colour, line: float) -> None:
    """Back wall and floor that meet at ``line``."""
    c.fill(wall, rect(-20, -20, 1540, line + 22), shade="top", amount=0.3)
    c.fill(floor, rect(-20, line, 1540, HEIGHT - line + 20), shade="bottom", amount=0.5)


def hall_tone(c: Canvas, t: float) -> Colour:
    """Interior tones keep the palette's temperature but stay quiet: 0 light, 1 dark."""
    return mix(mix(c.p.paper, c.p.mid, 0.25), mix(c.p.near, c.p.ink, 0.5), t)


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
        _picture_light(c, x + w / 2, w * 0.75)
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


def _picture_light(c: Canvas, x: float, w: float) -> None:
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
                    [
                        *curve([(x, cy + h * 0.25), (cx, cy + h * 0.05), (x + w, cy + h * 0.22)]),
                        (x + w, y + h),
                        (x, y + h),
                    ]
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
    shift = c.rng.uniform(-260, 0)
    inks = c.rng.sample(_spine_inks(c), 4)
    for bay in range(4):
        _bookcase(c, -60 + shift + bay * 545, 535, (wood, *inks))
    window = c.rng.uniform(380, 760)
    _ladder(c, window + c.rng.choice((-330, 440)) + c.rng.uniform(-30, 30))
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


def _spine_inks(c: Canvas) -> list[Colour]:
    bright = [c.p.accent, c.p.near, c.p.second, c.p.leaf]
    return [*bright, mix(c.p.paper, c.p.mid, 0.2), mix(c.p.accent, c.p.ink, 0.45), c.p.mid]


def _bookcase(c: Canvas, x: float, w: float, inks: tuple[Colour, ...]) -> None:
    """Five shelves of books; the first ink is the wood."""
    wood, *spines = inks
    for row in range(5):
        floor = 160 + row * 165
        _books(c, x + 22, x + w - 40, floor, spines)
        c.fill(wood, rect(x, floor, w, 16), shade="bottom")
    c.grain(c.cut(rect(x, -20, w, 860)), c.p.ink, "bottom", 0.4)
    c.fill(wood, rect(x, -20, 22, 860), rect(x + w - 22, -20, 22, 860), shade="right")


def _books(c: Canvas, left: float, right: float, floor: float, spines: list[Colour]) -> None:
    shelf: dict[Colour, list[Outline]] = {}
    while left < right:
        thick, tall = c.rng.uniform(16, 38), c.rng.uniform(84, 128)
        if c.rng.random() > 0.06:
            book = rect(left, floor - tall, thick - 2, tall)
            shelf.setdefault(c.rng.choice(spines), []).append(book)
        left += thick
    for ink, books in shelf.items():
        c.fill(mix(ink, c.p.ink, 0.28), *books)


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
        drape = [*curve([(x, 262), (x + 34, 280), (x + 62, 330)]), (x + 66, 470), (x + 44, 452)]
        c.fill(ink, [*drape, (x + 24, 474), (x, 456)], shade="right", amount=0.8)


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
    angles = [math.pi * (0.06 + 0.88 * k / 24) for k in range(25)]
    rim = [(750 - math.cos(a) * reach * 1.06, y + math.sin(a) * 78 + 20) for a in angles]
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
    for row in range(3):
        _desks(c, row)


def _desks(c: Canvas, row: int) -> None:
    """A curved row of desks, members behind it, one in five with a hand up."""
    y, reach, head = 545 + row * 138, 430 + row * 190, 36 + row * 8
    wood = c.p.own(mix(c.p.second, c.p.accent, 0.12 * row), 0.4)
    angles = [math.pi * (0.08 + 0.84 * k / 24) for k in range(25)]
    rim = [(750 - math.cos(a) * reach, y + math.sin(a) * 60) for a in angles]
    for k in range(5):
        a = math.pi * (0.14 + 0.18 * k)
        x, top = 750 - math.cos(a) * reach, y + math.sin(a) * 60 - head * 2.5
        if c.rng.random() < 0.2:
            _raised_hand(c, x + head * 1.7, top + head, head)
        bust(c, x, top, head)
    face = [*rim, *[(x, py + 170) for x, py in reversed(rim)]]
    c.fill(mix(wood, c.p.ink, 0.18), face, shade="bottom", amount=0.5)
    c.fill(mix(wood, c.p.paper, 0.3), *stroke(rim, 14 + row * 4))


def _raised_hand(c: Canvas, x: float, y: float, r: float) -> None:
    sleeve = stroke([(x, y + r * 2), (x + r * 0.2, y - r * 0.6)], r * 0.75, r * 0.6)
    c.fill(c.p.own(c.p.near, 0.35), *sleeve)
    c.fill(mix(SKINS[0], c.p.ink, 0.3 if c.p.dark else 0.05), disc(x + r * 0.22, y - r, r * 0.4))


def _tall_window(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    c.fill(mix(c.p.paper, c.p.ink, 0.15), rect(x - 14, y - 14, w + 28, h + 28))
    pane = c.cut(rect(x, y, w, h))
    c.grade(pane, c.p.sky_top, c.p.sky_low)
    c.ink(
        c.within(
            c.cut(
                [
                    *curve(
                        [
                            (x - 10, y + h * 0.75),
                            (x + w * 0.5, y + h * 0.55),
                            (x + w + 10, y + h * 0.8),
                        ]
                    ),
                    (x + w, y + h),
                    (x, y + h),
                ]
            ),
            pane,
        ),
        c.p.depth(0.3),
    )
    c.fill(
        mix(c.p.paper, c.p.ink, 0.15), rect(x + w / 2 - 6, y, 12, h), rect(x, y + h * 0.4, w, 10)
    )
