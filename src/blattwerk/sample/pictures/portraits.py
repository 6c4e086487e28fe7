"""Drawn heads of the paper's authors: flat, friendly and serious."""

from random import Random

from PIL import ImageOps

from blattwerk.sample.pictures.canvas import Canvas
from blattwerk.sample.pictures.geometry import arc, curve, disc, rect, stroke, symmetric
from blattwerk.sample.pictures.hair import beard, hair_behind, hair_front
from blattwerk.sample.pictures.palettes import PALETTES, mix
from blattwerk.sample.pictures.printing import as_jpeg
from blattwerk.sample.pictures.sitter import HAIR, SKIN, HairStyle, Look, Sitter
from blattwerk.sample.pictures.wardrobe import clothes_and_neck


def draw_portrait(seed: int, size: int = 640, look: Look | None = None) -> bytes:
    """Draw head and shoulders as a square JPEG, ``size`` pixels wide.

    Without a ``look`` chance dresses the person. The same arguments give the same bytes.
    """
    rng = Random(f"portrait:{seed}")
    plain = [p for p in PALETTES if p.mood != "night"]
    canvas = Canvas((size, size), plain[seed % len(plain)], rng, zoom=1.2)
    canvas.left = size / 2 - 750 * canvas.scale
    canvas.top = -95 * canvas.scale
    sitter = Sitter(canvas, look or _any_look(rng))
    _background(sitter)
    hair_behind(sitter)
    clothes_and_neck(sitter)
    _face(sitter)
    beard(sitter)
    _features(sitter)
    hair_front(sitter)
    if sitter.look.glasses:
        _glasses(sitter)
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


def _background(s: Sitter) -> None:
    c = s.c
    ground = mix(c.rng.choice((s.p.haze, s.p.second, s.p.mid)), s.p.paper, 0.3)
    c.fill(ground, rect(-20, -20, 1540, 1040), shade="bottom", amount=0.25)
    x = c.rng.choice((520, 980))
    spot = c.fill(mix(ground, s.p.paper, 0.5), disc(x, 420, 370))
    c.grain(spot, ground, "bottom", 0.6)


def _face(s: Sitter) -> None:
    c, w, h = s.c, s.wide, s.tall
    ears = [disc(750 + side * w * 0.98, 468, 24, 40) for side in (-1, 1)]
    c.fill(mix(s.skin, s.shade, 0.5), *ears)
    jaw = w * (0.62 if s.look.beard == "none" else 0.7)
    cheekbone = [(750 + w * 0.8, 450 - h * 0.68), (750 + w, 440), (750 + w * 0.9, 555)]
    chin = [(750 + jaw, 625), (750 + w * 0.24, 450 + h * 1.06)]
    outline = symmetric([(750, 450 - h), *cheekbone, *chin], 750)
    face = c.fill(s.skin, curve(outline, closed=True))
    c.grain(face, s.shade, "right", 0.5)
    cheek = mix(s.skin, s.p.accent, 0.45)
    for side in (-1, 1):
        c.glow(750 + side * w * 0.56, 530, 52, cheek, 0.55)


def _features(s: Sitter) -> None:
    c, w = s.c, s.wide
    line = mix(s.p.ink, s.skin, 0.08)
    for side in (-1, 1):
        x = 750 + side * w * 0.43
        c.fill(line, disc(x, 462, 12, 15))
        c.fill(s.p.paper, disc(x - 4, 457, 3.5))
        lid = arc(x, 464, 24, 21, 200, 340)
        c.fill(mix(line, s.skin, 0.2), *stroke(lid, 4))
        brow = curve([(x - side * 32, 424), (x + side * 2, 408), (x + side * 36, 422)])
        c.fill(mix(s.hair, s.p.ink, 0.35), *stroke(brow, 14, 7))
    nose = curve([(746, 462), (728, 528), (730, 546), (762, 552)])
    c.fill(mix(s.shade, s.p.ink, 0.1), *stroke(nose, 5, 8))
    smile = curve([(702, 598), (725, 608), (750, 610), (778, 608), (802, 596)])
    c.fill(mix(s.p.accent, s.p.ink, 0.4), *stroke(smile, 7))
    c.ink(c.cut(*stroke(arc(750, 624, 34, 10, 30, 150), 5)), s.shade, 0.8)
    if s.look.older:
        for side in (-1, 1):
            fold = curve([(750 + side * 52, 545), (750 + side * 76, 575), (750 + side * 78, 605)])
            c.ink(c.cut(*stroke(fold, 4)), s.shade, 0.9)


def _glasses(s: Sitter) -> None:
    c, w = s.c, s.wide
    frame = mix(s.p.ink, s.p.near, 0.2)
    for side in (-1, 1):
        x = 750 + side * w * 0.45
        ring = disc(x, 466, 56, 50)
        c.ink(c.cut(ring), s.p.paper, 0.16)
        c.fill(frame, *stroke(ring, 8))
        c.fill(frame, *stroke([(x + side * 56, 458), (750 + side * w, 450)], 7))
    c.fill(frame, *stroke(arc(750, 466, 20, 14, 195, 345), 8))
