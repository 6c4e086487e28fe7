"""Sky, land, water and what grows on it."""

import itertools
import math

from blattwerk.sample.pictures.canvas import HEIGHT, WIDTH, Canvas, Shape
from blattwerk.sample.pictures.geometry import (
    Outline,
    Point,
    curve,
    disc,
    rect,
    rounded,
    stroke,
)
from blattwerk.sample.pictures.palettes import Colour, mix

MARGIN = 20


def sky(c: Canvas, horizon: float = 700, *, clouds: bool = True, sun: Point | None = None) -> Point:
    """Lay the sky and its light; returns where sun or moon stands."""
    frame = c.cut(rect(-MARGIN, -MARGIN, WIDTH + 2 * MARGIN, HEIGHT + 2 * MARGIN))
    c.ink(frame, c.p.sky_low)
    air = c.cut(rect(-MARGIN, -MARGIN, WIDTH + 2 * MARGIN, horizon + MARGIN))
    c.grade(air, c.p.sky_top, c.p.sky_low)
    c.grain(air, mix(c.p.sky_top, c.p.ink, 0.2), "top", 0.26)
    if c.p.dark:
        stars(c, 70, horizon * 0.8)
    at = sun or (c.rng.uniform(250, 1250), horizon * c.rng.uniform(0.28, 0.6))
    luminary(c, *at, c.rng.uniform(60, 105))
    if clouds and not c.p.dark:
        for _ in range(c.rng.randint(2, 4)):
            cloud(c, c.rng.uniform(0, WIDTH), c.rng.uniform(60, horizon * 0.6))
    return at


def luminary(c: Canvas, x: float, y: float, r: float) -> None:
    c.glow(x, y, r * 4.5, c.p.sun, 0.5)
    c.fill(mix(c.p.sun, c.p.sky_low, 0.35 if c.p.mood == "mist" else 0), disc(x, y, r))
    if c.p.dark:
        c.grain(c.cut(disc(x, y, r)), mix(c.p.sun, c.p.mid, 0.5), "right", 0.5)


def stars(c: Canvas, count: int, depth: float) -> None:
    dots = []
    for _ in range(count):
        x, y = c.rng.uniform(0, WIDTH), depth * c.rng.random() ** 1.4
        dots.append(disc(x, y, c.rng.choice((1.2, 1.6, 1.6, 2.6))))
    c.ink(c.cut(*dots), c.p.paper, 0.8)


def cloud(c: Canvas, x: float, y: float, size: float | None = None) -> None:
    """Two or three long paper strips, shifted."""
    w = size or c.rng.uniform(180, 420)
    h = w * 0.11
    bars = [rounded(x - w / 2, y, w, h, h / 2)]
    bars.append(rounded(x - w * c.rng.uniform(0.1, 0.35), y - h * 0.8, w * 0.55, h, h / 2))
    bars.append(rounded(x - w * c.rng.uniform(0.2, 0.6), y + h * 0.75, w * 0.6, h * 0.8, h / 2))
    shape = c.cut(*bars)
    c.ink(shape, mix(c.p.paper, c.p.sky_low, 0.35), 0.75)
    c.grain(shape, mix(c.p.sky_top, c.p.haze, 0.5), "bottom", 0.4)


def birds(c: Canvas, x: float, y: float, count: int = 5, span: float = 26) -> None:
    wings: list[Outline] = []
    for _ in range(count):
        bx, by = x + c.rng.uniform(-110, 110), y + c.rng.uniform(-50, 50)
        s = span * c.rng.uniform(0.6, 1.1)
        left = curve([(bx - s, by - s * 0.25), (bx - s * 0.45, by - s * 0.42), (bx, by)])
        right = curve([(bx, by), (bx + s * 0.45, by - s * 0.42), (bx + s, by - s * 0.25)])
        wings += stroke(left, 1.5, 4) + stroke(right, 4, 1.5)
    c.ink(c.cut(*wings), c.p.depth(0.85), 0.9)


def rolling(c: Canvas, y: float, swing: float, waves: float = 1.5) -> Outline:
    """The upper line of a hill range from left to right."""
    shift, shift2 = c.rng.uniform(0, 6.3), c.rng.uniform(0, 6.3)
    line: Outline = []
    for i in range(61):
        t = i / 60 * math.tau * waves
        rise = math.sin(t + shift) * 0.7 + math.sin(t * 2.3 + shift2) * 0.3
        line.append((-MARGIN + i * (WIDTH + 2 * MARGIN) / 60, y - swing * rise))
    return line


