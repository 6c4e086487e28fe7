"""Boats, cars and what else has a side view; ``x`` is the middle, ``y`` the ground."""

from blattwerk.sample.pictures.canvas import Canvas
from blattwerk.sample.pictures.geometry import Outline, curve, disc, place, rect, rounded, stroke
from blattwerk.sample.pictures.palettes import Colour, mix
from blattwerk.sample.pictures.people import SIT, figure


def wheel(c: Canvas, x: float, y: float, r: float, hub: Colour | None = None) -> None:
    """A wheel standing on ``y``."""
    c.fill(mix(c.p.ink, (0, 0, 0), 0.2), disc(x, y - r, r))
    c.fill(hub or mix(c.p.paper, c.p.mid, 0.5), disc(x, y - r, r * 0.5), shade="bottom", amount=0.5)
    c.fill(c.p.ink, disc(x, y - r, r * 0.15))


def glass(c: Canvas) -> Colour:
    return c.p.lamp if c.p.mood in ("night", "dusk") else mix(c.p.sky_top, c.p.near, 0.35)


def headlights(c: Canvas, x: float, y: float, reach: float) -> None:
    """A beam to the right, when it is dark enough to see it."""
    if c.p.mood != "day":
        cone = [(x, y - 4), (x + reach, y - reach * 0.12), (x + reach, y + reach * 0.2), (x, y + 6)]
        c.ink(c.cut(cone), c.p.lamp, 0.22)
        c.glow(x, y, reach * 0.22, c.p.lamp, 0.8)


def rowing_boat(
    c: Canvas, x: float, y: float, w: float, *, rower: bool = False, passengers: int = 0
) -> None:
    """A wooden boat ``w`` long afloat at ``y``."""
    c.ground_shadow(x, y + w * 0.06, w * 0.52, w * 0.04, 0.4)
    seats = passengers or (1 if rower else 0)
    for i in range(seats):
        offset = (i - (seats - 1) / 2) * w * 0.34
        figure(c, x + offset, y + w * 0.05, w * 0.55, SIT, shadow=False)
    hull = curve([(-0.52, -0.13), (-0.2, -0.09), (0.2, -0.09), (0.54, -0.15)])
    hull += curve([(0.54, -0.15), (0.36, 0.05), (0, 0.07), (-0.38, 0.05), (-0.52, -0.13)])
    wood = mix(c.p.accent, c.p.ink, 0.3)
    c.fill(wood, place(hull, x, y, w), shade="bottom", amount=0.7)
    rim = curve([(-0.52, -0.13), (-0.2, -0.09), (0.2, -0.09), (0.54, -0.15)])
    c.fill(mix(c.p.paper, wood, 0.25), *stroke(place(rim, x, y, w), w * 0.02))
    if rower:
        c.fill(
            c.p.ink,
            *stroke(
                [(x + w * 0.1, y - w * 0.14), (x - w * 0.36, y + w * 0.1)], w * 0.018, w * 0.035
            ),
        )


def sailing_boat(c: Canvas, x: float, y: float, h: float, sail: Colour) -> None:
    white = mix(sail, c.p.ink, 0.25 if c.p.dark else 0.03)
    c.ground_shadow(x, y + h * 0.04, h * 0.34, h * 0.03, 0.35)
    main = [
        *curve([(x + 4, y - h), (x + h * 0.3, y - h * 0.45), (x + h * 0.36, y - h * 0.14)]),
        (x + 4, y - h * 0.14),
    ]
    c.fill(white, main, shade="right", amount=0.6)
    c.fill(
        mix(white, c.p.mid, 0.2),
        [(x - 3, y - h * 0.94), (x - 3, y - h * 0.14), (x - h * 0.26, y - h * 0.14)],
        shade="left",
    )
    c.fill(c.p.ink, rect(x - 2, y - h, 4, h))
    hull = [
        (x - h * 0.34, y - h * 0.1),
        (x + h * 0.38, y - h * 0.1),
        (x + h * 0.26, y + h * 0.02),
        (x - h * 0.24, y + h * 0.02),
    ]
    c.fill(c.p.depth(0.85), hull, shade="bottom")


