"""Mountains, fields and open country."""

from blattwerk.sample.pictures.animals import DEER, WOLF, sheep_at
from blattwerk.sample.pictures.buildings import house
from blattwerk.sample.pictures.canvas import HEIGHT, WIDTH, Canvas
from blattwerk.sample.pictures.geometry import (
    Outline,
    Point,
    along,
    arc,
    curve,
    disc,
    place,
    rect,
    stroke,
)
from blattwerk.sample.pictures.nature import (
    birds,
    hills,
    land,
    level,
    peaks,
    pine,
    pines,
    rolling,
    sky,
    snowcap,
    stars,
    tree,
    tufts,
)
from blattwerk.sample.pictures.palettes import mix
from blattwerk.sample.pictures.people import STAND, WALK, figure


def mountains(c: Canvas) -> None:
    sky(c, 650)
    peaks(c, 760, [(150, 420, 380), (560, 380, 350), (1380, 350, 420)], 0.12)
    c.mist(450, 760, 0.8)
    x, top = c.rng.uniform(700, 1050), c.rng.uniform(170, 250)
    peaks(c, 800, [(x - 420, 440, 360), (x, top, 470)], 0.34)
    snowcap(c, x, top, 470 * 0.24, (800 - top) * 0.24)
    c.mist(560, 800, 0.75)
    line = hills(c, 770, 40, 0.62)
    hx = c.rng.uniform(300, 600)
    house(c, hx, level(line, hx) + 26, (74, 34), grid=(2, 1), gable=False)
    pines(c, line, (700, 1450), 14, 110, 0.74)
    front = hills(c, 900, 40, 0.86)
    pines(c, front, (-20, 330), 7, 330, 0.95)
    birds(c, c.rng.uniform(350, 700), 300)


def forest(c: Canvas) -> None:
    sky(c, 900, clouds=False, sun=(c.rng.uniform(550, 950), c.rng.uniform(260, 400)))
    for depth in range(4):
        _trunks(c, depth)
        c.mist(380, 950, 0.5 - depth * 0.1, mix(c.p.haze, c.p.sky_low, 0.5))
    floor = rolling(c, 850, 22, 1.1)
    land(c, floor, c.p.depth(0.8))
    _path(c, level(floor, 760) + 10)
    if c.rng.random() < 0.5:
        c.fill(c.p.depth(0.97), place(DEER, 520, level(floor, 520) + 12, 210))
    else:
        figure(c, 770, 890, 150, WALK, c.p.accent)
    for x, w in ((90, 120), (1330, 150)):
        _trunk(c, x + c.rng.uniform(-40, 60), w, 1010, 0.97)
    tufts(c, 900, 1000, 70, c.p.ink)


def _trunks(c: Canvas, depth: int) -> None:
    for i in range(9 - depth):
        x = (i + c.rng.uniform(0.1, 0.9)) * WIDTH / (9 - depth)
        if abs(x - 760) > 60 + depth * 50:
            _trunk(c, x, 20 + depth * 15, 830 + depth * 22, 0.16 + depth * 0.18)


def _trunk(c: Canvas, x: float, w: float, foot: float, t: float) -> None:
    lean = c.rng.uniform(-18, 18)
    stem = [(x - w / 2 - w * 0.35, foot), (x - w * 0.4, foot - 90), (x - w * 0.36 + lean, -20)]
    stem += [(x + w * 0.36 + lean, -20), (x + w * 0.4, foot - 90), (x + w * 0.85, foot)]
    c.fill(c.p.depth(t), stem, shade="right", amount=0.6)
    for _ in range(2):
        y, side = c.rng.uniform(120, 460), c.rng.choice((-1, 1))
        bough = curve([(x, y), (x + side * w * 1.6, y - w), (x + side * w * 2.6, y - w * 2.6)])
        c.fill(c.p.depth(t), *stroke(bough, w * 0.22, w * 0.05))


def _path(c: Canvas, top: float) -> None:
    left = curve([(745, top), (690, top + 60), (560, HEIGHT + 20)])
    right = curve([(950, HEIGHT + 20), (830, top + 60), (775, top)])
    c.fill(mix(c.p.depth(0.45), c.p.sky_low, 0.35), [*left, *right], shade="bottom", amount=0.5)