def land(c: Canvas, line: Outline, colour: Colour, amount: float = 0.45) -> Shape:
    """Everything under ``line``, to the lower edge of the picture."""
    floor = HEIGHT + MARGIN
    under = [*line, (line[-1][0], floor), (line[0][0], floor)]
    return c.fill(colour, under, shade="bottom", amount=amount)


def level(line: Outline, x: float) -> float:
    """The height of ``line`` at ``x``."""
    for (x0, y0), (x1, y1) in itertools.pairwise(line):
        if x0 <= x <= x1:
            return y0 + (y1 - y0) * (x - x0) / ((x1 - x0) or 1)
    return line[-1][1]


def hills(c: Canvas, y: float, swing: float, t: float, *, green: bool = False) -> Outline:
    line = rolling(c, y, swing, c.rng.uniform(0.8, 1.7))
    land(c, line, c.p.meadow(t) if green else c.p.depth(t))
    return line


def peaks(c: Canvas, base: float, tops: list[tuple[float, float, float]], t: float) -> None:
    """Folded-paper mountains: (x, top, half width) each; one face lit, one in shadow."""
    lit, dark = c.p.depth(t), c.p.depth(t + 0.13)
    for x, top, half in tops:
        ridge = _spine(c, x, top, base)
        left, right = _flank(c, x, top, base, -half), _flank(c, x, top, base, half)
        c.fill(lit, [*left, *reversed(right)], shade="bottom", amount=0.25)
        c.fill(dark, [*ridge, *reversed(right[:-1])], shade="bottom", amount=0.3)


def _flank(c: Canvas, x: float, top: float, base: float, half: float) -> Outline:
    outline = [(x, top)]
    for i in range(1, 6):
        jut = c.rng.uniform(-0.05, 0.05) if i < 5 else 0
        outline.append((x + half * (i / 5 + jut), top + (base - top) * (i / 5 - jut * 0.4)))
    return [*outline, (x, base + MARGIN)]


def _spine(c: Canvas, x: float, top: float, base: float) -> Outline:
    swing = (base - top) * 0.12
    line = [(x, top)]
    for i in range(1, 6):
        side = swing * (0.8 if i % 2 else -0.35) * (i / 5)
        line.append((x - side * c.rng.uniform(0.6, 1.2), top + (base - top) * i / 5))
    return line


def snowcap(c: Canvas, x: float, top: float, half: float, drop: float) -> None:
    """Snow on a peak of slope ``half`` wide after ``drop`` units of height."""
    left, right = x - half, x + half
    teeth = [(left, top + drop), (x - half * 0.5, top + drop * 0.82)]
    teeth += [(x - half * 0.25, top + drop * 1.05), (x, top + drop * 0.75)]
    lit = mix(c.p.paper, c.p.haze, 0.3 if c.p.dark else 0.05)
    c.fill(lit, [(x, top), *teeth])
    shady = [(x, top), (x, top + drop * 0.75), (x + half * 0.3, top + drop * 1.1)]
    shady += [(x + half * 0.6, top + drop * 0.85), (right, top + drop)]
    c.fill(mix(lit, c.p.mid, 0.35), shady)


def pine(c: Canvas, x: float, y: float, h: float, t: float = 0.8) -> None:
    """A folded fir on its trunk foot at ``y``."""
    half = h * 0.2
    left: Outline = [(x, y - h)]
    for i in range(1, 5):
        low, w = y - h + h * 0.9 * i / 4, half * (0.25 + 0.75 * i / 4)
        left += [(x - w, low), (x - w * 0.45, low - h * 0.02)]
    right = [(2 * x - px, py) for px, py in reversed(left)]
    colour = c.p.depth(t)
    c.fill(mix(colour, c.p.ink, 0.3), rect(x - h * 0.02, y - h * 0.12, h * 0.04, h * 0.12))
    c.fill(colour, [*left, *right])
    c.ink(c.cut([*right, (x, y - h * 0.13)]), mix(colour, c.p.ink, 0.35))


