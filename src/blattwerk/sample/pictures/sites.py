"""Building sites."""

from blattwerk.sample.pictures.buildings import street_row, windows
from blattwerk.sample.pictures.canvas import Canvas
from blattwerk.sample.pictures.geometry import (
    arc,
    curve,
    disc,
    rect,
    rounded,
    stroke,
)
from blattwerk.sample.pictures.nature import (
    birds,
    hills,
    land,
    sky,
)
from blattwerk.sample.pictures.palettes import Colour, mix
from blattwerk.sample.pictures.people import REACH, STAND, WALK, figure


def construction(c: Canvas) -> None:
    sky(c, 600)
    street_row(c, 640, left=-60, right=380, height=150, narrow=110)
    hills(c, 640, 20, 0.3)
    c.mist(430, 680, 0.5)
    left = c.rng.uniform(400, 500)
    brick = c.p.own(mix(c.p.accent, c.p.second, 0.5), 0.45)
    c.fill(brick, rect(left, 410, 560, 350), shade="right", amount=0.4)
    _courses(c, left, brick)
    windows(c, (left + 20, 440, 520, 300), (4, 2), lit=0, fill=(0.5, 0.6))
    rafters = [
        s
        for k in range(7)
        for s in stroke(
            [
                (left - 20 + k * 20, 410 - k * 2),
                (left + 110 + k * 57, 230),
                (left + 240 + k * 57, 408),
            ],
            9,
        )
    ]
    c.fill(
        mix(c.p.second, c.p.ink, 0.2), *rafters, *stroke([(left + 100, 230), (left + 470, 230)], 12)
    )
    _scaffold(c, left - 50, 660)
    land(c, [(-20, 756), (1520, 760)], mix(c.p.second, c.p.near, 0.45))
    _digger(c, c.rng.uniform(1150, 1230), 890, 1.15)
    c.fill(
        mix(c.p.second, c.p.ink, 0.35),
        curve([(620, 905), (720, 830), (800, 812), (880, 850), (960, 905)]),
        shade="right",
    )
    _barrier(c, 60, 950, 330)
    figure(c, 300, 880, 230, STAND, c.p.accent)
    c.fill(c.p.second, arc(300, 678, 20, 19, 180, 360), rect(276, 676, 50, 5))


def _barrier(c: Canvas, x: float, y: float, w: float) -> None:
    c.ground_shadow(x + w / 2, y, w * 0.5, 8, 0.4)
    c.fill(c.p.ink, *[rect(x + w * f, y - 120, 12, 122) for f in (0.08, 0.88)])
    board = c.fill(c.p.own(c.p.paper, 0.3), rect(x, y - 112, w, 46))
    bars = [
        [(x + k, y - 112), (x + k + 36, y - 112), (x + k + 6, y - 66), (x + k - 30, y - 66)]
        for k in range(0, int(w) + 40, 76)
    ]
    c.ink(c.within(c.cut(*bars), board), c.p.accent)
    c.fill(c.p.lamp, disc(x + 14, y - 128, 13), disc(x + w - 14, y - 128, 13))


def _courses(c: Canvas, x: float, brick: Colour) -> None:
    rows = [rect(x, 430 + k * 22, 560, 2.5) for k in range(15)]
    c.ink(c.cut(*rows), mix(brick, c.p.paper, 0.5), 0.5)


def _scaffold(c: Canvas, x: float, w: float) -> None:
    steel = mix(c.p.ink, c.p.near, 0.5)
    poles = [rect(x + k * w / 5, 330, 7, 440) for k in range(6)]
    planks = [rect(x - 12, y, w + 30, 11) for y in (420, 540, 660)]
    rails = [rect(x - 12, y - 46, w + 30, 4) for y in (420, 540, 660)]
    braces = [
        s
        for k in (0, 3)
        for s in stroke([(x + k * w / 5, 660), (x + (k + 1) * w / 5, 540), (x + k * w / 5, 420)], 4)
    ]
    c.fill(steel, *poles, *rails, *braces)
    c.fill(mix(c.p.second, c.p.ink, 0.3), *planks)
    figure(c, x + w * 0.3, 540, 106, REACH, c.p.accent, shadow=False)
    figure(c, x + w * 0.75, 420, 106, WALK, c.p.second, shadow=False, flip=True)


