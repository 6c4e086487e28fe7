"""Still lifes: things on a table before a quiet room."""

import math

from blattwerk.sample.pictures.canvas import Canvas
from blattwerk.sample.pictures.geometry import (
    Outline,
    arc,
    curve,
    disc,
    rect,
    rounded,
    stroke,
    turn,
)
from blattwerk.sample.pictures.halls import hall_tone
from blattwerk.sample.pictures.palettes import Colour, mix


def tabletop(c: Canvas, y: float = 720) -> None:
    """A wall with the light of a window on it, and the table's edge at ``y``."""
    wall = mix(hall_tone(c, 0.62 if c.p.dark else 0.06), c.p.sky_low, 0.45)
    c.fill(wall, rect(-20, -20, 1540, 1040), shade="top", amount=0.25)
    x = c.rng.uniform(120, 1000)
    light = mix(wall, c.p.lamp if c.p.mood != "mist" else c.p.paper, 0.5)
    for k in (0, 1):
        pane = [
            (x + k * 190, 60),
            (x + 160 + k * 190, 60),
            (x + 80 + k * 190, 560),
            (x - 80 + k * 190, 560),
        ]
        c.fill(light, pane, shade="bottom", amount=0.15)
    wood = c.p.own(mix(c.p.second, c.p.near, 0.3), 0.45)
    c.fill(wood, rect(-20, y, 1540, 300), shade="bottom", amount=0.5)
    grainlines = [
        curve(
            [
                (-20, y + 40 + k * 58),
                (500, y + 30 + k * 64),
                (1000, y + 52 + k * 58),
                (1520, y + 36 + k * 62),
            ]
        )
        for k in range(5)
    ]
    c.ink(
        c.cut(*[s for line in grainlines for s in stroke(line, 3)]), mix(wood, c.p.ink, 0.5), 0.35
    )
    c.ink(c.cut(rect(-20, y, 1540, 8)), mix(wood, c.p.paper, 0.4), 0.8)


