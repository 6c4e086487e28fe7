"""Drawn heads of the paper's authors: flat, friendly and serious."""

import math
from dataclasses import dataclass
from random import Random
from typing import Literal

from PIL import ImageOps

from blattwerk.sample.pictures.canvas import Canvas
from blattwerk.sample.pictures.geometry import Outline, arc, curve, disc, rect, stroke
from blattwerk.sample.pictures.palettes import PALETTES, Colour, Palette, mix, tone
from blattwerk.sample.pictures.printing import as_jpeg

type HairStyle = Literal["short", "parted", "curly", "bob", "long", "bun", "bald", "crop"]
type HairColour = Literal["black", "brown", "chestnut", "blond", "red", "grey", "white"]
type Skin = Literal["fair", "light", "tan", "brown", "deep"]
type Beard = Literal["none", "stubble", "full", "moustache"]
type Clothes = Literal["jacket", "rollneck", "shirt", "blouse", "jumper"]

HAIR: dict[HairColour, Colour] = {
    "black": tone("26222a"),
    "brown": tone("4c352b"),
    "chestnut": tone("74452f"),
    "blond": tone("cfa05a"),
    "red": tone("b1572f"),
    "grey": tone("8d8a88"),
    "white": tone("d8d3c8"),
}
SKIN: dict[Skin, Colour] = {
    "fair": tone("f0cdb2"),
    "light": tone("e6b795"),
    "tan": tone("d09a70"),
    "brown": tone("a56d4a"),
    "deep": tone("75482f"),
}


@dataclass(frozen=True)
class Look:
    """What a drawn author looks like."""

    hair: HairStyle
    hair_colour: HairColour
    skin: Skin = "light"
    glasses: bool = False
    beard: Beard = "none"
    clothes: Clothes = "jacket"
    older: bool = False


def draw_portrait(seed: int, size: int = 640, look: Look | None = None) -> bytes:
    """Draw head and shoulders as a square JPEG, ``size`` pixels wide.

    Without a ``look`` chance dresses the person. The same arguments give the same bytes.
    """
    rng = Random(f"portrait:{seed}")
    plain = [p for p in PALETTES if p.mood != "night"]
    canvas = Canvas((size, size), plain[seed % len(plain)], rng)
    sitter = _Sitter(canvas, look or _any_look(rng))
    sitter.draw()
    picture = canvas.finish()
    return as_jpeg(ImageOps.mirror(picture) if rng.random() < 0.5 else picture)


def _any_look(rng: Random) -> Look:
    woman = rng.random() < 0.5
    styles: tuple[HairStyle, ...] = ("bob", "long", "bun", "curly")
    hair = rng.choice(styles if woman else ("short", "parted", "crop", "curly", "bald"))
    return Look(
        hair,
        rng.choice(tuple(HAIR)),
        rng.choice(tuple(SKIN)),
        rng.random() < 0.4,
        "none" if woman else rng.choice(("none", "stubble", "full", "moustache")),
        rng.choice(("blouse", "jumper", "jacket") if woman else ("jacket", "rollneck", "shirt")),
    )


