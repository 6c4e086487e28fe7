"""A game of chess."""

from blattwerk.sample.pictures.canvas import Canvas
from blattwerk.sample.pictures.geometry import (
    Outline,
    Point,
    disc,
    place,
)
from blattwerk.sample.pictures.palettes import Colour, mix
from blattwerk.sample.pictures.table import tabletop


def chess(c: Canvas) -> None:
    tabletop(c, 640)
    light, dark = (
        c.p.own(mix(c.p.paper, c.p.second, 0.25), 0.3),
        c.p.own(mix(c.p.near, c.p.second, 0.2), 0.2),
    )
    far, near = ((330, 690), (1170, 690)), ((90, 985), (1410, 985))
    board = [far[0], far[1], near[1], near[0]]
    c.shadow(c.cut([(x, y + 20) for x, y in board]), 0, 10, 20, 0.45)
    c.fill(mix(dark, c.p.ink, 0.5), [(310, 678), (1190, 678), (1440, 1000), (60, 1000)])
    c.fill(light, board)
    squares = [
        [_square(u, v), _square(u + 1, v), _square(u + 1, v + 1), _square(u, v + 1)]
        for u in range(8)
        for v in range(8)
        if (u + v) % 2
    ]
    c.fill(dark, *squares)
    c.grain(c.cut(board), c.p.ink, "bottom", 0.4)
    black, white = mix(c.p.ink, c.p.near, 0.25), c.p.own(mix(c.p.paper, c.p.second, 0.12), 0.2)
    u = c.rng.choice((2, 3))
    for kind, at, ink in (
        ("king", (u + 3, 0), black),
        ("pawn", (1, 1), black),
        ("pawn", (u + 2, 2), black),
        ("rook", (0, 3), white),
        ("knight", (u + 1, 4), white),
        ("queen", (6, 5), black if c.rng.random() < 0.5 else white),
        ("pawn", (3, 6), white),
    ):
        x, y = _square(at[0] + 0.5, at[1] + 0.6)
        _piece(c, kind, x, y, 150 + at[1] * 32, ink)


def _square(u: float, v: float) -> Point:
    t = (v / 8) ** 1.25
    y = 690 + 295 * t
    half = 420 + 240 * t
    return 750 - half + 2 * half * u / 8, y


PIECES: dict[str, list[Point]] = {
    "pawn": [
        (0.2, 0),
        (0.2, -0.07),
        (0.09, -0.16),
        (0.07, -0.36),
        (0.14, -0.42),
        (0.08, -0.44),
        (0.13, -0.53),
        (0.1, -0.63),
        (0, -0.67),
    ],
    "rook": [
        (0.24, 0),
        (0.24, -0.08),
        (0.15, -0.16),
        (0.13, -0.55),
        (0.21, -0.6),
        (0.21, -0.78),
        (0.12, -0.78),
        (0.12, -0.72),
        (0.05, -0.72),
        (0.05, -0.78),
        (0, -0.78),
    ],
    "queen": [
        (0.25, 0),
        (0.25, -0.08),
        (0.14, -0.17),
        (0.08, -0.62),
        (0.18, -0.68),
        (0.1, -0.71),
        (0.22, -0.98),
        (0.1, -0.9),
        (0.06, -1.02),
        (0, -1.06),
    ],
    "king": [
        (0.26, 0),
        (0.26, -0.08),
        (0.15, -0.17),
        (0.1, -0.64),
        (0.19, -0.7),
        (0.11, -0.74),
        (0.18, -0.94),
        (0.05, -0.98),
        (0.025, -1.02),
        (0.025, -1.16),
        (0, -1.16),
    ],
}


KNIGHT: Outline = [
    (-0.24, 0),
    (-0.24, -0.08),
    (-0.17, -0.16),
    (-0.16, -0.36),
    (-0.2, -0.56),
    (-0.12, -0.76),
    (0, -0.86),
    (0.02, -0.95),
    (0.07, -0.86),
    (0.16, -0.78),
    (0.31, -0.6),
    (0.3, -0.53),
    (0.22, -0.5),
    (0.12, -0.56),
    (0.06, -0.52),
    (0.14, -0.36),
    (0.16, -0.16),
    (0.24, -0.08),
    (0.24, 0),
]


def _piece(c: Canvas, kind: str, x: float, y: float, h: float, ink: Colour) -> None:
    c.ground_shadow(x + h * 0.05, y, h * 0.3, h * 0.06, 0.5)
    outline = (
        KNIGHT
        if kind == "knight"
        else [*PIECES[kind], *[(-px, py) for px, py in reversed(PIECES[kind])]]
    )
    c.fill(ink, place(outline, x, y, h), shade="right", amount=0.8)
    c.ink(c.cut(place(disc(0, 0, 0.245, 0.05), x, y, h)), mix(ink, c.p.ink, 0.25))
    if kind == "knight":
        c.fill(c.p.ink, place(disc(0.1, -0.7, 0.022), x, y, h))
