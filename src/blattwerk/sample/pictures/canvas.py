"""The drawing table: paper shapes, grainy shade, soft light.

Scenes are drawn in units of 1500 x 1000, whatever the size of the picture; a picture of
another aspect shows the middle. Each shape is cut at twice the size and reduced, which makes
its edge smooth, and only within its own box, which keeps it cheap.
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from random import Random
from typing import Literal

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps

from blattwerk.sample.pictures.geometry import Path, disc
from blattwerk.sample.pictures.palettes import Colour, Palette, mix

WIDTH, HEIGHT = 1500, 1000
FINER = 2

type Side = Literal["left", "right", "top", "bottom"]


@dataclass(frozen=True)
class Shape:
    """A cut piece of paper: how much it covers, from its upper left pixel."""

    mask: Image.Image
    x: int
    y: int

    @property
    def box(self) -> tuple[int, int, int, int]:
        return self.x, self.y, self.x + self.mask.width, self.y + self.mask.height


class Canvas:
    """One picture in the making, with its palette (``p``) and its chance (``rng``)."""

    def __init__(
        self, size: tuple[int, int], palette: Palette, rng: Random, zoom: float = 1
    ) -> None:
        self.p = palette
        self.rng = rng
        self.image = Image.new("RGB", size, palette.sky_low)
        self.scale = max(size[0] / WIDTH, size[1] / HEIGHT) * zoom
        self.left = (size[0] - WIDTH * self.scale) * (rng.random() if zoom > 1 else 0.5)
        self.top = (size[1] - HEIGHT * self.scale) / 2

    def fill(
        self, colour: Colour, *outlines: Path, shade: Side | None = None, amount: float = 0.5
    ) -> Shape:
        """Lay down paper; ``shade`` names the side that lies in grainy shadow."""
        shape = self.cut(*outlines)
        self.ink(shape, colour)
        if shade:
            self.grain(shape, mix(colour, self.p.ink, 0.42), shade, amount)
        return shape

    def cut(self, *outlines: Path) -> Shape:
        """The union of the outlines as a shape, without laying it down."""
        paths = [[self._pixel(p) for p in outline] for outline in outlines]
        xs, ys = [x for path in paths for x, _ in path], [y for path in paths for _, y in path]
        x0, y0 = max(0, math.floor(min(xs)) - 1), max(0, math.floor(min(ys)) - 1)
        x1 = max(x0 + 1, min(self.image.width, math.ceil(max(xs)) + 1))
        y1 = max(y0 + 1, min(self.image.height, math.ceil(max(ys)) + 1))
        mask = Image.new("L", ((x1 - x0) * FINER, (y1 - y0) * FINER))
        pen = ImageDraw.Draw(mask)
        for path in paths:
            pen.polygon([((x - x0) * FINER, (y - y0) * FINER) for x, y in path], fill=255)
        return Shape(mask.reduce(FINER), x0, y0)

    def _pixel(self, point: tuple[float, float]) -> tuple[float, float]:
        return self.left + point[0] * self.scale, self.top + point[1] * self.scale

    def within(self, shape: Shape, frame: Shape) -> Shape:
        """What of ``shape`` lies inside ``frame``."""
        x, y = shape.x - frame.x, shape.y - frame.y
        window = frame.mask.crop((x, y, x + shape.mask.width, y + shape.mask.height))
        return Shape(ImageChops.multiply(shape.mask, window), shape.x, shape.y)

    def without(self, shape: Shape, hole: Shape) -> Shape:
        """What of ``shape`` lies outside ``hole``."""
        x, y = shape.x - hole.x, shape.y - hole.y
        window = hole.mask.crop((x, y, x + shape.mask.width, y + shape.mask.height))
        kept = ImageChops.multiply(shape.mask, ImageOps.invert(window))
        return Shape(kept, shape.x, shape.y)

    def ink(self, shape: Shape, colour: Colour, alpha: float = 1) -> None:
        mask = shape.mask if alpha >= 1 else shape.mask.point(_times(alpha))
        self.image.paste(colour, shape.box, mask)

    def grade(self, shape: Shape, top: Colour, bottom: Colour) -> None:
        """Fill with a colour that turns from ``top`` to ``bottom``."""
        ramp = _ramp("bottom").resize((1, shape.mask.height), Image.Resampling.BILINEAR)
        strip = ImageOps.colorize(ramp, top, bottom).resize(shape.mask.size)
        self.image.paste(strip, shape.box, shape.mask)

    def grain(self, shape: Shape, colour: Colour, side: Side, amount: float = 0.5) -> None:
        """Stipple ``colour`` from one side, dense at the rim and thinning out."""
        if min(shape.mask.size) < 3:
            return
        ramp = _ramp(side).resize(shape.mask.size, Image.Resampling.BILINEAR)
        ramp = ramp.point(_falloff(amount))
        dots = ImageChops.subtract(ramp, _noise(self.image.size).crop(shape.box))
        mask = ImageChops.multiply(dots.point(_times(5)), shape.mask)
        self.image.paste(colour, shape.box, mask)

    def shadow(
        self, shape: Shape, dx: float = 8, dy: float = 12, blur: float = 14, alpha: float = 0.35
    ) -> None:
        """The soft shadow the shape throws; call before laying the shape down."""
        coarse, reach = 6, max(1, round(blur * self.scale))
        pad = reach * 2
        size = (shape.mask.width + 2 * pad, shape.mask.height + 2 * pad)
        soft = Image.new("L", size)
        soft.paste(shape.mask, (pad, pad))
        soft = soft.reduce(coarse).filter(ImageFilter.GaussianBlur(reach / coarse))
        soft = soft.resize(size, Image.Resampling.BILINEAR).point(_times(alpha))
        at = (shape.x - pad + round(dx * self.scale), shape.y - pad + round(dy * self.scale))
        self.image.paste(self.p.ink, (*at, at[0] + size[0], at[1] + size[1]), soft)

    def ground_shadow(self, x: float, y: float, rx: float, ry: float, alpha: float = 0.35) -> None:
        self.shadow(self.cut(disc(x, y, rx, ry)), 0, 0, max(ry, 4), alpha)

    def glow(self, x: float, y: float, r: float, colour: Colour, alpha: float = 0.6) -> None:
        cx, cy = self._pixel((x, y))
        reach = max(2, round(r * self.scale))
        halo = _halo().resize((2 * reach, 2 * reach), Image.Resampling.BILINEAR)
        at = (round(cx) - reach, round(cy) - reach)
        box = (*at, at[0] + 2 * reach, at[1] + 2 * reach)
        self.image.paste(colour, box, halo.point(_times(alpha)))

    def mist(
        self, top: float, bottom: float, alpha: float = 0.6, over: Colour | None = None
    ) -> None:
        """Air that thickens from ``top`` to ``bottom`` across the whole picture."""
        shape = self.cut([(-9, top), (WIDTH + 9, top), (WIDTH + 9, bottom), (-9, bottom)])
        ramp = _ramp("bottom").resize(shape.mask.size, Image.Resampling.BILINEAR)
        mask = ImageChops.multiply(ramp.point(_times(alpha)), shape.mask)
        self.image.paste(over or self.p.haze, shape.box, mask)

    def reflect(self, y: float, depth: float, tint: Colour, alpha: float = 0.5) -> None:
        """Mirror what stands above the waterline ``y`` into ``depth`` units below it."""
        line, reach = round(self._pixel((0, y))[1]), round(depth * self.scale)
        reach = min(reach, line, self.image.height - line)
        if reach < 2:
            return
        above = ImageOps.flip(self.image.crop((0, line - reach, self.image.width, line)))
        soft = above.reduce((6, 1)).resize(above.size, Image.Resampling.BILINEAR)
        water = Image.new("RGB", above.size, tint)
        self.image.paste(Image.blend(soft, water, alpha), (0, line))

    def finish(self) -> Image.Image:
        """The print: a breath of paper grain and uneven ink over everything."""
        noise = _noise(self.image.size)
        strength = 9
        light = noise.point([round(i * strength / 255) for i in range(256)])
        sheet = Image.merge("RGB", (light, light, light))
        return ImageChops.add(self.image, sheet, 1, -strength // 2)


def _times(factor: float) -> list[int]:
    return [min(255, round(i * factor)) for i in range(256)]


@lru_cache(maxsize=64)
def _falloff(amount: float) -> list[int]:
    return [min(255, round(255 * amount * (i / 255) ** 1.5)) for i in range(256)]


@lru_cache(maxsize=4)
def _ramp(side: Side) -> Image.Image:
    """White on ``side``, black on the other."""
    turned = {"bottom": 0, "right": 90, "top": 180, "left": 270}[side]
    return Image.linear_gradient("L").rotate(turned)


@lru_cache(maxsize=1)
def _halo() -> Image.Image:
    return Image.radial_gradient("L").point(
        [round(255 * max(0.0, 1 - i / 180) ** 2) for i in range(256)]
    )


@lru_cache(maxsize=2)
def _noise(size: tuple[int, int]) -> Image.Image:
    """An even spread of greys, a little coarser than a pixel; always the same."""
    small = (max(1, size[0] * 2 // 3), max(1, size[1] * 2 // 3))
    dots = Image.frombytes("L", small, Random(1834).randbytes(small[0] * small[1]))
    return ImageOps.equalize(dots.resize(size, Image.Resampling.BILINEAR))