def ship(c: Canvas, x: float, y: float, w: float) -> None:
    """A freighter ``w`` long, stern to the left."""
    hull = [(-0.5, -0.13), (0.34, -0.13), (0.52, -0.18), (0.43, 0), (-0.47, 0)]
    blocks: tuple[Colour, ...] = (c.p.accent, c.p.second, c.p.mid, c.p.near)
    for col in range(7):
        for row in range(c.rng.randint(1, 3)):
            ink = mix(c.rng.choice(blocks), c.p.ink, 0.25 if c.p.dark else 0.05)
            bx, by = x + w * (-0.24 + col * 0.083), y - w * (0.18 + row * 0.052)
            c.fill(ink, rect(bx, by, w * 0.08, w * 0.05), shade="bottom", amount=0.4)
    white = c.p.wall(0)
    c.fill(white, rect(x - w * 0.44, y - w * 0.3, w * 0.15, w * 0.18), shade="right")
    c.fill(c.p.roof(0), rect(x - w * 0.4, y - w * 0.38, w * 0.06, w * 0.09))
    c.fill(
        glass(c),
        *[rect(x - w * (0.43 - k * 0.035), y - w * 0.275, w * 0.02, w * 0.03) for k in range(4)],
    )
    c.fill(c.p.depth(0.85), place(hull, x, y, w), shade="bottom")
    c.fill(
        c.p.roof(0),
        place([(-0.475, -0.02), (0.435, -0.02), (0.43, 0.005), (-0.47, 0.005)], x, y, w),
    )


CABIN: Outline = [(-0.32, -0.2), (-0.24, -0.335), (-0.2, -0.35)]
CABIN += [(0.08, -0.35), (0.14, -0.33), (0.26, -0.2)]
PANES: tuple[Outline, ...] = (
    [(-0.27, -0.21), (-0.205, -0.315), (-0.06, -0.315), (-0.06, -0.21)],
    [(-0.03, -0.21), (-0.03, -0.315), (0.085, -0.315), (0.19, -0.21)],
)
BODY: Outline = [(-0.49, -0.09), (-0.48, -0.19), (-0.33, -0.215), (0.24, -0.215), (0.42, -0.17)]
BODY += [(0.49, -0.12), (0.49, -0.07), (0.46, -0.05), (-0.46, -0.05)]


def car(
    c: Canvas, x: float, y: float, w: float, colour: Colour | None = None, *, blue: bool = False
) -> None:
    """A small car ``w`` long looking right; ``blue`` gives it a patrol car's band."""
    paint = mix(colour or c.p.accent, c.p.ink, 0.25 if c.p.dark else 0)
    c.ground_shadow(x, y - w * 0.01, w * 0.52, w * 0.025, 0.5)
    c.fill(paint, place(CABIN, x, y, w))
    c.fill(glass(c), *[place(pane, x, y, w) for pane in PANES], shade="bottom", amount=0.4)
    shell = c.fill(paint, place(curve(BODY, closed=True), x, y, w))
    if blue:
        band = c.cut(place(rect(-0.5, -0.165, 1, 0.055), x, y, w))
        c.ink(c.within(band, shell), mix(c.p.near, (30, 70, 160), 0.6))
    c.grain(shell, mix(paint, c.p.ink, 0.6), "bottom", 0.6)
    for k in (-0.29, 0.29):
        c.fill(mix(c.p.ink, paint, 0.15), place(disc(k, -0.075, 0.1), x, y, w))
        wheel(c, x + k * w, y, w * 0.078)
    c.fill(c.p.lamp, place(disc(0.46, -0.145, 0.022, 0.016), x, y, w))
    c.fill(c.p.accent, place(rounded(-0.488, -0.175, 0.03, 0.03, 0.01), x, y, w))
    c.ink(c.cut(place(rect(-0.05, -0.2, 0.006, 0.13), x, y, w)), c.p.ink, 0.5)
