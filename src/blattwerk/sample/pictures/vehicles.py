"""Boats, cars and what else has a side view; ``x`` is the middle, ``y`` the ground."""

from blattwerk.sample.pictures.canvas import Canvas
from blattwerk.sample.pictures.geometry import curve, disc, place, rect, rounded, stroke
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


def car(
    c: Canvas, x: float, y: float, w: float, colour: Colour | None = None, *, blue: bool = False
) -> None:
    """A small car ``w`` long looking right; ``blue`` gives it a patrol car's band and light."""
    paint = mix(colour or c.p.accent, c.p.ink, 0.25 if c.p.dark else 0)
    c.ground_shadow(x, y - w * 0.01, w * 0.52, w * 0.025, 0.5)
    cabin = [
        (-0.32, -0.2),
        (-0.24, -0.335),
        (-0.2, -0.35),
        (0.08, -0.35),
        (0.14, -0.33),
        (0.26, -0.2),
    ]
    c.fill(paint, place(cabin, x, y, w))
    for pane in (
        [(-0.27, -0.21), (-0.205, -0.315), (-0.06, -0.315), (-0.06, -0.21)],
        [(-0.03, -0.21), (-0.03, -0.315), (0.085, -0.315), (0.19, -0.21)],
    ):
        c.fill(glass(c), place(pane, x, y, w), shade="bottom", amount=0.4)
    body = [
        (-0.49, -0.09),
        (-0.48, -0.19),
        (-0.33, -0.215),
        (0.24, -0.215),
        (0.42, -0.17),
        (0.49, -0.12),
        (0.49, -0.07),
        (0.46, -0.05),
        (-0.46, -0.05),
    ]
    shell = c.fill(paint, place(curve(body, closed=True), x, y, w))
    if blue:
        band = c.cut(place(rect(-0.5, -0.165, 1, 0.055), x, y, w))
        c.ink(c.within(band, shell), mix(c.p.near, (30, 70, 160), 0.6))
    c.grain(shell, mix(paint, c.p.ink, 0.6), "bottom", 0.8)
    c.fill(
        mix(c.p.ink, paint, 0.15), *[place(disc(k, -0.075, 0.1), x, y, w) for k in (-0.29, 0.29)]
    )
    for k in (-0.29, 0.29):
        wheel(c, x + k * w, y, w * 0.078)
    c.fill(c.p.lamp, place(disc(0.46, -0.145, 0.022, 0.016), x, y, w))
    c.fill(c.p.accent, place(rounded(-0.488, -0.175, 0.03, 0.03, 0.01), x, y, w))
    c.ink(c.cut(place(rect(-0.05, -0.2, 0.006, 0.13), x, y, w)), c.p.ink, 0.5)


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