def pines(
    c: Canvas, line: Outline, xs: tuple[float, float], count: int, h: float, t: float
) -> None:
    """A stand of firs along ``line``, the tall ones last."""
    for i in range(count):
        x = c.rng.uniform(*xs)
        tall = h * c.rng.uniform(0.6, 1.1) * (0.8 + 0.2 * i / count)
        pine(c, x, level(line, x) + h * 0.06, tall, t)


def tree(c: Canvas, x: float, y: float, h: float, colour: Colour | None = None) -> Shape:
    """A round tree standing at ``y``."""
    crown = colour or c.p.meadow(0.7)
    w = h * c.rng.uniform(0.3, 0.38)
    trunk = mix(c.p.near, c.p.ink, 0.5)
    fork = [(x, y - h * 0.3), (x + w * 0.45, y - h * 0.62)]
    c.fill(trunk, *stroke([(x, y), (x, y - h * 0.6)], h * 0.05, h * 0.02))
    blob = disc(x, y - h * 0.62, w, h * 0.38)
    shape = c.fill(crown, blob, shade="right", amount=0.8)
    c.fill(trunk, *stroke([(x, y - h * 0.25), (x, y - h * 0.7)], h * 0.026, h * 0.01))
    c.fill(trunk, *stroke(fork, h * 0.016, h * 0.006))
    return shape


def poplar(c: Canvas, x: float, y: float, h: float, colour: Colour | None = None) -> None:
    crown = colour or c.p.meadow(0.8)
    leaf = [(x, y - h), (x + h * 0.1, y - h * 0.55), (x + h * 0.07, y - h * 0.12)]
    leaf += [(x - h * 0.07, y - h * 0.12), (x - h * 0.1, y - h * 0.55)]
    c.fill(c.p.ink, rect(x - h * 0.012, y - h * 0.15, h * 0.024, h * 0.15))
    c.fill(crown, curve(leaf, closed=True), shade="right", amount=0.8)


def water(c: Canvas, y: float, *, sun: Point | None = None, depth: float = 0.45) -> Shape:
    """A sheet of water from ``y`` down, with the light lying on it under ``sun``."""
    sheet = c.cut(rect(-MARGIN, y, WIDTH + 2 * MARGIN, HEIGHT - y + MARGIN))
    c.grade(sheet, mix(c.p.sky_low, c.p.mid, 0.3), mix(c.p.mid, c.p.near, depth))
    c.grain(sheet, c.p.near, "bottom", 0.4)
    if sun:
        glitter(c, sun[0], y + 8, HEIGHT)
    return sheet


def glitter(c: Canvas, x: float, top: float, bottom: float, width: float = 90) -> None:
    bars: list[Outline] = []
    y = top
    while y < bottom:
        t = (y - top) / (bottom - top)
        w = width * (0.5 + t) * c.rng.uniform(0.35, 1.1)
        bars.append(lens(x + c.rng.uniform(-0.35, 0.35) * width * (0.4 + t), y, w, 2.5 + 4 * t))
        y += c.rng.uniform(10, 20) * (0.7 + 1.3 * t)
    c.ink(c.cut(*bars), mix(c.p.sun, c.p.sky_low, 0.3), 0.8)


def ripples(
    c: Canvas, top: float, bottom: float, count: int = 40, colour: Colour | None = None
) -> None:
    """Thin lenses of light on water, longer the nearer."""
    bars: list[Outline] = []
    for _ in range(count):
        t = c.rng.random()
        y = top + (bottom - top) * t
        w = c.rng.uniform(25, 80) * (0.5 + 1.2 * t)
        bars.append(lens(c.rng.uniform(0, WIDTH), y, w, 1.5 + 2.5 * t))
    c.ink(c.cut(*bars), colour or mix(c.p.paper, c.p.mid, 0.35), 0.55)


def lens(x: float, y: float, half: float, thick: float) -> Outline:
    return [(x - half, y), (x, y - thick), (x + half, y), (x, y + thick)]


def tufts(c: Canvas, top: float, bottom: float, count: int, colour: Colour) -> None:
    """Grass blades scattered over a meadow."""
    blades: list[Outline] = []
    for _ in range(count):
        t = c.rng.random()
        x, y, h = c.rng.uniform(0, WIDTH), top + (bottom - top) * t, 8 + 20 * t
        blades += [[(x - 1.5, y), (x + k * h, y - h), (x + 1.5, y)] for k in (-0.4, 0, 0.45)]
    c.ink(c.cut(*blades), colour, 0.8)
