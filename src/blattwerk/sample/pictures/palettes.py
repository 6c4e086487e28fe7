"""The paper's few inks: one palette is one light of the day."""

from dataclasses import dataclass
from typing import Literal

type Colour = tuple[int, int, int]
type Mood = Literal["day", "dusk", "night", "mist"]

ALL_MOODS: tuple[Mood, ...] = ("day", "dusk", "night", "mist")


def tone(code: str) -> Colour:
    return int(code[0:2], 16), int(code[2:4], 16), int(code[4:6], 16)


def mix(a: Colour, b: Colour, t: float) -> Colour:
    """``a`` at 0, ``b`` at 1."""
    red, green, blue = (round(p + (q - p) * t) for p, q in zip(a, b, strict=True))
    return red, green, blue


@dataclass(frozen=True)
class Palette:
    """Sky and air, four depths of land, and the two inks that carry the eye."""

    mood: Mood
    sky_top: Colour
    sky_low: Colour
    sun: Colour
    haze: Colour
    mid: Colour
    near: Colour
    ink: Colour
    paper: Colour
    accent: Colour
    second: Colour
    leaf: Colour

    @property
    def dark(self) -> bool:
        return self.mood == "night"

    @property
    def lamp(self) -> Colour:
        """What a lit window or a lamp shows."""
        return tone("ffd98a")

    def own(self, colour: Colour, night: float = 0.5) -> Colour:
        """A thing's own colour, as this light shows it."""
        return mix(colour, self.near, night if self.dark else 0.0)

    def depth(self, t: float) -> Colour:
        """From the haze of the horizon (0) to the ink of the foreground (1)."""
        ramp = (self.haze, self.mid, self.near, self.ink)
        at = min(max(t, 0.0), 1.0) * 3
        step = min(int(at), 2)
        return mix(ramp[step], ramp[step + 1], at - step)

    def wall(self, i: int) -> Colour:
        """Plaster tones, darker at night and hazier in mist."""
        plain = [self.paper, mix(self.paper, self.second, 0.45), mix(self.paper, self.mid, 0.4)]
        plain.append(mix(self.paper, self.accent, 0.35))
        shade = {"day": 0.06, "dusk": 0.3, "night": 0.66, "mist": 0.14}[self.mood]
        return mix(plain[i % len(plain)], self.near, shade)

    def roof(self, i: int) -> Colour:
        plain = (self.accent, mix(self.accent, self.near, 0.35), mix(self.second, self.accent, 0.5))
        return mix(plain[i % len(plain)], self.ink, 0.45 if self.dark else 0.12)

    def meadow(self, t: float) -> Colour:
        """Grass from far and pale (0) to near and deep (1)."""
        far = mix(self.haze, self.leaf, 0.35)
        return mix(far, self.leaf, t * 2) if t < 0.5 else mix(self.leaf, self.near, t - 0.5)


def _palette(mood: Mood, codes: str) -> Palette:
    return Palette(mood, *(tone(code) for code in codes.split()))


PALETTES: tuple[Palette, ...] = (
    _palette("day", "8fb8bf f3e8d0 fbf3dd c3d2cb 7fa3a0 35606b 17313f f8f0df d2573a e3aa4f 7f9f6f"),
    _palette("day", "e9dcc0 f8f0df e2694a d9d0b8 9bab9f 46676f 1f3644 faf3e4 c9472f dfa345 93a377"),
    _palette("day", "b5d3cd f4ecd0 f7c95c c9d6b4 86aa84 3a6b5e 173b3e f9f2de df643a edb64c 82a866"),
    _palette(
        "dusk", "44567f f2b184 ffe0a6 d39a8c 85627f 3e3a5f 201f3b fbe8d0 e8654a f0b060 76708a"
    ),
    _palette(
        "dusk", "d98d5c f8deaa fff1cd dcab74 a9714f 5a4047 2a2430 fcefd6 b93f2d e2a144 8b7d55"
    ),
    _palette(
        "dusk", "2f6274 f4c79c ffeccb c9b09b 6f8f92 2c4f60 142c3c fbeedb e0603f edac58 6d8a78"
    ),
    _palette(
        "night", "11203c 46658c f4e7c0 435f83 2b476b 182d49 0b1628 eae5d3 e5723f e9ad52 35566a"
    ),
    _palette(
        "night", "152b33 588083 f6ecc9 4a6f73 2f5359 1a363e 0b1d24 ece8d6 dd6a44 e6b458 3d6a60"
    ),
    _palette(
        "mist", "cbd6d5 f0f0e8 fbf8ec d0dad6 9cb1b0 547179 284250 f7f3e8 cb5740 dcae62 9bb093"
    ),
    _palette(
        "mist", "e2c5b9 f7e9db fdf4e6 dfc6ba ab9094 5f5d77 31344e faf0e4 cf533e e0a862 a59f86"
    ),
)


def choose(moods: tuple[Mood, ...], order: int) -> Palette:
    """Orders that follow each other get different lights, and in time every fitting one."""
    mood = moods[order % len(moods)]
    fitting = [palette for palette in PALETTES if palette.mood == mood]
    return fitting[order // len(moods) % len(fitting)]
