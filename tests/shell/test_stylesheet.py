"""The style sheet is joined from its parts, and the joined one is the newest."""

import re

from blattwerk.shell.stylesheet import LAYERS, PARTS, SHEET, joined

FONTS = SHEET.parent / "fonts"


def test_the_joined_sheet_is_as_new_as_its_parts() -> None:
    assert SHEET.read_text(encoding="utf-8") == joined(), (
        "Run python -m blattwerk.shell.stylesheet."
    )


def test_every_part_stands_in_a_layer() -> None:
    assert {path.parent.name for path in PARTS.rglob("*.css")} == set(LAYERS)


def test_the_sheet_asks_only_for_fonts_that_are_there() -> None:
    wanted = set(re.findall(r'url\("fonts/([^"]+)"\)', joined()))
    assert wanted == {path.name for path in FONTS.glob("*.woff2")}


def test_components_speak_in_meanings_never_in_colours() -> None:
    colour = re.compile(r"#[0-9a-f]{3,8}\b|oklch\(|var\(--(?:leaf|sheet|cream|night|umber|ink-\d)")
    outside = [path for path in PARTS.rglob("*.css") if path.parent.name != "tokens"]
    assert [path.name for path in outside if colour.search(path.read_text("utf-8"))] == []


def test_every_meaning_that_is_used_is_defined() -> None:
    sheet = joined()
    defined = set(re.findall(r"^(--[\w-]+):", sheet, re.MULTILINE))
    assert set(re.findall(r"var\((--[\w-]+)\)", sheet)) - defined == set()
