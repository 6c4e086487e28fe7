"""Icons are Lucide's drawings, inlined."""

import pytest
from bs4 import BeautifulSoup

from blattwerk.shell.icons import DRAWINGS, UnknownIcon, drawn

NAMES = sorted(path.stem for path in DRAWINGS.glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_hidden_from_ears_and_has_strokes(name: str) -> None:
    svg = BeautifulSoup(drawn(name), "html.parser").svg
    assert svg is not None
    assert (svg["class"], svg["aria-hidden"], svg["viewbox"]) == (["icon"], "true", "0 0 24 24")
    assert svg.find(["path", "circle", "rect", "line", "polyline"]) is not None


def test_an_icon_that_was_not_vendored_says_how_to_get_it() -> None:
    with pytest.raises(UnknownIcon, match="add it to scripts/vendor"):
        drawn("unicorn")
