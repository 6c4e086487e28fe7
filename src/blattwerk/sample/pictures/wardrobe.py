"""What people wear to be drawn."""

from collections.abc import Callable

from blattwerk.sample.pictures.geometry import curve, disc, stroke, symmetric
from blattwerk.sample.pictures.palettes import Colour, mix
from blattwerk.sample.pictures.sitter import Clothes, Sitter

SHOULDERS = curve(
    symmetric([(750, 728), (840, 735), (940, 775), (1045, 860), (1070, 1040)][::-1], 750)
)
NECK = [(674, 560), (826, 560), (832, 745), (750, 800), (668, 745)]


def clothes_and_neck(s: Sitter) -> None:
    c = s.c
    dark = mix(s.p.near, s.p.ink, 0.6)
    cloth = c.rng.choice((s.p.near, s.p.accent, dark, s.p.second))
    c.shadow(c.cut(SHOULDERS), 10, 6, 26, 0.3)
    c.fill(cloth, SHOULDERS, shade="right", amount=0.6)
    c.fill(s.skin, NECK)
    c.grain(c.cut(NECK), s.shade, "top", 1.2)
    COLLARS[s.look.clothes](s, cloth)


def _jacket(s: Sitter, cloth: Colour) -> None:
    c = s.c
    shirt = mix(s.p.paper, cloth, 0.05)
    front = [(834, 735), (880, 1040)]
    c.fill(shirt, symmetric([(750, 830), *front], 750), shade="bottom", amount=0.3)
    throat = c.fill(s.skin, symmetric([(826, 700), (830, 740), (750, 822)], 750))
    c.grain(throat, s.shade, "top", 0.8)
    for side in (-1, 1):
        collar = [(82, 712), (100, 800), (42, 842), (6, 816)]
        lapel = [(96, 722), (165, 760), (150, 880), (40, 1040), (30, 1040)]
        c.fill(shirt, [(750 + side * x, y) for x, y in collar])
        sewn = [(750 + side * x, y) for x, y in lapel]
        c.fill(mix(cloth, s.p.ink, 0.2), sewn, shade="bottom", amount=0.4)


def _rollneck(s: Sitter, cloth: Colour) -> None:
    roll = curve(symmetric([(750, 690), (838, 660), (850, 770), (750, 806)], 750), closed=True)
    s.c.fill(mix(cloth, s.p.paper, 0.08), roll, shade="bottom", amount=0.6)


def _shirt(s: Sitter, cloth: Colour) -> None:
    c = s.c
    c.fill(s.skin, [(672, 720), (828, 720), (750, 850)])
    for side in (-1, 1):
        flap = [(84, 706), (118, 800), (50, 862), (2, 836)]
        folded = [(750 + side * x, y) for x, y in flap]
        c.fill(mix(cloth, s.p.paper, 0.25), folded, shade="bottom", amount=0.3)
    c.ink(c.cut(*stroke([(750, 845), (750, 1040)], 4)), s.p.ink, 0.4)
    c.ink(c.cut(*[disc(762, y, 6) for y in (890, 960)]), s.p.paper, 0.9)


def _blouse(s: Sitter, _cloth: Colour) -> None:
    c = s.c
    opening = symmetric([(750, 730), (845, 742), (810, 850), (750, 905)], 750)
    c.fill(s.skin, curve(opening, closed=True))
    chain = curve([(672, 750), (700, 815), (750, 848), (800, 815), (828, 750)])
    c.fill(mix(s.p.second, s.p.paper, 0.3), *stroke(chain, 5), disc(750, 852, 10))


def _jumper(s: Sitter, cloth: Colour) -> None:
    ring = curve([(650, 740), (690, 800), (750, 822), (810, 800), (850, 740)])
    s.c.fill(mix(cloth, s.p.ink, 0.25), *stroke(ring, 26))


COLLARS: dict[Clothes, Callable[[Sitter, Colour], None]] = {
    "jacket": _jacket,
    "rollneck": _rollneck,
    "shirt": _shirt,
    "blouse": _blouse,
    "jumper": _jumper,
}
