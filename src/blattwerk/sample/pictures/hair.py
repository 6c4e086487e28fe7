"""Hair and beards."""

import math

from blattwerk.sample.pictures.geometry import Outline, Point, curve, disc, stroke, symmetric
from blattwerk.sample.pictures.palettes import mix
from blattwerk.sample.pictures.sitter import Sitter

# Where a hairstyle parts: sideways in half faces, and how low it comes.
PARTING = {"parted": (-0.45, 324), "short": (0.1, 312), "crop": (0.0, 316), "bun": (0.0, 294)}


def hair_behind(s: Sitter) -> None:
    """What falls behind the neck."""
    c, w = s.c, s.wide
    dark = mix(s.hair, s.p.ink, 0.3)
    if s.look.hair == "long":
        fall = [(750, 195), (750 + w * 1.3, 380), (750 + w * 1.4, 800), (750, 860)]
        c.fill(dark, curve(symmetric(fall, 750), closed=True), shade="bottom")
    elif s.look.hair == "bob":
        fall = [(750, 190), (750 + w * 1.35, 360), (750 + w * 1.3, 610), (750, 650)]
        c.fill(dark, curve(symmetric(fall, 750), closed=True), shade="bottom")
    elif s.look.hair == "bun":
        c.fill(dark, disc(750 + w * 0.3, 205, 82, 74), shade="right")
    elif s.look.hair == "curly":
        c.fill(dark, *_curls(s, 1.12, 12), shade="bottom")


def hair_front(s: Sitter) -> None:
    """What frames the forehead."""
    if s.look.hair == "bald":
        _temples(s)
    elif s.look.hair == "curly":
        mop = disc(750, 290, s.wide * 0.8, 60)
        s.c.fill(s.hair, *_curls(s, 0.98, 10), mop, shade="right")
    else:
        _combed(s)


def _temples(s: Sitter) -> None:
    for side in (-s.wide, s.wide):
        patch = [(750 + side * 0.9, 350), (750 + side * 1.06, 400)]
        patch += [(750 + side * 1.02, 480), (750 + side * 0.9, 440)]
        s.c.fill(s.hair, curve(patch, closed=True))


def _combed(s: Sitter) -> None:
    c, w, style = s.c, s.wide, s.look.hair
    top = 450 - s.tall * (1.16 if style in ("parted", "short") else 1.1)
    low = 500 if style in ("bob", "long") else 430
    side, fringe = PARTING.get(style, (-0.3, 294))
    crown: list[Point] = [(-1.04, low), (-1.1, 380), (-0.8, top + 62), (-0.1, top)]
    crown += [(0.75, top + 52), (1.1, 370), (1.05, low)]
    brow: list[Point] = [(0.92, 400), (0.62, 338), (side, fringe), (-0.68, 352), (-0.94, 410)]
    outline = curve([(750 + w * x, y) for x, y in crown + brow], closed=True)
    c.grain(c.fill(s.hair, outline), mix(s.hair, s.p.ink, 0.5), "right", 0.7)
    sheen = [(750 - w * 0.6, top + 76), (750 - w * 0.2, top + 42), (750 + w * 0.2, top + 40)]
    c.ink(c.cut(*stroke(curve(sheen), 5, 2)), mix(s.hair, s.p.paper, 0.4), 0.7)


def _curls(s: Sitter, reach: float, count: int) -> list[Outline]:
    curls = []
    for i in range(count):
        a = math.radians(165 + 210 * i / (count - 1))
        x, y = math.cos(a) * s.wide * reach, math.sin(a) * s.tall * reach * 0.85
        curls.append(disc(750 + x, 385 + y, s.c.rng.uniform(54, 68)))
    return curls


def beard(s: Sitter) -> None:
    c, hair = s.c, mix(s.hair, s.p.ink, 0.12)
    if s.look.beard == "full":
        c.fill(hair, _jawline(s), shade="bottom", amount=0.4)
        c.fill(mix(s.skin, s.shade, 0.4), disc(750, 606, 44, 17))
    elif s.look.beard == "stubble":
        c.ink(c.cut(_jawline(s)), mix(s.skin, hair, 0.55), 0.45)
    elif s.look.beard == "moustache":
        lip = [(750, 568), (800, 572), (836, 596), (790, 594), (750, 584)]
        c.fill(hair, curve(symmetric(lip, 750), closed=True))


def _jawline(s: Sitter) -> Outline:
    w = s.wide
    half: Outline = [
        (750, 566),
        (750 + w * 0.42, 572),
        (750 + w * 0.72, 545),
        (750 + w * 0.99, 455),
    ]
    half += [(750 + w * 0.95, 575), (750 + w * 0.68, 650), (750 + w * 0.3, 450 + s.tall * 1.14)]
    return curve(symmetric(half, 750), closed=True)
