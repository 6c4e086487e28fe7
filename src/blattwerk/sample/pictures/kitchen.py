"""A kitchen by the window."""

from blattwerk.sample.pictures.canvas import Canvas
from blattwerk.sample.pictures.geometry import (
    arc,
    curve,
    disc,
    rect,
    rounded,
    stroke,
    turn,
)
from blattwerk.sample.pictures.halls import hall_tone
from blattwerk.sample.pictures.palettes import mix
from blattwerk.sample.pictures.table import window_view


def kitchen(c: Canvas) -> None:
    wall = mix(hall_tone(c, 0.58 if c.p.dark else 0.05), c.p.second, 0.15)
    c.fill(wall, rect(-20, -20, 1540, 1040), shade="top", amount=0.4)
    window_view(c, c.rng.uniform(600, 660), 110, 330, 390)
    for x, w in ((40, 420), (1080, 420)):
        c.fill(mix(c.p.second, c.p.ink, 0.4), rect(x, 330, w, 20), shade="bottom")
        _crockery(c, x + 30, 330, w - 60)
    _pans(c, 130, 440)
    c.fill(c.p.own(mix(c.p.second, c.p.near, 0.25), 0.4), rect(-20, 700, 1540, 40), shade="bottom")
    cupboard = c.p.own(mix(c.p.near, c.p.mid, 0.35), 0.2)
    c.fill(cupboard, rect(-20, 740, 1540, 290), shade="bottom", amount=0.4)
    c.ink(c.cut(*[rect(x, 760, 4, 250) for x in range(170, 1500, 290)]), c.p.ink, 0.5)
    c.fill(c.p.second, *[rounded(x, 800, 60, 12, 6) for x in range(215, 1500, 290)])
    hob = c.rng.uniform(330, 420)
    _stove(c, hob)
    _pot(c, hob - 60, 700)
    _pan(c, hob + 240, 700)
    _board(c, c.rng.uniform(980, 1060), 700)


def _stove(c: Canvas, x: float) -> None:
    c.fill(mix(c.p.ink, c.p.near, 0.2), rect(x - 300, 698, 700, 340), shade="bottom", amount=0.3)
    c.fill(mix(c.p.paper, c.p.mid, 0.4), *[disc(x - 240 + k * 84, 764, 22) for k in range(8)])
    c.fill(mix(c.p.paper, c.p.mid, 0.4), rounded(x - 230, 812, 560, 16, 8))
    c.glow(x + 50, 950, 300, c.p.second, 0.7)
    c.fill(mix(c.p.second, c.p.ink, 0.35), rounded(x - 210, 850, 520, 180, 14), shade="top")


def _pan(c: Canvas, x: float, y: float) -> None:
    c.fill(c.p.ink, *stroke([(x + 80, y - 34), (x + 260, y - 70)], 18, 24))
    iron = [(x - 120, y - 50), (x + 120, y - 50), (x + 92, y), (x - 92, y)]
    c.fill(mix(c.p.ink, c.p.near, 0.15), iron, shade="bottom")
    c.fill(c.p.own(c.p.second, 0.3), disc(x, y - 50, 112, 14), shade="right")


def _crockery(c: Canvas, x: float, y: float, w: float) -> None:
    inks = (c.p.paper, c.p.accent, c.p.second, c.p.mid, c.p.leaf)
    at = x
    while at < x + w - 60:
        tall, wide = c.rng.uniform(60, 130), c.rng.uniform(56, 90)
        c.fill(
            c.p.own(c.rng.choice(inks), 0.35), rounded(at, y - tall, wide, tall, 14), shade="right"
        )
        c.fill(c.p.ink, rounded(at + wide * 0.1, y - tall - 12, wide * 0.8, 16, 6))
        at += wide + c.rng.uniform(12, 30)


def _pans(c: Canvas, x: float, y: float) -> None:
    c.fill(c.p.ink, rect(x - 60, y - 12, 330, 8))
    for k, r in enumerate((46, 56, 38)):
        px = x + k * 110
        c.fill(c.p.ink, *stroke([(px, y - 8), (px, y + 90)], 12))
        c.fill(
            c.p.own(mix(c.p.accent, c.p.ink, 0.15 * k), 0.3),
            disc(px, y + 90 + r, r),
            shade="right",
            amount=0.7,
        )


def _pot(c: Canvas, x: float, y: float) -> None:
    c.ground_shadow(x, y, 190, 12, 0.45)
    red = c.p.own(c.p.accent, 0.3)
    c.fill(c.p.ink, rounded(x - 200, y - 130, 400, 26, 12))
    c.fill(red, rounded(x - 165, y - 180, 330, 180, 26), shade="right", amount=0.7)
    c.fill(mix(red, c.p.ink, 0.2), arc(x, y - 180, 172, 56, 180, 360), shade="right")
    c.fill(c.p.ink, disc(x, y - 242, 20))
    for dx in (-60, 20, 80):
        steam = curve(
            [
                (x + dx, y - 270),
                (x + dx + 26, y - 330),
                (x + dx - 12, y - 390),
                (x + dx + 22, y - 460),
            ]
        )
        c.ink(c.cut(*stroke(steam, 20, 5)), c.p.paper, 0.5)


def _board(c: Canvas, x: float, y: float) -> None:
    c.fill(mix(c.p.second, c.p.paper, 0.15), rounded(x - 220, y - 26, 440, 28, 10), shade="bottom")
    for k, dx in enumerate((-130, -50, 30)):
        c.fill(
            c.p.own((c.p.accent, c.p.second, c.p.accent)[k], 0.3),
            disc(x + dx, y - 66, 44, 42),
            shade="right",
            amount=0.7,
        )
        c.fill(
            c.p.meadow(0.85),
            *[turn(disc(x + dx, y - 114, 6, 16), x + dx, y - 104, a) for a in (-50, 0, 50)],
        )
    c.fill(
        mix(c.p.paper, c.p.mid, 0.3),
        [(x + 90, y - 30), (x + 300, y - 70), (x + 306, y - 54), (x + 110, y - 20)],
    )
