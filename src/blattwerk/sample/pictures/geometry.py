"""Outlines in picture units: every shape is a closed list of points."""

import math
from collections.abc import Sequence

type Point = tuple[float, float]
type Outline = list[Point]
type Path = Sequence[Point]


def rect(x: float, y: float, w: float, h: float) -> Outline:
    return [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]


def disc(cx: float, cy: float, rx: float, ry: float | None = None) -> Outline:
    return arc(cx, cy, rx, rx if ry is None else ry, 0, 360)


def arc(cx: float, cy: float, rx: float, ry: float, start: float, end: float) -> Outline:
    """Points on an ellipse; degrees run clockwise from the right, as y points down."""
    steps = max(8, int(abs(end - start) / 6))
    angles = (math.radians(start + (end - start) * i / steps) for i in range(steps + 1))
    return [(cx + rx * math.cos(a), cy + ry * math.sin(a)) for a in angles]


def rounded(x: float, y: float, w: float, h: float, r: float) -> Outline:
    r = min(r, w / 2, h / 2)
    corners = [(x + w - r, y + r, -90), (x + w - r, y + h - r, 0)]
    corners += [(x + r, y + h - r, 90), (x + r, y + r, 180)]
    return [p for cx, cy, a in corners for p in arc(cx, cy, r, r, a, a + 90)]


def arch(x: float, y: float, w: float, h: float) -> Outline:
    """A round-headed opening whose top touches ``y``."""
    return [*arc(x + w / 2, y + w / 2, w / 2, w / 2, 180, 360), (x + w, y + h), (x, y + h)]


def curve(points: Path, *, closed: bool = False, steps: int = 8) -> Outline:
    """A smooth line (Catmull-Rom) through ``points``."""
    if closed:
        ring = [points[-1], *points, points[0], points[1]]
    else:
        ring = [points[0], *points, points[-1]]
    line: Outline = []
    for a, b, c, d in zip(ring, ring[1:], ring[2:], ring[3:], strict=False):
        line += [_between(a, b, c, d, i / steps) for i in range(steps)]
    return line if closed else [*line, points[-1]]


def _between(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    def axis(i: int) -> float:
        p, q, r, s = a[i], b[i], c[i], d[i]
        square = (2 * p - 5 * q + 4 * r - s) * t * t
        return 0.5 * (2 * q + (r - p) * t + square + (3 * q - p - 3 * r + s) * t**3)

    return axis(0), axis(1)


def stroke(points: Path, width: float, end: float | None = None) -> list[Outline]:
    """A line with round ends as outlines, tapering from ``width`` to ``end``."""
    last = max(1, len(points) - 1)
    radii = [(width + ((end or width) - width) * i / last) / 2 for i in range(len(points))]
    pieces = [disc(x, y, r) for (x, y), r in zip(points, radii, strict=True)]
    pairs = zip(points, points[1:], radii, radii[1:], strict=False)
    return pieces + [_limb(p, q, r, s) for p, q, r, s in pairs]


def _limb(p: Point, q: Point, r: float, s: float) -> Outline:
    length = math.hypot(q[0] - p[0], q[1] - p[1]) or 1
    nx, ny = -(q[1] - p[1]) / length, (q[0] - p[0]) / length
    left = [(p[0] + nx * r, p[1] + ny * r), (q[0] + nx * s, q[1] + ny * s)]
    return [*left, (q[0] - nx * s, q[1] - ny * s), (p[0] - nx * r, p[1] - ny * r)]


def place(outline: Path, x: float, y: float, scale: float = 1, *, flip: bool = False) -> Outline:
    """The outline scaled about its origin and moved there; flipped left to right if asked."""
    sx = -scale if flip else scale
    return [(x + px * sx, y + py * scale) for px, py in outline]


def turn(outline: Path, cx: float, cy: float, degrees: float) -> Outline:
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    moved = ((x - cx, y - cy) for x, y in outline)
    return [(cx + x * cos - y * sin, cy + x * sin + y * cos) for x, y in moved]


def along(a: Point, b: Point, t: float) -> Point:
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t


def symmetric(half: Path, axis: float) -> Outline:
    """The right half of a figure, from top to bottom, completed about a vertical axis."""
    return [*half, *[(2 * axis - x, y) for x, y in reversed(half) if x != axis]]
