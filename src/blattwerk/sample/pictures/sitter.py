"""Who sits for a portrait, and in what inks."""

from dataclasses import dataclass
from typing import Literal

from blattwerk.sample.pictures.canvas import Canvas
from blattwerk.sample.pictures.palettes import Colour, Palette, mix, tone

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


class Sitter:
    """Drawn round the middle of the sheet: face centre at (750, 450), half ``wide``, ``tall``."""

    def __init__(self, canvas: Canvas, look: Look) -> None:
        self.c = canvas
        self.p: Palette = canvas.p
        self.look = look
        self.hair = HAIR[look.hair_colour]
        self.skin = mix(SKIN[look.skin], self.p.sky_low, 0.06)
        self.shade = mix(self.skin, mix(self.p.accent, self.p.ink, 0.45), 0.32)
        self.wide = canvas.rng.uniform(150, 166)
        self.tall = canvas.rng.uniform(196, 212)
