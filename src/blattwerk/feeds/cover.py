"""How a podcast's cover looks: the leaf, the paper's name, what it is about, in the house's green.

Type is that of the pages. What no font of ours can write is left out, never shown as a box.
"""

import io
import itertools
import logging
import unicodedata
from functools import cache, cached_property
from textwrap import shorten
from typing import cast

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont
from PIL.ImageFont import FreeTypeFont

from blattwerk.feeds.markup import writable

log = logging.getLogger(__name__)
DRAWN = "1"  # goes up when the drawing changes
SIDE = 1500  # pixels; directories take 1400 to 3000
MARGIN = 140
WIDTH = SIDE - 2 * MARGIN
LEAF_SIDE = 260
NAME_ROOM, LINE_ROOM = (470, 1090), (1130, SIDE - MARGIN)
LONGEST = 120  # letters
GREEN, PALE, SHEET = "#0d5f3c", "#b5e0c4", "#fcfbf8"
SERIF = ("source-serif-4", "source-serif-4-names")
SANS = ("source-sans-3", "source-sans-3-names")
SMALLEST = 48
_UNWRITTEN = "\U0010fffd"  # in no font: what stands in its place is that of unknown letters
# The mark's outline in its 32 units: from (27, 4), each step two handles and an end, or an end.
_OUTLINE = (
    ((14, 4), (5, 9), (5, 19)),
    ((5, 22), (6, 24), (7, 25)),
    ((4, 29),),
    ((8, 29),),
    ((10, 27),),
    ((19, 30), (27, 24), (27, 4)),
)
_VEINS = (((9, 26), (12, 18), (17, 13), (22, 10)), ((12.5, 19.5), (12.5, 14)),
          ((12.8, 19), (19, 18.7)), ((17, 14.3), (17, 10)), ((17, 14.2), (22, 14)))  # fmt: skip
Point = tuple[float, float]


def draw_cover(name: str, line: str = "") -> bytes:
    """The cover as a JPEG of far less than 512 KB."""
    image = Image.new("RGB", (SIDE, SIDE), GREEN)
    draw = ImageDraw.Draw(image)
    _draw_leaf(draw)
    _write(draw, _short(name), SERIF, SHEET, NAME_ROOM, 250)
    _write(draw, _short(line), SANS, PALE, LINE_ROOM, 92)
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=88, optimize=True)
    return buffer.getvalue()


def _short(text: str) -> str:
    composed = unicodedata.normalize("NFC", writable(text))
    return shorten(composed, LONGEST, placeholder=" …")


def _write(
    draw: ImageDraw.ImageDraw,
    text: str,
    fonts: tuple[str, ...],
    colour: str,
    room: tuple[int, int],
    largest: int,
) -> None:
    """As large as the room allows, whole words where possible, from the left."""
    top, bottom = room
    for size in itertools.count(largest, -6):
        face = _Face(fonts, max(size, SMALLEST))
        lines = _wrapped(face, text, cut=size <= SMALLEST)
        most = (bottom - top) // face.leading
        if size <= SMALLEST or (lines and len(lines) <= most) or not text.strip():
            break
    for number, line in enumerate(lines[:most]):
        at = float(MARGIN)
        for run, font in face.runs(line):
            baseline = top + number * face.leading + face.size
            draw.text((at, baseline), run, fill=colour, font=font, anchor="ls")
            at += font.getlength(run)


class _Face:
    """A typeface in one size: its fonts in the order they are asked for a letter."""

    def __init__(self, names: tuple[str, ...], size: int) -> None:
        self.size = size
        self.leading = round(size * 1.14)
        self.fonts = [_font(name, size) for name in names]
        self.known: dict[str, FreeTypeFont | None] = {}

    @cached_property
    def unknown(self) -> list[bytes]:
        return [bytes(font.getmask(_UNWRITTEN)) for font in self.fonts]

    def runs(self, text: str) -> list[tuple[str, FreeTypeFont]]:
        """The text in stretches of one font each, without the letters that none has."""
        chosen = [(letter, self._font_of(letter)) for letter in text]
        known = [(letter, font) for letter, font in chosen if font is not None]
        grouped = itertools.groupby(known, key=lambda pair: pair[1])
        return [("".join(letter for letter, _ in pairs), font) for font, pairs in grouped]

    def legible(self, text: str) -> str:
        return "".join(run for run, _font in self.runs(text))

    def width(self, text: str) -> float:
        return sum(font.getlength(run) for run, font in self.runs(text))

    def _font_of(self, letter: str) -> FreeTypeFont | None:
        if letter not in self.known:
            self.known[letter] = self._find(letter)
        return self.known[letter]

    def _find(self, letter: str) -> FreeTypeFont | None:
        if letter == " " or not letter.isprintable():
            return self.fonts[0] if letter == " " else None
        for font, unknown in zip(self.fonts, self.unknown, strict=True):
            mask = bytes(font.getmask(letter))
            if mask and mask != unknown:
                return font
        return None


@cache
def _font(name: str, size: int) -> FreeTypeFont:
    """A font of the pages, in bold; Pillow's own where it was built without WOFF2."""
    path = settings.PACKAGE / "shell" / "static" / "shell" / "fonts" / f"{name}.woff2"
    try:
        font = ImageFont.truetype(path, size)
        axes = font.get_variation_axes()
        font.set_variation_by_axes([cast("float", axis["maximum"]) for axis in axes])
    except OSError as error:
        log.warning("Covers are written in another type, because %s: %s", path.name, error)
        return cast("FreeTypeFont", ImageFont.load_default(size))
    return font


def _wrapped(face: _Face, text: str, *, cut: bool) -> list[str]:
    """Lines of whole words; none when a word is too long for a line, unless it may be cut."""
    lines: list[str] = []
    for word in face.legible(text).split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and face.width(longer) <= WIDTH:
            lines[-1] = longer
        elif face.width(word) <= WIDTH:
            lines.append(word)
        elif cut:
            lines += _pieces(face, word)
        else:
            return []
    return lines


def _pieces(face: _Face, word: str) -> list[str]:
    pieces = [""]
    for letter in word:
        if face.width(pieces[-1] + letter) > WIDTH:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _draw_leaf(draw: ImageDraw.ImageDraw) -> None:
    outline: list[Point] = [(27, 4)]
    for step in _OUTLINE:
        outline += _curve(outline[-1], *step) if len(step) == 3 else step
    draw.polygon([_placed(point) for point in outline], fill=PALE)
    for vein in _VEINS:
        points = _curve(*vein) if len(vein) == 4 else list(vein)
        draw.line([_placed(point) for point in points], fill=GREEN, width=15, joint="curve")


def _curve(begin: Point, one: Point, two: Point, end: Point) -> list[Point]:
    """A cubic Bézier curve as short straight lines."""
    points = []
    for number in range(41):
        t = number / 40
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        corners = zip(weights, (begin, one, two, end), strict=True)
        parts = [(weight * x, weight * y) for weight, (x, y) in corners]
        points.append((sum(x for x, _ in parts), sum(y for _, y in parts)))
    return points


def _placed(point: Point) -> Point:
    scale = LEAF_SIDE / 32
    return MARGIN - 4 * scale + point[0] * scale, MARGIN - 4 * scale + point[1] * scale