def window_view(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    """A window on hills, for rooms that need an outside."""
    frame = mix(c.p.paper, c.p.mid, 0.35 if c.p.dark else 0.05)
    c.fill(frame, rect(x - 22, y - 22, w + 44, h + 44), shade="bottom", amount=0.3)
    pane = c.cut(rect(x, y, w, h))
    c.grade(pane, c.p.sky_top, c.p.sky_low)
    if c.p.dark:
        c.ink(
            c.within(
                c.cut(
                    *[
                        disc(x + c.rng.uniform(0, w), y + c.rng.uniform(0, h * 0.5), 2)
                        for _ in range(20)
                    ]
                ),
                pane,
            ),
            c.p.paper,
        )
    c.ink(
        c.within(c.cut(disc(x + w * c.rng.uniform(0.25, 0.75), y + h * 0.3, w * 0.1)), pane),
        c.p.sun,
    )
    for k, t in enumerate((0.2, 0.45)):
        line = curve(
            [
                (x - 20, y + h * (0.7 + k * 0.12)),
                (x + w * 0.35, y + h * (0.52 + k * 0.2)),
                (x + w * 0.7, y + h * (0.68 + k * 0.1)),
                (x + w + 20, y + h * (0.56 + k * 0.2)),
            ]
        )
        c.ink(
            c.within(c.cut([*line, (x + w + 20, y + h + 9), (x - 20, y + h + 9)]), pane),
            c.p.depth(t),
        )
    c.fill(frame, rect(x + w / 2 - 8, y, 16, h), rect(x, y + h * 0.42, w, 12))
    c.fill(mix(frame, c.p.ink, 0.12), rect(x - 46, y + h + 20, w + 92, 26), shade="bottom")


def letters(c: Canvas) -> None:
    tabletop(c, 700)
    inks = [c.p.second, c.p.paper, c.p.mid, c.p.paper, c.p.accent]
    c.rng.shuffle(inks)
    if c.rng.random() < 0.5:
        _fountain_inkwell(c, 1250, 760)
        _letter_sheet(c, c.rng.uniform(980, 1060), 640)
    else:
        _envelope(c, 1080, 780, c.rng.uniform(6, 16), inks[0])
        _envelope(c, 1190, 850, c.rng.uniform(-12, -4), inks[1])
    _bundle(c, c.rng.uniform(430, 520), 880, inks)
    if c.rng.random() < 0.5:
        _envelope(c, 800, 890, c.rng.uniform(-10, 10), inks[2])


def _bundle(c: Canvas, x: float, y: float, inks: list[Colour]) -> None:
    """A stack of letters seen from the side, tied with string."""
    c.ground_shadow(x, y + 4, 310, 24, 0.5)
    count = c.rng.randint(9, 15)
    for k in range(count):
        paper = c.p.own(mix(inks[k % len(inks)], c.p.paper, 0.6), 0.25)
        w, shift = c.rng.uniform(500, 560), c.rng.uniform(-16, 16)
        low = y - k * 24
        c.fill(paper, rounded(x + shift - w / 2, low - 24, w, 25, 5), shade="right", amount=0.4)
        c.ink(c.cut(rect(x + shift - w / 2, low - 2, w, 3)), c.p.ink, 0.35)
    top = y - count * 24
    lid = [(x - 220, top - 66), (x + 230, top - 66), (x + 275, top + 2), (x - 275, top + 2)]
    c.fill(c.p.own(c.p.paper, 0.2), lid, shade="bottom", amount=0.3)
    c.fill(
        mix(c.p.paper, c.p.mid, 0.4),
        *[rounded(x - 60, top - 46 + k * 18, 150 - k * 40, 7, 3) for k in (0, 1)],
    )
    c.fill(
        c.p.accent,
        [(x + 150, top - 56), (x + 196, top - 56), (x + 206, top - 24), (x + 156, top - 24)],
    )
    string = mix(c.p.accent, c.p.ink, 0.25)
    c.fill(string, *stroke([(x - 120, y), (x - 120, top), (x - 96, top - 66)], 9))
    for side in (-1, 1):
        loop = [
            (x - 108, top - 30),
            (x - 108 + side * 52, top - 74),
            (x - 108 + side * 66, top - 34),
        ]
        c.fill(string, *stroke(curve([*loop, (x - 108, top - 30)]), 7))


def _envelope(c: Canvas, x: float, y: float, angle: float, ink: Colour) -> None:
    def at(outline: Outline) -> Outline:
        return turn([(x + px, y + py) for px, py in outline], x, y, angle)

    paper = c.p.own(mix(ink, c.p.paper, 0.55), 0.25)
    shape = c.cut(at(rect(-210, -130, 420, 260)))
    c.shadow(shape, 6, 14, 16, 0.45)
    c.fill(paper, at(rect(-210, -130, 420, 260)), shade="bottom", amount=0.3)
    c.fill(
        mix(paper, c.p.ink, 0.12),
        at([(-210, -130), (0, 34), (210, -130)]),
        shade="bottom",
        amount=0.5,
    )
    c.ink(c.cut(*[at(s) for s in stroke([(-210, -130), (0, 34), (210, -130)], 4)]), c.p.ink, 0.4)
    c.fill(c.p.accent, at(disc(0, 20, 30)), shade="bottom")


def _letter_sheet(c: Canvas, x: float, y: float) -> None:
    def at(outline: Outline) -> Outline:
        return turn([(x + px, y + py) for px, py in outline], x, y, -8)

    sheet = at(rect(-190, -330, 380, 520))
    c.shadow(c.cut(sheet), 8, 16, 18, 0.4)
    c.fill(c.p.own(c.p.paper, 0.2), sheet, shade="bottom", amount=0.25)
    lines: list[Outline] = []
    for k in range(10):
        w = c.rng.uniform(190, 300)
        wave = [
            (-150 + i * 6, -262 + k * 42 + 4 * math.sin(i * 1.3 + k)) for i in range(int(w / 6))
        ]
        lines += [at(s) for s in stroke(wave, 4)]
    c.ink(c.cut(*lines), c.p.near, 0.85)
    pen = [at(s) for s in stroke([(60, 130), (250, -40)], 10, 26)]
    c.shadow(c.cut(*pen), 10, 18, 8, 0.4)
    c.fill(mix(c.p.accent, c.p.ink, 0.2), *pen, shade="bottom")
    c.fill(c.p.second, *[at(s) for s in stroke([(48, 142), (84, 108)], 3, 12)])


def _fountain_inkwell(c: Canvas, x: float, y: float) -> None:
    c.ground_shadow(x, y, 120, 14, 0.45)
    c.fill(mix(c.p.near, c.p.ink, 0.5), rounded(x - 90, y - 140, 180, 140, 30), shade="right")
    c.fill(mix(c.p.near, c.p.ink, 0.2), rounded(x - 50, y - 176, 100, 44, 10), shade="right")
    c.ink(c.cut(rounded(x - 68, y - 118, 24, 80, 12)), c.p.paper, 0.4)


def ballot(c: Canvas) -> None:
    tabletop(c, 740)
    x, y = c.rng.uniform(700, 800), 860.0
    c.ground_shadow(x + 20, y + 8, 380, 30, 0.45)
    front = c.p.own(mix(c.p.near, c.p.mid, 0.25), 0.2)
    c.fill(front, rect(x - 290, y - 370, 470, 370), shade="bottom", amount=0.45)
    c.fill(
        mix(front, c.p.ink, 0.35),
        [(x + 180, y - 370), (x + 310, y - 440), (x + 310, y - 60), (x + 180, y)],
        shade="right",
    )
    c.fill(
        mix(front, c.p.paper, 0.25),
        [(x - 290, y - 370), (x - 160, y - 440), (x + 310, y - 440), (x + 180, y - 370)],
    )
    slot = [(x - 130, y - 398), (x - 110, y - 412), (x + 160, y - 412), (x + 140, y - 398)]
    c.fill(c.p.ink, slot)
    _ballot_paper(c, x + 8, y - 404)
    seal = [(x - 52 + 45, y - 185)]
    c.fill(mix(c.p.paper, front, 0.1), disc(x - 55, y - 185, 84))
    tick = [(x - 96, y - 188), (x - 64, y - 154), (x - 10, y - 222)]
    c.fill(c.p.accent, *stroke(tick, 22))
    c.fill(
        mix(front, c.p.ink, 0.3),
        *stroke([*rect(x - 274, y - 354, 438, 338), (x - 274, y - 354)], 5),
        *[disc(seal[0][0] + dx, y - 330, 5) for dx in (-230, 170)],
    )
    folded = [(270, 850), (400, 812), (470, 846), (330, 890)]
    c.shadow(c.cut(folded), 4, 10, 10, 0.4)
    c.fill(c.p.paper, folded, shade="right")
    c.fill(c.p.accent, *stroke([(1180, 880), (1370, 830)], 18))
    c.fill(c.p.ink, [(1180, 889), (1150, 890), (1176, 872)])


def _ballot_paper(c: Canvas, x: float, y: float) -> None:
    lean = c.rng.uniform(-7, 7)

    def at(outline: Outline) -> Outline:
        return turn([(x + px, y + py) for px, py in outline], x, y, lean)

    c.fill(
        c.p.own(c.p.paper, 0.12),
        at([(-115, -290), (115, -290), (115, 0), (-115, 0)]),
        shade="bottom",
        amount=0.5,
    )
    for k in range(4):
        c.ink(
            c.cut(
                *[
                    at(s)
                    for s in stroke([*rect(-88, -262 + k * 58, 36, 36), (-88, -262 + k * 58)], 4)
                ]
            ),
            c.p.ink,
            0.8,
        )
        c.ink(c.cut(at(rounded(-34, -252 + k * 58, 90 + (k * 37 % 40), 14, 6))), c.p.mid, 0.8)
    k = c.rng.randrange(3)
    cross = stroke([(-84, -258 + k * 58), (-56, -230 + k * 58)], 9) + stroke(
        [(-56, -258 + k * 58), (-84, -230 + k * 58)], 9
    )
    c.fill(c.p.accent, *[at(s) for s in cross])


def laptop(c: Canvas) -> None:
    tabletop(c, 720)
    window_view(c, c.rng.choice((90, 1130)), 80, 260, 400)
    x, y = c.rng.uniform(700, 780), 850.0
    c.glow(x, y - 240, 520, c.p.sky_low, 0.35)
    c.fill(c.p.ink, rounded(x - 330, y - 450, 660, 430, 22))
    screen = c.cut(rect(x - 306, y - 428, 612, 380))
    c.grade(screen, mix(c.p.sky_top, c.p.paper, 0.25), mix(c.p.sky_low, c.p.paper, 0.4))
    c.fill(c.p.paper, rounded(x - 270, y - 396, 330, 316, 10), shade="bottom", amount=0.15)
    lines = [rounded(x - 244, y - 360 + k * 34, 280 - (k * 71 % 90), 13, 6) for k in range(8)]
    c.ink(c.cut(*lines), c.p.mid, 0.8)
    c.ink(c.cut(rounded(x - 244, y - 364, 190, 22, 6)), c.p.ink, 0.9)
    bars = [rect(x + 96 + k * 46, y - 90 - h, 32, h) for k, h in enumerate((60, 110, 84, 150))]
    c.fill(c.p.accent, *bars, shade="bottom", amount=0.3)
    c.fill(c.p.second, disc(x + 180, y - 330, 56))
    c.fill(c.p.near, [(x + 180, y - 330), *arc(x + 180, y - 330, 56, 56, -90, 30)])
    base = [(x - 330, y - 24), (x + 330, y - 24), (x + 420, y + 50), (x - 420, y + 50)]
    c.shadow(c.cut(base), 0, 16, 18, 0.45)
    c.fill(mix(c.p.paper, c.p.mid, 0.35), base, shade="bottom")
    keys = [
        [
            (x - 300 - r * 16 + k * (60 + r * 3.4), y - 14 + r * 13),
            (x - 254 - r * 16 + k * (60 + r * 3.4), y - 14 + r * 13),
            (x - 256 - r * 16 + k * (60 + r * 3.4), y - 5 + r * 13),
            (x - 304 - r * 16 + k * (60 + r * 3.4), y - 5 + r * 13),
        ]
        for r in range(3)
        for k in range(10)
    ]
    c.fill(mix(c.p.ink, c.p.near, 0.3), *keys)
    c.fill(mix(c.p.paper, c.p.mid, 0.5), rect(x - 420, y + 48, 840, 12))
    _mug(c, x + 540 if x < 740 else x - 520, 890)


def _mug(c: Canvas, x: float, y: float) -> None:
    c.ground_shadow(x, y, 96, 12, 0.45)
    c.fill(c.p.accent, *stroke(arc(x + 72, y - 80, 42, 44, -100, 100), 18))
    c.fill(c.p.accent, rounded(x - 74, y - 160, 148, 160, 22), shade="right", amount=0.7)
    c.fill(mix(c.p.accent, c.p.ink, 0.5), disc(x, y - 156, 70, 13))
