"""Animals as paper silhouettes: one unit tall, feet at 0, looking right."""

from blattwerk.sample.pictures.canvas import Canvas
from blattwerk.sample.pictures.geometry import Outline, arc, curve, disc, place, stroke
from blattwerk.sample.pictures.palettes import Colour, mix

WOLF: Outline = curve(
    [
        (-0.6, -0.56), (-0.42, -0.64), (-0.15, -0.65), (0.1, -0.69), (0.3, -0.77),
        (0.42, -0.84), (0.46, -0.9), (0.47, -1), (0.55, -0.91), (0.59, -0.9),
        (0.62, -0.98), (0.67, -0.86), (0.74, -0.8), (0.88, -0.735), (0.925, -0.7),
        (0.91, -0.665), (0.78, -0.64), (0.68, -0.6), (0.6, -0.56), (0.55, -0.5),
        (0.5, -0.42), (0.44, -0.36), (0.41, -0.28), (0.385, -0.12), (0.385, -0.05),
        (0.45, -0.02), (0.45, 0), (0.32, 0), (0.315, -0.14), (0.3, -0.26),
        (0.265, -0.34), (0.24, -0.25), (0.215, -0.12), (0.215, -0.05), (0.28, -0.02),
        (0.28, 0), (0.15, 0), (0.145, -0.14), (0.13, -0.3), (0.08, -0.36),
        (-0.12, -0.35), (-0.26, -0.38), (-0.3, -0.32), (-0.33, -0.25), (-0.3, -0.13),
        (-0.29, -0.04), (-0.23, -0.02), (-0.23, 0), (-0.35, 0), (-0.37, -0.1),
        (-0.42, -0.22), (-0.44, -0.28), (-0.5, -0.2), (-0.48, -0.1), (-0.47, -0.04),
        (-0.41, -0.02), (-0.41, 0), (-0.53, 0), (-0.56, -0.12), (-0.585, -0.2),
        (-0.57, -0.3), (-0.6, -0.4), (-0.66, -0.26), (-0.76, -0.12), (-0.83, -0.08),
        (-0.81, -0.2), (-0.76, -0.36), (-0.69, -0.5),
    ],
    closed=True,
    steps=4,
)  # fmt: skip

DEER: Outline = curve(
    [
        (-0.3, -0.62), (-0.1, -0.64), (0.12, -0.63), (0.2, -0.78), (0.24, -0.92),
        (0.16, -1.02), (0.12, -1.16), (0.16, -1.06), (0.22, -1.02), (0.21, -1.2),
        (0.25, -1.03), (0.28, -0.98), (0.3, -1.16), (0.33, -1.0), (0.42, -0.92),
        (0.42, -0.88), (0.33, -0.86), (0.3, -0.7), (0.24, -0.5), (0.2, -0.38),
        (0.21, -0.2), (0.19, 0), (0.16, 0), (0.15, -0.3), (0.1, -0.38),
        (0.1, -0.2), (0.08, 0), (0.05, 0), (0.05, -0.36), (-0.16, -0.36),
        (-0.2, -0.22), (-0.17, 0), (-0.2, 0), (-0.25, -0.22), (-0.25, -0.34),
        (-0.29, -0.2), (-0.27, 0), (-0.3, 0), (-0.34, -0.22), (-0.32, -0.44),
        (-0.36, -0.54),
    ],
    closed=True,
    steps=5,
)  # fmt: skip


def sheep_at(c: Canvas, x: float, foot: float, h: float, *, flip: bool = False) -> None:
    """A sheep ``h`` tall: a cloud of wool on four dark legs."""
    dark = mix(c.p.ink, c.p.near, 0.2)
    wool = mix(c.p.paper, c.p.mid, 0.35 if c.p.dark else 0.03)
    c.ground_shadow(x, foot, h * 0.55, h * 0.05, 0.4)
    legs = [s for lx in (-0.3, -0.16, 0.18, 0.32) for s in stroke([(lx, -0.4), (lx, -0.02)], 0.075)]
    c.fill(dark, *[place(leg, x, foot, h, flip=flip) for leg in legs])
    puffs = [(-0.38, -0.55, 0.2), (-0.2, -0.7, 0.21), (0.02, -0.74, 0.22), (0.24, -0.7, 0.2)]
    puffs += [(0.38, -0.55, 0.19), (0.2, -0.42, 0.19), (-0.02, -0.4, 0.2), (-0.24, -0.41, 0.19)]
    discs = [disc(px, py, r) for px, py, r in (*puffs, (0, -0.56, 0.34))]
    c.fill(wool, *[place(d, x, foot, h, flip=flip) for d in discs], shade="bottom", amount=0.7)
    face = [disc(0.56, -0.66, 0.13, 0.17), disc(0.62, -0.56, 0.09, 0.12)]
    ears = [disc(0.44, -0.74, 0.1, 0.045), disc(0.66, -0.78, 0.07, 0.04)]
    c.fill(dark, *[place(part, x, foot, h, flip=flip) for part in (*face, *ears)])
    c.fill(wool, place(disc(0.53, -0.83, 0.1, 0.075), x, foot, h, flip=flip))


DOG: Outline = curve(
    [
        (-0.32, 0), (-0.44, -0.02), (-0.56, -0.12), (-0.62, -0.26), (-0.55, -0.24),
        (-0.44, -0.14), (-0.4, -0.24), (-0.3, -0.42), (-0.12, -0.58), (0, -0.74),
        (0, -0.9), (0.1, -1), (0.24, -0.99), (0.32, -0.9), (0.48, -0.86),
        (0.5, -0.78), (0.42, -0.73), (0.28, -0.72), (0.26, -0.6), (0.25, -0.42),
        (0.24, -0.2), (0.24, -0.06), (0.34, 0), (0.14, 0), (0.12, -0.2),
        (0.06, -0.3), (0, -0.16), (0.1, -0.02), (0.06, 0), (-0.12, 0),
    ],
    closed=True,
    steps=5,
)  # fmt: skip


def dog_at(c: Canvas, x: float, foot: float, h: float, coat: Colour) -> None:
    """A dog sitting upright, ``h`` tall, looking right."""
    c.ground_shadow(x, foot, h * 0.5, h * 0.04, 0.45)
    c.fill(coat, place(DOG, x, foot, h), shade="left", amount=0.7)
    chest = curve([(0.16, -0.66), (0.25, -0.58), (0.24, -0.34), (0.16, -0.44)], closed=True)
    c.fill(mix(coat, c.p.paper, 0.55), place(chest, x, foot, h))
    ear = curve([(0.06, -0.94), (0.14, -0.9), (0.12, -0.68), (0.02, -0.66), (0, -0.8)], closed=True)
    c.fill(mix(coat, c.p.ink, 0.5), place(ear, x, foot, h), shade="bottom")
    c.fill(
        c.p.ink,
        place(disc(0.48, -0.84, 0.035), x, foot, h),
        place(disc(0.27, -0.88, 0.02), x, foot, h),
    )
    c.fill(
        c.p.accent,
        *[place(s, x, foot, h) for s in stroke([(0, -0.66), (0.14, -0.6), (0.28, -0.64)], 0.055)],
    )
    haunch = arc(-0.16, -0.2, 0.2, 0.2, 200, 330)
    c.ink(c.cut(*[place(s, x, foot, h) for s in stroke(haunch, 0.012)]), c.p.ink, 0.5)