def wolf(c: Canvas) -> None:
    at = (c.rng.uniform(700, 880), c.rng.uniform(380, 440))
    sky(c, 800, clouds=c.rng.random() < 0.5, sun=(-900, 300))
    c.glow(*at, 620, c.p.sun, 0.6)
    moon = c.fill(mix(c.p.sun, c.p.sky_low, 0.1), disc(*at, 270))
    c.grain(moon, mix(c.p.sun, c.p.mid, 0.5), "bottom", 0.55)
    pines(c, hills(c, 740, 50, 0.25), (0, 1500), 26, 100, 0.32)
    c.mist(600, 800, 0.6)
    pines(c, hills(c, 820, 40, 0.5), (0, 1500), 12, 190, 0.6)
    crest = curve(
        [(-30, 860), (240, 800), (520, 700), (780, 668), (1010, 690), (1250, 790), (1540, 830)]
    )
    c.fill(
        c.p.depth(0.96), place(WOLF, 755, level(crest, 760) + 12, 330, flip=c.rng.random() < 0.5)
    )
    land(c, crest, c.p.depth(0.94), 0.3)
    tufts(c, 720, 990, 60, c.p.ink)
    pine(c, 120 + c.rng.uniform(-60, 60), 900, 470, 0.97)


def sheep(c: Canvas) -> None:
    sky(c, 600)
    peaks(c, 640, [(250, 330, 420), (900, 250, 480), (1420, 380, 330)], 0.16)
    c.mist(430, 640, 0.8)
    far = hills(c, 590, 45, 0.3, green=True)
    hx = c.rng.uniform(900, 1250)
    house(c, hx, level(far, hx) + 40, (130, 52), grid=(3, 1), gable=False)
    tree(c, hx - 50, level(far, hx) + 40, 150, c.p.meadow(0.85))
    front = hills(c, 690, 38, 0.55, green=True)
    _fence(c, front)
    tufts(c, 720, 990, 60, c.p.meadow(0.9))
    for x, y, h in ((330, 800, 110), (1180, 770, 95), (980, 900, 190), (610, 850, 150)):
        sheep_at(c, x + c.rng.uniform(-80, 80), y, h, flip=c.rng.random() < 0.5)
    sheep_at(c, c.rng.uniform(180, 420), 960, 250, flip=c.rng.random() < 0.4)


def _fence(c: Canvas, line: Outline) -> None:
    wood = mix(c.p.depth(0.6), c.p.second, 0.2)
    posts = [(x, level(line, x)) for x in range(-40, 1600, 110)]
    outlines = [rect(x - 5, y - 52, 10, 75) for x, y in posts]
    for lift in (40, 18):
        outlines += stroke([(x, y - lift) for x, y in posts], 6)
    c.fill(wood, *outlines)


def night_sky(c: Canvas) -> None:
    sky(c, 900, clouds=False, sun=(c.rng.uniform(200, 420), c.rng.uniform(140, 260)))
    stars(c, 420, 800)
    _milky_way(c)
    hills(c, 780, 40, 0.45)
    front = hills(c, 850, 45, 0.95)
    x = c.rng.uniform(850, 1150)
    y = level(front, x)
    if c.rng.random() < 0.5:
        c.glow(x, y - 30, 230, c.p.lamp, 0.5)
        c.fill(
            c.p.lamp, [(x - 95, y + 22), (x, y - 88), (x + 95, y + 22)], shade="bottom", amount=0.4
        )
        c.fill(mix(c.p.accent, c.p.ink, 0.3), [(x, y - 92), (x + 22, y + 24), (x + 112, y + 22)])
        figure(c, x - 170, y + 30, 130, STAND, c.p.near, shadow=False)
    else:
        c.fill(c.p.ink, *stroke([(x - 70, y + 30), (x, y - 70), (x + 50, y + 36)], 7))
        c.fill(c.p.depth(0.8), *stroke([(x - 60, y - 46), (x + 90, y - 120)], 26, 40))
        figure(c, x - 110, y + 34, 150, STAND, c.p.accent, shadow=False)
    pines(c, front, (-20, 420), 9, 240, 1)


def _milky_way(c: Canvas) -> None:
    for i in range(14):
        x, y = along((300, 820), (1250, -40), i / 13)
        c.glow(x + c.rng.uniform(-40, 40), y, c.rng.uniform(120, 210), c.p.paper, 0.16)
    dust: list[Outline] = []
    for _ in range(500):
        x, y = along((300, 820), (1250, -40), c.rng.random())
        dust.append(disc(x + c.rng.gauss(0, 70), y + c.rng.gauss(0, 30), c.rng.choice((1, 1.3, 2))))
    c.ink(c.cut(*dust), c.p.paper, 0.75)


def pass_road(c: Canvas) -> None:
    sky(c, 520)
    peaks(c, 620, [(180, 260, 420), (760, 170, 460), (1330, 240, 400)], 0.2)
    snowcap(c, 760, 170, 104, 104)
    c.mist(380, 640, 0.7)
    line = curve([(-20, 620), (300, 520), (700, 430), (980, 470), (1520, 620)])
    land(c, line, c.p.meadow(0.45))
    _hairpins(c)
    pines(c, [(-20, 760), (1520, 820)], (1180, 1480), 7, 220, 0.85)
    pines(c, [(-20, 700), (1520, 700)], (20, 220), 5, 190, 0.8)
    _small_car(c, 640, 812, 1.0)


