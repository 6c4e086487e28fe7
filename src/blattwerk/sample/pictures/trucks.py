"""Vans, buses and engines; ``x`` is the middle, ``y`` the ground."""

from blattwerk.sample.pictures.canvas import Canvas
from blattwerk.sample.pictures.geometry import disc, place, rect, rounded, stroke
from blattwerk.sample.pictures.palettes import Colour, mix
from blattwerk.sample.pictures.vehicles import glass, headlights, wheel


def van(c: Canvas, x: float, y: float, w: float, paint: Colour, *, long: float = 0.4) -> None:
    """A box body with a cab on the right; ``long`` is its height in widths."""
    c.ground_shadow(x, y, w * 0.52, w * 0.025, 0.5)
    cab = [
        (0.2, -0.08),
        (0.2, -long * 0.9),
        (0.33, -long * 0.9),
        (0.44, -long * 0.52),
        (0.5, -long * 0.45),
        (0.5, -0.08),
    ]
    c.fill(paint, place(cab, x, y, w), shade="right", amount=0.4)
    pane = [(0.25, -long * 0.5), (0.25, -long * 0.8), (0.32, -long * 0.8), (0.41, -long * 0.5)]
    c.fill(glass(c), place(pane, x, y, w), shade="bottom", amount=0.4)
    c.fill(
        paint,
        place(rounded(-0.5, -long, 0.72, long - 0.07, 0.02), x, y, w),
        shade="bottom",
        amount=0.35,
    )
    c.fill(c.p.ink, place(rect(-0.5, -0.09, 1, 0.03), x, y, w))
    for k in (-0.3, 0.33):
        c.fill(c.p.ink, place(disc(k, -0.08, 0.095), x, y, w))
        wheel(c, x + k * w, y, w * 0.078)
    c.fill(c.p.lamp, place(disc(0.485, -0.15, 0.016), x, y, w))


def beacon(c: Canvas, x: float, y: float, r: float) -> None:
    """The blue light on a roof."""
    blue = mix(c.p.near, (70, 150, 230), 0.8)
    c.glow(x, y, r * 9, blue, 0.75)
    c.fill(blue, rounded(x - r, y - r * 0.8, r * 2, r * 1.6, r * 0.6))


def ambulance(c: Canvas, x: float, y: float, w: float) -> None:
    white = c.p.own(c.p.paper, 0.3)
    van(c, x, y, w, white)
    c.fill(
        c.p.accent,
        place(rect(-0.5, -0.21, 0.72, 0.05), x, y, w),
        place(rect(0.2, -0.2, 0.3, 0.04), x, y, w),
    )
    c.fill(glass(c), place(rect(-0.4, -0.35, 0.2, 0.1), x, y, w))
    beacon(c, x + w * 0.24, y - w * 0.385, w * 0.028)
    beat = [(-0.12, -0.3), (-0.06, -0.3), (-0.03, -0.36), (0.01, -0.25), (0.04, -0.3), (0.1, -0.3)]
    c.fill(c.p.accent, *[place(s, x, y, w) for s in stroke(beat, 0.014)])
    headlights(c, x + w * 0.49, y - w * 0.15, w * 0.5)


def bus(c: Canvas, x: float, y: float, w: float, paint: Colour) -> None:
    """A town bus ``w`` long looking right, passengers behind the glass."""
    c.ground_shadow(x, y, w * 0.52, w * 0.02, 0.5)
    body = place(rounded(-0.5, -0.34, 1, 0.29, 0.035), x, y, w)
    shell = c.fill(c.p.own(paint, 0.3), body)
    c.ink(
        c.within(c.cut(place(rect(-0.5, -0.34, 1, 0.045), x, y, w)), shell),
        mix(c.p.paper, paint, 0.2),
    )
    band = c.fill(glass(c), place(rounded(-0.47, -0.285, 0.955, 0.12, 0.02), x, y, w))
    heads = [
        place(part, x, y, w)
        for k in range(7)
        if c.rng.random() < 0.7
        for part in (
            disc(-0.4 + k * 0.12, -0.215, 0.016, 0.02),
            disc(-0.4 + k * 0.12, -0.16, 0.032, 0.045),
        )
    ]
    if heads:
        c.ink(c.within(c.cut(*heads), band), mix(c.p.ink, c.p.near, 0.3), 0.85)
    c.fill(
        c.p.own(paint, 0.3),
        *[place(rect(k, -0.29, 0.012, 0.13), x, y, w) for k in (-0.25, -0.03, 0.19, 0.4)],
    )
    c.fill(
        glass(c),
        *[place(rounded(k, -0.285, 0.075, 0.215, 0.008), x, y, w) for k in (0.105, -0.21)],
        shade="bottom",
        amount=0.4,
    )
    c.fill(c.p.ink, *[place(rect(k, -0.285, 0.005, 0.215), x, y, w) for k in (0.14, -0.175)])
    c.grain(shell, c.p.ink, "bottom", 0.5)
    for k in (-0.33, 0.3):
        c.fill(c.p.ink, place(disc(k, -0.06, 0.062), x, y, w))
        wheel(c, x + k * w, y, w * 0.05)
    c.fill(c.p.lamp, place(rounded(0.475, -0.115, 0.02, 0.03, 0.008), x, y, w))
    headlights(c, x + w * 0.49, y - w * 0.1, w * 0.3)


def fire_engine_at(c: Canvas, x: float, y: float, w: float) -> None:
    red = c.p.own(mix(c.p.accent, (200, 40, 30), 0.5), 0.35)
    van(c, x, y, w, red, long=0.36)
    white = mix(c.p.paper, c.p.mid, 0.15)
    c.fill(
        white,
        place(rect(-0.5, -0.15, 0.72, 0.03), x, y, w),
        place(rect(0.2, -0.15, 0.3, 0.03), x, y, w),
    )
    for k in range(3):
        shutter = place(rect(-0.46 + k * 0.22, -0.31, 0.19, 0.14), x, y, w)
        c.fill(mix(white, c.p.mid, 0.4), shutter, shade="bottom", amount=0.6)
        slats = [
            place(rect(-0.46 + k * 0.22, -0.31 + j * 0.023, 0.19, 0.004), x, y, w)
            for j in range(1, 6)
        ]
        c.ink(c.cut(*slats), c.p.ink, 0.4)
    ladder = stroke([(-0.52, -0.4), (0.42, -0.46)], 0.012) + stroke(
        [(-0.52, -0.43), (0.42, -0.49)], 0.012
    )
    ladder += [
        s
        for k in range(16)
        for s in stroke(
            [(-0.5 + k * 0.06, -0.4 - k * 0.004), (-0.5 + k * 0.06, -0.43 - k * 0.004)], 0.009
        )
    ]
    c.fill(white, *[place(s, x, y, w) for s in ladder])
    c.fill(c.p.ink, place(rect(-0.3, -0.42, 0.05, 0.06), x, y, w))
    beacon(c, x + w * 0.27, y - w * 0.345, w * 0.022)
    headlights(c, x + w * 0.49, y - w * 0.15, w * 0.45)
