"""Words can be read on every paper they are printed on, by day and by night."""

import re
from math import cos, radians, sin

import pytest

from blattwerk.shell.stylesheet import PARTS

TOKENS = (PARTS / "tokens" / "palette.css").read_text("utf-8")
MEANINGS = (PARTS / "tokens" / "meaning.css").read_text("utf-8")
WORDS = ("ink", "ink-soft", "ink-quiet", "accent", "accent-strong", "opinion", "alarm")
PAPERS = ("paper", "paper-quiet", "paper-sunk", "opinion-paper")
ENOUGH = 4.5  # WCAG 2.2 AA for words of any size


def luminance(lightness: float, chroma: float, hue: float) -> float:
    """Relative luminance of an OKLCH colour (Ottosson's matrices)."""
    a, b = chroma * cos(radians(hue)), chroma * sin(radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short
    channels = (min(max(channel, 0), 1) for channel in (red, green, blue))
    weights = (0.2126, 0.7152, 0.0722)
    return sum(weight * value for weight, value in zip(weights, channels, strict=True))


def colour(meaning: str, *, night: bool) -> float:
    """The luminance of a meaning's colour."""
    pair = re.search(rf"--{meaning}: light-dark\(var\((--[\w-]+)\), var\((--[\w-]+)\)\)", MEANINGS)
    assert pair, meaning
    name = pair[2 if night else 1]
    values = re.search(rf"{name}: oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)", TOKENS)
    assert values, name
    return luminance(*(float(value) for value in values.groups()))


@pytest.mark.parametrize("night", [False, True], ids=["by day", "by night"])
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("word", WORDS)
def test_words_stand_out_from_their_paper(word: str, paper: str, night: bool) -> None:
    bright, dark = sorted((colour(word, night=night), colour(paper, night=night)), reverse=True)
    assert (bright + 0.05) / (dark + 0.05) >= ENOUGH