def _digger(c: Canvas, x: float, y: float, s: float) -> None:
    paint = c.p.own(c.p.second, 0.3)
    c.ground_shadow(x, y, 210 * s, 14 * s, 0.5)
    c.fill(c.p.ink, rounded(x - 150 * s, y - 62 * s, 300 * s, 62 * s, 30 * s))
    c.fill(
        mix(c.p.mid, c.p.ink, 0.3),
        *[disc(x + k * 52 * s, y - 30 * s, 18 * s) for k in (-2, -1, 0, 1, 2)],
    )
    c.fill(paint, rounded(x - 110 * s, y - 170 * s, 270 * s, 104 * s, 16 * s), shade="bottom")
    c.fill(
        paint,
        [
            (x - 100 * s, y - 165 * s),
            (x - 84 * s, y - 300 * s),
            (x + 40 * s, y - 300 * s),
            (x + 50 * s, y - 165 * s),
        ],
        shade="right",
    )
    c.fill(
        mix(c.p.sky_top, c.p.near, 0.4),
        [
            (x - 84 * s, y - 180 * s),
            (x - 70 * s, y - 284 * s),
            (x + 22 * s, y - 284 * s),
            (x + 28 * s, y - 180 * s),
        ],
    )
    arm = [(x - 100 * s, y - 150 * s), (x - 230 * s, y - 380 * s), (x - 400 * s, y - 300 * s)]
    c.fill(paint, *stroke(arm, 40 * s, 24 * s), shade="bottom", amount=0.4)
    c.fill(mix(paint, c.p.ink, 0.25), *stroke([arm[2], (x - 420 * s, y - 130 * s)], 24 * s))
    c.fill(c.p.ink, *[disc(px, py, 10 * s) for px, py in arm])
    bucket = [
        (x - 452 * s, y - 140 * s),
        (x - 386 * s, y - 130 * s),
        (x - 340 * s, y - 60 * s),
        (x - 400 * s, y - 24 * s),
        (x - 460 * s, y - 60 * s),
    ]
    c.fill(c.p.ink, bucket)


def crane_site(c: Canvas) -> None:
    at = sky(c, 700)
    for x in range(-20, 1500, 110):
        h = c.rng.uniform(120, 300)
        c.fill(c.p.depth(0.16), rect(x, 760 - h, 105, h + 20))
    c.mist(480, 780, 0.7)
    _tower_crane(c, c.rng.uniform(1130, 1230), 800, 480, 0.35, -1)
    _skeleton(c, 330, 800)
    _tower_crane(c, c.rng.uniform(250, 300), 800, 660, 0.85, 1)
    land(c, [(-20, 796), (1520, 804)], c.p.depth(0.8))
    c.fill(
        mix(c.p.second, c.p.near, 0.3),
        *[rect(x, 800, 118, 80) for x in range(-40, 1540, 124)],
        shade="bottom",
    )
    for x in (520, 640, 1120):
        figure(c, x + c.rng.uniform(-40, 40), 960, 150, WALK, c.p.accent)
    birds(c, at[0] + 120, 230)


def _skeleton(c: Canvas, x: float, base: float) -> None:
    concrete = mix(c.p.wall(2), c.p.mid, 0.3)
    for floor in range(5):
        y = base - 92 * (floor + 1)
        w = 620 - (130 if floor == 4 else 0)
        c.fill(mix(c.p.near, c.p.ink, 0.35), rect(x + 10, y, w - 20, 92), shade="top")
        c.fill(
            concrete,
            *[rect(x + k * 120, y, 20, 92) for k in range(int(w / 120) + 1)],
            rect(x - 12, y, w + 24, 18),
            shade="right",
            amount=0.4,
        )
        if c.p.mood != "day" and floor < 4:
            c.glow(x + 70 + 120 * c.rng.randrange(4), y + 50, 80, c.p.lamp, 0.8)
    bars = [rect(x + 6 + k * 15, base - 494, 3, 36) for k in range(33)]
    c.fill(c.p.accent, *bars)


def _tower_crane(c: Canvas, x: float, base: float, h: float, t: float, side: int) -> None:
    steel = mix(c.p.depth(t), c.p.second, 0.65 if t > 0.5 else 0.3)
    w, top = h * 0.026, base - h
    bars = stroke([(x - w, base), (x - w, top)], w * 0.5) + stroke(
        [(x + w, base), (x + w, top)], w * 0.5
    )
    n = 16
    for k in range(n):
        y0, y1 = base - h * k / n, base - h * (k + 1) / n
        bars += stroke([(x - w, y0), (x + w, y1)], w * 0.3) + stroke(
            [(x + w, y0), (x - w, y1)], w * 0.3
        )
    reach, back = x + side * h * 1.05, x - side * h * 0.34
    bars += stroke([(back, top), (reach, top)], w * 0.6) + stroke(
        [(x, top - w * 2.2), (reach, top - w * 0.6)], w * 0.4
    )
    for k in range(18):
        jx = x + side * h * 1.05 * k / 18
        bars += stroke(
            [
                (jx, top),
                (jx + side * h * 0.03, top - w * (2 - k * 0.08)),
                (jx + side * h * 0.058, top),
            ],
            w * 0.25,
        )
    bars += stroke(
        [(back, top), (x, top - h * 0.16), (reach - side * h * 0.3, top - w)], w * 0.25
    ) + stroke([(x, top), (x, top - h * 0.16)], w * 0.8)
    c.fill(steel, *bars)
    c.fill(
        mix(c.p.depth(t), c.p.ink, 0.3),
        rect(back - w * 2, top, w * 5, w * 4),
        rounded(x + (0 if side > 0 else -w * 4), top + w * 0.5, w * 4, w * 4, 4),
    )
    hook = x + side * h * c.rng.uniform(0.5, 0.85)
    c.fill(
        steel,
        *stroke([(hook, top), (hook, top + h * 0.28)], 3),
        rect(hook - h * 0.08, top + h * 0.28, h * 0.16, h * 0.025),
    )
