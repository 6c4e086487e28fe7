"""Stages and the people on them."""

import math

from blattwerk.sample.pictures.canvas import WIDTH, Canvas, Shape
from blattwerk.sample.pictures.geometry import (
    Outline,
    arch,
    curve,
    disc,
    place,
    rect,
    stroke,
    symmetric,
    turn,
)
from blattwerk.sample.pictures.halls import room
from blattwerk.sample.pictures.nature import stars
from blattwerk.sample.pictures.palettes import Colour, mix
from blattwerk.sample.pictures.people import BOW, RAISED, REACH, SIT, STAND, crowd, figure


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
    """A string quartet on a podium."""
    c.fill(mix(c.p.near, c.p.ink, 0.72), rect(-20, -20, 1540, 1040), shade="top")
    x = c.rng.uniform(690, 810)
    c.glow(x, 520, 780, mix(c.p.accent, c.p.second, c.rng.random()), 0.6)
    for k in range(7):
        panel = rect(110 + k * 190, 60, 130, 560)
        c.ink(c.cut(panel), mix(c.p.second, c.p.ink, 0.4), 0.22)
    for seat in (-1.5, -0.5, 0.5, 1.5):
        spotlight(c, x + seat * 250, 760, 150, 750 + seat * 200)
    c.fill(mix(c.p.second, c.p.ink, 0.5), rect(-20, 770, 1540, 60), shade="bottom")
    c.fill(mix(c.p.second, c.p.ink, 0.3), disc(x, 770, 660, 46), shade="bottom")
    coats = (c.p.near, c.p.accent, c.p.paper, c.p.mid)
    for k, dx in enumerate((-430, -190, 190, 430)):
        _player(c, x + dx, 745 + (24 if abs(dx) < 300 else 0), coats[k], flip=dx > 0, cello=k == 2)
    crowd(c, 925, 170, 9)


def _player(c: Canvas, x: float, foot: float, coat: Colour, *, flip: bool, cello: bool) -> None:
    h, side = 330, -1 if flip else 1
    seat = [rect(x - side * 20 - 45, foot - h * 0.25, 90, 12)]
    seat += [rect(x - side * 20 + k, foot - h * 0.24, 8, h * 0.24) for k in (-42, 34)]
    c.fill(c.p.ink, *seat)
    figure(c, x, foot, h, BOW, coat, flip=flip)
    if cello:
        _strings(c, x + side * h * 0.26, foot + 8, h * 0.95, -side * 9)
    else:
        _strings(c, x + side * h * 0.06, foot - h * 0.545, h * 0.42, side * 100)
        stand_x = x + side * h * 0.62
        c.fill(c.p.ink, *stroke([(stand_x, foot), (stand_x, foot - h * 0.5)], 5))
        slope = [(stand_x - 34, foot - h * 0.62), (stand_x + 34, foot - h * 0.62)]
        c.fill(
            c.p.paper, [*slope, (stand_x + 40, foot - h * 0.46), (stand_x - 40, foot - h * 0.46)]
        )
    bow = [(x + side * h * 0.1, foot - h * (0.3 if cello else 0.66))]
    bow.append((x + side * h * 0.44, foot - h * (0.38 if cello else 0.56)))
    c.fill(c.p.paper, *stroke(bow, 4))


def _strings(c: Canvas, x: float, foot: float, h: float, lean: float) -> None:
    """A cello or a fiddle of length ``h``, standing on ``foot`` and leaning by degrees."""
    half = [(0, -0.56), (0.06, -0.56), (0.14, -0.46), (0.1, -0.34), (0.19, -0.22), (0.16, -0.1)]
    body = curve(symmetric([*half, (0, -0.05)], 0), closed=True)
    wood = mix(c.p.second, c.p.accent, 0.5)
    c.fill(wood, turn(place(body, x, foot, h), x, foot, lean), shade="right", amount=0.6)
    parts = [*stroke([(0, -0.3), (0, -0.98)], 0.04), disc(0, -1, 0.04, 0.05)]
    parts.append(rect(-0.06, -0.22, 0.12, 0.02))
    c.fill(c.p.ink, *[turn(place(part, x, foot, h), x, foot, lean) for part in parts])


def piano(c: Canvas) -> None:
    room(c, mix(c.p.near, c.p.ink, 0.35), mix(c.p.second, c.p.ink, 0.4), 760)
    _stage_window(c, c.rng.uniform(120, 240))
    spotlight(c, 800, 880, 520, 560)
    black = mix(c.p.ink, (0, 0, 0), 0.25)
    x, y = c.rng.uniform(520, 580), 600.0
    _lid(c, x, y, black)
    for leg in (x + 40, x + 640, x + 380):
        foot = [(leg + 30, y + 310), (leg + 14, y + 310)]
        c.fill(black, [(leg, y + 100), (leg + 44, y + 100), *foot])
    c.ground_shadow(x + 370, y + 314, 430, 26, 0.5)
    rim = [(x - 20, y), (x + 400, y - 4), (x + 730, y), (x + 750, y + 60)]
    belly = curve([*rim, (x + 700, y + 120), (x - 20, y + 120)], closed=True)
    c.fill(black, belly, rect(x - 110, y + 20, 150, 100), shade="bottom")
    _keys(c, x - 116, y + 26)
    figure(c, x - 240, y + 312, 400, SIT, c.p.accent)
    stool = [rect(x - 300, y + 234, 14, 80), rect(x - 194, y + 234, 14, 80)]
    c.fill(black, rect(x - 310, y + 208, 140, 26), *stool)


def _lid(c: Canvas, x: float, y: float, black: Colour) -> None:
    edge = curve([(x + 120, y - 290), (x + 360, y - 390), (x + 640, y - 330), (x + 700, y - 10)])
    lid = c.fill(mix(black, c.p.near, 0.25), [(x + 20, y - 10), *edge], shade="bottom", amount=0.9)
    gleam = c.cut(*stroke([(x + 60, y - 20), (x + 300, y - 370)], 60))
    c.ink(c.within(gleam, lid), c.p.mid, 0.25)
    strings = [(x + 10, y - 16), (x + 720, y - 16), (x + 720, y + 10), (x, y + 10)]
    c.fill(mix(c.p.second, c.p.ink, 0.1), strings)
    c.fill(c.p.ink, *stroke([(x + 420, y), (x + 470, y - 320)], 7))


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
