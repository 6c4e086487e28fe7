"""Cut the two typefaces to the letters, weights and optical sizes that the pages use.

    cut_fonts.py SERIF_FILES SANS_FILES TARGET

Latin letters of western Europe stand in the files that every page loads; those of our neighbours'
names (Kovač, Őri, Wałęsa) in small files that browsers fetch only where such a letter stands.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

MARKS = "\u00a0§©«\u00ad®°²³·»½\u2009\u202f‐‑–—‘’‚“”„†•…‹›€−"
BASIC = {*range(0x20, 0x7F), *range(0xC0, 0x100), 0x152, 0x153, *map(ord, MARKS)}
NAMES = set(map(ord, "ĂăĄąĆćČčĎďĐđĘęĚěĞğİıŁłĽľŃńŇňŐőŘřŚśŞşŠšŤťŮůŰűŹźŻżŽžȘșȚț"))
FEATURES = ["kern", "liga", "ccmp", "locl", "mark"]

# Reading text is never below 20 px in the serif, so its cut for captions is left out.
ROMAN = {"wght": (400, 700), "opsz": (20, 60)}
ROMAN_NAMES = {"wght": (400, 700), "opsz": 28}
ITALIC = {"wght": 400, "opsz": 28}
SANS = {"wght": (400, 700)}


def main(serif: Path, sans: Path, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    roman = serif / "source-serif-4-latin-opsz-normal.woff2"
    cut(roman, target / "source-serif-4.woff2", ROMAN, BASIC)
    roman = serif / "source-serif-4-latin-ext-opsz-normal.woff2"
    cut(roman, target / "source-serif-4-names.woff2", ROMAN_NAMES, NAMES)
    italic = serif / "source-serif-4-latin-opsz-italic.woff2"
    cut(italic, target / "source-serif-4-italic.woff2", ITALIC, BASIC)
    grotesque = sans / "source-sans-3-latin-wght-normal.woff2"
    cut(grotesque, target / "source-sans-3.woff2", SANS, BASIC, "tnum")
    grotesque = sans / "source-sans-3-latin-ext-wght-normal.woff2"
    cut(grotesque, target / "source-sans-3-names.woff2", SANS, NAMES)


def cut(
    source: Path, target: Path, limits: dict[str, object], letters: set[int], *more: str
) -> None:
    font = TTFont(source)
    options = subset.Options()
    options.layout_features = [*FEATURES, *more]
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]  # copyright and licence stay
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=letters)
    cutter.subset(font)
    font = instancer.instantiateVariableFont(font, limits)
    font.flavor = "woff2"
    font.recalcTimestamp = False
    font.save(target)


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:]))
