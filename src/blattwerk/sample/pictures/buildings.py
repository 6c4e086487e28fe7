"""Houses, towers and street furniture."""

from blattwerk.sample.pictures.canvas import Canvas, Shape
from blattwerk.sample.pictures.geometry import Outline, arch, curve, disc, rect, stroke
from blattwerk.sample.pictures.palettes import Colour, mix


def windows(
    c: Canvas,
    area: tuple[float, float, float, float],
    grid: tuple[int, int],
    *,
    lit: float | None = None,
    fill: tuple[float, float] = (0.5, 0.6),
    round_top: bool = False,
) -> None:
    """A grid of windows (columns, rows) in ``area`` (x, y, w, h); ``lit`` is the share lit."""
    x, y, w, h = area
    cols, rows = grid
    share = {"day": 0.0, "dusk": 0.4, "night": 0.5, "mist": 0.15}[c.p.mood] if lit is None else lit
    bright: list[Outline] = []
    dull: list[Outline] = []
    for i in range(cols * rows):
        cw, rh = w / cols, h / rows
        ww, wh = cw * fill[0], rh * fill[1]
        wx, wy = x + (i % cols + 0.5) * cw - ww / 2, y + (i // cols + 0.5) * rh - wh / 2
        pane = arch(wx, wy, ww, wh) if round_top else rect(wx, wy, ww, wh)
        (bright if c.rng.random() < share else dull).append(pane)
    if dull:
        c.fill(mix(c.p.near, c.p.ink, 0.55 if c.p.dark else 0.1), *dull, shade="top", amount=0.5)
    if bright:
        c.fill(c.p.lamp, *bright)


def house(
    c: Canvas,
    x: float,
    base: float,
    size: tuple[float, float],
    *,
    tint: int | None = None,
    grid: tuple[int, int] = (3, 2),
    gable: bool = True,
    door: bool = False,
) -> Shape:
    """A house (width, wall height) standing on ``base``, gable to the street or eaves."""
    w, h = size
    kind = c.rng.randrange(4) if tint is None else tint
    pitch = w * (0.42 if gable else 0.26)
    wall = c.fill(c.p.wall(kind), rect(x, base - h, w, h), shade="right", amount=0.35)
    roof = c.p.roof(kind)
    over = w * 0.05
    if gable:
        c.fill(
            c.p.wall(kind),
            [(x, base - h + 1), (x + w / 2, base - h - pitch), (x + w, base - h + 1)],
        )
        edge = [
            (x - over, base - h + over),
            (x + w / 2, base - h - pitch),
            (x + w + over, base - h + over),
        ]
        c.fill(roof, *stroke(edge, w * 0.06))
        windows(c, (x + w * 0.35, base - h - pitch * 0.5, w * 0.3, pitch * 0.42), (1, 1))
    else:
        top = [(x + w * 0.1, base - h - pitch), (x + w * 0.9, base - h - pitch)]
        c.fill(
            roof, [(x - over, base - h), *top, (x + w + over, base - h)], shade="right", amount=0.5
        )
    c.ink(c.cut(rect(x, base - h, w, h * 0.06)), mix(roof, c.p.ink, 0.6), 0.35)
    low = 0.3 * h if door else 0
    windows(c, (x + w * 0.06, base - h * 0.95, w * 0.88, h * 0.92 - low), grid)
    if door:
        c.fill(mix(roof, c.p.ink, 0.4), arch(x + w * 0.4, base - h * 0.27, w * 0.2, h * 0.27))
    return wall


def church(c: Canvas, x: float, base: float, h: float, tint: int = 0) -> None:
    """A village church with a pointed tower, tower axis at ``x``."""
    w = h * 0.16
    wall, roof = c.p.wall(tint), c.p.roof(1)
    c.fill(wall, rect(x, base - h * 0.32, h * 0.5, h * 0.32), shade="right", amount=0.4)
    nave = [(x, base - h * 0.31), (x + w * 0.4, base - h * 0.5), (x + h * 0.45, base - h * 0.5)]
    c.fill(roof, [*nave, (x + h * 0.53, base - h * 0.31)], shade="right", amount=0.5)
    windows(
        c,
        (x + w * 0.7, base - h * 0.29, h * 0.36, h * 0.24),
        (3, 1),
        fill=(0.35, 0.8),
        round_top=True,
    )
    c.fill(wall, rect(x - w / 2, base - h * 0.62, w, h * 0.62), shade="right", amount=0.5)
    spire = [(x - w * 0.6, base - h * 0.62), (x, base - h), (x + w * 0.6, base - h * 0.62)]
    c.fill(roof, spire, shade="right", amount=0.7)
    windows(
        c,
        (x - w * 0.35, base - h * 0.6, w * 0.7, h * 0.14),
        (1, 1),
        fill=(0.5, 0.9),
        round_top=True,
    )
    c.fill(c.p.paper, disc(x, base - h * 0.4, w * 0.22))
    c.fill(c.p.ink, *stroke([(x, base - h), (x, base - h * 1.045)], h * 0.008))


def village(c: Canvas, x: float, base: float, scale: float, count: int = 6) -> None:
    """A huddle of houses round a church, about ``count`` x 90 units wide at scale 1."""
    spread = 78 * scale
    middle = count // 2
    for i in range(count):
        hx = x + (i - count / 2) * spread
        if i == middle:
            church(c, hx, base - 6 * scale, 250 * scale)
        w, h = c.rng.uniform(62, 92) * scale, c.rng.uniform(38, 60) * scale
        low = base + c.rng.uniform(-8, 8) * scale
        house(c, hx, low, (w, h), grid=(2, 1), gable=c.rng.random() < 0.5)


def street_row(
    c: Canvas, base: float, *, left: float, right: float, height: float, narrow: float = 150
) -> None:
    """Town houses wall to wall from ``left`` to ``right``."""
    x, i = left, c.rng.randrange(4)
    while x < right:
        w, h = c.rng.uniform(0.8, 1.25) * narrow, height * c.rng.uniform(0.85, 1.15)
        rows = max(2, round(h / 95))
        cols = max(2, round(w / 62))
        house(
            c, x, base, (w + 1, h), tint=i, grid=(cols, rows), gable=c.rng.random() < 0.5, door=True
        )
        x, i = x + w, i + c.rng.choice((1, 2, 3))


def lamp_post(c: Canvas, x: float, base: float, h: float, *, arm: float = 0) -> None:
    """A street lamp; with ``arm`` the light hangs that far to the side."""
    dark = c.p.ink
    top = base - h
    c.fill(dark, *stroke([(x, base), (x, top)], h * 0.03, h * 0.016))
    c.fill(dark, rect(x - h * 0.03, base - h * 0.08, h * 0.06, h * 0.08))
    lx, ly = x + arm, top
    if arm:
        bow = curve([(x, top), (x + arm * 0.5, top - h * 0.06), (lx, top - h * 0.01)])
        c.fill(dark, *stroke(bow, h * 0.014))
        ly = top + h * 0.04
    if c.p.mood != "day":
        c.glow(lx, ly, h * 0.6, c.p.lamp, 0.6)
    r = h * 0.05
    c.fill(
        c.p.lamp,
        [
            (lx - r * 0.7, ly - r),
            (lx + r * 0.7, ly - r),
            (lx + r * 0.45, ly + r),
            (lx - r * 0.45, ly + r),
        ],
    )
    c.fill(dark, [(lx - r, ly - r), (lx, ly - r * 1.8), (lx + r, ly - r)])


def bench(c: Canvas, x: float, base: float, w: float) -> None:
    wood, h = mix(c.p.second, c.p.ink, 0.45), w * 0.4
    legs = [rect(x + w * f, base - h * 0.5, w * 0.035, h * 0.5) for f in (0.1, 0.86)]
    c.fill(c.p.ink, *legs)
    slats = [rect(x, base - h * 0.52, w, h * 0.1)]
    slats += [rect(x, base - h * f, w, h * 0.14) for f in (0.98, 0.78)]
    c.fill(wood, *slats, shade="bottom", amount=0.3)


def awning(
    c: Canvas, x: float, y: float, w: float, h: float, colour: Colour, *, stripes: int = 6
) -> None:
    """A striped awning with a scalloped hem, hanging from ``y``."""
    sw = w / stripes
    for shade, start in ((colour, 0), (mix(c.p.paper, colour, 0.06), 1)):
        strips = [rect(x + i * sw, y, sw, h) for i in range(start, stripes, 2)]
        hems = [disc(x + (i + 0.5) * sw, y + h, sw / 2, h * 0.18) for i in range(start, stripes, 2)]
        c.fill(mix(shade, c.p.ink, 0.3 if c.p.dark else 0), *strips, *hems)
    c.grain(c.cut(rect(x, y, w, h * 1.15)), c.p.ink, "bottom", 0.3)


def flag(c: Canvas, x: float, base: float, h: float, colour: Colour) -> None:
    c.fill(c.p.ink, *stroke([(x, base), (x, base - h)], h * 0.016, h * 0.01))
    top, w = base - h, h * 0.34
    cloth = curve([(x, top), (x + w * 0.4, top + h * 0.02), (x + w, top - h * 0.01)])
    hem = [(px, py + h * 0.2) for px, py in reversed(cloth)]
    c.fill(colour, [*cloth, *hem], shade="right", amount=0.6)


def colonnade(c: Canvas, x: float, base: float, w: float, h: float, *, columns: int = 6) -> None:
    """A temple front: steps, columns, entablature and pediment within ``w`` by ``h``."""
    wall = c.p.wall(0)
    dim = mix(wall, c.p.near, 0.75)
    top, low = base - h * 0.68, base - h * 0.1
    c.fill(dim, rect(x + w * 0.05, top, w * 0.9, low - top), shade="top", amount=0.6)
    door = arch(x + w * 0.45, low - h * 0.36, w * 0.1, h * 0.36)
    c.fill(c.p.lamp if c.p.mood != "day" else c.p.ink, door)
    gap = w * 0.88 / (columns - 1)
    for i in range(columns):
        cx, r = x + w * 0.06 + i * gap, w * 0.026
        shaft = [(cx - r * 0.85, top), (cx + r * 0.85, top), (cx + r, low), (cx - r, low)]
        ends = [
            rect(cx - r * 1.35, top, r * 2.7, h * 0.03),
            rect(cx - r * 1.35, low - h * 0.03, r * 2.7, h * 0.03),
        ]
        c.fill(wall, shaft, *ends, shade="right", amount=0.8)
    c.fill(wall, rect(x, top - h * 0.09, w, h * 0.09), shade="bottom", amount=0.25)
    gable = [(x - w * 0.02, top - h * 0.09), (x + w / 2, base - h), (x + w * 1.02, top - h * 0.09)]
    c.fill(c.p.wall(2), gable, shade="right", amount=0.5)
    c.fill(
        wall,
        *stroke([gable[0], gable[1], gable[2]], h * 0.03),
        *stroke([gable[0], gable[2]], h * 0.03),
    )
    for i in range(3):
        step = rect(
            x - w * 0.03 * (i + 1), low + h * 0.1 * i / 3, w * (1 + 0.06 * (i + 1)), h * 0.1 / 3 + 1
        )
        c.fill(mix(wall, c.p.mid, 0.12 * i), step, shade="bottom", amount=0.3)