class _Sitter:
    """Drawn round the middle of the sheet: face centre at (750, 450)."""

    def __init__(self, canvas: Canvas, look: Look) -> None:
        self.c = canvas
        self.p: Palette = canvas.p
        self.look = look
        self.hair = HAIR[look.hair_colour]
        self.skin = mix(SKIN[look.skin], self.p.sky_low, 0.06)
        self.shade = mix(self.skin, mix(self.p.accent, self.p.ink, 0.45), 0.32)
        self.wide = canvas.rng.uniform(150, 166)
        self.tall = canvas.rng.uniform(196, 212)

    def draw(self) -> None:
        self._background()
        self._hair_behind()
        self._clothes_and_neck()
        self._face()
        self._beard()
        self._features()
        self._hair_front()
        if self.look.glasses:
            self._glasses()

    def _background(self) -> None:
        c = self.c
        ground = mix(c.rng.choice((self.p.haze, self.p.second, self.p.mid)), self.p.paper, 0.3)
        c.fill(ground, rect(-20, -20, 1540, 1040), shade="bottom", amount=0.4)
        x = c.rng.choice((520, 980))
        spot = c.fill(mix(ground, self.p.paper, 0.5), disc(x, 420, 370))
        c.grain(spot, ground, "bottom", 0.9)

    def _hair_behind(self) -> None:
        c, w = self.c, self.wide
        dark = mix(self.hair, self.p.ink, 0.3)
        if self.look.hair == "long":
            c.fill(
                dark,
                curve(
                    [
                        (750, 195),
                        (750 + w * 1.3, 380),
                        (750 + w * 1.4, 800),
                        (750, 860),
                        (750 - w * 1.4, 800),
                        (750 - w * 1.3, 380),
                    ],
                    closed=True,
                ),
                shade="bottom",
            )
        elif self.look.hair == "bob":
            c.fill(
                dark,
                curve(
                    [
                        (750, 190),
                        (750 + w * 1.35, 360),
                        (750 + w * 1.3, 610),
                        (750, 650),
                        (750 - w * 1.3, 610),
                        (750 - w * 1.35, 360),
                    ],
                    closed=True,
                ),
                shade="bottom",
            )
        elif self.look.hair == "bun":
            c.fill(dark, disc(750 + w * 0.3, 205, 82, 74), shade="right")
        elif self.look.hair == "curly":
            c.fill(dark, *self._curls(1.12, 12), shade="bottom")

    def _curls(self, reach: float, count: int) -> list[Outline]:
        curls = []
        for i in range(count):
            a = math.radians(165 + 210 * i / (count - 1))
            x, y = (
                750 + math.cos(a) * self.wide * reach,
                385 + math.sin(a) * self.tall * reach * 0.85,
            )
            curls.append(disc(x, y, self.c.rng.uniform(54, 68)))
        return curls

    def _clothes_and_neck(self) -> None:
        c = self.c
        cloth = c.rng.choice(
            (self.p.near, self.p.accent, mix(self.p.near, self.p.ink, 0.6), self.p.second)
        )
        body = curve(
            [
                (430, 1040),
                (455, 860),
                (560, 775),
                (660, 735),
                (750, 728),
                (840, 735),
                (940, 775),
                (1045, 860),
                (1070, 1040),
            ]
        )
        shape = c.cut(body)
        c.shadow(shape, 10, 6, 26, 0.3)
        c.fill(cloth, body, shade="right", amount=0.6)
        neck = [(674, 560), (826, 560), (832, 745), (750, 800), (668, 745)]
        collar = {
            "jacket": self._jacket,
            "rollneck": self._rollneck,
            "shirt": self._shirt,
            "blouse": self._blouse,
            "jumper": self._jumper,
        }
        if self.look.clothes != "rollneck":
            c.fill(self.skin, neck)
        c.grain(c.cut(neck), self.shade, "top", 1.2)
        collar[self.look.clothes](cloth)

    def _jacket(self, cloth: Colour) -> None:
        c = self.c
        shirt = mix(self.p.paper, cloth, 0.05)
        c.fill(
            shirt, [(666, 735), (750, 830), (834, 735), (880, 1040), (620, 1040)], shade="bottom"
        )
        c.fill(self.skin, [(674, 700), (826, 700), (830, 740), (750, 822), (670, 740)])
        c.grain(
            c.cut([(674, 700), (826, 700), (830, 740), (750, 822), (670, 740)]),
            self.shade,
            "top",
            0.8,
        )
        for side in (-1, 1):
            c.fill(
                shirt,
                [
                    (750 + side * 82, 712),
                    (750 + side * 100, 800),
                    (750 + side * 42, 842),
                    (750 + side * 6, 816),
                ],
            )
            lapel = [
                (750 + side * 96, 722),
                (750 + side * 165, 760),
                (750 + side * 150, 880),
                (750 + side * 40, 1040),
                (750 + side * 30, 1040),
            ]
            c.fill(mix(cloth, self.p.ink, 0.2), lapel, shade="bottom", amount=0.4)

    def _rollneck(self, cloth: Colour) -> None:
        roll = curve(
            [(662, 660), (750, 690), (838, 660), (850, 770), (750, 806), (650, 770)], closed=True
        )
        self.c.fill(mix(cloth, self.p.paper, 0.08), roll, shade="bottom", amount=0.6)

    def _shirt(self, cloth: Colour) -> None:
        c = self.c
        c.fill(self.skin, [(672, 720), (828, 720), (750, 850)])
        for side in (-1, 1):
            flap = [
                (750 + side * 84, 706),
                (750 + side * 118, 800),
                (750 + side * 50, 862),
                (750 + side * 2, 836),
            ]
            c.fill(mix(cloth, self.p.paper, 0.25), flap, shade="bottom", amount=0.3)
        c.ink(c.cut(*stroke([(750, 845), (750, 1040)], 4)), self.p.ink, 0.4)
        c.ink(c.cut(*[disc(762, y, 6) for y in (890, 960)]), self.p.paper, 0.9)

    def _blouse(self, cloth: Colour) -> None:
        c = self.c
        c.fill(
            self.skin,
            curve(
                [(655, 742), (750, 730), (845, 742), (810, 850), (750, 905), (690, 850)],
                closed=True,
            ),
        )
        chain = curve([(672, 750), (700, 815), (750, 848), (800, 815), (828, 750)])
        c.fill(mix(self.p.second, self.p.paper, 0.3), *stroke(chain, 5), disc(750, 852, 10))

    def _jumper(self, cloth: Colour) -> None:
        ring = curve([(650, 740), (690, 800), (750, 822), (810, 800), (850, 740)])
        self.c.fill(mix(cloth, self.p.ink, 0.25), *stroke(ring, 26))

    def _face(self) -> None:
        c, w, h = self.c, self.wide, self.tall
        ears = [disc(750 + side * w * 0.98, 468, 24, 40) for side in (-1, 1)]
        c.fill(mix(self.skin, self.shade, 0.5), *ears)
        jaw = w * (0.62 if self.look.beard == "none" else 0.7)
        right = [
            (750, 450 - h),
            (750 + w * 0.8, 450 - h * 0.68),
            (750 + w, 440),
            (750 + w * 0.9, 555),
        ]
        right += [(750 + jaw, 625), (750 + w * 0.24, 450 + h * 1.06)]
        left = [(1500 - x, y) for x, y in reversed(right[1:])]
        face = c.fill(self.skin, curve([*right, *left], closed=True))
        c.grain(face, self.shade, "right", 0.8)
        cheek = mix(self.skin, self.p.accent, 0.45)
        for side in (-1, 1):
            c.glow(750 + side * w * 0.56, 530, 52, cheek, 0.55)

    def _features(self) -> None:
        c, w = self.c, self.wide
        line = mix(self.p.ink, self.skin, 0.08)
        for side in (-1, 1):
            x = 750 + side * w * 0.43
            c.fill(line, disc(x, 462, 12, 15))
            c.fill(self.p.paper, disc(x - 4, 457, 3.5))
            lid = arc(x, 464, 24, 21, 200, 340)
            c.fill(mix(line, self.skin, 0.2), *stroke(lid, 4))
            brow = curve([(x - side * 32, 424), (x + side * 2, 408), (x + side * 36, 422)])
            c.fill(mix(self.hair, self.p.ink, 0.35), *stroke(brow, 14, 7))
        nose = curve([(746, 462), (728, 528), (730, 546), (762, 552)])
        c.fill(mix(self.shade, self.p.ink, 0.1), *stroke(nose, 5, 8))
        smile = curve([(702, 598), (725, 608), (750, 610), (778, 608), (802, 596)])
        c.fill(mix(self.p.accent, self.p.ink, 0.4), *stroke(smile, 7))
        c.ink(c.cut(*stroke(arc(750, 624, 34, 10, 30, 150), 5)), self.shade, 0.8)
        if self.look.older:
            for side in (-1, 1):
                fold = curve(
                    [(750 + side * 52, 545), (750 + side * 76, 575), (750 + side * 78, 605)]
                )
                c.ink(c.cut(*stroke(fold, 4)), self.shade, 0.9)

    def _beard(self) -> None:
        c, w, h = self.c, self.wide, self.tall
        tone_ = mix(self.hair, self.p.ink, 0.12)
        if self.look.beard in ("full", "stubble"):
            half = [
                (750, 566),
                (750 + w * 0.42, 572),
                (750 + w * 0.72, 545),
                (750 + w * 0.99, 455),
                (750 + w * 0.95, 575),
            ]
            half += [(750 + w * 0.68, 650), (750 + w * 0.3, 450 + h * 1.14)]
            outline = curve([*half, *[(1500 - x, y) for x, y in reversed(half[1:])]], closed=True)
            shape = c.cut(outline)
            if self.look.beard == "full":
                c.fill(tone_, outline, shade="bottom", amount=0.4)
                c.fill(mix(self.skin, self.shade, 0.4), disc(750, 606, 44, 17))
            else:
                c.ink(shape, mix(self.skin, tone_, 0.55), 0.45)
        elif self.look.beard == "moustache":
            lip = [
                (750, 568),
                (800, 572),
                (836, 596),
                (790, 594),
                (750, 584),
                (710, 594),
                (664, 596),
                (700, 572),
            ]
            c.fill(tone_, curve(lip, closed=True))

    def _hair_front(self) -> None:
        c, w, h = self.c, self.wide, self.tall
        style = self.look.hair
        if style == "bald":
            for side in (-1, 1):
                c.fill(
                    self.hair,
                    curve(
                        [
                            (750 + side * w * 0.9, 350),
                            (750 + side * w * 1.06, 400),
                            (750 + side * w * 1.02, 480),
                            (750 + side * w * 0.9, 440),
                        ],
                        closed=True,
                    ),
                )
            return
        if style == "curly":
            c.fill(self.hair, *self._curls(0.98, 10), disc(750, 290, w * 0.8, 60), shade="right")
            return
        top = 450 - h * (1.16 if style in ("parted", "short") else 1.1)
        low = 500 if style in ("bob", "long") else 430
        part = {"parted": (-0.45, 330), "short": (0.1, 318), "crop": (0, 322), "bun": (0, 300)}.get(
            style, (-0.3, 300)
        )
        hair = [
            (750 - w * 1.04, low),
            (750 - w * 1.1, 380),
            (750 - w * 0.8, top + 62),
            (750 - w * 0.1, top),
            (750 + w * 0.75, top + 52),
            (750 + w * 1.1, 370),
            (750 + w * 1.05, low),
        ]
        hair += [
            (750 + w * 0.92, 400),
            (750 + w * 0.62, 338),
            (750 + w * part[0], part[1] - 6),
            (750 - w * 0.68, 352),
            (750 - w * 0.94, 410),
        ]
        shape = c.fill(self.hair, curve(hair, closed=True))
        c.grain(shape, mix(self.hair, self.p.ink, 0.5), "right", 0.7)
        sheen = curve(
            [(750 - w * 0.6, top + 76), (750 - w * 0.2, top + 42), (750 + w * 0.2, top + 40)]
        )
        c.ink(c.cut(*stroke(sheen, 5, 2)), mix(self.hair, self.p.paper, 0.4), 0.7)

    def _glasses(self) -> None:
        c, w = self.c, self.wide
        frame = mix(self.p.ink, self.p.near, 0.2)
        for side in (-1, 1):
            x = 750 + side * w * 0.45
            ring = disc(x, 466, 56, 50)
            c.ink(c.cut(ring), self.p.paper, 0.16)
            c.fill(frame, *stroke(ring, 8))
            c.fill(frame, *stroke([(x + side * 56, 458), (750 + side * w, 450)], 7))
        c.fill(frame, *stroke(arc(750, 466, 20, 14, 195, 345), 8))