def _hairpins(c: Canvas) -> None:
    turns: list[Point] = [(760, 436), (880, 470), (930, 500), (800, 535), (560, 560), (470, 600)]
    turns += [(600, 650), (940, 690), (1090, 740), (980, 800), (600, 830), (230, 900), (120, 1040)]
    road = curve(turns)
    grey = mix(c.p.paper, c.p.mid, 0.3)
    c.ink(c.cut(*stroke([(x, y + 10) for x, y in road], 12, 100)), c.p.ink, 0.35)
    c.fill(grey, *stroke(road, 10, 92))
    n = len(road)
    posts: list[Outline] = []
    for i in range(0, n - 10, 5):
        x, y = road[i]
        half = 5 + 41 * i / n
        posts.append(rect(x - 1.5, y + half - 2, 3 + 3 * i / n, 8 + 12 * i / n))
    c.fill(c.p.paper, *posts)


def _small_car(c: Canvas, x: float, y: float, s: float) -> None:
    c.ground_shadow(x, y + 16 * s, 60 * s, 7 * s, 0.5)
    cabin = [
        (x - 30 * s, y - 16 * s),
        (x - 18 * s, y - 38 * s),
        (x + 20 * s, y - 38 * s),
        (x + 36 * s, y - 16 * s),
    ]
    c.fill(mix(c.p.ink, c.p.near, 0.4), cabin)
    body = [
        (x - 54 * s, y + 10 * s),
        (x - 52 * s, y - 14 * s),
        (x + 40 * s, y - 17 * s),
        (x + 58 * s, y - 4 * s),
        (x + 58 * s, y + 10 * s),
    ]
    c.fill(c.p.accent, body, shade="bottom")
    c.fill(c.p.ink, disc(x - 32 * s, y + 9 * s, 11 * s), disc(x + 34 * s, y + 9 * s, 11 * s))


def castle(c: Canvas) -> None:
    sky(c, 680)
    hills(c, 640, 60, 0.12)
    c.mist(500, 720, 0.7)
    hills(c, 720, 40, 0.34)
    x = c.rng.uniform(640, 860)
    crag = curve(
        [
            (x - 480, 800),
            (x - 330, 640),
            (x - 200, 560),
            (x + 210, 555),
            (x + 340, 660),
            (x + 520, 800),
        ]
    )
    c.fill(c.p.depth(0.55), [*crag, (x + 520, 1000), (x - 480, 1000)], shade="right", amount=0.7)
    _keep(c, x)
    front = hills(c, 840, 35, 0.72, green=True)
    pines(c, [(p[0], p[1] + 20) for p in front], (0, 1500), 12, 150, 0.85)
    birds(c, x + 330, 260)
    land(c, curve([(x - 90, 1010), (x - 70, 930), (x + 30, 900), (x + 120, 1010)]), c.p.depth(0.4))


def _keep(c: Canvas, x: float) -> None:
    for tx, w, top, base, cone in (
        (-90, 120, 250, 580, True),
        (170, 90, 370, 590, True),
        (-215, 80, 420, 600, False),
    ):
        wall = c.p.wall(abs(tx) % 3)
        c.fill(wall, rect(x + tx - w / 2, top, w, base - top), shade="right", amount=0.7)
        for k in range(2):
            c.fill(
                c.p.lamp if c.rng.random() < 0.5 else c.p.ink,
                rect(x + tx - 6, top + 40 + k * 70, 12, 26),
            )
        if cone:
            c.fill(
                c.p.roof(0),
                [(x + tx - w * 0.6, top), (x + tx, top - w * 1.1), (x + tx + w * 0.6, top)],
                shade="right",
                amount=0.7,
            )
        else:
            c.fill(
                wall,
                *[rect(x + tx - w * 0.58 + k * w * 0.3, top - 22, w * 0.2, 30) for k in range(4)],
            )
    wall = c.p.wall(0)
    c.fill(wall, rect(x - 220, 480, 430, 110), shade="bottom", amount=0.4)
    c.fill(wall, *[rect(x - 220 + k * 44, 462, 24, 24) for k in range(10)])
    c.fill(c.p.ink, [*arc(x + 40, 560, 30, 34, 180, 360), (x + 70, 592), (x + 10, 592)])
    c.fill(c.p.accent, [(x - 90, 118), (x - 30, 132), (x - 90, 150)], rect(x - 92, 112, 3, 60))
