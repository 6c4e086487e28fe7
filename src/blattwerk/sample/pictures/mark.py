"""The paper's mark: a leaf on a quiet square."""

from random import Random

from blattwerk.sample.pictures.canvas import Canvas
from blattwerk.sample.pictures.geometry import along, curve, rect, stroke
from blattwerk.sample.pictures.palettes import PALETTES, mix
from blattwerk.sample.pictures.printing import as_png


def draw_mark(size: int = 512) -> bytes:
    """Draw the mark as a square PNG, ``size`` pixels wide; it is always the same leaf."""
    c = Canvas((size, size), PALETTES[1], Random(1))
    c.ink(c.cut(rect(-20, -20, 1540, 1040)), mix(c.p.near, c.p.ink, 0.45))
    foot, tip = (560, 830), (985, 160)
    upper = curve([foot, (520, 560), (640, 300), tip])
    lower = curve([foot, (850, 760), (1010, 500), tip])
    c.ink(c.cut([*upper, *reversed(lower)]), c.p.paper)
    vein = curve([foot, (700, 560), tip])
    c.ink(c.cut([*vein, *reversed(lower)]), mix(c.p.paper, c.p.second, 0.55))
    lines = stroke([(505, 930), foot, *vein], 26, 6)
    for t in (0.2, 0.38, 0.56, 0.72):
        root = vein[round(t * (len(vein) - 1))]
        for edge in (upper, lower):
            lines += stroke(
                [root, along(root, edge[round((t + 0.16) * (len(edge) - 1))], 0.72)], 12, 4
            )
    c.ink(c.cut(*lines), mix(c.p.near, c.p.ink, 0.45))
    c.ink(c.cut(*stroke([(505, 930), foot], 30, 24)), c.p.paper)
    return as_png(c.image)
